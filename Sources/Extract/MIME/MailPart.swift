import Mail

/// A message, or a part of one: header fields and where the body begins (RFC 2045).
struct MailPart {
    private let header: Message
    let body: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    init(_ bytes: ArraySlice<UInt8>) {
        header = Message(bytes)
        let end = Self.headerEnd(bytes)
        body = bytes[end...]
    }

    /// Behind the first empty line.
    private static func headerEnd(_ bytes: ArraySlice<UInt8>) -> Int {
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let feed = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[place..<feed]
            place = min(feed + 1, bytes.endIndex)
            if line.isEmpty || line.elementsEqual([0x0D]) { return place }
        }
        return bytes.endIndex
    }

    func fields(named name: String) -> [String] { header.all(name).map(\.text) }
    func field(_ name: String) -> String? { header.first(name)?.text }
    var fieldCount: Int { header.fields.count }

    /// `multipart/mixed`, in lower case.
    var type: String { MailParameters(field("Content-Type") ?? "text/plain").value.lowercased() }
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
