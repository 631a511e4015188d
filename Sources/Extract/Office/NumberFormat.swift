/// A number format code of a spreadsheet, as far as it decides which digits are seen: masks such as `000-00-0000`,
/// leading zeros, dates. What would lose digits (scientific, rounding, thousands) is written plainly instead.
struct NumberFormat: Sendable {
    private enum Token: Sendable { case digit(Character), literal(String), point }
    private struct Section: Sendable {
        var tokens: [Token] = []
        /// `[<=9999999]`: an operator and its number.
        var condition: (String, Double)?
        var isDate = false
        var isPlain = false
        var isPercent = false

        var digits: [Character] {
            tokens.compactMap { if case .digit(let digit) = $0 { digit } else { nil } }
        }
        /// A literal between two digits, or more than one digit that is always written.
        var isMask: Bool {
            guard !isDate, !isPlain, !isPercent, !digits.isEmpty else { return false }
            if tokens.contains(where: { if case .point = $0 { true } else { false } }) { return false }
            return digits.filter { $0 == "0" }.count > 1 || hasInnerLiteral
        }
        private var hasInnerLiteral: Bool {
            var hasSeenDigit = false
            var hasSeenLiteral = false
            for token in tokens {
                switch token {
                case .digit:
                    if hasSeenLiteral { return true }
                    hasSeenDigit = true
                case .literal: hasSeenLiteral = hasSeenDigit
                case .point: break
                }
            }
            return false
        }
    }

    private let sections: [Section]

    init(_ code: String) {
        sections = Self.split(code).prefix(4).map(Self.parse)
    }

    /// The formats without a code in the file (ECMA-376 part 1, 18.8.30).
    static func builtIn(_ id: Int) -> NumberFormat? {
        switch id {
        case 14...17, 22, 27...36, 50...58: NumberFormat("yyyy-mm-dd")
        default: nil
        }
    }

    func text(of value: Double) -> String? {
        guard let section = section(for: value) else { return nil }
        if section.isDate { return Self.date(value) }
        guard section.isMask, let whole = Int64(exactly: value.rounded()), whole.magnitude < 1 << 53 else { return nil }
        return Self.masked(whole, section.tokens, width: section.digits.count)
    }

    private func section(for value: Double) -> Section? {
        let conditional = sections.first { section in
            guard let (operation, bound) = section.condition else { return false }
            switch operation {
            case "<": return value < bound
            case "<=": return value <= bound
            case ">": return value > bound
            case ">=": return value >= bound
            case "=": return value == bound
            default: return value != bound
            }
        }
        if let conditional { return conditional }
        if sections.contains(where: { $0.condition != nil }) { return sections.first { $0.condition == nil } }
        return value < 0 && sections.count > 1 ? sections[1] : sections.first
    }

    /// Digits from the right into their places; those that have none stand in front.
    private static func masked(_ whole: Int64, _ tokens: [Token], width: Int) -> String {
        var digits = Array(String(whole.magnitude))
        if digits.count < width { digits = [Character](repeating: "0", count: width - digits.count) + digits }
        var next = digits.count - width
        var text = whole < 0 ? "-" : ""
        var isFirst = true
        for token in tokens {
            switch token {
            case .digit:
                if isFirst { text += String(digits[..<next]) }
                isFirst = false
                text.append(digits[next])
                next += 1
            case .literal(let literal): text += literal
            case .point: break
            }
        }
        return text
    }

    /// Every digit of a number that has no mask, without an exponent up to seventeen digits.
    static func plain(_ value: Double) -> String {
        if let whole = Int64(exactly: value), whole.magnitude < 1_000_000_000_000_000_000 { return String(whole) }
        return "\(value)"
    }

    /// Days since the last of 1899, as a day; the time of day is left out.
    private static func date(_ value: Double) -> String? {
        guard value >= 1, value < 2_958_466 else { return nil }
        // 1900 is a leap year there.
        let days = Int(value) - (value < 60 ? 25_568 : 25_569)
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let civil = month < 10 ? month + 3 : month - 9
        let full = year + era * 400 + (civil <= 2 ? 1 : 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(full)-\(two(civil))-\(two(day))"
    }
}

extension NumberFormat {
    private static func split(_ code: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        var isEscaped = false
        for character in code.prefix(255) {
            if character == "\"", !isEscaped { isQuoted.toggle() }
            if character == ";", !isQuoted, !isEscaped {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return parts
    }

    private static func parse(_ code: String) -> Section {
        var section = Section()
        if code.lowercased().contains("general") || code == "@" {
            section.isPlain = true
            return section
        }
        var rest = Substring(code)
        while let character = rest.popFirst() {
            switch character {
            case "\\", "!": if let next = rest.popFirst() { section.tokens.append(.literal(String(next))) }
            case "\"":
                let text = rest.prefix { $0 != "\"" }
                section.tokens.append(.literal(String(text)))
                rest = rest.dropFirst(text.count + 1)
            case "[":
                let inner = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inner.count + 1)
                bracket(String(inner), &section)
            case "_", "*": _ = rest.popFirst()
            case "0", "#", "?": section.tokens.append(.digit(character))
            case ".": section.tokens.append(.point)
            case ",": section.isPlain = true
            case "%": section.isPercent = true
            case "E", "e": section.isPlain = true
            case "y", "d", "m", "h", "s", "Y", "D", "M", "H", "S": section.isDate = true
            case "A", "P", "/": break
            default: section.tokens.append(.literal(String(character)))
            }
        }
        if !section.digits.isEmpty { section.isDate = false }
        return section
    }

    private static func bracket(_ inner: String, _ section: inout Section) {
        let operation = inner.prefix { "<>=".contains($0) }
        if !operation.isEmpty, let bound = Double(inner.dropFirst(operation.count)) {
            section.condition = (String(operation), bound)
        } else if ["h", "hh", "m", "mm", "s", "ss"].contains(inner.lowercased()) {
            section.isDate = true
        }
    }
}
