/// Words and numbers of markup that tags of looks cut: `CH09<b>98…</b>`, `<tspan>596-6</tspan><tspan>7-5180</tspan>`.
struct CutWords {
    private(set) var out: TextBuffer
    private var line: [UInt8] = []
    /// A tag has come since the last byte of text.
    private var isBehindTag = false
    private var isCut = false

    init(_ buffer: TextBuffer) { out = buffer }

    /// The text between other tags where a word of it is cut.
    mutating func read(_ text: [UInt8], check: () throws -> Void) rethrows {
        var (place, steps) = (0, 0)
        while place < text.count {
            steps &+= 1
            if steps % 2_048 == 0 { try check() }
            if text[place] == UInt8(ascii: "<"), let tag = HTMLTag(text, at: place) {
                if Self.looks.contains(tag.name) { isBehindTag = true } else { endLine() }
                place = max(tag.end, place + 1)
            } else {
                append(text[place])
                place += 1
            }
        }
        endLine()
    }

    private mutating func append(_ byte: UInt8) {
        if isBehindTag, Self.isOfWord(byte), line.last.map(Self.isOfWord) == true { isCut = true }
        isBehindTag = false
        line.append(byte < 0x20 ? 0x20 : byte)
        if line.count >= 1 << 16 { endLine() }
    }

    private mutating func endLine() {
        if isCut { out.line(line) }
        line.removeAll(keepingCapacity: true)
        (isCut, isBehindTag) = (false, false)
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
    }

    /// Not those that raise or lower: a number of a footnote is none of the number before it.
    private static let looks: Set<String> = [
        "b", "i", "u", "em", "strong", "span", "tspan", "font", "mark", "hi", "emph", "emphasis", "bold", "italic",
        "underline", "highlight", "small", "big", "tt",
    ]
}
