import Model
import Posture

/// What the head of the page says of one scan.
struct HTMLSummary {
    let summary: ScanSummary
    let index: CheckIndex

    var values: [String: Any] {
        [
            "name": summary.tenantName.isEmpty ? summary.integration : summary.tenantName,
            "integration": summary.integration, "tenantID": summary.tenantID,
            "time": Moments.minute(summary.startedAt), "iso": Moments.iso(summary.startedAt),
            "took": Numbers.span(summary.seconds), "requests": Numbers.counted(summary.requests, "request"),
            "remark": summary.remark ?? "",
            "run": summary.isFirst ? "first scan" : "scan \(Numbers.grouped(summary.run))",
            "found": found, "known": known, "hasGaps": summary.notReadCount > 0, "figures": figures, "checks": checks,
            "coverage": coverage, "notes": summary.notes,
        ]
    }

    private var found: String {
        summary.activeCount == 0
            ? "Nothing was found in what was read." : "\(Numbers.counted(summary.activeCount, "finding"))."
    }

    private var known: String {
        guard summary.notReadCount > 0 else {
            return summary.coverage.isEmpty ? "" : "Everything that was asked for was read."
        }
        let parts = Numbers.counted(summary.notReadCount, "part")
        return summary.notReadCount == 1
            ? "\(parts) was not read: this is not “fine”, it is unknown."
            : "\(parts) were not read: these are not “fine”, they are unknown."
    }

    private var figures: [[String: Any]] {
        Severity.allCases.map { severity in
            [
                "severity": severity.rawValue, "mark": HTMLTemplates.mark(severity),
                "count": Numbers.grouped(summary.activeBySeverity[severity, default: 0]), "when": when(severity),
            ]
        }
    }

    private func when(_ severity: Severity) -> String {
        switch severity {
        case .critical: "today"
        case .high: "this week"
        case .medium: "this month"
        case .low: "next review"
        }
    }

    /// The checks that found something, worst first, then by count.
    private var checks: [[String: Any]] {
        let counts = summary.activeByCheck.filter { $0.value > 0 }.sorted { a, b in
            let (first, second) = (index[a.key]?.severity.rank ?? 5, index[b.key]?.severity.rank ?? 5)
            return (first, -a.value, a.key) < (second, -b.value, b.key)
        }
        return counts.map { id, count in
            let severity = index[id]?.severity
            return [
                "id": id, "title": index.title(of: id), "family": index[id]?.family.title ?? "",
                "count": Numbers.grouped(count),
                "severity": severity?.rawValue ?? "", "mark": severity.map(HTMLTemplates.mark) ?? "",
            ]
        }
    }

    private var coverage: [[String: Any]] {
        CoverageRow.rows(summary.coverage, index: index).map { row in
            let checks = index.checks(reading: row.collector).count
            let seen = row.read + row.notApplicable + row.refused + row.failed
            return [
                "title": row.collector.title, "checks": checks > 0 ? Numbers.counted(checks, "check") : "",
                "seen": Numbers.grouped(seen), "read": Numbers.grouped(row.read),
                "notApplicable": Numbers.grouped(row.notApplicable),
                "refused": gap(row.refused), "failed": gap(row.failed), "reasons": row.reasons, "hasGaps": row.hasGaps,
            ]
        }
    }

    private func gap(_ count: Int) -> [String: Any] { ["text": Numbers.grouped(count), "isGap": count > 0] }
}
