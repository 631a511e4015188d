/// Text of IBM's large machines, which has other places for all letters and digits than ASCII.
enum EBCDIC {
    /// The code page of the United States; those of Europe differ from it in brackets and letters with marks, not in digits and words.
    static let name = "IBM037"

    /// Whether nearly all bytes are letters, digits and signs of EBCDIC, blanks among them, and hardly any is the blank of ASCII.
    static func isText(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(4_096)
        guard sample.count >= 16 else { return false }
        var counts = [Int](repeating: 0, count: 256)
        for byte in sample { counts[Int(byte)] += 1 }
        func share(_ members: [ClosedRange<Int>]) -> Int {
            members.reduce(0) { $0 + counts[$1].reduce(0, +) } * 100 / sample.count
        }
        return share(words) >= 55 && share(words + signs) >= 96 && share([blank]) >= 3 && counts[0x20] == 0
    }

    /// `a` to `i`, `j` to `r`, `s` to `z`, the capitals, digits.
    private static let words: [ClosedRange<Int>] = [
        0x81...0x89, 0x91...0x99, 0xA2...0xA9, 0xC1...0xC9, 0xD1...0xD9, 0xE2...0xE9, 0xF0...0xF9,
    ]
    private static let blank = 0x40...0x40
    /// Tab, ends of lines, blank, punctuation.
    private static let signs: [ClosedRange<Int>] = [
        0x05...0x05, 0x0D...0x0D, 0x15...0x15, 0x25...0x25, 0x40...0x40, 0x4A...0x50, 0x5A...0x61, 0x6A...0x6F,
        0x79...0x7F, 0xC0...0xC0, 0xD0...0xD0, 0xE0...0xE0,
    ]

    /// The character for a new line, which is none elsewhere, as one.
    /// - Parameter text: UTF-8.
    static func withLineEnds(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        for byte in text {
            // U+0085 in UTF-8.
            if byte == 0x85, out.last == 0xC2 {
                out[out.count - 1] = 0x0A
            } else {
                out.append(byte)
            }
        }
        return out
    }
}
