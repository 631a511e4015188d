import Model

/// The caches of pivot tables, which hold what a sheet that may be gone has said.
final class PivotCaches {
    private let archive: ZipArchive
    private let extractor: Extractor
    private let formats: CellFormats
    /// By the path of their records in lower case.
    private var definitions: [String: ZipMember] = [:]
    /// By the path of their definition.
    private var fields: [String: [PivotFields.Field]] = [:]

    private static let folder = "xl/pivotcache/"
    private static let definition = folder + "pivotcachedefinition"

    init(_ archive: ZipArchive, formats: CellFormats, extractor: Extractor) throws {
        self.archive = archive
        self.extractor = extractor
        self.formats = formats
        var parts: [String: ZipMember] = [:]
        for member in archive.members {
            let name = member.name.lowercased()
            if name.hasPrefix(Self.folder) { parts[name] = member }
        }
        for (name, member) in parts where name.hasPrefix(Self.definition) {
            try find(
                recordsOf: member, name,
                relations: parts["\(Self.folder)_rels/\(name.dropFirst(Self.folder.count)).rels"])
        }
    }

    private func find(recordsOf definition: ZipMember, _ name: String, relations: ZipMember?) throws {
        definitions[name.replacing("definition", with: "records")] = definition
        guard let relations else { return }
        let tree = XMLTree(most: 1_000)
        try Workbook.readQuietly(relations, tree, archive, extractor)
        for relation in tree.all("Relationship") where relation.attributes["TargetMode"] != "External" {
            let target = (relation.attributes["Target"] ?? "").lowercased()
            definitions[Workbook.path(target, from: name.split(separator: "/").dropLast())] = definition
        }
    }

    /// - Returns: false for what is no part of a cache, and for records without a definition.
    func read(_ member: ZipMember) throws -> Bool {
        let name = member.name.lowercased()
        guard name.hasPrefix(Self.folder), name.hasSuffix(".xml") else { return false }
        if name.hasPrefix(Self.definition) {
            let handler = definition()
            defer {
                fields[member.name] = handler.fields
                extractor.emit(handler.items, part: member.name, kind: .table)
                extractor.emit(handler.others.out, part: member.name, kind: .markup)
            }
            try extractor.readXML(member, of: archive, with: handler)
            return true
        }
        guard let definition = definitions[name] else { return false }
        let handler = PivotRecords(try fields(of: definition), formats: formats, extractor.buffer())
        defer { extractor.emit(handler.out, part: member.name, kind: .table) }
        try extractor.readXML(member, of: archive, with: handler)
        return true
    }

    private func definition() -> PivotFields {
        PivotFields(formats: formats, items: extractor.buffer(), others: extractor.buffer())
    }

    private func fields(of member: ZipMember) throws -> [PivotFields.Field] {
        if let known = fields[member.name] { return known }
        let handler = definition()
        try Workbook.readQuietly(member, handler, archive, extractor)
        fields[member.name] = handler.fields
        return handler.fields
    }
}
