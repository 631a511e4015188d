/// A part of a binary workbook: cells where it is a sheet, strings otherwise.
final class BinarySheet {
    private(set) var cells: TableWriter
    private(set) var others: TextBuffer

    private let strings: SharedStrings
    private let formats: CellFormats
    private var row = 0
    private var column = -1

    /// - Parameters:
    ///   - name: of the sheet, for places.
    ///   - buffers: two empty ones.
    init(name: String, strings: SharedStrings, formats: CellFormats, buffers: [TextBuffer]) {
        self.strings = strings
        self.formats = formats
        cells = TableWriter(name: name, buffers[0])
        others = buffers[1]
    }

    func finish() { cells.endRow() }

    /// - Returns: bytes written.
    func apply(_ record: BinaryRecords.Record) -> Int {
        let body = record.body
        switch record.kind {
        case 0:
            row = min(body.u32(at: 0) ?? 0, 1 << 24)
            column = -1
            return 0
        case 1...11, 62:
            column = min(body.u32(at: 0) ?? 0, 1 << 14)
            return place(record.kind, body.dropFirst(4))
        // The same without a column of their own, right of the last.
        case 12...18:
            column = min(column + 1, 1 << 14)
            return place(record.kind - 11, body)
        default:
            var count = 0
            for text in body.strings() + (record.kind == 39 ? body.strings(isFormula: true) : []) {
                others.line(text)
                count += text.count
            }
            return count
        }
    }

    /// - Parameter body: from the style on.
    private func place(_ kind: Int, _ body: ArraySlice<UInt8>) -> Int {
        let style = (body.u16(at: 0) ?? 0) | Int(body.byte(at: 2) ?? 0) << 16
        if (8...11).contains(kind) { for text in body.strings(isFormula: true) { others.line(text) } }
        let shown: [UInt8]
        switch kind {
        case 2: shown = number(body.u32(at: 4).map(ExcelBinary.number), style)
        case 4, 10: shown = Array((body.byte(at: 4) ?? 0) == 0 ? "FALSE".utf8 : "TRUE".utf8)
        case 5, 9: shown = number(body.double(at: 4), style)
        case 6, 8: shown = body.wideString(at: 4)?.text ?? []
        case 7: shown = Array(strings[body.u32(at: 4) ?? -1])
        case 62: shown = body.wideString(at: 5)?.text ?? []
        default: shown = []
        }
        cells.place(shown, row: row + 1, column: column)
        return shown.count
    }

    private func number(_ value: Double?, _ style: Int) -> [UInt8] {
        value.flatMap { formats.text(of: $0, style: style) }.map { Array($0.utf8) } ?? []
    }
}
