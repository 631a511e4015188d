import Model

/// A judged message on a terminal: one line where nothing was found, else the reason, what was read where, the evidence, and what would
/// clear it.
struct VerdictBlock {
    let mail: JudgedMail
    let style: Style

    private var verdict: Verdict { mail.verdict }

    var text: String {
        guard verdict.disposition != .none else { return head + "\n" }
        return ([head] + reason + fields + unread + remedies).joined(separator: "\n") + "\n\n"
    }

    /// `MALICIOUS (BEC)  0.97   mail/0042.eml`; where nothing was found also whom it is from.
    private var head: String {
        let words = ([verdict.disposition.rawValue] + (attributes.isEmpty ? [] : ["(\(attributes))"])).joined(
            separator: " ")
        let label = style.paint(words, role) + String(repeating: " ", count: max(0, 15 - words.count))
        let start = "\(label)  \(Scores.text(verdict.score))   "
        let room = max(20, style.width - 15 - 2 - 4 - 3)
        let place = VisibleText.of(mail.id)
        guard verdict.disposition == .none, !mail.from.isEmpty else { return start + DisplayWidth.cut(place, to: room) }
        let left = max(12, min(DisplayWidth.of(place), room / 2))
        let from = DisplayWidth.cut(VisibleText.of(mail.from), to: max(8, room - left - 2))
        return start + DisplayWidth.cut(place, to: left) + "  " + style.paint(from, .quiet)
    }

    private var attributes: String { verdict.attributes.joined(separator: ", ") }

    private var role: Style.Role {
        switch verdict.disposition {
        case .malicious: .severity(.critical)
        case .spoof: .severity(.high)
        case .suspicious: .severity(.medium)
        case .spam, .bulk: .severity(.low)
        case .none: .good
        }
    }

    private var reason: [String] { verdict.reason.map { lines($0, indent: 0) } ?? [] }

    /// Each field that was read, once, and below it what was found there.
    private var fields: [String] {
        var seen: Set<String> = []
        var places: [(field: String, value: String)] = []
        for reason in verdict.reasons where seen.insert(reason.field + "\u{0}" + reason.value).inserted {
            places.append((reason.field, reason.value))
        }
        return places.flatMap { place in
            let here = verdict.reasons.filter { $0.field == place.field && $0.value == place.value }
            return shown(place.field, place.value, marks: here.flatMap { $0.at ?? [] }) + here.flatMap(evidence)
        }
    }

    /// `  From  Adеle Vance` and carets below the characters that the evidence speaks of.
    private func shown(_ field: String, _ value: String, marks: [Int]) -> [String] {
        let start = "  \(VisibleText.of(field))  "
        let room = max(20, style.width - DisplayWidth.of(start))
        let text = VisibleText.of(value)
        let line = style.paint(start, .heading) + DisplayWidth.cut(text, to: room, .end)
        let columns = Set(marks.compactMap { column(of: $0, in: value) }.filter { $0 < room })
        guard let last = columns.max() else { return [line] }
        let carets = (0...last).map { columns.contains($0) ? "^" : " " }.joined()
        return [line, String(repeating: " ", count: DisplayWidth.of(start)) + style.paint(carets, .bad)]
    }

    /// Where on the line a scalar is shown.
    private func column(of place: Int, in value: String) -> Int? {
        let scalars = value.unicodeScalars
        guard place >= 0, let index = scalars.index(scalars.startIndex, offsetBy: place, limitedBy: scalars.endIndex),
            index < scalars.endIndex
        else { return nil }
        return DisplayWidth.of(VisibleText.of(String(scalars[..<index])))
    }

    /// `  + free-mail address that imitates her name    0.45`; the weight stands at the right edge of its last line.
    private func evidence(_ reason: Verdict.Reason) -> [String] {
        let sign = reason.weight < 0 ? "-" : "+"
        let weight = Scores.text(abs(reason.weight))
        let room = max(20, min(style.width, 90) - 4 - 6)
        let prose = DisplayWidth.lines(of: VisibleText.of(reason.text), width: room)
        return prose.enumerated().map { place, line in
            let start = (place == 0 ? "  \(sign) " : "    ") + line
            guard place == prose.count - 1 else { return start }
            return DisplayWidth.padded(start, to: room + 6) + style.paint(weight, .quiet)
        }
    }

    private var unread: [String] {
        guard !verdict.notEvaluated.isEmpty else { return [] }
        return lines("not evaluated: \(verdict.notEvaluated.joined(separator: ", "))", indent: 2).map {
            style.paint($0, .quiet)
        }
    }

    private var remedies: [String] { verdict.clearedBy.flatMap { lines("would be clean: \($0)", indent: 2) } }

    private func lines(_ text: String, indent: Int) -> [String] {
        DisplayWidth.lines(of: VisibleText.of(text), width: max(20, style.width - indent)).map {
            String(repeating: " ", count: indent) + $0
        }
    }
}
