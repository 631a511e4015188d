import Model

/// An Office Open XML package (ECMA-376): every part that can hold what a person wrote is read.
struct OfficePackage {
    let extractor: Extractor
    let archive: ZipArchive
    private var labels = LabelsFound()
    /// What parts are, by their paths in lower case.
    private let types: [String: String]

    init(_ archive: ZipArchive, extractor: Extractor) {
        self.archive = archive
        self.extractor = extractor
        types = Self.types(archive, extractor)
    }

    private static func types(_ archive: ZipArchive, _ extractor: Extractor) -> [String: String] {
        let tree = XMLTree()
        if let member = archive.member(named: "[Content_Types].xml") {
            try? extractor.readXML(member, of: archive, with: tree)
        }
        var types: [String: String] = [:]
        for element in tree.all("Override") {
            guard let part = element.attributes["PartName"], let type = element.attributes["ContentType"] else {
                continue
            }
            types[String(part.drop { $0 == "/" }).lowercased()] = type.lowercased()
        }
        return types
    }

    static func isOne(_ archive: ZipArchive) -> Bool {
        archive.member(named: "[Content_Types].xml") != nil
            || archive.members.contains { $0.name == "_rels/.rels" || $0.name.hasPrefix("word/document") }
    }

    /// - Parameter name: of the file.
    mutating func read(named name: String) throws {
        if archive.isDamaged {
            extractor.remark(.damaged("the package is cut off"))
        } else if OfficeMainPart(archive, relations: parts(of: "/officedocument")).isMissing(in: name) {
            extractor.remark(OfficeMainPart.missing)
        }
        readLabels()
        extractor.add(labels)
        let binary = try BinaryWorkbook(archive, extractor: extractor)
        let workbook =
            binary == nil && archive.members.contains { $0.name.hasPrefix("xl/") }
            ? try Workbook(archive, extractor: extractor) : nil
        for member in archive.members.filter({ !$0.isFolder }).sorted(by: Self.isEarlier) {
            try extractor.budget.spendMember()
            try read(member, workbook: workbook, binary: binary)
        }
        workbook?.readUnusedStrings()
        binary?.readUnusedStrings()
    }

    /// What a reader sees first comes first, what Office wrote by itself last.
    private static func isEarlier(_ left: ZipMember, _ right: ZipMember) -> Bool {
        OfficePart.rank(left.name) < OfficePart.rank(right.name)
    }

    /// A part's fault is remarked and ends that part alone.
    private func read(_ member: ZipMember, workbook: Workbook?, binary: BinaryWorkbook?) throws {
        do {
            if let binary, try binary.read(member) { return }
            if let workbook, try workbook.read(member) { return }
            try readPart(member)
        } catch let halt as Halt {
            extractor.remark(halt)
            try extractor.budget.checkTime()
            if extractor.budget.remainingBytes == 0 { throw halt }
        }
    }

    private func readPart(_ member: ZipMember) throws {
        switch OfficePart(member.name, type: types[member.name.lowercased()]) {
        case .ignored: return
        case .relationships: try readTargets(member)
        case .word:
            let handler = WordText(extractor.buffer())
            defer { extractor.emit(handler.finished(), part: member.name, kind: kind(of: member)) }
            try extractor.readXML(member, of: archive, with: handler)
        case .drawing:
            let handler = DrawingText(extractor.buffer())
            defer { extractor.emit(handler.finished(), part: member.name, kind: kind(of: member)) }
            try extractor.readXML(member, of: archive, with: handler)
        case .visio:
            let handler = VisioText(extractor.buffer())
            defer { extractor.emit(handler.finished(), part: member.name, kind: kind(of: member)) }
            try extractor.readXML(member, of: archive, with: handler)
        case .properties:
            let tree = XMLTree()
            defer { emitProperties(tree, part: member.name) }
            try extractor.readXML(member, of: archive, with: tree)
        case .vector:
            try extractor.readHTML(try extractor.content(of: member, of: archive), part: member.name)
        case .markup:
            let handler = MarkupText(extractor.buffer())
            defer { extractor.emit(handler.out, part: member.name, kind: .markup) }
            try extractor.readXML(member, of: archive, with: handler)
        case .embedded:
            try extractor.nested(try extractor.content(of: member, of: archive), named: member.name)
        }
    }

    private func kind(of member: ZipMember) -> ExtractedSegment.Kind {
        OfficePart.isPattern(member.name) ? .pattern : .text
    }

    /// What lies outside of the package: links carry addresses and sometimes secrets.
    private func readTargets(_ member: ZipMember) throws {
        let tree = XMLTree()
        try extractor.readXML(member, of: archive, with: tree)
        var text = extractor.buffer()
        for element in tree.all("Relationship") where element.attributes["TargetMode"] == "External" {
            text.line(percentDecoded(element.attributes["Target"] ?? ""))
        }
        extractor.emit(text, part: member.name, kind: .properties)
    }

    private func emitProperties(_ tree: XMLTree, part: String) {
        var text = extractor.buffer()
        for (place, element) in tree.elements.enumerated() where element.text.utf8.contains(where: { $0 > 0x20 }) {
            let owner = tree.elements[...place].last { $0.name == "property" }
            let name = owner?.attributes["name"] ?? element.name
            if name.lowercased().hasPrefix("msip_label_") { continue }
            text.line("\(name): \(element.text)")
        }
        extractor.emit(text, part: part, kind: .properties)
    }
}

extension OfficePackage {
    private mutating func readLabels() {
        for name in labelInfoParts() {
            guard let member = archive.member(named: name),
                let content = try? extractor.content(of: member, of: archive)
            else { continue }
            for element in LabelInfo.elements(content, extractor: extractor, carrier: .labelInfo) {
                labels.add(element)
            }
        }
        let custom = Set(parts(of: "/custom-properties").map { $0.lowercased() })
        for member in archive.members
        where isCustomProperties(member.name) || custom.contains(member.name.lowercased()) {
            let tree = XMLTree()
            try? extractor.readXML(member, of: archive, with: tree)
            for (place, element) in tree.elements.enumerated() where element.name == "property" {
                guard let name = element.attributes["name"] else { continue }
                let value = tree.elements[(place + 1)...].prefix { $0.name != "property" }.map(\.text).joined()
                labels.add(property: name, value: value, carrier: .customProperties)
            }
        }
    }

    /// By the type of relationship; by the usual path too, for packages without it.
    private func labelInfoParts() -> [String] {
        let named = parts(of: "/classificationlabels")
        return named.isEmpty ? ["docMetadata/LabelInfo.xml"] : named
    }

    /// The parts that the package itself names by a type of relationship.
    private func parts(of type: String) -> [String] {
        let tree = XMLTree()
        if let relations = archive.member(named: "_rels/.rels") {
            try? extractor.readXML(relations, of: archive, with: tree)
        }
        return tree.all("Relationship").filter { ($0.attributes["Type"] ?? "").lowercased().hasSuffix(type) }
            .compactMap { $0.attributes["Target"] }.map { target in
                target.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
            }
    }

    private func isCustomProperties(_ name: String) -> Bool {
        name.lowercased().hasPrefix("docprops/custom") && name.lowercased().hasSuffix(".xml")
    }
}

/// `%40` and the like of a link resolved.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var place = 0
    while place < bytes.count {
        if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count, let high = hexValue(bytes[place + 1]),
            let low = hexValue(bytes[place + 2])
        {
            out.append(high << 4 | low)
            place += 3
        } else {
            out.append(bytes[place])
            place += 1
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// Of a hexadecimal digit in any case.
func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}
