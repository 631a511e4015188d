import Model

/// A workbook of Excel in its binary parts (MS-XLSB): cells of every sheet in their columns, formulas' constants, comments,
/// names, links, and the strings of whatever else there is.
struct BinaryWorkbook {
    private let extractor: Extractor
    private let archive: ZipArchive
    private let strings: SharedStrings
    private let formats = CellFormats()
    /// By the path of the part.
    private var sheetNames: [String: String] = [:]

    /// - Returns: nil for a workbook of XML.
    init?(_ archive: ZipArchive, extractor: Extractor) throws {
        guard archive.member(named: "xl/workbook.bin") != nil else { return nil }
        self.archive = archive
        self.extractor = extractor
        strings = SharedStrings(limit: extractor.limits.expanded)
        let (strings, formats) = (strings, formats)
        var isInCellStyles = false
        try records(of: "xl/sharedStrings.bin") { record in
            if record.kind == 19 { strings.add(record.body.wideString(at: 1)?.text ?? []) }
        }
        try records(of: "xl/styles.bin") { record in
            switch record.kind {
            case 44:
                let code = record.body.wideString(at: 2)?.text ?? []
                formats.define(record.body.u16(at: 0) ?? 0, String(decoding: code, as: UTF8.self))
            case 617: isInCellStyles = true
            case 618: isInCellStyles = false
            case 47: if isInCellStyles { formats.addStyle(format: record.body.u16(at: 2) ?? 0) }
            default: break
            }
        }
        sheetNames = try names()
    }

    /// The records of a part that others need. Its fault is remarked.
    private func records(of path: String, _ apply: (BinaryRecords.Record) -> Void) throws {
        guard let member = archive.member(named: path) else { return }
        do {
            try records(of: member, apply)
        } catch let halt as Halt {
            extractor.remark(halt)
            try extractor.budget.checkTime()
        }
    }

    private func records(of member: ZipMember, _ apply: (BinaryRecords.Record) throws -> Void) throws {
        var records = BinaryRecords(try extractor.content(of: member, of: archive))
        while let record = records.next() {
            try apply(record)
            try extractor.budget.checkTime()
        }
        if records.isCutOff { throw Halt.damaged("\(name: member.name) is cut off") }
    }

    private func names() throws -> [String: String] {
        let relations = XMLTree()
        if let member = archive.member(named: "xl/_rels/workbook.bin.rels") {
            try? extractor.readXML(member, of: archive, with: relations)
        }
        let paths = Workbook.paths(relations)
        var names: [String: String] = [:]
        try records(of: "xl/workbook.bin") { record in
            guard record.kind == 156, let id = record.body.wideString(at: 8),
                let name = record.body.wideString(at: id.end),
                let path = paths[String(decoding: id.text, as: UTF8.self)]
            else { return }
            names[path] = String(decoding: name.text, as: UTF8.self)
        }
        return names
    }

    /// - Returns: false for a part that is not of records.
    func read(_ member: ZipMember) throws -> Bool {
        let name = member.name.lowercased()
        guard name.hasPrefix("xl/"), name.hasSuffix(".bin"),
            !["/vbaproject", "/embeddings/", "/activex/", "/customproperty", "/ctrlprops/", "/printersettings/"]
                .contains(where: { name.contains($0) })
        else { return false }
        if name == "xl/sharedstrings.bin" || name == "xl/styles.bin" || name.contains("/binaryindex") { return true }
        let sheet = BinarySheet(
            name: sheetNames[member.name] ?? "", strings: strings, formats: formats,
            buffers: [extractor.buffer(), extractor.buffer()])
        defer {
            sheet.finish()
            extractor.emit(sheet.cells.text, part: member.name, kind: .table, places: sheet.cells.places)
            extractor.emit(sheet.others, part: member.name)
        }
        try records(of: member) { try extractor.budget.spend(bytes: sheet.apply($0)) }
        return true
    }

    /// After all sheets: strings that no cell names.
    func readUnusedStrings() {
        extractor.emit(strings.unused(extractor.buffer()), part: "xl/sharedStrings.bin")
    }
}
