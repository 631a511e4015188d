/// The text of HTML as it is read: inline tags join, blocks end a line, cells get a tab. Scripts, comments and the values of
/// forms are text too: secrets stand there.
struct HTMLText {
    private var out: TextBuffer
    private var line: [UInt8] = []
    /// What comes behind the line.
    private var beside: [String] = []
    /// What comes behind the table, so that it does not part its rows.
    private var besideTable: [String] = []
    /// A blank has been read and not written.
    private var isBlankPending = false
    private var preDepth = 0
    private var rows = HTMLRows()

    /// Documents that stand in addresses of the `data:` scheme (RFC 2397).
    private(set) var embedded: [HTMLEmbedded] = []
    /// How many documents this one stands in.
    private let depth: Int

    init(_ buffer: TextBuffer, depth: Int = 0) {
        out = buffer
        self.depth = depth
    }

    mutating func finished() -> TextBuffer {
        endRow()
        flushBeside()
        return out
    }

    /// - Parameter bytes: UTF-8.
    mutating func read(_ bytes: [UInt8]) { read(bytes) {} }

    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - check: asked now and then whether to go on.
    mutating func read(_ bytes: [UInt8], check: () throws -> Void) rethrows {
        var place = 0
        var steps = 0
        while place < bytes.count {
            steps &+= 1
            if steps % 2_048 == 0 { try check() }
            switch bytes[place] {
            case UInt8(ascii: "<"): place = tag(bytes, at: place)
            case UInt8(ascii: "&"): place = reference(bytes, at: place)
            default:
                append(bytes[place])
                place += 1
            }
        }
    }

    private mutating func append(_ byte: UInt8) {
        if byte <= 0x20, preDepth == 0 || rows.isInRow {
            isBlankPending = true
            return
        }
        if byte == 0x0A { return endLine() }
        if isBlankPending, !line.isEmpty, line.last != 0x09 { line.append(0x20) }
        isBlankPending = false
        line.append(byte)
    }

    private mutating func endLine() {
        guard !rows.isRow else { return writeRow(isPart: false) }
        isBlankPending = false
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        guard !line.isEmpty else { return }
        rows.passLine()
        out.append(line)
        out.append(0x0A)
        line.removeAll(keepingCapacity: true)
        flushBeside()
    }

    private mutating func endRow() {
        isBlankPending = false
        let isRow = rows.isRow
        endCell(rows.endRow())
        guard isRow else { return endLine() }
        if line.last == 0x09 { line.removeLast() }
        writeRow(isPart: false)
    }

    private mutating func endCell(_ tabs: Int) {
        guard tabs > 0 else { return }
        while line.last == 0x20 { line.removeLast() }
        isBlankPending = false
        appendTabs(tabs)
    }

    private mutating func appendTabs(_ count: Int) {
        for _ in 0..<count { line.append(0x09) }
    }

    private mutating func writeRow(isPart: Bool) {
        isBlankPending = false
        while line.last == 0x20 { line.removeLast() }
        guard line.hasText else { return line.removeAll(keepingCapacity: true) }
        let lead = rows.lead(&line, isPart: isPart)
        if !lead.isEmpty { out.append(lead) }
        out.append(line)
        out.append(0x0A)
        line.removeAll(keepingCapacity: true)
        for text in beside { writeLine(text) }
        beside = []
    }

    /// A line that is no row.
    private mutating func writeLine(_ text: String) {
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
        rows.passLine()
        out.line(text)
    }

    private mutating func flushBeside() {
        for text in beside + besideTable { writeLine(text) }
        (beside, besideTable) = ([], [])
    }

    private mutating func set(beside text: String) {
        if rows.isInTable { besideTable.append(text) } else { beside.append(text) }
    }

    private mutating func reference(_ bytes: [UInt8], at place: Int) -> Int {
        let name = bytes[(place + 1)...].prefix(32).prefix {
            $0 != UInt8(ascii: ";") && $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&")
        }
        guard !name.isEmpty, let text = HTMLReferences.text(of: String(decoding: name, as: UTF8.self)) else {
            append(bytes[place])
            return place + 1
        }
        for byte in text.utf8 { append(byte) }
        return name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
            ? name.endIndex + 1 : name.endIndex
    }

    /// - Returns: where to read on.
    private mutating func tag(_ bytes: [UInt8], at place: Int) -> Int {
        if bytes[place...].starts(with: "<!--".utf8) { return comment(bytes, at: place) }
        guard let parsed = HTMLTag(bytes, at: place) else {
            append(bytes[place])
            return place + 1
        }
        apply(parsed)
        guard !parsed.isEnd, ["script", "style", "textarea", "title"].contains(parsed.name) else { return parsed.end }
        return rawText(bytes, of: parsed)
    }

    private mutating func comment(_ bytes: [UInt8], at place: Int) -> Int {
        let start = place + 4
        let length = bytes[min(start, bytes.count)...].offset(of: "-->") ?? bytes.count - min(start, bytes.count)
        let text = bytes.bytes(at: start, count: length)
        if text.hasText {
            // What only some programs show is a document too: `[if mso]>…<![endif]`.
            let isConditional = text.starts(with: "[if".utf8)
            let content = isConditional ? text.drop { $0 != UInt8(ascii: ">") }.dropFirst() : text
            if isConditional { readInner(Array(content)) } else { set(beside: String(decoding: text, as: UTF8.self)) }
        }
        return min(bytes.count, start + length + 3)
    }

    /// A document in the document; deeper ones are text.
    private mutating func readInner(_ bytes: [UInt8]) {
        guard depth < 4 else { return set(beside: String(decoding: bytes, as: UTF8.self)) }
        // All of it came out of this document and is no longer than that.
        var inner = HTMLText(TextBuffer(limit: .max / 2), depth: depth + 1)
        inner.read(bytes) {}
        set(beside: String(decoding: inner.finished().bytes, as: UTF8.self))
        embedded += inner.embedded.prefix(64 - embedded.count)
    }

    private mutating func rawText(_ bytes: [UInt8], of tag: HTMLTag) -> Int {
        let rest = bytes[tag.end...]
        let length = rest.offset(ofEndTag: tag.name) ?? rest.count
        if tag.name == "script", rows.isInTable {
            set(beside: String(decoding: rest.prefix(length), as: UTF8.self))
        } else if tag.name != "style", rows.isInRow {
            for byte in rest.prefix(length) { append(byte) }
        } else if tag.name != "style" {
            endLine()
            let text = rest.prefix(length)
            if tag.name == "script" { out.line(Array(text)) } else { for byte in text { append(byte) } }
            endLine()
        }
        return tag.end + length
    }

    private mutating func apply(_ tag: HTMLTag) {
        switch tag.name {
        case "td", "th":
            endCell(rows.endCell())
            if !tag.isEnd { appendTabs(rows.beginCell(tag)) }
        case "tr":
            endRow()
            if !tag.isEnd { rows.beginRow() }
        case "table": if tag.isEnd { endTable() } else { beginTable() }
        case "thead", "tbody", "tfoot":
            endRow()
            rows.passGroup()
        case "br": if rows.isInRow { isBlankPending = true } else { endLine() }
        case "pre": preDepth = tag.isEnd ? max(0, preDepth - 1) : preDepth + 1
        case let name where Self.blocks.contains(name):
            if rows.isInRow { isBlankPending = true } else { endLine() }
        default: break
        }
        if !tag.isEnd { besideValues(of: tag) }
    }

    private mutating func beginTable() {
        if rows.isRow { writeRow(isPart: true) } else { endLine() }
        rows.beginTable()
    }

    private mutating func endTable() {
        endRow()
        rows.endTable()
        flushBeside()
        if rows.isRow { appendTabs(rows.tabs) }
    }

    private mutating func besideValues(of tag: HTMLTag) {
        for (key, value) in tag.attributes where value.utf8.count > 2 {
            switch (tag.name, key) {
            case (_, "href"), (_, "src"), (_, "data"):
                if let file = HTMLEmbedded(value) {
                    if embedded.count < 64 { embedded.append(file) }
                } else if tag.name == "a" || tag.name == "area", !value.hasPrefix("#") {
                    set(beside: percentDecoded(value))
                }
            case ("iframe", "srcdoc"): readInner(Array(value.utf8))
            case (_, let name) where Self.spoken.contains(name): set(beside: value)
            case (_, "value") where Self.valued.contains(tag.name), ("meta", "content"):
                beside.append("\(tag.attributes["name"] ?? tag.attributes["id"] ?? ""): \(value)")
            case (_, _) where key.hasPrefix("data-"): set(beside: "\(key): \(value)")
            default: break
            }
        }
    }

    /// Attributes that are shown or read out.
    private static let spoken: Set<String> = [
        "alt", "title", "placeholder", "summary", "string", "label", "aria-label", "aria-description",
        "aria-valuetext", "aria-placeholder", "aria-roledescription",
    ]
    /// Elements with a value.
    private static let valued: Set<String> = ["input", "option", "param", "data", "button", "output"]
    private static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "form",
        "section", "article", "header", "footer", "blockquote", "hr", "option", "select", "label", "fieldset", "legend",
        "caption", "title", "body", "html", "head", "address", "main", "nav", "aside", "figure", "figcaption", "shape",
    ]
}

extension ArraySlice<UInt8> {
    var hasText: Bool { contains { $0 > 0x20 } }

    /// The offset of `</name`, in any case.
    fileprivate func offset(ofEndTag name: String) -> Int? {
        let wanted = Array("</\(name)".utf8)
        var place = startIndex
        while let next = self[place...].firstIndex(of: UInt8(ascii: "<")) {
            if endIndex - next >= wanted.count,
                zip(self[next...], wanted).allSatisfy({ $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 })
            {
                return next - startIndex
            }
            place = next + 1
        }
        return nil
    }
}
