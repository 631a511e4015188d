/// The text of `content.xml` and `styles.xml`: paragraphs as lines, rows with tabs, annotations and deleted text beside.
final class OpenDocumentText: XMLHandler {
    private struct Cell {
        var text: [UInt8] = []
        var repeats = 1
        /// `office:value` of a number, which the shown text may round.
        var value: String?
    }

    /// A table that is open.
    private struct Table {
        var width = TableWidth()
        /// Whether the last row had nothing in it.
        var isBehindGap = false
        /// The row that is open, up to the last cell with a text.
        var row: [UInt8] = []
        var pendingTabs = 0
        /// What is open around the table.
        var paragraphs: [[UInt8]] = []
        var cells: [Cell] = []
        var annotations = 0
    }

    private(set) var isSpreadsheet = false
    private var out: TextBuffer
    /// Paragraphs that are open: an annotation or text box lies inside of another's.
    private var paragraphs: [[UInt8]] = []
    private var finishedInner: [[UInt8]] = []
    private var tables: [Table] = []
    private var lines = OpenTables()
    private var cells: [Cell] = []
    /// Inside of a comment, whose paragraphs belong beside the text that has it.
    private var annotations = 0

    init(_ buffer: TextBuffer) { out = buffer }

    func finished() -> TextBuffer {
        while !tables.isEmpty { endTable() }
        while !paragraphs.isEmpty { endParagraph() }
        flushInner()
        return out
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "p", "h": paragraphs.append([])
        case "s": append([UInt8](repeating: 0x20, count: min(Int(attributes["c"] ?? "1") ?? 1, 64)))
        case "tab": append([cells.isEmpty ? 0x09 : 0x20])
        case "line-break": append([cells.isEmpty ? 0x0A : 0x20])
        case "annotation": annotations += 1
        case "spreadsheet": isSpreadsheet = true
        case "table": beginTable()
        case "table-cell", "covered-table-cell":
            let isNumber = attributes["value-type"] == "float"
            cells.append(
                Cell(
                    repeats: min(max(Int(attributes["number-columns-repeated"] ?? "1") ?? 1, 1), 512),
                    value: isNumber ? attributes["value"] : nil))
        case "title", "desc", "user-defined", "description": paragraphs.append([])
        case "a": if let link = attributes["href"] { finishedInner.append(Array(percentDecoded(link).utf8)) }
        case "variable-decl", "user-field-decl":
            if let value = attributes["string-value"] { out.line("\(attributes["name"] ?? ""): \(value)") }
        case "named-expression":
            if let value = attributes["expression"] { out.line("\(attributes["name"] ?? ""): \(value)") }
        case "text-input", "placeholder": break
        default: startControl(name, attributes)
        }
    }

    /// Form controls keep their content in attributes.
    private func startControl(_ name: String, _ attributes: XMLAttributes) {
        guard name == "textarea" || name == "formatted-text" || name == "text" || name == "option" || name == "item"
        else { return }
        guard let value = attributes["current-value"] ?? attributes["value"] ?? attributes["label"] else { return }
        out.line("\(attributes["name"] ?? ""): \(value)")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1] += bytes.map { $0 < 0x20 ? 0x20 : $0 }
    }

    private func append(_ bytes: [UInt8]) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1] += bytes
    }

    func end(_ name: String) {
        switch name {
        case "p", "h", "title", "desc", "user-defined", "description": endParagraph()
        case "annotation":
            annotations = max(0, annotations - 1)
            if annotations == 0, paragraphs.isEmpty, cells.isEmpty { flushInner() }
        case "table-cell", "covered-table-cell": endCell()
        case "table-row": endRow()
        case "table": endTable()
        default: break
        }
    }

    private func endParagraph() {
        guard let text = paragraphs.popLast() else { return }
        guard paragraphs.isEmpty, annotations == 0 else {
            if text.hasText { finishedInner.append(text) }
            return
        }
        if cells.isEmpty {
            write(text)
            flushInner()
        } else {
            if !cells[cells.count - 1].text.isEmpty { cells[cells.count - 1].text.append(0x20) }
            cells[cells.count - 1].text += text
        }
    }

    private func endCell() {
        guard var cell = cells.popLast() else { return }
        if let value = cell.value, hidesDigits(cell.text, of: value) {
            cell.text = Array((Double(value).map(NumberFormat.plain) ?? value).utf8)
        }
        guard cells.isEmpty, let last = tables.indices.last else {
            if !cells.isEmpty { cells[cells.count - 1].text += [0x20] + cell.text }
            return
        }
        // Trailing empty cells repeat to the edge of the sheet: tabs are written when a text follows.
        if cell.text.isEmpty {
            tables[last].pendingTabs = min(tables[last].pendingTabs + cell.repeats, 512)
        } else {
            for _ in 0..<min(cell.repeats, 16) {
                tables[last].row += [UInt8](repeating: 0x09, count: tables[last].pendingTabs) + cell.text
                tables[last].pendingTabs = 1
            }
        }
    }

    /// Whether the shown text is in an exponent's form, shorter than the whole number behind it, or has it in thousands.
    private func hidesDigits(_ shown: [UInt8], of value: String) -> Bool {
        let digits = shown.filter { (0x30...0x39).contains($0) }.count
        guard let number = Double(value), let whole = Int64(exactly: number) else { return false }
        let count = String(whole.magnitude).count
        return digits < count || digits == count && Self.isInThousands(shown)
    }

    /// `209,842,814`, with any sign that stands for thousands and is no mask of a number such as `209 842 814`.
    private static func isInThousands(_ shown: [UInt8]) -> Bool {
        guard shown.count <= 64 else { return false }
        let text = String(decoding: shown, as: UTF8.self)
        let groups = text.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
        guard groups.count > 1, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return false }
        let signs = Set(text.filter { !("0"..."9").contains($0) })
        return signs.count == 1 && signs.isSubset(of: [",", ".", "'", "\u{2019}", "\u{A0}", "\u{202F}"])
    }

    private func endRow() {
        guard let last = tables.indices.last else { return }
        var row = tables[last].row
        (tables[last].row, tables[last].pendingTabs) = ([], 0)
        tables[last].width.fill(&row, isBehindGap: tables[last].isBehindGap)
        tables[last].isBehindGap = row.isEmpty
        write(row: &row, isPart: false)
    }

    private func write(row: inout [UInt8], isPart: Bool) {
        guard row.hasText else { return }
        let lead = lines.lead(&row, isPart: isPart)
        out.append(lead)
        out.append(row)
        out.append(0x0A)
    }

    private func beginTable() {
        if let last = tables.indices.last, !cells.isEmpty {
            // Of the cell around the table, what stands before it.
            var row = tables[last].row + [UInt8](repeating: 0x09, count: tables[last].pendingTabs)
            tables[last].pendingTabs = min(row.count { $0 == 0x09 }, 512)
            row += cells[0].text
            (tables[last].row, cells[0].text) = ([], [])
            write(row: &row, isPart: true)
        }
        tables.append(Table(paragraphs: paragraphs, cells: cells, annotations: annotations))
        (paragraphs, cells, annotations) = ([], [], 0)
        lines.begin()
    }

    private func endTable() {
        while !paragraphs.isEmpty { endParagraph() }
        while !cells.isEmpty { endCell() }
        endRow()
        guard let table = tables.popLast() else { return }
        lines.end()
        (paragraphs, cells, annotations) = (table.paragraphs, table.cells, table.annotations)
        // Behind the table, whose first row would not be its header otherwise.
        if tables.isEmpty { flushInner() }
    }

    /// A line that is no row.
    private func write(_ text: [UInt8]) {
        guard text.hasText else { return }
        lines.passLine()
        out.line(text)
    }

    private func flushInner() {
        for text in finishedInner { write(text) }
        finishedInner = []
    }
}
