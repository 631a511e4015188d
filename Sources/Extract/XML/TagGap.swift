/// Tags of markup that follow each other, with at most one blank or hyphen at them, or one tag of another kind.
struct TagGap {
    private(set) var tags: [Range<Int>] = []
    private(set) var joiner: UInt8?
    /// Just behind it.
    private(set) var end: Int
    /// All are of looks, and text of one element goes on over them: they part no fields of a record and no places of a
    /// drawing.
    private(set) var isWithinText = true
    private var last: HTMLTag?

    /// - Returns: nil where a `<` begins no tag.
    init?(_ text: [UInt8], at start: Int) {
        end = start
        while end < text.count {
            if text[end] == UInt8(ascii: "<") {
                guard let tag = HTMLTag(text, at: end) else { break }
                let isOfLooks = Self.looks.contains(tag.name)
                guard isOfLooks || tags.isEmpty else { break }
                let next = min(max(tag.end, end + 1), text.count)
                tags.append(end..<next)
                end = next
                isWithinText = isWithinText && isOfLooks && !parts(tag)
                guard isOfLooks else { break }
                last = tag
            } else if Self.isJoiner(text[end]), joiner == nil, !tags.isEmpty {
                joiner = text[end]
                // A hyphen is text of the element around.
                if joiner != 0x20 { last = nil }
                end += 1
            } else {
                break
            }
        }
        if tags.isEmpty { return nil }
    }

    private func parts(_ tag: HTMLTag) -> Bool {
        if tag.name == "tspan" {
            if ["x", "y", "dx", "dy"].contains(where: { tag.attributes[$0] != nil }) { return true }
            if last?.name == "tspan" { return false }
        }
        return last?.isEnd == true && !tag.isEnd
    }

    static func isJoiner(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "-") }

    /// Not those that raise or lower: a number of a footnote is none of the number before it.
    private static let looks: Set<String> = [
        "b", "i", "u", "em", "strong", "span", "tspan", "font", "mark", "hi", "emph", "emphasis", "bold", "italic",
        "underline", "highlight", "small", "big", "tt",
    ]
}
