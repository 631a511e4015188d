import Model
import Posture

/// The parts `summary` and `coverage` of `scan --format json`: sums over all integrations, and each integration by itself.
struct SummaryJSON {
    let index: CheckIndex
    let summaries: [ScanSummary]

    var summary: OrderedJSON {
        var pairs = counts(summaries)
        pairs.append(("integrations", .list(summaries.map(integration))))
        return .object(pairs)
    }

    var coverage: OrderedJSON {
        .list(summaries.flatMap { summary in summary.coverage.map { entry($0, of: summary) } })
    }

    private func counts(_ summaries: [ScanSummary]) -> [(String, OrderedJSON)] {
        let bySeverity = Severity.allCases.map { severity in
            (
                severity.rawValue,
                OrderedJSON.number(summaries.map { $0.activeBySeverity[severity, default: 0] }.reduce(0, +))
            )
        }
        return [
            ("active", sum(summaries, \.activeCount)),
            ("opened", sum(summaries, \.openedCount)),
            ("resolved", sum(summaries, \.resolvedCount)),
            ("unchanged", sum(summaries, \.unchangedCount)),
            ("notRead", sum(summaries, \.notReadCount)),
            ("requests", sum(summaries, \.requests)),
            ("startedAt", summaries.map(\.startedAt).min().map { .text(Moments.iso($0)) } ?? .null),
            ("finishedAt", summaries.map(\.finishedAt).max().map { .text(Moments.iso($0)) } ?? .null),
            ("bySeverity", .object(bySeverity)),
            ("byCheck", .object(byCheck(summaries))),
        ]
    }

    private func sum(_ summaries: [ScanSummary], _ count: (ScanSummary) -> Int) -> OrderedJSON {
        .number(summaries.map(count).reduce(0, +))
    }

    /// In the order of the catalogue, what the catalogue does not know behind it.
    private func byCheck(_ summaries: [ScanSummary]) -> [(String, OrderedJSON)] {
        var sums: [String: Int] = [:]
        for summary in summaries { sums.merge(summary.activeByCheck, uniquingKeysWith: +) }
        let known = index.checks.map(\.id).filter { sums[$0] != nil }
        let others = sums.keys.filter { index[$0] == nil }.sorted()
        return (known + others).map { ($0, .number(sums[$0, default: 0])) }
    }

    private func integration(_ summary: ScanSummary) -> OrderedJSON {
        let head: [(String, OrderedJSON)] = [
            ("integration", .text(summary.integration)), ("tenantId", .text(summary.tenantID)),
            ("tenantName", .text(summary.tenantName)), ("run", .number(summary.run)), ("first", .flag(summary.isFirst)),
        ]
        return .object(head + counts([summary]) + [("notes", .texts(summary.notes))])
    }

    private func entry(_ count: CoverageCount, of summary: ScanSummary) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("collector", .text(count.collector.rawValue)), ("state", .text(count.state.rawValue)),
            ("subjects", .number(count.subjects)), ("detail", .optional(count.detail)),
            ("checks", .texts(index.checks(reading: count.collector))),
        ]
        if let example = count.example { pairs.append(("example", .text(example))) }
        pairs.append(("integration", .text(summary.integration)))
        return .object(pairs)
    }
}
