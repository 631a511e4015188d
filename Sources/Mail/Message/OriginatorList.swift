/// The readings of all fields of one name, each kept once.
struct OriginatorList {
    let field: String
    private(set) var views: [OriginatorView] = []
    private(set) var defects: Set<MessageDefect> = []
    /// Elements of the lists as RFC 5322 reads them, and those with an address.
    private(set) var elementCount = 0
    private(set) var mailboxCount = 0
    private var seen: Set<[String]> = []

    init(field: String) { self.field = field }

    /// - Parameters:
    ///   - text: an unfolded field body.
    ///   - charset: asked where the bytes say no charset themselves.
    mutating func take(_ text: [UInt8], isAfterBareCR: Bool, charset: () -> Charset?) {
        let isRaw = !HeaderText.isUTF8(text)
        let parse = MailboxParse(text, atMost: Originators.mostMailboxes - min(elementCount, Originators.mostMailboxes))
        defects.formUnion(parse.defects)
        elementCount += parse.mailboxes.count
        mailboxCount += parse.mailboxes.count { !$0.address.isEmpty }
        let reading: OriginatorView.Reading = isAfterBareCR ? .afterBareCR : isRaw ? .rawBytes : .rfc5322
        add(parse, as: reading, charset: nil)
        if isRaw {
            defects.insert(.unmarkedCharset)
            if let charset = charset(), charset.isLegacy { add(parse, as: .rawBytes, charset: charset) }
        }
        if text.contains(UInt8(ascii: "=")) { takeDecoded(text) }
        takeCut(text)
    }

    /// What a client sees that decodes first and parses then. A decoded comma parts mailboxes only where each part has an
    /// address; between the names of one person it is a comma.
    private mutating func takeDecoded(_ text: [UInt8]) {
        guard EncodedWordReader(text).mark(from: 0) != nil else { return }
        let decoded = Array(HeaderText.decoded(text).utf8)
        guard decoded != text else { return }
        let parse = MailboxParse(decoded, atMost: Originators.mostMailboxes)
        guard parse.mailboxes.count == 1 || parse.mailboxes.allSatisfy({ $0.address.contains(UInt8(ascii: "@")) })
        else { return }
        add(parse, as: .sloppyClient, charset: nil)
    }

    private mutating func takeCut(_ text: [UInt8]) {
        guard let cut = text.firstIndex(where: { $0 == 0 || $0 == 0x0D }), cut > 0 else { return }
        add(MailboxParse(Array(text[..<cut]), atMost: Originators.mostMailboxes), as: .cutShort, charset: nil)
    }

    private mutating func add(_ parse: MailboxParse, as reading: OriginatorView.Reading, charset: Charset?) {
        let strict = MailboxName(bytes: parse.bytes, manner: .strict, charset: charset)
        let sloppy = MailboxName(bytes: parse.bytes, manner: .sloppy, charset: charset)
        var waiting: [String] = []
        for mailbox in parse.mailboxes {
            let name = strict.text(of: mailbox)
            let address = HeaderText.plain(mailbox.address)
            add(reading, name, address)
            if !mailbox.route.isEmpty {
                add(.sourceRoute, HeaderText.plain(Array(parse.bytes[mailbox.route])), address)
            }
            if mailbox.words.contains(where: { $0.kind == .quoted || $0.kind == .comment }) {
                add(.sloppyClient, sloppy.text(of: mailbox), address)
            }
            if !mailbox.group.isEmpty { add(.groupName, strict.text(of: mailbox.group), address) }
            if address.isEmpty {
                if !name.isEmpty { waiting.append(name) }
            } else if !waiting.isEmpty {
                add(.joinedList, (waiting + [name]).filter { !$0.isEmpty }.joined(separator: ", "), address)
                waiting = []
            }
        }
    }

    private mutating func add(_ reading: OriginatorView.Reading, _ name: String, _ address: String) {
        guard !name.isEmpty || !address.isEmpty else { return }
        guard isNew(name, address) else { return }
        views.append(OriginatorView(field: field, reading: reading, displayName: name, address: address))
    }

    /// Readings that differ in nothing but how they came about are one.
    private mutating func isNew(_ name: String, _ address: String) -> Bool {
        if seen.isEmpty {
            guard !views.contains(where: { $0.displayName == name && $0.address == address }) else { return false }
            // Few readings are compared faster than hashed.
            if views.count < 8 { return true }
            seen = Set(views.map { [$0.displayName, $0.address] })
        }
        return seen.insert([name, address]).inserted
    }
}
