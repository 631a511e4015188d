/// Kinds of text whose long lines go on in the next line, behind a space.
extension PlainText {
    /// Whether a text is of such a kind: a calendar or an address card (RFC 5545 and 6350), or an extract of a directory (LDIF, RFC 2849).
    static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = text.starts(with: "\u{FEFF}".utf8) ? 3 : 0
        let head = text[start..<min(text.count, start + 4_096)]
        return head.starts(with: "BEGIN:V".utf8) || isDirectory(head)
    }

    /// What is changed in a text that begins so.
    static func scope(of text: UnsafeBufferPointer<UInt8>) -> Scope {
        isFolded(text) ? .unfolded : isJSON(text) ? .escaped : .all
    }

    /// Whether its first line that is neither a comment nor the version names an entry.
    private static func isDirectory(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = head.first, "#vd\r\n".utf8.contains(first) else { return false }
        for line in head.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            if line.starts(with: "#".utf8) || line.starts(with: "version:".utf8) || line.starts(with: " ".utf8) {
                continue
            }
            return line.starts(with: "dn:".utf8)
        }
        return false
    }
}
