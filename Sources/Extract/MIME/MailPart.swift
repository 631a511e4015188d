import Mail
import Model

/// A message, or a part of one: header fields and where the body begins (RFC 2045).
struct MailPart {
    private let header: Message
    let body: ArraySlice<UInt8>
    /// Lines of the header block that are no fields: somebody may have left out the empty line before the text.
    let strayLines: [ArraySlice<UInt8>]
    /// What it is where it does not say so.
    private let defaultType: String

    /// A message, which may have empty lines and a line of an mbox file before its first field.
    init(_ bytes: [UInt8]) { self.init(message: bytes[...]) }

    init(message bytes: ArraySlice<UInt8>) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.init(part: bytes.dropFirst(mark).drop { $0 == 0x0A || $0 == 0x0D })
    }

    /// A part of a message: an empty line at its start says that it has no fields.
    init(part bytes: ArraySlice<UInt8>, defaultType: String = "text/plain") {
        let (end, stray) = Self.headerEnd(bytes)
        // An empty block would be looked for behind empty lines.
        header = Message(bytes.first == 0x0A || bytes.first == 0x0D ? [] : bytes[..<end])
        body = bytes[end...]
        strayLines = stray
        self.defaultType = defaultType
    }

    /// Behind the first empty line.
    private static func headerEnd(_ bytes: ArraySlice<UInt8>) -> (Int, stray: [ArraySlice<UInt8>]) {
        var place = bytes.startIndex
        var stray: [ArraySlice<UInt8>] = []
        while place < bytes.endIndex {
            let feed = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[place..<feed]
            let start = place
            place = min(feed + 1, bytes.endIndex)
            if line.isEmpty || line.elementsEqual([0x0D]) { return (place, stray) }
            guard line.first != 0x20, line.first != 0x09, !isField(line) else { continue }
            if start > bytes.startIndex || !line.starts(with: "From ".utf8), stray.count < 1000 { stray.append(line) }
        }
        return (bytes.endIndex, stray)
    }

    /// Blanks before the colon are an old form.
    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.prefix(1 << 10).firstIndex(of: 0x3A) else { return false }
        return line[..<colon].prefix { (0x21...0x7E).contains($0) }.count
            + line[..<colon].reversed().prefix { $0 == 0x20 }.count == colon - line.startIndex
    }

    func fields(named name: String) -> [String] { header.all(name).map(\.text) }
    /// What a person may have written; what programs write about themselves and the way of a message is left out.
    func otherFields(than names: [String], atMost most: Int) -> [(name: String, value: String)] {
        let known = Set(names.map { $0.lowercased() })
        return header.fields.lazy.filter {
            let name = $0.name.lowercased()
            return !known.contains(name) && !Self.technical.contains { name.hasPrefix($0) }
        }.prefix(most).map { ($0.name, $0.text) }
    }

    private static let technical = [
        "x-", "arc-", "dkim-", "domainkey-", "received", "authentication-", "return-path", "delivered-to", "message-id",
        "in-reply-to", "references", "mime-version", "content-", "list-", "thread-index", "msip_labels", "precedence",
        "feedback-id", "autocrypt", "face", "user-agent", "snapshot-content-location", "status", "errors-to",
    ]

    func field(_ name: String) -> String? { header.first(name)?.text }

    /// `multipart/mixed`, in lower case.
    var type: String { MailParameters(field("Content-Type") ?? defaultType).value.lowercased() }
    func parameter(_ name: String) -> String? { MailParameters(field("Content-Type") ?? "")[name] }

    var isAttachment: Bool {
        MailParameters(field("Content-Disposition") ?? "").value.lowercased() == "attachment" || fileName != nil
    }

    var fileName: String? {
        MailParameters(field("Content-Disposition") ?? "")["filename"] ?? parameter("name")
    }

    /// The body without its transfer encoding.
    func content() -> [UInt8] {
        switch (field("Content-Transfer-Encoding") ?? "").lowercased() {
        case let name where name.contains("base64"): TransferEncoding.base64(body)
        case let name where name.contains("quoted-printable"): TransferEncoding.quotedPrintable(body)
        case let name where name.contains("uuencode"): TransferEncoding.unixEncoded(body)
        default: Array(body)
        }
    }
}
