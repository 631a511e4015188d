import ArgumentParser
import Flows
import Foundation
import Graph
import Model
import Posture
import Report
import Store

extension Format: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// `reeve scan`: reads tenants, judges them, shows the result.
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Read a tenant and find what is wrong.",
        discussion: """
            Without INTEGRATION all active integrations are scanned. A scan that was stopped goes on where it stopped.
              reeve scan contoso
              reeve scan --format sarif --output contoso.sarif
              reeve scan contoso --fail-on high --require-coverage
            Exit status: 0 done, 1 failed, 3 findings at or above --fail-on, 4 coverage incomplete with --require-coverage.
            """)

    @Argument(help: "The name of an integration; all of them without it.")
    var integration: String?
    @Option(name: .customLong("check"), help: ArgumentHelp("Only this check; may be repeated.", valueName: "id"))
    var checks: [String] = []
    @Option(help: "table, json, jsonl, csv, ocsf, sarif or html.")
    var format: Format = .table
    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?
    @Option(help: ArgumentHelp("Exit with 3 where an active instance is at or above it.", valueName: "severity"))
    var failOn: Severity?
    @Flag(help: "Exit with 4 where something could not be read.")
    var requireCoverage = false
    @Flag(help: "Read everything again and judge everything again.")
    var full = false
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let checks = try selectedChecks(self.checks)
        let workplace = try Workplace(options)
        let chosen = try integrations(in: workplace)
        // The file is opened first: a scan of an hour must not end in a report that cannot be written.
        let sink = try Output.Sink(path: output)
        let line = options.progressLine()
        let isFull = full
        let results = try await interruptible { () -> [Result<ScanSummary, Failure>] in
            var results: [Result<ScanSummary, Failure>] = []
            for integration in chosen {
                results.append(try await scan(integration, in: workplace, checks: checks, isFull: isFull, line: line))
            }
            return results
        }
        line.finish()
        let summaries = results.compactMap { try? $0.get() }
        if !summaries.isEmpty {
            try write(summaries, checks: self.checks, in: workplace, to: sink)
        }
        let failures = results.compactMap { result -> Failure? in
            if case .failure(let failure) = result { failure } else { nil }
        }
        for failure in failures { Output.say("reeve: \(failure)") }
        if !failures.isEmpty { throw ExitCode(1) }
        try judge(summaries)
    }

    private func integrations(in workplace: Workplace) throws -> [Integration] {
        if let integration { return [try workplace.integration(named: integration)] }
        let all = try workplace.store.integrations()
        guard !all.isEmpty else {
            throw Failure("there is no integration yet: add one with reeve integration add, or try reeve demo --once")
        }
        for paused in all where paused.status == .paused {
            Output.say("reeve: \(paused.name) is paused and was left out (reeve integration resume \(paused.name))")
        }
        return all.filter { $0.status != .paused }
    }

    /// One integration's trouble does not keep the others from being scanned.
    private func scan(
        _ integration: Integration, in workplace: Workplace, checks: [Check], isFull: Bool, line: ProgressLine
    ) async throws -> Result<ScanSummary, Failure> {
        let reporter = StageReporter(line)
        do {
            let lock = try RunLock(integration, in: workplace.home)
            defer { lock.release() }
            let outcome = try await Connection.with(integration, in: workplace, progress: line) { connection in
                try await Scan(
                    integration: integration, store: workplace.store, graph: connection.graph,
                    resolve: connection.resolve,
                    options: workplace.settings.checks, freshness: workplace.settings.freshness,
                    content: workplace.content, log: workplace.log,
                    report: { reporter.report($0) }
                ).run(checks: checks, isFull: isFull)
            }
            return .success(try summary(of: outcome, integration, checks: self.checks, in: workplace.store))
        } catch let error as CancellationError {
            throw error
        } catch {
            return .failure(Failure("\(integration.name): \(error)"))
        }
    }

    private func write(_ summaries: [ScanSummary], checks: [String], in workplace: Workplace, to sink: Output.Sink)
        throws
    {
        if format == .table {
            for summary in summaries {
                try sink.write(
                    try report(
                        summary, checks: checks, store: workplace.store, style: output == nil ? options.style : .plain))
            }
        } else {
            var writer = try InstanceWriter(format: format, version: Version.text) { try sink.write($0) }
            try writer.begin(summaries)
            var names = LabelNames(workplace.store)
            for summary in summaries {
                try workplace.store.forEachInstance(try filter(summary, checks, workplace.store)) {
                    try writer.write(try names.named($0))
                }
            }
            try writer.end()
        }
        try sink.finish()
    }

    private func judge(_ summaries: [ScanSummary]) throws {
        if let failOn, summaries.contains(where: { $0.worst.map { $0 >= failOn } ?? false }) { throw ExitCode(3) }
        if requireCoverage, summaries.contains(where: { $0.notReadCount > 0 }) { throw ExitCode(4) }
    }
}

/// The checks of these ids; all of them for none.
/// - Throws: one line with the nearest id for one that does not exist (64).
func selectedChecks(_ ids: [String]) throws -> [Check] {
    guard !ids.isEmpty else { return Check.all }
    return try ids.map { id in
        if let check = Check.named(id) { return check }
        let hint = suggestion(for: id, among: Check.all.map(\.id)).map { "; did you mean \($0)?" } ?? ""
        throw Failure("unknown check \"\(id)\"\(hint) (reeve check list)", status: 64)
    }
}

/// The active instances a scan reports on.
private func filter(_ summary: ScanSummary, _ checks: [String], _ store: Store) throws -> InstanceFilter {
    var filter = InstanceFilter()
    filter.integration = try store.integration(named: summary.integration)?.id
    filter.checks = checks
    return filter
}

/// The terminal's report of one scan.
func report(_ summary: ScanSummary, checks: [String], store: Store, style: Style, next: [String]? = nil) throws
    -> String
{
    var names = LabelNames(store)
    let worst = try store.instances(try filter(summary, checks, store), limit: 5).map { try names.named($0) }
    return scanReport(summary, worst: worst, style: style, next: next)
}

/// What a run did and what is open after it, in numbers.
func summary(
    of outcome: Scan.Outcome, _ integration: Integration, checks: [String] = [], in store: Store
) throws -> ScanSummary {
    let current = try store.integration(named: integration.name) ?? integration
    var filter = InstanceFilter()
    filter.integration = integration.id
    filter.checks = checks
    let counts = try store.instanceCounts(filter)
    var opened = filter
    opened.openedInRun = outcome.run
    var names = LabelNames(store)
    let openedList = try store.instances(opened, limit: 10).map { try names.named($0) }
    let openedCount = try store.instanceCounts(opened).map(\.count).reduce(0, +)
    var byCheck: [String: Int] = [:]
    var bySeverity: [Severity: Int] = [:]
    for line in counts {
        byCheck[line.check, default: 0] += line.count
        bySeverity[line.severity, default: 0] += line.count
    }
    let active = bySeverity.values.reduce(0, +)
    return ScanSummary(
        integration: integration.name, tenantName: current.tenantName ?? integration.name,
        tenantID: integration.tenantID,
        startedAt: outcome.startedAt, finishedAt: outcome.finishedAt, requests: outcome.requests,
        firstRequests: try store.firstRun(integration.id, kind: .scan)?.requests, isFirst: outcome.isFirst,
        run: outcome.run,
        opened: openedList, openedCount: openedCount, resolvedCount: outcome.resolved,
        unchangedCount: max(0, active - openedCount),
        activeByCheck: byCheck, activeBySeverity: bySeverity,
        coverage: try CoverageReport(of: integration.id, in: store).counts(),
        notes: (outcome.isResumed ? ["this scan went on where an earlier one was cut off"] : [])
            + (try doubtNotes(of: integration.id, in: store)))
}

/// What the checks could not tell although it was read: "app-not-certified: unknown for 5 (not exposed by Microsoft Graph)".
private func doubtNotes(of integration: Int, in store: Store) throws -> [String] {
    let doubts = try store.doubts(of: integration).filter { !$0.reason.hasPrefix("needs ") }
    let more = doubts.count - 5
    return doubts.prefix(5).map { "\($0.check): unknown for \(Numbers.grouped($0.entities)) (\($0.reason))" }
        + (more > 0
            ? ["and \(Numbers.counted(more, "more line")) of checks that could not tell: Coverage in the dashboard"]
            : [])
}
