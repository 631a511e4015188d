import Model

/// Messages and their parts.
extension Extractor {
    /// - Parameter bytes: a message (RFC 5322), or a web page saved as one.
    func readMail(_ bytes: [UInt8]) throws {
        let mail = MailPart(bytes)
        var labels = LabelsFound()
        for field in mail.fields(named: "msip_labels") { MailLabels.add(field, to: &labels) }
        add(labels)
        var head = buffer()
        for name in ["From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Keywords", "Comments"] {
            for value in mail.fields(named: name) { head.line("\(name): \(value)") }
        }
        emit(head, part: "headers", kind: .properties)
        try readMailPart(mail, number: "", depth: 0)
    }

    private func readMailPart(_ part: MailPart, number: String, depth: Int) throws {
        try budget.spendMember()
        guard depth <= limits.depth * 3 else { throw Halt.limit("a message nested deeper than \(limits.depth * 3)") }
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

    private func read(_ content: [UInt8], of part: MailPart, type: String, number: String) throws {
        let name = part.fileName ?? (type == "message/rfc822" ? "message" : "part \(number)")
        if type.hasSuffix("pkcs7-mime") {
            let isSigned = (part.parameter("smime-type") ?? "").hasPrefix("signed")
            // The content of a signed message in one piece lies inside of its signature.
            guard isSigned else { throw Halt.encrypted("the message is encrypted") }
            return remark(.damaged("a signed message whose content is inside of the signature"))
        }
        if name.lowercased().hasSuffix(".rpmsg") { return remarkProtected() }
        guard type.hasPrefix("text/"), !part.isAttachment else { return try nested(content, named: name) }
        let label = number.isEmpty ? "body" : "body \(number)"
        let charset = part.parameter("charset")
        if type == "text/html" {
            var html = HTMLText(buffer())
            html.read(TextEncoding.decode(content, named: charset ?? HTMLCharset.declared(in: content)))
            emit(html.finished(), part: "\(label) html")
        } else {
            var text = buffer()
            text.append(TextEncoding.decode(content, named: charset))
            emit(text, part: label)
        }
    }

    private func readParts(_ part: MailPart, boundary: String, number: String, depth: Int) throws {
        for (place, bytes) in Self.parts(of: part.body, boundary: boundary, atMost: limits.members).enumerated() {
            let inner = number.isEmpty ? "\(place + 1)" : "\(number).\(place + 1)"
            do {
                try readMailPart(MailPart(bytes), number: inner, depth: depth + 1)
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
