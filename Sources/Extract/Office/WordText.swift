/// WordprocessingML: the runs of a paragraph joined by nothing, cells by a tab, paragraphs by a line end.
///
/// What stands beside the flow (text boxes, field codes, alternative texts, the reading before tracked changes) comes on
/// lines of its own, so that it cuts no number. The name of a content control comes before its value.
final class WordText: XMLHandler {
    /// A flow of paragraphs: the body, or the inside of a text box.
    private struct Flow {
        var paragraph: [UInt8] = []
        /// The paragraph before its tracked changes.
        var before: [UInt8] = []
        var isChanged = false
        /// Of content controls in the paragraph, where they have no place in its line.
        var names: [[UInt8]] = []
        var beside: [[UInt8]] = []
        /// Of the tables that are open.
        var rows: [Row] = []
        var tables = OpenTables()
        var lines: [UInt8] = []
    }

    private struct Row {
        var text: [UInt8] = []
        /// Columns of the cell that is open.
        var span = 1
    }

    private enum Purpose { case none, text, deleted, code }

    private var out: TextBuffer
    private var flows = [Flow()]
    private var purpose = Purpose.none
    private var deletions = 0
    private var insertions = 0
    private var propertyDepth = 0
    /// Of the alternatives that are open: whether the choice had text.
    private var alternatives: [Bool] = []
    private var skipped = 0
    private var control = ContentControl()
    /// Of the control whose content has begun and has no text so far.
    private var controlName: String?

    init(_ buffer: TextBuffer) { out = buffer }

    func finished() -> TextBuffer {
        while flows.count > 1 { closeBox() }
        endParagraph()
        endTable(all: true)
        flushBeside()
        return out
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard skipped == 0 else { return }
        switch purpose {
        case .none: break
        case .text: append(bytes)
        case .deleted:
            flows[flows.count - 1].before += bytes
            flows[flows.count - 1].isChanged = true
        case .code: appendBeside(bytes)
        }
    }

    private var codeIsOpen = false

    private func appendBeside(_ bytes: UnsafeBufferPointer<UInt8>) {
        let last = flows.count - 1
        if codeIsOpen, !flows[last].beside.isEmpty {
            flows[last].beside[flows[last].beside.count - 1] += bytes
        } else {
            flows[last].beside.append(Array(bytes))
            codeIsOpen = true
        }
    }

    private func append(_ bytes: some Collection<UInt8>) {
        let last = flows.count - 1
        if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
        if controlName != nil, deletions == 0, bytes.contains(where: { $0 > 0x20 }) { writeControlName() }
        if deletions > 0 {
            flows[last].before += bytes
            flows[last].isChanged = true
        } else if insertions > 0 {
            flows[last].paragraph += bytes
            flows[last].isChanged = true
        } else {
            flows[last].paragraph += bytes
            flows[last].before += bytes
        }
    }

    private func beside(_ text: String?) {
        guard let text, !text.isEmpty, skipped == 0 else { return }
        codeIsOpen = false
        flows[flows.count - 1].beside.append(Array(text.utf8))
    }
}

extension WordText {
    func start(_ name: String, _ attributes: XMLAttributes) {
        if skipped > 0 || name == "Fallback" && alternatives.last == true {
            skipped += 1
            return
        }
        switch name {
        case "t": purpose = .text
        case "delText": purpose = .deleted
        case "instrText", "delInstrText": purpose = .code
        case "pPr", "tabs", "sectPr": propertyDepth += 1
        case "tab", "ptab": if propertyDepth == 0 { append([isInTable ? 0x20 : 0x09]) }
        case "br", "cr": append([isInTable ? 0x20 : 0x0A])
        case "noBreakHyphen": append([0x2D])
        case "sym": appendSymbol(attributes)
        case "del", "moveFrom": if propertyDepth == 0 { deletions += 1 }
        case "ins", "moveTo": if propertyDepth == 0 { insertions += 1 }
        case "fldChar": codeIsOpen = false
        case "tbl":
            leaveControlName()
            beginTable()
        case "tr": leaveControlName()
        case "sdtPr": control = ContentControl()
        case "sdtContent": beginControl()
        case "gridSpan", "gridBefore": reachOver(min(max(Int(attributes["val"] ?? "") ?? 1, 1), 64), name)
        case "txbxContent": flows.append(Flow())
        case "AlternateContent": alternatives.append(false)
        default: startBeside(name, attributes)
        }
    }

    /// Attributes that a person filled in.
    private func startBeside(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "docPr", "cNvPr":
            beside(attributes["descr"])
            beside(attributes["title"])
        case "fldSimple": beside(attributes["instr"])
        case "hyperlink": beside(attributes["tooltip"])
        case "docVar": beside("\(attributes["name"] ?? ""): \(attributes["val"] ?? "")")
        case "alias", "tag": _ = control.take(name, attributes["val"])
        case "default", "statusText", "helpText", "listEntry": beside(attributes["val"])
        case "listItem": beside(attributes["displayText"] ?? attributes["value"])
        case "textpath": beside(attributes["string"])
        case "shape", "rect", "roundrect", "oval": beside(attributes["alt"])
        default: break
        }
    }

    private func appendSymbol(_ attributes: XMLAttributes) {
        guard let code = attributes["char"].flatMap({ UInt32($0, radix: 16) }) else { return }
        // Symbol fonts live in the private use area; their digits and letters are ASCII behind it.
        guard let scalar = Unicode.Scalar((0xF020...0xF07E).contains(code) ? code - 0xF000 : code) else { return }
        append(Array(String(Character(scalar)).utf8))
    }

    func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "t", "delText", "instrText", "delInstrText": purpose = .none
        case "pPr", "tabs", "sectPr": propertyDepth = max(0, propertyDepth - 1)
        case "del", "moveFrom": if propertyDepth == 0 { deletions = max(0, deletions - 1) }
        case "ins", "moveTo": if propertyDepth == 0 { insertions = max(0, insertions - 1) }
        case "p": endParagraph()
        // In VML a line of a text box is an HTML block.
        case "div": endParagraph()
        case "tc": endCell()
        case "tr": endRow()
        case "tbl": endTable(all: false)
        case "txbxContent": closeBox()
        case "sdtContent": leaveControlName()
        case "sdt":
            beginControl()
            leaveControlName()
        case "AlternateContent": _ = alternatives.popLast()
        default: break
        }
    }

    private var isInTable: Bool { !flows[flows.count - 1].rows.isEmpty }

    private func endParagraph() {
        let last = flows.count - 1
        codeIsOpen = false
        let row = flows[last].rows.count - 1
        var lines = isInTable ? [] : flows[last].names
        if !isInTable { flows[last].names = [] }
        lines.append(flows[last].paragraph)
        if flows[last].isChanged { lines.append(flows[last].before) }
        for line in lines where !line.isEmpty {
            if row >= 0 {
                flows[last].rows[row].text += line + [0x20]
            } else {
                flows[last].tables.passLine()
                flows[last].lines += line + [0x0A]
            }
        }
        flows[last].paragraph = []
        flows[last].before = []
        flows[last].isChanged = false
        if row < 0 { flushBeside() }
    }

    private func beginTable() {
        let last = flows.count - 1
        if isInTable {
            endParagraph()
            writeRow(isPart: true)
        }
        flows[last].tables.begin()
        flows[last].rows.append(Row())
    }

    /// A cell reaches over so many columns, or a row begins behind them.
    private func reachOver(_ columns: Int, _ name: String) {
        let last = flows.count - 1
        guard isInTable, case let row = flows[last].rows.count - 1 else { return }
        if name == "gridSpan" {
            flows[last].rows[row].span = columns
        } else {
            flows[last].rows[row].text += [UInt8](repeating: 0x09, count: columns)
        }
    }

    private func endCell() {
        endParagraph()
        let last = flows.count - 1
        guard isInTable, case let row = flows[last].rows.count - 1 else { return }
        while flows[last].rows[row].text.last == 0x20 { flows[last].rows[row].text.removeLast() }
        flows[last].rows[row].text += [UInt8](repeating: 0x09, count: flows[last].rows[row].span)
        flows[last].rows[row].span = 1
    }

    private func endRow() {
        let last = flows.count - 1
        guard isInTable, case let row = flows[last].rows.count - 1 else { return }
        if flows[last].rows[row].text.last == 0x09 { flows[last].rows[row].text.removeLast() }
        writeRow(isPart: false)
        flows[last].rows[row].text = []
    }

    /// Of a row that goes on behind a table in it the columns stay.
    private func writeRow(isPart: Bool) {
        let (last, row) = (flows.count - 1, flows[flows.count - 1].rows.count - 1)
        if flows[last].rows[row].text.hasText {
            var text = flows[last].rows[row].text
            flows[last].rows[row].text = isPart ? text.filter { $0 == 0x09 } : []
            while text.last == 0x20 { text.removeLast() }
            flows[last].lines += flows[last].tables.lead(&text, isPart: isPart)
            flows[last].lines += text
            flows[last].lines.append(0x0A)
        }
        if flows.count == 1 { flushLines() }
    }

    private func endTable(all: Bool) {
        let last = flows.count - 1
        repeat {
            guard isInTable else { break }
            endRow()
            flows[last].rows.removeLast()
            flows[last].tables.end()
        } while all
        if !isInTable { flushBeside() }
    }

    private func flushBeside() {
        let last = flows.count - 1
        for line in flows[last].names + flows[last].beside where line.hasText {
            flows[last].tables.passLine()
            flows[last].lines += line + [0x0A]
        }
        (flows[last].names, flows[last].beside) = ([], [])
        if flows.count == 1 { flushLines() }
    }

    private func flushLines() {
        out.append(flows[0].lines)
        flows[0].lines.removeAll(keepingCapacity: true)
    }

    private func closeBox() {
        guard flows.count > 1 else { return }
        endParagraph()
        endTable(all: true)
        var box = flows.removeLast()
        if box.lines.last == 0x0A { box.lines.removeLast() }
        flows[flows.count - 1].beside.append(box.lines)
    }
}

/// Content controls.
extension WordText {
    private func beginControl() {
        leaveControlName()
        controlName = control.name
        beside(control.mark)
        control = ContentControl()
    }

    /// In front of the value; above its paragraph where the line goes on.
    private func writeControlName() {
        let last = flows.count - 1
        let isFirst = flows[last].rows.last.map { !$0.text.hasText && !flows[last].paragraph.hasText } ?? true
        guard let name = controlName, isFirst, ContentControl.begins(behind: flows[last].paragraph) else {
            return leaveControlName()
        }
        controlName = nil
        flows[last].paragraph += Array("\(name): ".utf8)
        flows[last].before += Array("\(name): ".utf8)
    }

    /// The control has no text of its own, or rows and tables in it.
    private func leaveControlName() {
        guard let name = controlName else { return }
        controlName = nil
        flows[flows.count - 1].names.append(Array(name.utf8))
    }
}
