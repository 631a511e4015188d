import ArgumentParser
import Flows
import Foundation
import Model
import Posture
import Report
import Store

extension Instance.Status: ExpressibleByArgument {}

/// Which instances a person asks for.
struct FindingFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only of this integration.", valueName: "name")) var integration: String?
    @Option(help: ArgumentHelp("Only of this severity; may be repeated.", valueName: "severity")) var severity:
        [Severity] = []
    @Option(name: .customLong("check"), help: ArgumentHelp("Only of this check; may be repeated.", valueName: "id"))
    var checks: [String] = []
    @Option(help: "active, hidden or resolved; may be repeated.") var status: [Instance.Status] = [.active]
    @Option(
        help: ArgumentHelp(
            "Only where this text stands in the resource's name or id, in the finding's title, check or owner, or in the name of a profile, an entry or a label that a file has.",
            valueName: "text")) var search: String?
    @Option(
        help: ArgumentHelp("Only files in which the profile of this name found something.", valueName: "name"))
    var profile: String?
    @Option(help: ArgumentHelp("Only files in which the entry of this id or name was found.", valueName: "entry"))
    var entry: String?
    @Option(
        help: ArgumentHelp(
            #"Only files that bear the sensitivity label of this id, or of this path (Parent \ Child)."#,
            valueName: "label")) var label: String?
    @Flag(help: "Those of ignored findings too.") var includeIgnored = false

    func validate() throws {
        do {
            _ = try selectedChecks(checks)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func filter(in workplace: Workplace) throws -> InstanceFilter {
        var filter = InstanceFilter()
        filter.integration = try integration.map { try workplace.integration(named: $0).id }
        filter.severities = severity
        filter.checks = try checks.isEmpty ? [] : selectedChecks(checks).map(\.id)
        filter.statuses = status
        try filter.search(search, in: workplace.store)
        try filter.narrow(toProfile: profile, entry: entry, label: label, in: workplace.store)
        filter.ignored = includeIgnored ? .included : .leftOut
        return filter
    }
}

/// `reeve finding`: what scans have found.
struct FindingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "What scans have found, and what was decided about it.",
        subcommands: [
            List.self, Show.self, Export.self, FindingIgnore.self, FindingActivate.self, FindingSeverity.self,
            FindingHide.self, FindingUnhide.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Findings, worst first.",
            discussion: """
                reeve finding list --severity critical --severity high
                reeve finding list --check mail-rule-forwards --format jsonl
                """)
        @OptionGroup var which: FindingFilter
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @Option(help: ArgumentHelp("At most this many; a table has 100 without it.", valueName: "number")) var limit:
            Int?
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard limit ?? 1 > 0 else { throw ValidationError("--limit has to be 1 or more") }
        }

        func run() async throws {
            let workplace = try Workplace(options)
            try await Decide.reopenEnded(in: workplace.store, at: Date())
            let filter = try which.filter(in: workplace)
            guard format == .table else {
                try export(filter, format: format, atMost: limit ?? .max, from: workplace, to: Output.Sink(path: nil))
                return
            }
            let total = try workplace.store.instanceCounts(filter).map(\.count).reduce(0, +)
            var names = LabelNames(workplace.store)
            let instances = try workplace.store.instances(filter, limit: limit ?? 100).map { try names.named($0) }
            let integrations = try workplace.store.integrations()
            guard !integrations.isEmpty else {
                Output.write(
                    "Not known: nothing is connected yet.\nNext: reeve integration add --help · reeve demo --once\n")
                return
            }
            let unscanned = try unscanned(filter, among: integrations, in: workplace.store)
            Output.write(
                findingList(
                    instances, total: total, unscanned: unscanned.map(\.name), style: options.style, asOf: Date()))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One finding: what was seen, why it matters, how to mend it, its history.")
        @Argument(help: "The id as lists show it, or more digits of it.") var id: String
        @Option(help: ArgumentHelp("In this integration; needed where several have it.", valueName: "name"))
        var integration: String?
        @OptionGroup var options: GlobalOptions

        func validate() throws { try checkFindingID(id) }

        func run() async throws {
            let workplace = try Workplace(options)
            try await Decide.reopenEnded(in: workplace.store, at: Date())
            var names = LabelNames(workplace.store)
            let instance = try names.readable(try workplace.instance(id, of: integration))
            let integration = try workplace.integration(named: instance.integration)
            let story = try InstanceStory(instance, of: integration.id, in: workplace.store)
            Output.write(
                findingDetail(
                    instance, history: story.entries, check: Check.named(instance.check), style: options.style,
                    asOf: Date()))
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Findings as a table or a document: json, jsonl, csv, ocsf, sarif, html.",
            discussion: "reeve finding export --format html --output contoso.html")
        @OptionGroup var which: FindingFilter
        @Option(help: "table, json, jsonl, csv, ocsf, sarif or html.") var format: Format = .table
        @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file")) var output:
            String?
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let workplace = try Workplace(options)
            try await Decide.reopenEnded(in: workplace.store, at: Date())
            let filter = try which.filter(in: workplace)
            try export(filter, format: format, from: workplace, to: Output.Sink(path: output))
        }
    }
}

/// Streams the instances of a filter in a format; nothing is held.
private func export(
    _ filter: InstanceFilter, format: Format, atMost limit: Int = .max, from workplace: Workplace, to sink: Output.Sink
) throws {
    var writer = try InstanceWriter(format: format, version: Version.text) { try sink.write($0) }
    try writer.begin(try lastSummaries(filter, in: workplace.store))
    var names = LabelNames(workplace.store)
    try workplace.store.forEachInstance(filter, limit: limit) { try writer.write(try names.named($0)) }
    try writer.end()
    try sink.finish()
    try sayWhatIsUnknown(filter, in: workplace.store)
}

/// The integrations of a filter that nobody has scanned yet.
private func unscanned(_ filter: InstanceFilter, among integrations: [Integration], in store: Store) throws
    -> [Integration]
{
    try integrations.filter {
        try filter.integration ?? $0.id == $0.id && store.runs($0.id, kind: .scan, limit: 1).isEmpty
    }
}

/// Documents have no place for it, and an empty one would mean that nothing was found.
private func sayWhatIsUnknown(_ filter: InstanceFilter, in store: Store) throws {
    let integrations = try store.integrations()
    guard !integrations.isEmpty else {
        Output.say("not known: nothing is connected yet (reeve integration add --help)")
        return
    }
    for integration in try unscanned(filter, among: integrations, in: store) {
        guard try store.runs(integration.id, kind: .scan, ofAnyEnd: true, limit: 1).isEmpty else {
            Output.say(
                "\(integration.name): its first scan has not ended; what is listed is what is known so far (reeve scan \(integration.name))"
            )
            continue
        }
        Output.say("not known: \(integration.name) has not been scanned yet (reeve scan \(integration.name))")
    }
}

/// What the last scans said of what the filter names, so that an export carries its coverage.
private func lastSummaries(_ filter: InstanceFilter, in store: Store) throws -> [ScanSummary] {
    try store.integrations().filter { filter.integration == nil || $0.id == filter.integration }.compactMap { item in
        guard let run = try store.runs(item.id, kind: .scan, limit: 1).first, let finishedAt = run.finishedAt else {
            return nil
        }
        let outcome = Scan.Outcome(
            run: run.number, isFirst: try store.firstRun(item.id, kind: .scan)?.number == run.number, isResumed: false,
            requests: run.requests, opened: run.opened, resolved: run.resolved, startedAt: run.startedAt,
            finishedAt: finishedAt)
        var summary = try summary(of: outcome, item, in: store)
        var own = filter
        own.integration = item.id
        let counts = try ExportCounts(own, run: run, in: store)
        (summary.activeByCheck, summary.activeBySeverity) = (counts.byCheck, counts.bySeverity)
        (summary.openedCount, summary.resolvedCount, summary.unchangedCount) = (
            counts.opened, counts.resolved, counts.unchanged
        )
        return summary
    }
}
