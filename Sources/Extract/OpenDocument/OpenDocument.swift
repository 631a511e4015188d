import Model

/// An OpenDocument package (ODF 1.3): text, spreadsheet, presentation, and the objects embedded in it.
struct OpenDocument {
    let extractor: Extractor
    let archive: ZipArchive

    static func isOne(_ archive: ZipArchive) -> Bool {
        archive.member(named: "META-INF/manifest.xml") != nil
            && archive.members.contains { $0.name.hasSuffix("content.xml") }
    }

    func read() throws {
        if archive.isDamaged { extractor.remark(.damaged("the package is cut off")) }
        try refuseEncrypted()
        for member in archive.members where !member.isFolder {
            try extractor.budget.spendMember()
            do {
                try read(member)
            } catch let halt as Halt {
                extractor.remark(halt)
                try extractor.budget.checkTime()
                if extractor.budget.remainingBytes == 0 { throw halt }
            }
        }
    }

    private func refuseEncrypted() throws {
        guard let manifest = archive.member(named: "META-INF/manifest.xml") else { return }
        let tree = XMLTree()
        try? extractor.readXML(manifest, of: archive, with: tree)
        if tree.elements.contains(where: { $0.name == "encryption-data" }) {
            throw Halt.encrypted("the document has a password")
        }
    }

    private func read(_ member: ZipMember) throws {
        let file = member.name.split(separator: "/").last.map(String.init) ?? ""
        switch file {
        case "content.xml", "styles.xml":
            let handler = OpenDocumentText(extractor.buffer())
            defer {
                let kind = handler.isSpreadsheet ? ExtractedSegment.Kind.table : .text
                extractor.emit(handler.finished(), part: member.name, kind: file == "styles.xml" ? .pattern : kind)
            }
            try extractor.readXML(member, of: archive, with: handler)
        case "meta.xml":
            let tree = XMLTree()
            defer { emit(tree, part: member.name) }
            try extractor.readXML(member, of: archive, with: tree)
        case "manifest.xml", "settings.xml", "mimetype", "manifest.rdf", "layout-cache", "thumbnail.png", "current.xml":
            return
        default:
            if file.hasSuffix(".xml"),
                ["Basic/", "Dialogs/", "Scripts/"].contains(where: { member.name.hasPrefix($0) })
            {
                let handler = MarkupText(extractor.buffer())
                defer { extractor.emit(handler.out, part: member.name, kind: .markup) }
                // The modules of Basic declare a type of document.
                let content = try extractor.content(of: member, of: archive)
                return try extractor.readXML(Self.withoutDeclaration(content), with: handler)
            }
            guard !file.hasSuffix(".xml"), !member.name.hasPrefix("ObjectReplacements/") else { return }
            try extractor.nested(try extractor.content(of: member, of: archive), named: member.name)
        }
    }

    /// Without a declaration of the type of document that names its definition alone.
    private static func withoutDeclaration(_ bytes: [UInt8]) -> [UInt8] {
        guard let start = bytes.offset(of: "<!DOCTYPE", within: 1024),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return bytes }
        let declaration = bytes[start...end]
        return declaration.contains(UInt8(ascii: "[")) ? bytes : Array(bytes[..<start] + bytes[(end + 1)...])
    }

    private func emit(_ tree: XMLTree, part: String) {
        var labels = LabelsFound()
        var text = extractor.buffer()
        for element in tree.elements where element.text.utf8.contains(where: { $0 > 0x20 }) {
            let name = element.attributes["name"] ?? element.name
            if labels.add(property: name, value: element.text, carrier: .openDocument) { continue }
            text.line("\(name): \(element.text)")
        }
        extractor.add(labels)
        extractor.emit(text, part: part, kind: .properties)
    }
}
