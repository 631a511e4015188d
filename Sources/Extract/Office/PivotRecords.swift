/// The records of a pivot table's cache (ECMA-376 18.10.1.68): rows below the names of their fields. A value that the field shares is said
/// there, by its definition.
final class PivotRecords: XMLHandler {
    private(set) var out: TextBuffer
    private let fields: [PivotFields.Field]
    private let formats: CellFormats
    private var row: [UInt8] = []
    private var column = 0
    private var depth = 0

    init(_ fields: [PivotFields.Field], formats: CellFormats, _ buffer: TextBuffer) {
        self.fields = fields.filter(\.isRecorded)
        self.formats = formats
        out = buffer
        out.line(Array(self.fields.map(\.name).joined(separator: [0x09])))
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        depth += 1
        // Records stand in the root, values in them.
        guard depth == 3 else { return }
        if column > 0 { row.append(0x09) }
        let format = fields.indices.contains(column) ? fields[column].format : 0
        row += Self.cell(Self.value(name, attributes, format, formats))
        column += 1
    }

    func end(_ name: String) {
        if depth == 2 {
            out.line(row)
            row.removeAll(keepingCapacity: true)
            column = 0
        }
        depth -= 1
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A number as its format shows it; nothing for what says where another value stands, or yes or no.
    static func value(_ name: String, _ attributes: XMLAttributes, _ format: Int, _ formats: CellFormats) -> String {
        guard let value = attributes["v"] else { return "" }
        switch name {
        case "s", "d", "e": return value
        case "n": return formats.text(of: value, format: format)
        default: return ""
        }
    }

    /// In one line and one cell.
    static func cell(_ text: String) -> [UInt8] { text.utf8.map { $0 < 0x20 ? 0x20 : $0 } }
}
