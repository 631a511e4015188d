import Model

/// What the objects of a PDF hold beside pages: notes, fields of forms, links, scripts, attachments, metadata.
///
/// Every object is looked at by its number, so no loop of references can hold it.
struct PDFBeside {
    private let extractor: Extractor
    private(set) var text: TextBuffer
    private(set) var labels = LabelsFound()
    private(set) var hasImages = false
    /// Streams and their names, to be read when the pages have been.
    private(set) var attachments: [(name: String, stream: PDFStructure.ID)] = []
    /// Packets of a form in XML, which together are one document.
    private(set) var form: [PDFStructure.ID] = []
    private(set) var isProtected = false
    private static let longest = 8 << 20

    init(extractor: Extractor) {
        self.extractor = extractor
        text = extractor.buffer()
    }

    /// Of objects that there are.
    private(set) var count = 0

    mutating func read(_ object: PDFObject) throws {
        if object.isDictionary || object.isStream || object.isArray { count += 1 }
        if object.isStream, object.dictionary["/Type"].isNamed("/Metadata") {
            XMP.add(try object.content(extractor, atMost: Self.longest), to: &labels, extractor: extractor)
        }
        try read(object.dictionary, depth: 0)
    }

    /// Direct objects inside; what is indirect has its own turn.
    private mutating func read(_ object: PDFObject, depth: Int) throws {
        guard depth < 32 else { return }
        if object.isArray {
            for item in object.items where !item.isIndirect { try read(item, depth: depth + 1) }
        }
        let keys = object.keys
        if keys.contains("/Subtype"), object["/Subtype"].isNamed("/Image") { hasImages = true }
        try keepTexts(object, keys)
        if keys.contains("/EF") { keepAttachment(object) }
        if keys.contains("/XFA") {
            let packets = object["/XFA"]
            form += (packets.isArray ? packets.items : [packets]).filter(\.isStream).map(\.id)
        }
        for key in keys {
            let value = object[key]
            if !value.isIndirect, value.isDictionary || value.isArray { try read(value, depth: depth + 1) }
        }
    }

    private mutating func keepTexts(_ object: PDFObject, _ keys: [String]) throws {
        let field = keys.contains("/V") ? object["/T"].text ?? object["/TU"].text : nil
        for key in keys where Self.texts.contains(key) {
            let value = object[key]
            let values = value.isArray ? value.items.compactMap(\.text) : [value.text].compactMap { $0 }
            for found in values where !found.isEmpty {
                if key == "/RC" {
                    try keepRich(Array(found.utf8), of: object)
                } else {
                    text.line(key == "/V" ? "\(field ?? ""): \(found)" : found)
                }
            }
            if key == "/RC", value.isStream {
                try keepRich(value.content(extractor, atMost: Self.longest), of: object)
            } else if key == "/JS", value.isStream {
                text.line(try value.content(extractor, atMost: Self.longest))
            }
        }
    }

    /// What a note says in XHTML, unless it is what it says in plain text.
    private mutating func keepRich(_ bytes: [UInt8], of note: PDFObject) throws {
        var reader = HTMLText(extractor.buffer())
        try reader.read(TextEncoding.decode(bytes, named: nil)) { try extractor.budget.checkTime() }
        var rich = reader.finished().bytes
        if rich.last == 0x0A { rich.removeLast() }
        let plain = Array((note["/Contents"].text ?? "").utf8)
        guard rich.filter({ $0 > 0x20 }) != plain.filter({ $0 > 0x20 }) else { return }
        text.line(rich)
    }

    /// Of a note, of a field, of a link, of a script, of an outline and of an alternative text.
    private static let texts: Set<String> = [
        "/Contents", "/RC", "/V", "/DV", "/TU", "/URI", "/JS", "/Alt", "/ActualText", "/Subj", "/Desc", "/Title",
        "/Opt",
    ]

    private mutating func keepAttachment(_ specification: PDFObject) {
        let name = specification["/UF"].text ?? specification["/F"].text ?? "attachment"
        if specification["/AFRelationship"].isNamed("/EncryptedPayload") { isProtected = true }
        let files = specification["/EF"]
        guard let key = ["/UF", "/F"].first(where: { files[$0].isStream }), attachments.count < 20_000 else { return }
        attachments.append((name, files[key].id))
    }
}
