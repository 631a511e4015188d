/// What a value is called in its own row: the cell before it, as in forms where a label and its value stand side by side, or what stands
/// before it in its cell.
struct RowLabel {
    /// The bytes that hold the label.
    let range: Range<Int>

    /// Bytes that a label has at most.
    private static let longest = 96
    /// Bytes of tags before a value that are looked at for the cell before its own.
    private static let longestTags = 512
    /// Bytes between a cell and the one before it.
    private static let longestGap = 64

    init?(before place: Int, in text: TextBytes) {
        let found =
            MarkupTable.isInCell(place, of: text)
            ? Self.markup(before: place, in: text) : Self.cell(before: place, in: text)
        guard let found, !found.isEmpty, found.count <= Self.longest else { return nil }
        range = found
    }

    /// The cell behind a value that stands first in a row of two.
    init?(behind value: Range<Int>, in text: TextBytes) {
        let line =
            text.lineStart(value.lowerBound, limit: Self.longest)..<text.lineEnd(value.upperBound, limit: Self.longest)
        guard !(line.lowerBound..<value.lowerBound).contains(where: { text[$0].isAlphanumeric }) else { return nil }
        var start = value.upperBound
        while start < line.upperBound, !text[start].isAlphanumeric, text[start] < 0x80 { start += 1 }
        var end = line.upperBound
        while end > start, text[end - 1] <= 32 || text[end - 1] == UInt8(ascii: "|") { end -= 1 }
        guard start < end, (value.upperBound..<start).contains(where: { Self.isSign($0, in: text) }),
            !(start..<end).contains(where: { Self.isSign($0, in: text) })
        else { return nil }
        range = start..<end
    }

    /// The text of the cell before the one that holds a place.
    private static func markup(before place: Int, in text: TextBytes) -> Range<Int>? {
        let least = max(0, place - longestTags)
        guard let own = MarkupTable.cellStart(before: place, notBefore: least, in: text) else { return nil }
        var end = own
        while let start = MarkupTable.cellStart(before: end, notBefore: least, in: text) {
            let content = min(MarkupTable.content(ofCellAt: start, in: text), end)..<end
            if let last = content.first(where: { text[$0] == UInt8(ascii: "<") }), last > content.lowerBound {
                return content.lowerBound..<last
            }
            end = start
        }
        return nil
    }

    /// What stands in the line before a place, up to the sign that parts its cell or the cell before that from others.
    private static func cell(before place: Int, in text: TextBytes) -> Range<Int>? {
        let line = text.lineStart(place, limit: longest + longestGap)
        var (end, isOpened) = (place, false)
        while end > line, !text[end - 1].isAlphanumeric, text[end - 1] < 0x80 {
            end -= 1
            // What stands before the bracket of its row is of another row.
            if text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "[") { isOpened = true }
            if isOpened, text[end] == UInt8(ascii: ")") || text[end] == UInt8(ascii: "]") { return nil }
        }
        var start = end
        while start > line, !isSign(start - 1, in: text) { start -= 1 }
        while start < end, text[start].isBlank { start += 1 }
        return start < end ? start..<end : nil
    }

    /// Whether a byte parts cells: a delimiter, the second of two blanks.
    private static func isSign(_ place: Int, in text: TextBytes) -> Bool {
        text[place].partsCells || text[place] == UInt8(ascii: "&") || text[place] == 32 && text[place - 1] == 32
    }
}
