import Model

/// Which lines of the coverage are shown.
public enum CoverageScope: Sendable { case all, gapsOnly }

/// `COVERAGE`: what was read, what does not apply, what was refused, what failed, and why. A dash stands where there was nothing of the
/// kind; it is never put where something was not read.
public func coverageTable(
    _ coverage: [CoverageCount], scope: CoverageScope = .all, style: Style, index: CheckIndex = .standard
) -> String {
    let rows = CoverageRow.rows(coverage, index: index).filter { scope == .all || $0.hasGaps }
    guard !rows.isEmpty else { return "" }
    let columns: [Table.Column] = [
        .whole("COVERAGE"), .whole("read", .right), .whole(style.width < 100 ? "not appl." : "not applicable", .right),
        .whole("refused", .right),
        .whole("failed", .right), Table.Column("", cut: .never, least: 24),
    ]
    return Table.render(columns: columns, rows: rows.map(\.cells), width: style.width, style: style)
}

/// The states of one collector, added up.
struct CoverageRow {
    let collector: Collector
    var read = 0
    var notApplicable = 0
    var refused = 0
    var failed = 0
    /// Why something is missing, the largest gap first, and what is to be said of what was read.
    var reasons: [String] = []

    var hasGaps: Bool { refused + failed > 0 }

    /// One row a collector, in the order of `Collector`.
    static func rows(_ coverage: [CoverageCount], index: CheckIndex) -> [CoverageRow] {
        Collector.allCases.compactMap { collector in
            let counts = coverage.filter { $0.collector == collector }
            return counts.isEmpty ? nil : CoverageRow(collector, counts, index: index)
        }
    }

    private init(_ collector: Collector, _ counts: [CoverageCount], index: CheckIndex) {
        self.collector = collector
        for count in counts {
            switch count.state {
            case .ok: read += count.subjects
            case .notApplicable: notApplicable += count.subjects
            case .denied: refused += count.subjects
            case .throttled, .error: failed += count.subjects
            }
        }
        let gaps = counts.filter { !$0.state.isComplete && $0.subjects > 0 }.sorted { $0.subjects > $1.subjects }
        reasons = gaps.map { CoverageWords.reason($0, in: index) } + counts.compactMap(CoverageWords.note)
    }

    /// The reasons on one line: two of them, and how many more there are.
    var reason: String {
        guard reasons.count > 2 else { return reasons.joined(separator: "; ") }
        return reasons.prefix(2).joined(separator: "; ") + "; \(Numbers.counted(reasons.count - 2, "more reason"))"
    }

    var cells: [Table.Cell] {
        [
            Table.Cell(collector.title), number(read), number(notApplicable, .quiet), number(refused, .bad),
            number(failed, .bad),
            Table.Cell(reason),
        ]
    }

    private func number(_ count: Int, _ role: Style.Role? = nil) -> Table.Cell {
        count == 0 ? Table.Cell("–", .quiet) : Table.Cell(Numbers.grouped(count), role)
    }
}
