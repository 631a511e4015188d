/// Form feed, behind which a page begins: pages are laid out one by one.
enum PageBreak {
    static let sign: UInt8 = 12

    /// A line without the sign that it begins with.
    static func behind(_ line: Range<Int>, in text: TextBytes) -> Range<Int> {
        text[line.lowerBound] == sign && !line.isEmpty ? line.lowerBound + 1..<line.upperBound : line
    }

    /// Whether a line stands above another on the same page.
    static func hasAbove(_ line: Range<Int>, notBefore floor: Int, in text: TextBytes) -> Bool {
        line.lowerBound > max(floor, 0) && text[line.lowerBound - 1] != sign
    }
}
