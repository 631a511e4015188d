/// A head over some lines, in which the words of one column stand above each other.
struct FixedHead {
    struct Cell {
        var columns: Range<Int>
        /// The words, line by line.
        var parts: [Range<Int>]
    }

    private(set) var cells: [Cell] = []

    /// Nil where they are no head.
    init?(_ lines: [Range<Int>], in text: TextBytes) {
        let layouts = lines.map { FixedLayout($0, in: text) }
        guard let most = layouts.map(\.columns.count).max(), most > 1, most < 200,
            let base = layouts.lastIndex(where: { $0.columns.count == most }),
            lines.allSatisfy({ $0.count < 1_024 }), layouts.allSatisfy({ !$0.isLabel })
        else { return nil }
        cells = layouts[base].columns.map { Cell(columns: $0, parts: []) }
        for (line, layout) in zip(lines, layouts) {
            let runs = FixedLayout.runs(of: line, apart: 2, in: text)
            let below = layout.columns.map { run in cells.indices.filter { cells[$0].columns.overlaps(run) } }
            // A title stands above more than one column, by itself above the first, or between them.
            guard below.allSatisfy({ $0.count < 2 }), below.count > 1 || below[0].first ?? 0 > 0 else { continue }
            for (run, column) in zip(runs, layout.columns) { add(run, at: column) }
        }
    }

    private mutating func add(_ run: Range<Int>, at column: Range<Int>) {
        if let place = cells.firstIndex(where: { $0.columns.overlaps(column) }) {
            let (first, last) = (cells[place].columns.lowerBound, cells[place].columns.upperBound)
            cells[place].columns = min(first, column.lowerBound)..<max(last, column.upperBound)
            cells[place].parts.append(run)
        } else {
            let place = cells.firstIndex { $0.columns.lowerBound > column.lowerBound } ?? cells.count
            cells.insert(Cell(columns: column, parts: [run]), at: place)
        }
    }

    /// What the words of each column name.
    func names(by scan: TextScan, in text: TextBytes) -> [DetectorMask] {
        var (bytes, places): ([UInt8], [Range<Int>]) = ([], [])
        for cell in cells {
            let start = bytes.count
            for part in cell.parts {
                if bytes.count > start { bytes.append(32) }
                bytes += text.slice(part)
            }
            places.append(start..<bytes.count)
            bytes += " | ".utf8
        }
        return bytes.withUnsafeBufferPointer { joined in
            guard let base = joined.baseAddress else { return [] }
            return scan.names(in: places, of: TextBytes(base: base, count: joined.count))
        }
    }
}
