import Model

/// Messages and their parts.
extension Extractor {
    /// - Parameter bytes: a message (RFC 5322), a web page saved as one, an mbox file, or a message of Apple Mail.
    func readMail(_ bytes: [UInt8]) throws {
        guard var mailbox = Mailbox(bytes) else { return try readMessage(of: bytes) }
        guard let first = mailbox.next(), first.endIndex < bytes.endIndex else { return try readMessage(bytes[...]) }
        var (message, number) = (Optional(first), 1)
        while let next = message {
            guard budget.hasMembers else { throw Halt.limit("more than \(limits.members) members") }
            try inside("message \(number)") { try readMessage(next) }
            (message, number) = (mailbox.next(), number + 1)
        }
    }

    /// Apple Mail writes the length of the message in front of it, and a list of properties behind it.
    private func readMessage(of bytes: [UInt8]) throws {
        let line = bytes.prefix { $0 != 0x0A }
        guard MessageHead.isLength(line), let length = Int(String(decoding: line.filter { $0 > 0x20 }, as: UTF8.self))
        else { return try readMessage(bytes[...]) }
        let content = bytes.dropFirst(line.count + 1)
        try readMessage(content.prefix(length))
        if content.count > length { try nested(Array(content.dropFirst(length)), named: "properties") }
    }

    private func readMessage(_ bytes: ArraySlice<UInt8>) throws {
        let mail = MailPart(message: bytes)
        var labels = LabelsFound()
        for field in mail.fields(named: "msip_labels") { MailLabels.add(field, to: &labels) }
        add(labels)
        var head = buffer()
        for name in Self.shown {
            for value in mail.fields(named: name) { head.line("\(name): \(value)") }
        }
        for (name, value) in mail.otherFields(than: Self.shown, atMost: 200) { head.line("\(name): \(value)") }
        emit(head, part: "headers", kind: .properties)
        try holding(.document) { try readMailPart(mail, number: "", depth: 0) }
    }

    private static let shown = [
        "From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Keywords", "Comments",
    ]

    private func readMailPart(_ part: MailPart, number: String, depth: Int) throws {
        if depth > 0 { try budget.spendMember() }
        guard depth <= limits.depth * 3 else { throw Halt.limit("a message nested deeper than \(limits.depth * 3)") }
        readStrayLines(of: part, number: number)
        let type = part.type
        if type.hasPrefix("multipart/") {
            if type == "multipart/encrypted" { throw Halt.encrypted("the message is encrypted") }
            if let boundary = part.parameter("boundary"), !boundary.isEmpty {
                return try readParts(part, boundary: boundary, number: number, depth: depth)
            }
        }
        let content = part.content()
        try budget.spend(bytes: content.count)
        try read(content, of: part, type: type, number: number)
    }

    private func readStrayLines(of part: MailPart, number: String) {
        var stray = buffer()
        for line in part.strayLines { stray.line(TextEncoding.decode(line, named: nil)) }
        emit(stray, part: number.isEmpty ? "body" : "body \(number)")
    }

    private func read(_ content: [UInt8], of part: MailPart, type: String, number: String) throws {
        let isMessage = type == "message/rfc822" || type == "message/global"
        let name = part.fileName ?? (isMessage ? "message" : "part \(number)")
        if type.hasSuffix("pkcs7-mime") || name.lowercased().hasSuffix(".p7m") {
            return try readCryptographic(content, of: part)
        }
        if name.lowercased().hasSuffix(".rpmsg") { return remarkProtected() }
        if isMessage { return try readAttachedMessage(content, named: name) }
        guard type.hasPrefix("text/"), !part.isAttachment else { return try nested(content, named: name) }
        try readBody(content, of: part, type: type, label: number.isEmpty ? "body" : "body \(number)")
    }

    /// A message because its type says so, however its fields look, unless it is plainly something else.
    func readAttachedMessage(_ content: [UInt8], named name: String) throws {
        switch Format(content, named: "") {
        case .mail, .text, .unknown:
            try inside(name) {
                try checkDepth()
                try readMessage(TextEncoding.narrowed(content)[...])
            }
        default: try nested(content, named: name)
        }
    }

    private func readBody(_ content: [UInt8], of part: MailPart, type: String, label: String) throws {
        let charset = part.parameter("charset")
        if type == "text/html" {
            let text = TextEncoding.decode(content, named: charset ?? HTMLCharset.declared(in: content))
            return try readHTML(text, part: "\(label) html")
        }
        if content.hasPrefix("{\\rtf") { return try readRTF(content, part: "\(label) rtf") }
        var text = buffer()
        let (plain, files) = UnixEncodedFiles.split(TextEncoding.decode(content, named: charset))
        text.append(plain)
        emit(text, part: label)
        for file in files {
            try budget.spend(bytes: file.content.count)
            try nested(file.content, named: file.name)
        }
        if InlinePGP.isEncrypted(plain) { throw Halt.encrypted("a part of the text is encrypted by PGP") }
    }

    private func readParts(_ part: MailPart, boundary: String, number: String, depth: Int) throws {
        // RFC 2046 §5.1.5.
        let type = part.type == "multipart/digest" ? "message/rfc822" : "text/plain"
        for (place, bytes) in Self.parts(of: part.body, boundary: boundary, atMost: limits.members).enumerated() {
            let inner = number.isEmpty ? "\(place + 1)" : "\(number).\(place + 1)"
            do {
                try readMailPart(MailPart(part: bytes, defaultType: type), number: inner, depth: depth + 1)
            } catch let halt as Halt {
                if case .limit = halt { throw halt }
                remark(halt)
            }
        }
    }

    /// Between lines that begin with the boundary; without a closing one up to the end.
    private static func parts(of body: ArraySlice<UInt8>, boundary: String, atMost most: Int) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var place = body.startIndex
        while place < body.endIndex, parts.count <= most {
            let feed = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
            let next = min(feed + 1, body.endIndex)
            if body[place..<feed].starts(with: mark) {
                if let start { parts.append(body[start..<place]) }
                start = body[place..<feed].dropFirst(mark.count).starts(with: "--".utf8) ? nil : next
            }
            place = next
        }
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }
}
