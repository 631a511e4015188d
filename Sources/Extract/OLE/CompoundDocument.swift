import Model

/// What a compound file is: a document of Word, Excel or PowerPoint 97 to 2003, a message of Outlook, an encrypted package,
/// or a wrapping around another file.
struct CompoundDocument {
    let extractor: Extractor
    private var file: CompoundFile
    private var labels = LabelsFound()

    init(_ bytes: [UInt8], extractor: Extractor) throws {
        self.extractor = extractor
        file = try CompoundFile(bytes, limits: extractor.limits)
    }

    /// - Parameter file: one that holds more than this document.
    init(_ file: CompoundFile, extractor: Extractor) {
        self.extractor = extractor
        self.file = file
    }

    mutating func read() throws {
        try readProtection()
        readProperties()
        extractor.add(labels)
        if file.entry("__properties_version1.0") != nil {
            var message = OutlookMessage(file, extractor: extractor)
            try message.read(prefix: "")
            return
        }
        let hasMain = try step { try readMain() }
        let hasEmbedded = try step { try readEmbedded() }
        if file.isDamaged { extractor.remark(.damaged("a chain of sectors is broken")) }
        guard hasMain || hasEmbedded else { throw Halt.unsupported("a compound file of an unknown kind") }
    }

    /// A fault in one stream leaves the others readable; what is encrypted leaves nothing.
    /// - Returns: whether there was something to read.
    private func step(_ body: () throws -> Bool) throws -> Bool {
        do {
            return try body()
        } catch let halt as Halt {
            if case .encrypted = halt { throw halt }
            extractor.remark(halt)
            try extractor.budget.checkTime()
            return true
        }
    }

    /// MS-OFFCRYPTO 2.2 and 2.3: the labels stand in clear beside what is encrypted, and beat anything inside.
    private mutating func readProtection() throws {
        guard file.entry("EncryptedPackage") != nil || file.entry("\u{6}DataSpaces/DataSpaceMap") != nil else { return }
        if let content = file.content("\u{6}DataSpaces/TransformInfo/LabelInfo") {
            for element in LabelInfo.elements(content, extractor: extractor, carrier: .dataSpaces) {
                labels.add(element)
            }
        }
        readProperties()
        extractor.add(labels)
        let isRights = file.entries.contains { $0.path.contains("DRMEncrypt") || $0.path.contains("\u{9}DRM") }
        throw Halt.encrypted(isRights ? "protected by rights management" : "the document has a password")
    }

    private mutating func readMain() throws -> Bool {
        if let stream = file.content("WordDocument") {
            let tables = [file.content("0Table") ?? [], file.content("1Table") ?? []]
            let data = stream
            try WordBinary(data, tables: tables).read(into: extractor)
            return true
        }
        for name in ["Workbook", "Book"] {
            guard let stream = file.content(name) else { continue }
            var book = ExcelBinary(stream, extractor: extractor, part: name)
            try book.read()
            return true
        }
        if let stream = file.content("PowerPoint Document") {
            let user = file.content("Current User") ?? []
            guard user.u32(at: 12) != 0xF3D1_C4DF, file.entry("EncryptedSummary") == nil else {
                throw Halt.encrypted("the presentation has a password")
            }
            try SlidesBinary(stream).read(into: extractor)
            return true
        }
        return false
    }

    /// Objects: a file wrapped by the packager, a package of Office, or another program's content.
    /// - Parameter folder: the storage that is looked through; empty for all.
    mutating func readEmbedded(below folder: String = "") throws -> Bool {
        var isKnown = false
        for entry in file.entries where entry.isStream && entry.path.hasPrefix(folder) {
            let content: ArraySlice<UInt8>
            switch entry.name {
            case "\u{1}Ole10Native": content = Self.packaged(file.content(of: entry))
            case "Package", "CONTENTS": content = file.content(of: entry)[...]
            case "WordDocument", "Workbook", "Book", "PowerPoint Document":
                guard entry.path != entry.name else { continue }
                try readInner(entry)
                isKnown = true
                continue
            // A formula of the editor of equations: there is a picture of it beside.
            case "Equation Native":
                isKnown = true
                continue
            default:
                if entry.path.hasSuffix("VBA/\(entry.name)"), try readModule(entry) { isKnown = true }
                continue
            }
            isKnown = true
            try extractor.budget.spend(bytes: content.count)
            try extractor.nested(Array(content), named: entry.path)
        }
        return isKnown
    }

    /// - Returns: whether it is a module of a macro.
    private mutating func readModule(_ entry: CompoundFile.Entry) throws -> Bool {
        let content = file.content(of: entry)
        try extractor.budget.spend(bytes: content.count)
        guard let source = MacroSource.text(content) else { return false }
        try extractor.budget.spend(bytes: source.count)
        var text = extractor.buffer()
        text.append(TextEncoding.decode(source, named: nil))
        extractor.emit(text, part: entry.path)
        return true
    }

    /// A document in a storage of its own, as `ObjectPool/_123/Workbook`.
    private mutating func readInner(_ entry: CompoundFile.Entry) throws {
        let folder = String(entry.path.dropLast(entry.name.count))
        let content = file.content(of: entry)
        try extractor.budget.spend(bytes: content.count)
        let tables = [file.content(folder + "0Table") ?? [], file.content(folder + "1Table") ?? []]
        let extractor = extractor
        try extractor.inside(String(folder.dropLast())) {
            switch entry.name {
            case "WordDocument": try WordBinary(content, tables: tables).read(into: extractor)
            case "PowerPoint Document": try SlidesBinary(content).read(into: extractor)
            default:
                var book = ExcelBinary(content, extractor: extractor, part: entry.name)
                try book.read()
            }
        }
    }

    /// MS-OLEDS 2.3.6: size, then label, file name and path end with zero, then the data behind its size.
    static func packaged(_ stream: [UInt8]) -> ArraySlice<UInt8> {
        var place = 6
        func skipString() {
            while place < stream.count, stream[place] != 0 { place += 1 }
            place += 1
        }
        skipString()
        skipString()
        place += 4
        place += 4 + (stream.u32(at: place) ?? 0)
        guard let size = stream.u32(at: place), size <= stream.count else { return stream[4...].dropFirst(0) }
        return stream.bytes(at: place + 4, count: size)
    }

    private mutating func readProperties() {
        var text = extractor.buffer()
        for name in ["\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation"] {
            guard let stream = file.content(name) else { continue }
            for (key, value) in PropertySet.all(stream) {
                if labels.add(property: key, value: value, carrier: .propertySet) { continue }
                text.line(key.isEmpty ? value : "\(key): \(value)")
            }
        }
        extractor.emit(text, part: "DocumentSummaryInformation", kind: .properties)
    }
}
