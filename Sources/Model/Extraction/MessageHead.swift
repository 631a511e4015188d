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
    public static func opens(_ head: some Collection<UInt8>, named name: String) -> Bool {
        var hits: Set<String> = []
        for line in head.split(separator: 0x0A, maxSplits: 40, omittingEmptySubsequences: false).prefix(40) {
            let text = String(decoding: line.prefix(200), as: UTF8.self)
            if text.isEmpty || text == "\r" { break }
            if text.hasPrefix(" ") || text.hasPrefix("\t") { continue }
            guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(" ") else {
                if hits.isEmpty, text.hasPrefix("From ") { continue }
                break
            }
            let field = text[..<colon].lowercased()
            if known.contains(field) { hits.insert(field) }
        }
        let isNamed = [".eml", ".mht", ".mhtml"].contains { name.hasSuffix($0) }
        return hits.count >= (isNamed ? 1 : 3) || hits.isSuperset(of: ["mime-version", "content-type"])
    }
}
