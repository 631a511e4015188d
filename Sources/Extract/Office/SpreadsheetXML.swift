import Model

/// A workbook that is one XML document (SpreadsheetML of Office 2003): a line a row, cells in their columns, numbers as their format shows
/// them; then comments, formulas, links and names.
final class SpreadsheetXML: XMLHandler {
    private(set) var sheets: [TableWriter] = []
    private(set) var formulas: TextBuffer
    private(set) var others: TextBuffer

    private let buffer: () -> TextBuffer
    private var formats: [String: NumberFormat] = [:]
    private var style = ""
    private var row = 0
    private var column = 0
    private var cell = Cell()
    /// Elements of text that are open: markup lies within data, comments within cells.
    private var texts: [Kind] = []
    private var other: [UInt8] = []

    private struct Cell {
        var value: [UInt8] = []
        var isNumber = false
        var style: String?
        var merged = 0
    }

    private enum Kind { case value, comment, property }

    private static let mostColumns = 16_384

    init(_ buffer: @escaping () -> TextBuffer) {
        self.buffer = buffer
        (formulas, others) = (buffer(), buffer())
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "Style": style = attributes["ID"] ?? ""
        case "NumberFormat":
            if let code = attributes["Format"], formats.count < 10_000 { formats[style] = NumberFormat(code) }
        case "Worksheet":
            sheets.append(TableWriter(name: attributes["Name"] ?? "", buffer()))
            row = 0
        case "Row":
            row = index(attributes) ?? row + 1
            column = 0
        case "Cell": startCell(attributes)
        case "Data": startText(texts.last == .comment ? .comment : .value, attributes)
        case "Comment": texts.append(.comment)
        case "NamedRange": others.line("\(attributes["Name"] ?? ""): \(attributes["RefersTo"] ?? "")")
        case "Header", "Footer":
            if let text = attributes["Data"] { others.line(SheetHeading.text(Array(text.utf8))) }
        case "Author", "LastAuthor", "Title", "Subject", "Keywords", "Description", "Company", "Manager", "Category":
            texts.append(.property)
        default: break
        }
    }

    private func index(_ attributes: XMLAttributes) -> Int? {
        attributes["Index"].flatMap { Int($0) }.map { min(max($0, 1), 1 << 24) }
    }

    private func startCell(_ attributes: XMLAttributes) {
        column = min(index(attributes) ?? column + 1, Self.mostColumns)
        cell = Cell(style: attributes["StyleID"], merged: max(0, attributes["MergeAcross"].flatMap { Int($0) } ?? 0))
        if let formula = attributes["Formula"] { formulas.line("\(SheetText.letters(column - 1))\(row) \(formula)") }
        others.line(attributes["HRef"] ?? "")
    }

    private func startText(_ kind: Kind, _ attributes: XMLAttributes) {
        texts.append(kind)
        if kind == .value { cell.isNumber = attributes["Type"] == "Number" }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch texts.last {
        case .value: cell.value += bytes
        case .comment, .property: other += bytes
        case nil: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "Data": _ = texts.popLast()
        case "Comment", "Author", "LastAuthor", "Title", "Subject", "Keywords", "Description", "Company", "Manager",
            "Category":
            guard texts.popLast() != nil else { return }
            others.line(other)
            other = []
        case "Cell": endCell()
        case "Worksheet": if !sheets.isEmpty { sheets[sheets.count - 1].endRow() }
        default: break
        }
    }

    private func endCell() {
        guard !sheets.isEmpty else { return }
        sheets[sheets.count - 1].place(cell.isNumber ? shownNumber : cell.value, row: row, column: column - 1)
        column = min(column + cell.merged, Self.mostColumns)
    }

    private var shownNumber: [UInt8] {
        let written = String(decoding: cell.value, as: UTF8.self)
        guard let value = Double(written), value.isFinite else { return cell.value }
        let format = formats[cell.style ?? "Default"] ?? formats["Default"]
        return Array((format?.text(of: value) ?? NumberFormat.plain(value)).utf8)
    }
}

extension Extractor {
    func readSpreadsheetXML(_ bytes: [UInt8]) throws {
        let book = SpreadsheetXML { self.buffer() }
        defer {
            for sheet in book.sheets { emit(sheet.text, part: sheet.name, kind: .table, places: sheet.places) }
            emit(book.formulas, part: "formulas", kind: .formulas)
            emit(book.others, part: "beside the cells")
        }
        try readXML(bytes, with: book)
    }
}
