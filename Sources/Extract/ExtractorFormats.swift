import Model

/// Which reader a document gets.
extension Extractor {
    func read(_ bytes: [UInt8], named name: String) throws {
        try budget.checkTime()
        guard !bytes.isEmpty else { return }
        let kind = name.lowercased()
        if [".pfile", ".ptxt", ".ppdf", ".pjpg", ".ppng"].contains(where: { kind.hasSuffix($0) }),
            !bytes.hasPrefix("%PDF")
        {
            throw Halt.encrypted("protected by rights management")
        }
        if [".gpg", ".pgp"].contains(where: { kind.hasSuffix($0) }), InlinePGP.beginsEncrypted(bytes) {
            throw Halt.encrypted("encrypted by PGP")
        }
        switch Format(bytes, named: name) {
        case .zip: try readZip(bytes, named: name)
        case .compound:
            try holding(.document) {
                var document = try CompoundDocument(bytes, extractor: self)
                try document.read()
            }
        case .pdf: try readPDF(bytes)
        case .rtf: try holding(.document) { try readRTF(bytes, part: "") }
        case .archive: try holding(.archive) { try readArchive(bytes, named: name) }
        case .program: try readProgram(bytes)
        case .image: try readImage(bytes)
        case .wordless: throw Halt.wordless("a picture, font, sound or film")
        case .protected: throw Halt.encrypted("protected by rights management or a key")
        case .tnef: try readTNEF(bytes)
        case .mail: try readMail(TextEncoding.narrowed(bytes))
        case .cryptographic:
            guard let message = CryptographicMessage(bytes) else { throw Halt.damaged("the message is damaged") }
            try read(message, named: name)
        case .html:
            try holding(.document) {
                try readHTML(TextEncoding.decode(bytes, named: HTMLCharset.declared(in: bytes)), part: "")
            }
        case .flatOpenDocument: try readFlat(bytes, with: OpenDocumentText(buffer())) { $0.finished() }
        case .wordXML: try readFlat(bytes, with: WordText(buffer())) { $0.finished() }
        case .spreadsheetXML: try readSpreadsheetXML(bytes)
        case .text, .unknown: try readText(bytes, named: kind)
        }
    }

    private func readZip(_ bytes: [UInt8], named name: String) throws {
        guard let archive = ZipArchive(bytes, limits: limits) else { throw Halt.damaged("the archive is damaged") }
        try readBeginning(before: archive)
        if OfficePackage.isOne(archive) {
            return try holding(.document) {
                var package = OfficePackage(archive, extractor: self)
                try package.read(named: name)
            }
        }
        if OpenDocument.isOne(archive) {
            return try holding(.document) { try OpenDocument(extractor: self, archive: archive).read() }
        }
        if !archive.isDamaged, OfficeMainPart.isExpected(in: name) { remark(OfficeMainPart.missing) }
        try holding(.archive) { try readMembers(of: archive) }
    }

    private func readMembers(of archive: ZipArchive) throws {
        guard archive.members.allSatisfy({ $0.isReadable || $0.isEncrypted || $0.isFolder }) else {
            return try readArchive(archive.bytes, named: "")
        }
        if archive.isDamaged { remark(.damaged("the archive is cut off")) }
        for member in archive.members where !member.isFolder {
            try inside(member.name) {
                let content = try content(of: member, of: archive)
                try nestedHere(content, named: member.name)
            }
        }
    }

    func readRTF(_ bytes: [UInt8], part: String) throws {
        var reader = RTFText(bytes, buffer: buffer(), keepsPictures: true)
        let (text, fault) = reader.read { try budget.checkTime() }
        add(reader.labels)
        emit(text, part: part)
        if let fault { throw fault }
        for (place, object) in reader.data.objects.enumerated() {
            try nested(EmbeddedObject.content(object), named: "object \(place + 1)")
        }
        for (place, picture) in reader.data.pictures.enumerated() {
            let name = "image \(place + 1)"
            if readsImages {
                try nested(picture, named: name)
            } else if Format(picture, named: "") == .image {
                pass(picture: picture, named: name)
            }
        }
    }

    /// - Parameter text: UTF-8.
    func readHTML(_ text: [UInt8], part: String) throws {
        var reader = HTMLText(buffer())
        // What was read before the time was used up counts.
        let halt = Result { try reader.read(text) { try budget.checkTime() } }
        emit(reader.finished(), part: part)
        try halt.get()
        for (place, file) in reader.embedded.enumerated() {
            let name = "data \(place + 1)"
            guard readsImages || !file.type.hasPrefix("image/") else {
                if Format(file.content, named: "") == .image { pass(picture: file.content, named: name) }
                continue
            }
            try budget.spend(bytes: file.content.count)
            try nested(file.content, named: name)
        }
    }

    private func readFlat<Handler: XMLHandler>(
        _ bytes: [UInt8], with handler: Handler, _ text: (Handler) -> TextBuffer
    ) throws {
        defer { emit(text(handler), part: "") }
        try readXML(bytes, with: handler)
    }

    /// What stands before an archive: the program that unpacks it, or text.
    private func readBeginning(before archive: ZipArchive) throws {
        guard !archive.bytes.hasPrefix("PK"), let end = archive.members.map(\.offset).min() else { return }
        let beginning = Array(archive.bytes[..<min(end, archive.bytes.count)])
        guard !SelfExtracting.isProgram(beginning) else { return }
        guard let found = TextEncoding.decode(beginning, atMost: limits.text) else {
            return remark(.unsupported("what stands before the archive is not read"))
        }
        emit(TextBuffer(found.text, limit: limits.text), part: "before the archive")
    }

    /// Of a program the archive behind it is read, which it unpacks.
    private func readProgram(_ bytes: [UInt8]) throws {
        guard let start = SelfExtracting.archive(in: bytes) else { throw Halt.unsupported("a program") }
        try readArchive(Array(bytes[start...]), named: "")
    }

    func readText(_ bytes: [UInt8], named name: String) throws {
        guard let found = TextEncoding.decode(bytes, atMost: limits.text) else {
            // A font of Office, whose beginning is disguised; a file that was overwritten with nothing.
            if name.hasSuffix(".odttf") || bytes.allSatisfy({ $0 == 0 }) { throw Halt.wordless("there are no words") }
            throw Halt.unsupported("neither text nor a known kind of file")
        }
        if found.isDoubtful { remark(.damaged("the character set changes too often")) }
        let text = found.text
        var words = CutWords(CardText.decoded(text) ?? text)
        defer {
            var out = TextBuffer(words.joined, limit: limits.text)
            if found.isCut { out.remarkCut() }
            emit(out, part: "")
        }
        guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return }
        try words.read { try budget.checkTime() }
    }
}
