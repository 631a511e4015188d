/// The definition of a pivot table's cache (ECMA-376 18.10.1.67): what each field may hold, below its name. The rest is markup.
final class PivotFields: XMLHandler {
    struct Field {
        var name: [UInt8]
        /// Its number format.
        var format: Int
        /// Whether records have a value for it; those that are computed stand in none.
        var isRecorded: Bool
    }

    private(set) var fields: [Field] = []
    private(set) var items: TextBuffer
    let others: MarkupText
    private let formats: CellFormats
    private var isInItems = false
    /// Elements of an item that are open.
    private var depth = 0
    private var isHeadDue = false

    private static let mostFields = 1 << 14

    init(formats: CellFormats, items: TextBuffer, others: TextBuffer) {
        self.formats = formats
        self.items = items
        self.others = MarkupText(others)
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard !isInItems else {
            depth += 1
            if depth == 1 { add(name, attributes) }
            return
        }
        if name == "cacheField" { begin(attributes) }
        isInItems = name == "sharedItems" || name == "groupItems"
        others.start(name, attributes)
    }

    func end(_ name: String) {
        if isInItems, depth > 0 { return depth -= 1 }
        isInItems = false
        others.end(name)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if !isInItems { others.text(bytes) } }

    private func begin(_ attributes: XMLAttributes) {
        guard fields.count < Self.mostFields else { return }
        fields.append(
            Field(
                name: PivotRecords.cell(attributes["name"] ?? ""),
                format: attributes["numFmtId"].flatMap { Int($0) } ?? 0,
                isRecorded: attributes["databaseField"].map { isTrue($0) } ?? true))
        isHeadDue = true
    }

    private func add(_ name: String, _ attributes: XMLAttributes) {
        let format = fields.last?.format ?? 0
        for value in [PivotRecords.value(name, attributes, format, formats), attributes["c"] ?? ""] where !value.isEmpty
        {
            if isHeadDue {
                // An empty line parts it from the items of another field.
                if !items.isEmpty { items.append(0x0A) }
                items.append(fields.last?.name ?? [])
                items.append(0x0A)
                isHeadDue = false
            }
            items.append(PivotRecords.cell(value))
            items.append(0x0A)
        }
    }
}
