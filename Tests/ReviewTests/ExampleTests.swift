import Foundation
import Source
import Testing

@testable import Review

/// The examples that `edict explain` and `docs/rules.md` give: the wrong one is found, the right one is not.
@Suite struct ExampleTests {
    /// What stands around an example so that it is a text: settings, and words with `%` where the example goes.
    struct Surroundings {
        var settings = ""
        var text = "1. Раздел\n\n%\n"
    }

    private static let surroundings: [String: Surroundings] = [
        "lettered-item-order": Surroundings(text: "1. Раздел\n\n1.1. Собираются:\n\n%\n"),
        "list-punctuation": Surroundings(text: "1. Раздел\n\n1.1. Собираются:\n\n%\n"),
        "open-ended-list": Surroundings(text: "1. Собираемые данные\n\n1.1. Собираются:\n\n%\n- возраст.\n"),
        "number-sequence": Surroundings(text: "5. Раздел\n\n%\n"),
        "unnumbered-paragraph": Surroundings(text: "3. Раздел\n\n3.1. Текст.\n\n%\n"),
        "unknown-clause-reference": Surroundings(text: "5. Раздел\n\n5.1. %\n\n5.2. Текст.\n\n5.3. Текст.\n"),
        "document-without-address": Surroundings(
            settings: "documents:\n  dpa: Соглашение об обработке данных", text: "1. Раздел\n\n1.1. Отношения %\n"),
        "term-before-definition": Surroundings(text: "1. Термины и определения\n\n%\n\n3. Раздел\n\n3.1. Текст.\n"),
        "term-defined-twice": Surroundings(text: "1. Термины и определения\n\n%\n"),
        "lowercase-term": Surroundings(text: "1. Термины и определения\n\n1.1. Клиент — лицо.\n\n11. Раздел\n\n%\n"),
        "abbreviation-mixed": Surroundings(text: "2. Термины и определения\n\n%\n"),
        "service-acts-as-person": Surroundings(
            text: "1. Раздел\n\n1.1. Онлайн-сервис CMPAS (далее — «Сервис») открыт.\n\n11. Раздел\n\n%\n"),
        "statutory-term-narrowed": Surroundings(text: "2. Термины и определения\n\n%\n"),
        "stamp-place": Surroundings(
            text: "Дата редакции: {{DATE}}\n\n1. Раздел\n\n1.1. Дата обновления указывается в конце документа.\n\n"
                + "2. Раздел\n\n2.1. Текст.\n\n%\n"),
        "hardcoded-value": Surroundings(settings: "values:\n  EMAIL: consent@cmpas.ru"),
        "contact-mismatch": Surroundings(settings: "values:\n  EMAIL: consent@cmpas.ru"),
        "operator-address-missing": Surroundings(
            settings: "values:\n  OPERATOR_ADDRESS: 101000, Москва, ул. Мясницкая, д. 1",
            text: "1. Реквизиты\n\n1.1. ООО «Ромашка», ИНН 7707083893.\n\n%\n"),
        "operator-identity-missing": Surroundings(
            settings: "values:\n  OPERATOR_NAME: Иванова Анна\n  INN: \"505003226577\"\n  OGRNIP: \"324774600361792\""),
        "legal-basis-not-a-basis": Surroundings(text: "1. Правовые основания\n\n1.1. %\n"),
        "policy-cookies": Surroundings(text: "1. Раздел\n\n1.1. Собираются:\n\n%\n- возраст.\n"),
        "foreign-login": Surroundings(text: "1. Раздел\n\n1.1. Собираются %.\n"),
        "consent-elements": Surroundings(
            settings: "kind: consent\ntitle: Согласие на обработку персональных данных", text: "%\n"),
        "ads-consent-elements": Surroundings(
            settings: "kind: consent\ntitle: Согласие на получение рекламы", text: "%\n"),
        "dpa-elements": Surroundings(
            settings: "kind: agreement\ntitle: Соглашение об обработке данных",
            text: """
                1. Поручение

                1.1. Перечень данных: имя. Перечень действий: сбор. Цель — запись. Исполнитель соблюдает конфиденциальность, \
                обеспечивает безопасность и уведомляет Заказчика об инцидентах.

                1.2. %

                """),
        "dpa-incident-term": Surroundings(
            settings: "kind: agreement\ntitle: Соглашение об обработке данных", text: "1. Поручение\n\n1.1. %\n"),
        "profile-medical-claim": Surroundings(
            settings: "profile: true", text: "---\nname: Анна\nprofession: Психолог\n---\n\n%\n"),
        "profile-personal-data": Surroundings(
            settings: "profile: true", text: "---\nname: Анна\nprofession: Психолог\n---\n\n%\n"),
    ]

    /// The rules whose examples are front matter, or stand beside an edition before.
    private static let outsideOneText: Set = [
        "stale-reference", "stamp-mismatch", "effective-date-order", "effective-before-publication", "date-unchanged",
        "short-notice", "change-class", "version-order", "text-unchanged",
    ]

    @Test(arguments: Rule.all.map(\.id).filter { !outsideOneText.contains($0) })
    func `the wrong example of a rule is found and the right one is not`(id: String) throws {
        let rule = try #require(Rule.named(id))
        #expect(try Self.found(rule.example.before, by: rule) != [], "nothing is found in \(rule.example.before)")
        #expect(try Self.found(rule.example.after, by: rule) == [])
    }

    private static func found(_ example: String, by rule: Rule) throws -> [String] {
        let around = surroundings[rule.id] ?? Surroundings()
        // "    (section 5 ends with 5.3)" is a remark.
        let example = example.replacing(/\s{2,}\(.*\)/, with: "")
        let text = around.text.replacingOccurrences(of: "%", with: example)
        return try RuleCase(
            url: URL(filePath: "/example.md"), settings: Settings(around.settings),
            file: SourceFile(path: "1.0.md", bytes: Array(text.utf8)), expected: ""
        ).found(by: [rule])
    }
}
