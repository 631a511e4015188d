import Model

/// The parts of a spreadsheet package that need each other: shared strings, number formats, the names of the sheets.
struct Workbook {
    private let extractor: Extractor
    private let archive: ZipArchive
    private let strings: SharedStrings
    private let formats: CellFormats
    private let pivots: PivotCaches
    /// By the path of the part.
    private let sheetNames: [String: String]
    /// `xl/workbook.xml`: names of sheets, and names that stand for a value.
    private let book: XMLTree
    private let tableParts: [String: ZipMember]

    init(_ archive: ZipArchive, extractor: Extractor) throws {
        self.archive = archive
        self.extractor = extractor
        strings = SharedStrings(limit: extractor.limits.expanded)
        let styles = CellFormats()
        let book = XMLTree()
        let relations = XMLTree()
        try Self.readQuietly("xl/sharedStrings.xml", strings, archive, extractor)
        try Self.readQuietly("xl/styles.xml", styles, archive, extractor)
        try Self.readQuietly("xl/workbook.xml", book, archive, extractor)
        try Self.readQuietly("xl/_rels/workbook.xml.rels", relations, archive, extractor)
        formats = styles
        pivots = try PivotCaches(archive, formats: styles, extractor: extractor)
        self.book = book
        sheetNames = Self.names(book, relations)
        tableParts = Self.tableParts(archive)
    }

    private static func readQuietly(
        _ name: String, _ handler: any XMLHandler, _ archive: ZipArchive, _ extractor: Extractor
    ) throws {
        guard let member = archive.member(named: name) else { return }
        try readQuietly(member, handler, archive, extractor)
    }

    static func readQuietly(
        _ member: ZipMember, _ handler: any XMLHandler, _ archive: ZipArchive, _ extractor: Extractor
    ) throws {
        do {
            try extractor.readXML(member, of: archive, with: handler)
        } catch let halt as Halt {
            extractor.remark(halt)
            try extractor.budget.checkTime()
        }
    }

    /// Of the parts that a workbook names, by the name of the relationship.
    static func paths(_ relations: XMLTree) -> [String: String] {
        var paths: [String: String] = [:]
        for relation in relations.all("Relationship") {
            guard let id = relation.attributes["Id"], let target = relation.attributes["Target"] else { continue }
            paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
        return paths
    }

    private static func names(_ book: XMLTree, _ relations: XMLTree) -> [String: String] {
        let paths = paths(relations)
        var names: [String: String] = [:]
        for sheet in book.all("sheet") {
            // The attribute is r:id; sheetId has another local name.
            guard let path = sheet.attributes["id"].flatMap({ paths[$0] }) else { continue }
            names[path] = sheet.attributes["name"]
        }
        return names
    }

    /// - Returns: false for a part that any package has.
    func read(_ member: ZipMember) throws -> Bool {
        let name = member.name.lowercased()
        if name == "xl/styles.xml" || name.contains("xl/theme/") { return true }
        if name == "xl/sharedstrings.xml" { return true }
        if name == "xl/workbook.xml" {
            emitNames(part: member.name)
            return true
        }
        guard
            sheetNames[member.name] != nil || name.hasPrefix("xl/worksheets/") || name.hasPrefix("xl/chartsheets/")
                || name.hasPrefix("xl/macrosheets/"),
            name.hasSuffix(".xml")
        else { return try pivots.read(member) || readComments(member, name) }
        let handler = SheetText(
            name: sheetNames[member.name] ?? "", strings: strings, formats: formats, heads: try heads(of: member),
            buffers: (0..<3).map { _ in extractor.buffer() })
        defer { emit(handler, part: member.name) }
        try extractor.readXML(member, of: archive, with: handler)
        return true
    }

    /// Of the tables in a sheet that show none.
    private func heads(of sheet: ZipMember) throws -> [TableHead] {
        guard !tableParts.isEmpty else { return [] }
        let folders = sheet.name.lowercased().split(separator: "/")
        let name = (folders.dropLast() + ["_rels", "\(folders.last ?? "").rels"]).joined(separator: "/")
        guard let part = tableParts[name] else { return [] }
        let relations = XMLTree(most: 1_000)
        try Self.readQuietly(part, relations, archive, extractor)
        var heads: [TableHead] = []
        for relation in relations.all("Relationship") where relation.attributes["Type"]?.hasSuffix("/table") == true {
            let path = Self.path((relation.attributes["Target"] ?? "").lowercased(), from: folders.dropLast())
            guard let member = tableParts[path] else { continue }
            let table = XMLTree()
            try Self.readQuietly(member, table, archive, extractor)
            if let head = TableHead(table) { heads.append(head) }
        }
        return heads
    }

    /// A part from a folder on, `../tables/table1.xml`.
    static func path(_ target: String, from folders: ArraySlice<Substring>) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var path = folders
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = path.popLast() } else { path.append(part) }
        }
        return path.joined(separator: "/")
    }

    /// Tables and what names them, by their paths in lower case; none where there is no table.
    private static func tableParts(_ archive: ZipArchive) -> [String: ZipMember] {
        var parts: [String: ZipMember] = [:]
        var hasTable = false
        for member in archive.members {
            let name = member.name.lowercased()
            let isTable = name.hasPrefix("xl/tables/")
            hasTable = hasTable || isTable
            if isTable || name.hasPrefix("xl/") && name.hasSuffix(".rels") { parts[name] = member }
        }
        return hasTable ? parts : [:]
    }

    private func emitNames(part: String) {
        var text = extractor.buffer()
        for sheet in book.all("sheet") { text.line(sheet.attributes["name"] ?? "") }
        for named in book.all("definedName") { text.line("\(named.attributes["name"] ?? ""): \(named.text)") }
        extractor.emit(text, part: part, kind: .properties)
    }

    /// After all sheets: strings that no cell names, left behind by deleted cells.
    func readUnusedStrings() {
        extractor.emit(strings.unused(extractor.buffer()), part: "xl/sharedStrings.xml")
    }

    private func readComments(_ member: ZipMember, _ name: String) throws -> Bool {
        guard name.hasPrefix("xl/comments") || name.hasPrefix("xl/threadedcomments") else { return false }
        let handler = CommentText(extractor.buffer())
        defer { extractor.emit(handler.out, part: member.name) }
        try extractor.readXML(member, of: archive, with: handler)
        return true
    }

    private func emit(_ sheet: SheetText, part: String) {
        sheet.finish()
        extractor.emit(sheet.cells.text, part: part, kind: .table, places: sheet.cells.places)
        extractor.emit(sheet.formulas, part: part, kind: .formulas)
        extractor.emit(sheet.others, part: part)
    }
}
