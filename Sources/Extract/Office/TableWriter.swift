import Model

/// Cells that come in order of their rows, written as lines with the cells in their columns.
struct TableWriter {
    private(set) var text: TextBuffer
    private(set) var places: [ExtractedSegment.Place] = []
    /// Of the sheet, for places.
    var name: String
    private var row = -1
    private var line: [UInt8] = []
    private var filled = 0
    private var width = TableWidth()
    private var lastRow = 0

    init(name: String, _ buffer: TextBuffer) {
        self.name = name
        text = buffer
    }

    /// - Parameters:
    ///   - row: counted from 1.
    ///   - column: counted from 0; a far one gets a bounded number of tabs.
    mutating func place(_ cell: [UInt8], row: Int, column: Int) {
        if row != self.row { endRow() }
        self.row = row
        guard cell.hasText else { return }
        line += [UInt8](repeating: 0x09, count: min(max(0, column - filled), 512))
        filled = max(filled, column)
        line += cell.map { $0 < 0x20 ? 0x20 : $0 }
    }

    mutating func endRow() {
        defer {
            line.removeAll(keepingCapacity: true)
            filled = 0
        }
        guard !line.isEmpty else { return }
        width.fill(&line, isBehindGap: row &- 1 > lastRow)
        lastRow = row
        if places.count < 1 << 18 { places.append(.init(offset: text.count, name: "\(name)!\(row)")) }
        text.append(line)
        text.append(0x0A)
    }
}
