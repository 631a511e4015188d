/// Whether a text begins as a message does (RFC 5322, section 2.1): a header block with fields that messages have.
public enum MessageHead {
    private static let known: Set<String> = [
        "from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type",
        "delivered-to", "reply-to", "sender", "x-mailer", "dkim-signature", "x-sender", "snapshot-content-location",
    ]

    /// Bytes of a text that are looked at.
    public static let size = 4096

    /// - Parameters:
    ///   - head: the first bytes of the text, without white space before them.
    ///   - name: the file's, in lower case.
    public static func opens(_ head: ArraySlice<UInt8>, named name: String) -> Bool {
        var hits: Set<String> = []
        var rest = head
        for _ in 0..<40 {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest[line.endIndex...].dropFirst()
            let text = line.prefix(200)
            if text.isEmpty || text.elementsEqual([0x0D]) { break }
            if text.first == 0x20 || text.first == 0x09 { continue }
            guard let colon = text.firstIndex(of: 0x3A), !text[..<colon].contains(0x20) else {
                if hits.isEmpty, text.starts(with: "From ".utf8) { continue }
                break
            }
            let field = String(decoding: text[..<colon], as: UTF8.self).lowercased()
            if known.contains(field) { hits.insert(field) }
        }
        let isNamed = [".eml", ".mht", ".mhtml"].contains { name.hasSuffix($0) }
        return hits.count >= (isNamed ? 1 : 3) || hits.isSuperset(of: ["mime-version", "content-type"])
    }
}
