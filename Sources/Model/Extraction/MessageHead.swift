/// Whether a text begins as a message does (RFC 5322, section 2.1): a header block with fields that messages have.
public enum MessageHead {
    private static let known: Set<String> = [
        "from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type",
        "delivered-to", "reply-to", "sender", "x-mailer", "dkim-signature", "x-sender", "snapshot-content-location",
        "arc-seal", "arc-message-signature", "arc-authentication-results", "authentication-results", "received-spf",
        "x-received", "in-reply-to", "thread-topic", "thread-index", "x-originating-ip",
    ]

    /// Bytes of a text that are looked at. What hosts write about the way of a message may fill several kilobytes.
    public static let size = 16_384

    /// - Parameters:
    ///   - head: the first bytes of the text, without white space before them.
    ///   - name: the file's, in lower case.
    public static func opens(_ head: ArraySlice<UInt8>, named name: String) -> Bool {
        var hits: Set<String> = []
        var rest = head
        var isNamed = [".eml", ".emlx", ".mht", ".mhtml", ".mbox"].contains { name.hasSuffix($0) }
        for number in 0..<200 {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest[line.endIndex...].dropFirst()
            let text = line.prefix(200)
            if text.isEmpty || text.elementsEqual([0x0D]) { break }
            if text.first == 0x20 || text.first == 0x09 { continue }
            guard let field = fieldName(of: text) else {
                if number == 0, text.starts(with: "From ".utf8) || isLength(text) {
                    if isSeparator(text) { isNamed = true }
                    continue
                }
                if text.starts(with: ">From ".utf8) { continue }
                break
            }
            if known.contains(field) { hits.insert(field) }
        }
        return hits.count >= (isNamed ? 1 : 3) || hits.isSuperset(of: ["mime-version", "content-type"])
    }

    /// The name of the field that a line begins, in lower case; nil where it begins none.
    public static func fieldName(of line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
            line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return String(decoding: line[..<colon], as: UTF8.self).lowercased()
    }

    /// Whether a line parts the messages of an mbox file: `From `, an address, a date with a time (RFC 4155, appendix A).
    public static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "From ".utf8) else { return false }
        let text = line.dropFirst(5).prefix(200)
        return text.indices.contains { place in
            guard text[place] == 0x3A, place - text.startIndex >= 2, text.endIndex - place > 2 else { return false }
            return [place - 2, place - 1, place + 1, place + 2].allSatisfy { (0x30...0x39).contains(text[$0]) }
        }
    }

    /// The number of bytes that Apple Mail writes in front of a message.
    public static func isLength(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.prefix { $0 > 0x20 }
        return !text.isEmpty && text.count < 10 && text.allSatisfy { (0x30...0x39).contains($0) }
            && line.dropFirst(text.count).allSatisfy { $0 <= 0x20 }
    }
}
