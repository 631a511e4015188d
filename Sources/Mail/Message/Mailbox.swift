/// An element of an address list before anything is decoded: offsets into the unfolded field.
struct Mailbox {
    struct Word {
        enum Kind { case atom, quoted, comment, encoded }
        var kind: Kind
        /// Without the quotes or parentheses around it; of an encoded word all of it.
        var range: Range<Int>
        /// A blank stands before it.
        var hasGap: Bool
    }

    /// The phrase, and the comments before and after the address.
    var words: [Word]
    /// Unquoted; empty where there is none.
    var address: [UInt8]
    /// The name of the group it stands in.
    var group: [Word] = []
    /// The source route before the address, without the colon; empty where there is none.
    var route: Range<Int> = 0..<0

    var hasPhrase: Bool { words.contains { $0.kind != .comment } }
    var hasComment: Bool { words.contains { $0.kind == .comment } }
}

extension [UInt8] {
    /// The content of quotes or of a comment, quoted pairs resolved (RFC 5322 §3.2.1).
    func unescaped(_ range: Range<Int>) -> [UInt8] {
        guard self[range].contains(UInt8(ascii: "\\")) else { return Array(self[range]) }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in self[range] {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
            } else {
                text.append(byte)
                isEscaped = false
            }
        }
        return text
    }
}
