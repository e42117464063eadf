package import Source
internal import Templates

/// A federal law that documents of a service cite, with its day and its title as it was published (pravo.gov.ru).
package struct KnownLaw: Sendable {
    /// As its publication writes it: `152-ФЗ`.
    package let number: String
    package let date: Day
    package let title: String
    /// What to cite instead, where it only amends another act.
    package let amends: String?

    /// The name in full: `Федеральный закон от 27 июля 2006 года № 152-ФЗ «О персональных данных»`.
    package var name: String {
        let kind = number.hasSuffix("ФЗ") ? "Федеральный закон" : "Закон Российской Федерации"
        return "\(kind) от \(Language.ru.longDate(date)) № \(number) «\(title)»"
    }

    /// The law of a number; nil where none is known. Numbers come again in other years: hold the day against that of the text.
    package static func numbered(_ number: String) -> KnownLaw? { all.first { $0.number == number } }

    /// The law of a title, given as the stems of its words; nil where none is known.
    package static func titled(_ stems: [String]) -> KnownLaw? { all.first { Prose.stems(of: $0.title) == stems } }

    private static let all: [KnownLaw] = [
        law("152-ФЗ", "2006-07-27", "О персональных данных"),
        law("149-ФЗ", "2006-07-27", "Об информации, информационных технологиях и о защите информации"),
        law("38-ФЗ", "2006-03-13", "О рекламе"),
        law("126-ФЗ", "2003-07-07", "О связи"),
        law("63-ФЗ", "2011-04-06", "Об электронной подписи"),
        law("2300-1", "1992-02-07", "О защите прав потребителей"),
        law("98-ФЗ", "2004-07-29", "О коммерческой тайне"),
        law("161-ФЗ", "2011-06-27", "О национальной платежной системе"),
        law("402-ФЗ", "2011-12-06", "О бухгалтерском учете"),
        law("125-ФЗ", "2004-10-22", "Об архивном деле в Российской Федерации"),
        law(
            "242-ФЗ", "2014-07-21",
            "О внесении изменений в отдельные законодательные акты Российской Федерации в части уточнения порядка обработки "
                + "персональных данных в информационно-телекоммуникационных сетях",
            amends: "152-ФЗ ст. 18 ч. 5"),
        law(
            "519-ФЗ", "2020-12-30", "О внесении изменений в Федеральный закон «О персональных данных»",
            amends: "152-ФЗ ст. 10.1"),
        law(
            "23-ФЗ", "2025-02-28",
            "О внесении изменений в Федеральный закон «О персональных данных» и отдельные законодательные акты Российской "
                + "Федерации", amends: "152-ФЗ ст. 18 ч. 5"),
        law(
            "266-ФЗ", "2022-07-14",
            "О внесении изменений в Федеральный закон «О персональных данных», отдельные законодательные акты Российской "
                + "Федерации и признании утратившей силу части четырнадцатой статьи 30 Федерального закона «О банках и "
                + "банковской деятельности»", amends: "152-ФЗ"),
    ].compactMap(\.self)

    private static func law(_ number: String, _ date: String, _ title: String, amends: String? = nil) -> KnownLaw? {
        Day(date).map { KnownLaw(number: number, date: $0, title: title, amends: amends) }
    }
}
