/// A page, a master or the comments of a Visio drawing (MS-VSDX): the texts of shapes with their runs joined, and what a person
/// filled in of a shape's data and links. Places and sizes are left out.
final class VisioText: XMLHandler {
    private var out: TextBuffer
    private var line: [UInt8] = []
    private var texts = 0
    private var section = ""
    private var row: [String: String] = [:]
    private var rowName = ""

    init(_ buffer: TextBuffer) { out = buffer }

    func finished() -> TextBuffer {
        endLine()
        return out
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "Text", "Data1", "Data2", "Data3", "CommentEntry": texts += 1
        case "Page", "Master": out.line(attributes["Name"] ?? "")
        case "AuthorEntry": out.line(attributes["Name"] ?? "")
        case "Section": section = attributes["N"] ?? ""
        case "Row":
            rowName = attributes["N"] ?? ""
            row = [:]
        case "Cell":
            guard let key = attributes["N"], Self.filledIn.contains(key), row.count < 16 else { return }
            row[key] = attributes["V"]
        default: break
        }
    }

    /// Cells of the rows of shape data, of own values and of links.
    private static let filledIn: Set<String> = [
        "Value", "Label", "Prompt", "Address", "SubAddress", "ExtraInfo", "Description", "Comment", "TagName",
    ]

    func end(_ name: String) {
        switch name {
        case "Text", "Data1", "Data2", "Data3", "CommentEntry":
            texts = max(0, texts - 1)
            endLine()
        case "Row": endRow()
        case "Section": section = ""
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if texts > 0 { line += bytes }
    }

    private func endRow() {
        defer { row = [:] }
        guard ["Property", "User", "Hyperlink"].contains(section) else { return }
        let label = row["Label"].flatMap { $0.isEmpty ? nil : $0 } ?? rowName
        if let value = row["Value"], !value.isEmpty { out.line("\(label): \(value)") }
        for key in ["Address", "SubAddress", "ExtraInfo", "Description", "Prompt", "Comment"] {
            out.line(percentDecoded(row[key] ?? ""))
        }
    }

    private func endLine() {
        while let last = line.last, last <= 0x20 { line.removeLast() }
        out.line(line)
        line.removeAll(keepingCapacity: true)
    }
}
