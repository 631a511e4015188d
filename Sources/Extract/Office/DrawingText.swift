/// DrawingML and PresentationML: slides, notes, masters, comments, diagrams, and the texts and cached values of charts.
final class DrawingText: XMLHandler {
    private var out: TextBuffer
    private var line: [UInt8] = []
    private var row: [UInt8] = []
    private var beside: [String] = []
    private var isText = false
    private var tableDepth = 0
    /// `text` of a comment and `v` of a chart hold text without a paragraph around it.
    private var isParagraph = false

    init(_ buffer: TextBuffer) { out = buffer }

    func finished() -> TextBuffer {
        endLine()
        flushBeside()
        return out
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "t", "text", "v", "f", "Formula", "oddHeader", "oddFooter": isText = true
        case "p": isParagraph = true
        case "br": line.append(tableDepth > 0 ? 0x20 : 0x0A)
        case "tab": if isParagraph { line.append(tableDepth > 0 ? 0x20 : 0x09) }
        case "tbl": tableDepth += 1
        case "cNvPr", "docPr":
            beside.append(attributes["descr"] ?? "")
            beside.append(attributes["title"] ?? "")
        case "hlinkClick", "hlinkHover": beside.append(attributes["tooltip"] ?? "")
        case "cmAuthor", "author": beside.append(attributes["name"] ?? "")
        case "custShow", "section": beside.append(attributes["name"] ?? "")
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "t":
            isText = false
            // In a comment or diagram there may be no paragraph to end the line.
            if !isParagraph { endLine() }
        case "text", "v", "f", "Formula", "oddHeader", "oddFooter":
            isText = false
            endLine()
        case "p":
            isParagraph = false
            endLine()
        case "tc":
            if row.last == 0x20 { row.removeLast() }
            row.append(0x09)
        case "tr":
            if row.last == 0x09 { row.removeLast() }
            out.line(row)
            row = []
        case "tbl":
            tableDepth = max(0, tableDepth - 1)
            flushBeside()
        case "sp", "graphicFrame", "pic": flushBeside()
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isText { line += bytes }
    }

    private func endLine() {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return }
        if tableDepth > 0 {
            row += line + [0x20]
        } else {
            out.line(line)
        }
    }

    private func flushBeside() {
        guard tableDepth == 0 else { return }
        for text in beside { out.line(text) }
        beside = []
    }
}
