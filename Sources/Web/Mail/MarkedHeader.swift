import Foundation
import Mail
import Model

/// A header with the places marked that signals speak of. What it makes is HTML of ours from escaped parts.
struct MarkedHeader {
    let header: [UInt8]
    let reasons: [Verdict.Reason]

    /// Fields are shown up to so many characters; the rest is in the message.
    private static let longest = 2_000

    var lines: [[String: Any]] {
        let message = Message(header)
        return message.fields.map { field in
            let name = String(field.name.prefix(80))
            let text = String(field.text.prefix(Self.longest))
            let html = marked(text, field: name)
            return ["fieldName": name, "html": html.text, "isUsed": html.isMarked]
        }
    }

    /// A stretch of text and the numbers of the signals that speak of it.
    private struct Mark {
        var range: Range<String.Index>
        var numbers: [Int]
    }

    private func marked(_ text: String, field: String) -> (text: String, isMarked: Bool) {
        var marks: [Mark] = []
        for (place, reason) in reasons.enumerated() where Self.belongs(reason.field, to: field) {
            guard let range = range(of: reason.value, in: text) else { continue }
            if let known = marks.firstIndex(where: { $0.range.overlaps(range) }) {
                let joined =
                    min(
                        marks[known].range.lowerBound, range.lowerBound)..<max(
                        marks[known].range.upperBound, range.upperBound)
                marks[known] = Mark(range: joined, numbers: marks[known].numbers + [place + 1])
            } else {
                marks.append(Mark(range: range, numbers: [place + 1]))
            }
        }
        var html = ""
        var end = text.startIndex
        for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where mark.range.lowerBound >= end {
            html += Self.escaped(text[end..<mark.range.lowerBound])
            html += "<mark><bdi>\(Self.escaped(text[mark.range]))</bdi></mark>"
            for number in mark.numbers {
                html += "<a class=\"ref\" href=\"#s\(number)\" aria-label=\"Signal \(number)\">\(number)</a>"
            }
            end = mark.range.upperBound
        }
        return ("<bdi>\(html + Self.escaped(text[end...]))</bdi>", !marks.isEmpty)
    }

    private func range(of value: String, in text: String) -> Range<String.Index>? {
        value.isEmpty ? nil : text.range(of: value) ?? text.range(of: value, options: .caseInsensitive)
    }

    /// Signals name the field; results of authentication stand in several.
    private static func belongs(_ field: String, to name: String) -> Bool {
        if field.lowercased() == "authentication" { return name.lowercased().hasSuffix("authentication-results") }
        return field.caseInsensitiveCompare(name) == .orderedSame
    }

    static func escaped(_ text: some StringProtocol) -> String {
        text.reduce(into: "") { html, character in
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.append(character)
            }
        }
    }

    /// The letters of the value that a signal points into, those marked that it speaks of; nil where none does.
    static func letters(_ reasons: [Verdict.Reason]) -> [[String: Any]]? {
        guard let reason = reasons.first(where: { !($0.at ?? []).isEmpty }) else { return nil }
        let at = Set(reasons.filter { $0.value == reason.value }.flatMap { $0.at ?? [] })
        return reason.value.unicodeScalars.prefix(64).enumerated().map { place, scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            return [
                "letter": scalar == " " ? "␣" : Self.shown(scalar),
                "code": String(repeating: "0", count: max(0, 4 - code.count)) + code, "isOdd": at.contains(place),
            ]
        }
    }

    /// Marks and invisible signs need something to stand on.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: "◌\(scalar)"
        case .format, .control, .surrogate, .unassigned, .privateUse: "·"
        default: String(scalar)
        }
    }
}
