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
            // The properties of the message; the compressed body begins eight bytes before its mark.
            case 0x0006_9003:
                if let mark = body.offset(of: "LZFu"), mark >= 8,
                    let rtf = CompressedRTF.content(Array(body.dropFirst(mark - 8)))
                {
                    try readRTF(rtf, part: "body rtf")
                }
            default: break
            }
            place += 9 + size + 2
            try budget.spendMember()
        }
    }
}
