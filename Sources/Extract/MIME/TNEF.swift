import Model

/// `winmail.dat` (MS-OXTNEF): subject, body and attachments.
extension Extractor {
    func readTNEF(_ bytes: [UInt8]) throws {
        var place = 6
        var name = "attachment"
        while let kind = bytes.u32(at: place + 1), let size = bytes.u32(at: place + 5) {
            let body = bytes.bytes(at: place + 9, count: size)
            switch kind {
            // Subject and body.
            case 0x0001_8004, 0x0002_800C:
                var text = buffer()
                text.append(TextEncoding.decode(body.prefix { $0 != 0 }, named: nil))
                emit(text, part: "body")
            case 0x0001_8010:
                name = String(decoding: TextEncoding.decode(body.prefix { $0 != 0 }, named: nil), as: UTF8.self)
            case 0x0006_800F: try nested(Array(body), named: name)
            // The properties of the message, and those of an attachment.
            case 0x0006_9003: try readProperties(body)
            case 0x0006_9005: try readObject(body, named: name)
            default: break
            }
            place += 9 + size + 2
            try budget.spendMember()
        }
    }

    private func readProperties(_ body: ArraySlice<UInt8>) throws {
        var hasRTF = false
        for property in MAPIProperty.all(body) {
            try budget.spend(bytes: property.value.count)
            switch property.id {
            case 0x0037, 0x1000:
                var text = buffer()
                text.append(property.text)
                emit(text, part: "body")
            case 0x1013:
                let charset = property.isString ? nil : HTMLCharset.declared(in: Array(property.value))
                try readHTML(
                    property.isString ? property.text : TextEncoding.decode(property.value, named: charset),
                    part: "body html")
            case 0x1009:
                hasRTF = true
                guard let rtf = CompressedRTF.content(Array(property.value)) else {
                    remark(.damaged("the body is damaged"))
                    continue
                }
                try readRTF(rtf, part: "body rtf")
            default: break
            }
        }
        // The compressed body begins eight bytes before its mark.
        if !hasRTF, let mark = body.offset(of: "LZFu"), mark >= 8,
            let rtf = CompressedRTF.content(Array(body.dropFirst(mark - 8)))
        {
            try readRTF(rtf, part: "body rtf")
        }
    }

    /// An attached message or object stands behind the kind of its interface, of sixteen bytes.
    private func readObject(_ body: ArraySlice<UInt8>, named name: String) throws {
        let properties = MAPIProperty.all(body)
        let own = properties.first { $0.id == 0x3707 } ?? properties.first { $0.id == 0x3704 }
        guard let data = properties.first(where: { $0.id == 0x3701 }) else { return }
        let content = Array(data.isObject ? data.value.dropFirst(16) : data.value)
        try budget.spend(bytes: content.count)
        try nested(content, named: own.map { String(decoding: $0.text, as: UTF8.self) } ?? name)
    }
}
