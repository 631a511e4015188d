import Model

/// What a file is, by its content; its name decides only between kinds of text.
enum Format {
    case zip, compound, pdf, rtf, archive, image, wordless, protected, cryptographic, tnef, mail, html,
        flatOpenDocument, wordXML, spreadsheetXML, program, text, unknown

    init(_ bytes: [UInt8], named name: String) {
        let name = name.lowercased()
        self = Self.bySignature(bytes, name: name) ?? Self.byText(bytes, name: name)
    }

    private static func bySignature(_ bytes: [UInt8], name: String) -> Format? {
        if bytes.starts(with: CompoundFile.magic) { return .compound }
        if bytes.hasPrefix("PK\u{3}\u{4}") || bytes.hasPrefix("PK\u{5}\u{6}") || bytes.hasPrefix("PK00PK\u{3}") {
            return .zip
        }
        let document = PDFSignature(bytes)
        if document?.isAtStart == true { return document?.isMention(named: name) == true ? .text : .pdf }
        if bytes.drop(while: { $0 <= 0x20 }).hasPrefix("{\\rtf") || bytes.dropFirst(3).hasPrefix("{\\rtf") {
            return .rtf
        }
        if Sealed.isProtected(bytes) { return .protected }
        if bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22]) { return .tnef }
        if CryptographicMessage(bytes) != nil { return .cryptographic }
        if ArchiveSignature.isOne(bytes) { return .archive }
        let isText = bytes.isClear(within: 4096)
        if !isText, isImage(bytes) { return .image }
        if let document, !document.isMention(named: ""), !isText || byText(bytes, name: name) == .text { return .pdf }
        if ZipArchive.isAtEnd(of: bytes) { return .zip }
        if SelfExtracting.isProgram(bytes) { return .program }
        return !isText && Wordless.isOne(bytes) ? .wordless : nil
    }

    private static func isImage(_ bytes: [UInt8]) -> Bool {
        if bytes.hasPrefix("GIF8") || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
            || bytes.starts(with: [0xFF, 0xD8, 0xFF])
        {
            return true
        }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return true }
        if bytes.hasPrefix("RIFF"), bytes.bytes(at: 8, count: 4).hasPrefix("WEBP") { return true }
        // JPEG 2000, as a file and as a stream.
        if bytes.starts(with: [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20]) || bytes.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) {
            return true
        }
        if UnreadableImage.name(bytes) != nil { return true }
        return bytes.hasPrefix("BM") && bytes.u32(at: 2) == bytes.count
    }

    private static func byText(_ bytes: [UInt8], name: String) -> Format {
        let head = (TextEncoding.decode(Array(bytes.prefix(MessageHead.size))) ?? []).drop { $0 <= 0x20 }
        let lowered = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
        if lowered.hasPrefix("<?xml") || lowered.hasPrefix("<office:document") || lowered.hasPrefix("<workbook") {
            if lowered.contains("<office:document") { return .flatOpenDocument }
            let marks = ["progid=\"word.document\"", "<w:worddocument"]
            if marks.contains(where: { lowered.contains($0) }) { return .wordXML }
            if lowered.contains("urn:schemas-microsoft-com:office:spreadsheet"), lowered.contains("workbook") {
                return .spreadsheetXML
            }
        }
        if isHTML(lowered, name: name) { return .html }
        if MessageHead.opens(head, named: name) { return .mail }
        if lowered.hasPrefix("-----begin pgp message") || lowered.hasPrefix("-----begin age encrypted") {
            return .protected
        }
        return .text
    }

    private static func isHTML(_ head: String, name: String) -> Bool {
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return true }
        if head.hasPrefix("<"), head.contains("<html") || head.contains("<body") || head.contains("<table") {
            return true
        }
        return name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
    }
}
