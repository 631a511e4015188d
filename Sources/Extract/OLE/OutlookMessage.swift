import Model

/// A message of Outlook (MS-OXMSG): header, bodies, recipients, attachments, messages in messages.
struct OutlookMessage {
    private var file: CompoundFile
    private let extractor: Extractor
    /// What was written lies in an attachment that only a key opens.
    private var isEncrypted = false

    init(_ file: CompoundFile, extractor: Extractor) {
        self.file = file
        self.extractor = extractor
    }

    /// - Parameter prefix: the storage of the message; empty for the file's own.
    mutating func read(prefix: String) throws {
        let headers = text(prefix, "007D") ?? ""
        readLabels(prefix, headers: headers)
        var head = extractor.buffer()
        for (name, id) in Self.fields {
            if let value = text(prefix, id), !value.isEmpty { head.line("\(name): \(value)") }
        }
        for entry in file.entries where entry.path.hasPrefix(prefix + "__recip_version1.0_") && !entry.isStream {
            for id in ["3001", "3003", "39FE"] { head.line(text(entry.path + "/", id) ?? "") }
        }
        extractor.emit(head, part: "headers", kind: .properties)
        try readBodies(prefix)
        try readAttachments(prefix)
        if isEncrypted { throw Halt.encrypted("the message is encrypted") }
    }

    private static let fields = [
        ("Subject", "0037"), ("From", "0C1A"), ("From address", "5D01"), ("To", "0E04"), ("Cc", "0E03"),
        ("Bcc", "0E02"),
    ]

    private mutating func readLabels(_ prefix: String, headers: String) {
        var labels = LabelsFound()
        var own = extractor.buffer()
        MailLabels.add(fromHeaders: headers, to: &labels)
        // A named property whose number depends on the file; its value begins like no other.
        for entry in file.entries where entry.path.hasPrefix(prefix + "__substg1.0_") && entry.isStream {
            let isWide = entry.name.hasSuffix("001F")
            guard entry.path == prefix + entry.name, entry.size < 1 << 16, isWide || entry.name.hasSuffix("001E") else {
                continue
            }
            let raw = file.content(of: entry)
            let text = isWide ? TextEncoding.utf16(raw) : TextEncoding.decode(raw, named: nil)
            let value = String(decoding: text, as: UTF8.self)
            if value.hasPrefix("MSIP_Label_") {
                MailLabels.add(value, to: &labels)
            } else if entry.name.dropFirst("__substg1.0_".count).first.map({ "89ABCDEF".contains($0) }) == true {
                own.line(value)
            }
        }
        extractor.emit(own, part: "fields", kind: .properties)
        extractor.add(labels)
    }

    private mutating func readBodies(_ prefix: String) throws {
        var plain = extractor.buffer()
        plain.append(text(prefix, "1000") ?? "")
        extractor.emit(plain, part: "body")
        if let html = html(prefix) {
            try extractor.readHTML(html, part: "body html")
        } else if let packed = file.content(prefix + "__substg1.0_10090102") {
            guard let rtf = CompressedRTF.content(packed) else {
                return extractor.remark(.damaged("the body is damaged"))
            }
            try extractor.readRTF(rtf, part: "body rtf")
        }
    }

    /// In UTF-8; kept as bytes or as a string.
    private mutating func html(_ prefix: String) -> [UInt8]? {
        if let bytes = file.content(prefix + "__substg1.0_10130102") {
            return TextEncoding.decode(bytes, named: HTMLCharset.declared(in: bytes))
        }
        return text(prefix, "1013").map { Array($0.utf8) }
    }

    private mutating func readAttachments(_ prefix: String) throws {
        let folders = file.entries.filter {
            !$0.isStream && $0.path.hasPrefix(prefix + "__attach_version1.0_") && $0.path == prefix + $0.name
        }
        for folder in folders {
            let inside = folder.path + "/"
            let name = text(inside, "3707") ?? text(inside, "3704") ?? "attachment"
            if let content = file.content(inside + "__substg1.0_37010102") {
                try extractor.budget.spend(bytes: content.count)
                try readAttachment(content, named: name, type: text(inside, "370E") ?? "", message: prefix)
            } else if file.entry(inside + "__substg1.0_3701000D/__properties_version1.0") != nil {
                var inner = OutlookMessage(file, extractor: extractor)
                try extractor.inside(name) { try inner.read(prefix: inside + "__substg1.0_3701000D/") }
            } else if file.entries.contains(where: { $0.path.hasPrefix(inside + "__substg1.0_3701000D/") }) {
                var object = CompoundDocument(file, extractor: extractor)
                try extractor.inside(name) {
                    guard try object.readEmbedded(below: inside + "__substg1.0_3701000D/") else {
                        throw Halt.unsupported("an object of an unknown kind")
                    }
                }
            } else if file.entry(inside + "__properties_version1.0") != nil {
                try extractor.inside(name) { throw Halt.unsupported("an attachment that is only referred to") }
            }
        }
    }

    private mutating func readAttachment(_ content: [UInt8], named name: String, type: String, message: String) throws {
        if name.lowercased().hasSuffix(".rpmsg") { return extractor.remarkProtected() }
        let isSecured = (text(message, "001A") ?? "").lowercased().hasPrefix("ipm.note.smime")
        if isSecured, CryptographicMessage(content)?.kind == .encrypted {
            isEncrypted = true
        } else if type.lowercased() == "multipart/signed" {
            try extractor.inside(name) { try extractor.readMail(content) }
        } else {
            try extractor.nested(content, named: name)
        }
    }

    /// A string property, Unicode or of the file's code page.
    private mutating func text(_ prefix: String, _ id: String) -> String? {
        if let wide = file.content("\(prefix)__substg1.0_\(id)001F") {
            return String(decoding: TextEncoding.utf16(wide), as: UTF8.self)
        }
        return file.content("\(prefix)__substg1.0_\(id)001E").map {
            String(decoding: TextEncoding.decode($0, named: nil), as: UTF8.self)
        }
    }
}
