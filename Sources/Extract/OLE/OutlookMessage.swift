import Model

/// A message of Outlook (MS-OXMSG): header, bodies, recipients, attachments, messages in messages.
struct OutlookMessage {
    private var file: CompoundFile
    private let extractor: Extractor

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
    }

    private static let fields = [
        ("Subject", "0037"), ("From", "0C1A"), ("From address", "5D01"), ("To", "0E04"), ("Cc", "0E03"),
        ("Bcc", "0E02"),
    ]

    private mutating func readLabels(_ prefix: String, headers: String) {
        var labels = LabelsFound()
        MailLabels.add(fromHeaders: headers, to: &labels)
        // A named property whose number depends on the file; its value begins like no other.
        for entry in file.entries where entry.path.hasPrefix(prefix + "__substg1.0_") && entry.name.hasSuffix("001F") {
            guard entry.path == prefix + entry.name, entry.size < 1 << 16 else { continue }
            let value = String(decoding: TextEncoding.utf16(file.content(of: entry)), as: UTF8.self)
            if value.hasPrefix("MSIP_Label_") { MailLabels.add(value, to: &labels) }
        }
        extractor.add(labels)
    }

    private mutating func readBodies(_ prefix: String) throws {
        var plain = extractor.buffer()
        plain.append(text(prefix, "1000") ?? "")
        extractor.emit(plain, part: "body")
        if let html = file.content(prefix + "__substg1.0_10130102") {
            var reader = HTMLText(extractor.buffer())
            reader.read(TextEncoding.decode(html, named: HTMLCharset.declared(in: html)))
            extractor.emit(reader.finished(), part: "body html")
        } else if plain.isEmpty, let packed = file.content(prefix + "__substg1.0_10090102") {
            guard let rtf = CompressedRTF.content(packed) else {
                return extractor.remark(.damaged("the body is damaged"))
            }
            try extractor.readRTF(rtf, part: "body rtf")
        }
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
                try extractor.nested(content, named: name)
            } else if file.entry(inside + "__substg1.0_3701000D/__properties_version1.0") != nil {
                var inner = self
                try extractor.inside(name) { try inner.read(prefix: inside + "__substg1.0_3701000D/") }
            }
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
