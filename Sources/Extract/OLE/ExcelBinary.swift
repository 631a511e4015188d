import Model

/// A workbook of Excel 95 to 2003 (MS-XLS): cells of every sheet, hidden ones too, comments, headers.
struct ExcelBinary {
    private let stream: [UInt8]
    private let extractor: Extractor
    private let part: String
    private let formats = CellFormats()
    private let strings: SharedStrings
    private var names: [String] = []
    private var codePage = 1252
    private var formatsOfStyles: [Int] = []
    private var isOld = false
    private var sheet: Int?
    /// Of streams within streams: a chart lies within its sheet.
    private var depth = 0
    private var table: TableWriter
    private var others: TextBuffer
    /// Where the string that a formula results in belongs.
    private var pending: (row: Int, column: Int)?

    init(_ stream: [UInt8], extractor: Extractor, part: String) {
        self.stream = stream
        self.extractor = extractor
        self.part = part
        strings = SharedStrings(limit: extractor.limits.expanded)
        table = TableWriter(name: "", extractor.buffer())
        others = extractor.buffer()
    }

    mutating func read() throws {
        defer { finish() }
        var records = ExcelRecords(stream)
        guard records.startsWithBeginning else { throw Halt.damaged("the workbook has no beginning") }
        while let record = records.next() {
            try extractor.budget.spend(bytes: 4 + record.body.count)
            try apply(record)
        }
        if records.isCutOff { throw Halt.damaged("the workbook is cut off") }
    }

    private mutating func finish() {
        endSheet()
        extractor.emit(strings.unused(extractor.buffer()), part: "\(part) strings")
        extractor.emit(others, part: "\(part) comments")
    }

    private mutating func endSheet() {
        table.endRow()
        extractor.emit(table.text, part: part, kind: .table, places: table.places)
        table = TableWriter(name: "", extractor.buffer())
    }

    private mutating func apply(_ record: ExcelRecords.Record) throws {
        let body = record.body
        switch record.kind {
        case 0x0809: begin(body)
        case 0x000A: depth = max(0, depth - 1)
        case 0x002F: throw Halt.encrypted("the workbook has a password")
        case 0x0042: codePage = body.u16(at: 0) ?? 1252
        case 0x0085: names.append(string(body, at: 6, lengthBytes: 1))
        case 0x041E: formats.define(body.u16(at: 0) ?? 0, string(body, at: 2, lengthBytes: isOld ? 1 : 2))
        case 0x00E0: formats.addStyle(format: body.u16(at: 2) ?? 0)
        case 0x00FC: readStrings(record)
        case 0x0014, 0x0015: others.line(SheetHeading.text(Array(string(body, at: 0, lengthBytes: isOld ? 1 : 2).utf8)))
        case 0x01B6: readBoxText(record)
        case 0x01B8: others.line(link(body))
        // The title of a chart or of what is drawn in it.
        case 0x100D: others.line(string(body, at: 2, lengthBytes: 1))
        case 0x0018: readName(body)
        case 0x01BE: readValidation(body)
        default: applyCell(record)
        }
    }

    /// A name that stands for a place or a value.
    private mutating func readName(_ body: ArraySlice<UInt8>) {
        guard !isOld, let length = body.byte(at: 3), let flags = body.byte(at: 14) else { return }
        let size = Int(length) << Int(flags & 1)
        let name = ExcelStrings.text(body.bytes(at: 15, count: size), isWide: flags & 1 != 0)
        for constant in constants(body.dropFirst(15 + size)) { others.line("\(name): \(constant)") }
    }

    /// Titles and texts of what is told to who fills in a cell.
    private mutating func readValidation(_ body: ArraySlice<UInt8>) {
        var place = 4
        for _ in 0..<4 {
            guard !isOld, let length = body.u16(at: place), let flags = body.byte(at: place + 2) else { return }
            others.line(string(body, at: place, lengthBytes: 2))
            place += 3 + length << Int(flags & 1)
        }
    }

    /// Strings in a formula: a mark, a length, a width.
    private func constants(_ formula: ArraySlice<UInt8>) -> [String] {
        guard !isOld else { return [] }
        var found: [String] = []
        var place = 0
        while place + 4 < formula.count {
            guard formula.byte(at: place) == 0x17, let length = formula.byte(at: place + 1), length > 2,
                let flags = formula.byte(at: place + 2), flags < 2,
                place + 3 + Int(length) << Int(flags) <= formula.count
            else {
                place += 1
                continue
            }
            let raw = formula.bytes(at: place + 3, count: Int(length) << Int(flags))
            let text = ExcelStrings.text(raw, isWide: flags == 1)
            if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) { found.append(text) }
            place += 3 + raw.count
        }
        return found
    }

    /// Each sheet is a substream; their order is that of the names.
    private mutating func begin(_ body: ArraySlice<UInt8>) {
        isOld = (body.u16(at: 0) ?? 0) < 0x0600
        depth += 1
        guard depth == 1, body.u16(at: 2) != 0x0005 else { return }
        endSheet()
        sheet = (sheet ?? -1) + 1
        table.name = names.indices.contains(sheet ?? 0) ? names[sheet ?? 0] : ""
    }

    private mutating func applyCell(_ record: ExcelRecords.Record) {
        let body = record.body
        guard let row = body.u16(at: 0), let column = body.u16(at: 2) else { return }
        switch record.kind {
        case 0x00FD: place(Array(strings[body.u32(at: 6) ?? -1]), row, column)
        case 0x0204, 0x00D6: place(Array(string(body, at: 6, lengthBytes: 2).utf8), row, column)
        case 0x0203: place(body.double(at: 6), style: body.u16(at: 4), row, column)
        case 0x027E: place(body.u32(at: 6).map(Self.number), style: body.u16(at: 4), row, column)
        case 0x00BD:
            for index in 0..<max(0, (body.count - 6) / 6) {
                place(
                    body.u32(at: 6 + index * 6).map(Self.number), style: body.u16(at: 4 + index * 6), row,
                    column + index)
            }
        case 0x0006:
            for constant in constants(body.dropFirst(22)) { others.line(constant) }
            guard body.u16(at: 12) == 0xFFFF else {
                return place(body.double(at: 6), style: body.u16(at: 4), row, column)
            }
            pending = body.byte(at: 6) == 0 ? (row, column) : nil
        case 0x0207:
            guard let cell = pending else { return }
            place(Array(string(body, at: 0, lengthBytes: 2).utf8), cell.row, cell.column)
            pending = nil
        default: break
        }
    }

    private mutating func place(_ text: [UInt8], _ row: Int, _ column: Int) {
        table.place(text, row: row + 1, column: column)
    }

    private mutating func place(_ value: Double?, style: Int?, _ row: Int, _ column: Int) {
        guard let value, let text = formats.text(of: value, style: style ?? 0) else { return }
        place(Array(text.utf8), row, column)
    }

    /// MS-XLS 2.5.217: thirty bits of an integer or of a double, perhaps in hundredths.
    static func number(_ raw: Int) -> Double {
        let isInteger = raw & 2 != 0
        let value =
            isInteger
            ? Double(Int32(truncatingIfNeeded: raw) >> 2) : Double(bitPattern: UInt64(raw & 0xFFFF_FFFC) << 32)
        return raw & 1 != 0 ? value / 100 : value
    }

    private func string(_ body: ArraySlice<UInt8>, at place: Int, lengthBytes: Int) -> String {
        guard let length = lengthBytes == 1 ? body.byte(at: place).map({ Int($0) }) : body.u16(at: place) else {
            return ""
        }
        let start = place + lengthBytes
        if isOld {
            let text = TextEncoding.decode(body.bytes(at: start, count: length), codePage: codePage)
            return String(decoding: text, as: UTF8.self)
        }
        let isWide = (body.byte(at: start) ?? 0) & 1 != 0
        return ExcelStrings.text(body.bytes(at: start + 1, count: isWide ? length * 2 : length), isWide: isWide)
    }

    private func readStrings(_ record: ExcelRecords.Record) {
        var reader = ExcelStrings(record)
        while let string = reader.next() { strings.add(string.utf8) }
    }

    /// The text of a comment or box follows in the first continuation, a byte of width before it.
    private mutating func readBoxText(_ record: ExcelRecords.Record) {
        guard let length = record.body.u16(at: 10), length > 0, record.continuations.count > 0 else { return }
        var text = ""
        var left = length
        for piece in record.continuations where left > 0 {
            let isWide = (piece.byte(at: 0) ?? 0) & 1 != 0
            let raw = piece.bytes(at: 1, count: isWide ? left * 2 : left)
            text += ExcelStrings.text(raw, isWide: isWide)
            left -= isWide ? raw.count / 2 : raw.count
        }
        others.line(text)
    }

    /// The texts in a hyperlink are UTF-16; what else is in it has no four characters in a row.
    private func link(_ body: ArraySlice<UInt8>) -> String {
        let characters = TextEncoding.utf16(body.dropFirst(32)).split { !(0x20..<0x7F).contains($0) }
        return characters.filter { $0.count > 4 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
