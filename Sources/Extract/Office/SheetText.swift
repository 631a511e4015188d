/// A worksheet: a line a row, cells in their columns, numbers as their format shows them.
final class SheetText: XMLHandler {
    private(set) var cells: TableWriter
    private(set) var formulas: TextBuffer
    private(set) var others: TextBuffer

    private let strings: SharedStrings
    private let formats: CellFormats
    private var row = 0
    private var column = 0
    private var nextColumn = 0
    private var type = ""
    private var style = 0
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var inline: [UInt8] = []
    private enum Purpose { case none, value, formula, inline, other }
    private var purpose = Purpose.none
    private var other: [UInt8] = []
    private var isInCell = false
    private var phonetic = 0
    /// Of tables that show no head, topmost last.
    private var heads: [TableHead]
    /// Of those whose rows have begun, side by side.
    private var open: [TableHead] = []

    /// - Parameters:
    ///   - name: of the sheet, for places.
    ///   - heads: of its tables whose names stand in no cell.
    ///   - buffers: three empty ones.
    init(
        name: String, strings: SharedStrings, formats: CellFormats, heads: [TableHead] = [], buffers: [TextBuffer]
    ) {
        self.heads = heads.sorted { $0.row > $1.row }
        self.strings = strings
        self.formats = formats
        cells = TableWriter(name: name, buffers[0])
        (formulas, others) = (buffers[1], buffers[2])
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            nextColumn = 0
            writeHeads()
        case "c": startCell(attributes)
        case "v": purpose = .value
        case "f": purpose = isInCell ? .formula : .other
        // How a name is read is not what the cell shows.
        case "rPh": phonetic += 1
        case "t": purpose = phonetic == 0 ? .inline : .none
        case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter", "formula", "formula1",
            "formula2":
            purpose = .other
        case "hyperlink", "dataValidation", "cellWatch", "protectedRange":
            for key in ["display", "tooltip", "location", "prompt", "promptTitle", "error", "errorTitle", "name"]
                as [StaticString]
            {
                others.line(attributes[key] ?? "")
            }
        default: break
        }
    }

    /// Above the row that they begin in, in one line: it is the head of all that stands side by side, also of tables that
    /// began further up.
    private func writeHeads() {
        guard let last = heads.last, last.row <= row else { return }
        while let head = heads.last, head.row <= row {
            heads.removeLast()
            open = open.filter { $0.end >= row && $0.isBeside(head) } + [head]
        }
        cells.endRow()
        for head in open.sorted(by: { $0.column < $1.column }) {
            for (place, name) in head.names.enumerated() {
                cells.place(Array(name.utf8), row: row, column: head.column + place)
            }
        }
        cells.endRow()
    }

    private func startCell(_ attributes: XMLAttributes) {
        isInCell = true
        column = attributes["r"].flatMap(Self.column) ?? nextColumn
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        inline.removeAll(keepingCapacity: true)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch purpose {
        case .none: break
        case .value: value += bytes
        case .formula: formula += bytes
        case .inline: inline += bytes
        case .other: other += bytes
        }
    }

    func end(_ name: String) {
        switch name {
        case "v", "t": purpose = .none
        case "rPh": phonetic = max(0, phonetic - 1)
        case "f", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter", "formula",
            "formula1", "formula2":
            purpose = .none
            others.line(name.hasSuffix("Header") || name.hasSuffix("Footer") ? SheetHeading.text(other) : other)
            other = []
        case "c": endCell()
        default: break
        }
    }

    func finish() { cells.endRow() }

    private func endCell() {
        isInCell = false
        let shown = shown()
        if !formula.isEmpty { formulas.line(Array("\(Self.letters(column))\(row) =".utf8) + formula) }
        cells.place(shown, row: row, column: column)
        nextColumn = column + 1
    }

    private func shown() -> [UInt8] {
        switch type {
        case "s": Array(strings[Int(String(decoding: value, as: UTF8.self)) ?? -1])
        case "inlineStr": inline
        case "b", "str", "e", "d": value.isEmpty ? inline : value
        default: Array(formats.text(of: String(decoding: value, as: UTF8.self), style: style).utf8)
        }
    }

    /// The zero-based column of `BC14`.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte & 0xDF), number < 1 << 20 else { break }
            number = number * 26 + Int(byte & 0xDF) - 0x40
        }
        return number > 0 ? number - 1 : nil
    }

    static func letters(_ column: Int) -> String {
        var (rest, text) = (column + 1, "")
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }
}
