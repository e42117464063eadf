internal import ArgumentParser
internal import Diagnostics
internal import Pages
internal import Project
internal import Review
internal import Site

/// `edict explain`.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule asks and why, or what a page is made from.",
        discussion: """
            A rule of review is named by its id, as it stands behind its messages: edict explain short-notice. A page is \
            named by its address: edict explain /legal/privacy/2.0/. Without an argument, every rule is listed.
            """)

    @Argument(help: ArgumentHelp("A rule, or an address of the site.", valueName: "rule-or-address"))
    var subject: String?

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        guard let subject else { return Terminal.write(Rule.list, to: .output) }
        if let rule = Rule.named(subject) { return Terminal.write(rule.help, to: .output) }
        guard subject.utf8.first == UInt8(ascii: "/") else {
            let hint =
                suggestion(for: subject, in: Rule.all.map(\.id))
                ?? "`edict explain` lists the rules of review; any other message tells all there is to tell"
            throw reporter.usage("there is no rule '\(subject)': \(hint)")
        }
        let (project, day) = try await options.load(reporter)
        let plan = project.plan(on: day, showsDrafts: true)
        guard let page = plan.page(at: subject) else {
            throw reporter.finding("there is no page at \(subject) as of \(day)")
        }
        Terminal.write(plan.explanation(of: page), to: .output)
    }
}

extension Rule {
    /// Every rule in a line, family by family.
    fileprivate static var list: String {
        let width = all.map { $0.id.utf8.count }.max() ?? 0
        return RuleFamily.all.filter { !$0.rules.isEmpty }.map { family in
            let lines = family.rules.map { rule in
                let gap = String(repeating: " ", count: width - rule.id.utf8.count)
                return
                    "  \(rule.id)\(gap)  \(rule.severity.rawValue)\(rule.severity == .warning ? "" : "  ") \(rule.title)\n"
            }
            return "\(family.title)\n\(lines.joined())"
        }.joined(separator: "\n")
    }
}
