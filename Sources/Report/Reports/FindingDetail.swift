import Foundation
import Model
import Posture

/// All that is known of one instance: what, evidence, why, remedy, sources, history.
/// - Parameters:
///   - history: oldest first.
///   - check: nil where the catalogue no longer has it.
public func findingDetail(_ instance: Instance, history: [HistoryEntry], check: Check?, style: Style, asOf now: Date)
    -> String
{
    FindingDetail(instance: instance, history: history, check: check, style: style, now: now).text
}

private struct FindingDetail {
    let instance: Instance
    let history: [HistoryEntry]
    let check: Check?
    let style: Style
    let now: Date

    var text: String {
        let resource = instance.resource
        let place = resource.location.map { "\(resource.name), \($0)" } ?? "\(resource.name) (\(Place.of(instance)))"
        var text = "\(head)\n\(style.paint(VisibleText.of(place), .heading))\n"
        if let url = resource.url { text += style.paint(VisibleText.of(url), .link) + "\n" }
        return text + "\n" + sections.map { Section(label: $0, lines: $1).text(style) }.joined()
    }

    /// `file-public-write · critical · open since 12 Oct 2026, seen 40 times, last 3 minutes ago`.
    private var head: String {
        let seen = "seen \(instance.timesSeen == 1 ? "once" : "\(Numbers.grouped(instance.timesSeen)) times")"
        let last = "last \(Moments.relative(instance.lastSeen, asOf: now))"
        let life =
            switch instance.status {
            case .active: "open since \(Moments.day(instance.firstSeen)), \(seen), \(last)"
            case .hidden: "hidden, open since \(Moments.day(instance.firstSeen)), \(seen), \(last)"
            case .resolved:
                "resolved \(instance.resolvedAt.map { Moments.day($0) } ?? ""), first seen \(Moments.day(instance.firstSeen)), \(seen)"
            }
        let severity = style.paint(instance.severity.rawValue, .severity(instance.severity))
        return "\(VisibleText.of(instance.check)) · \(severity) · \(life)"
    }

    private var sections: [(String, [String])] {
        let room = max(20, style.width - Section.indent)
        func prose(_ text: String) -> [String] { DisplayWidth.lines(of: VisibleText.of(text), width: room) }
        var sections: [(String, [String])] = [
            ("WHAT", prose(what)), ("FOUND", FoundInFile(instance.evidence)?.lines(room, style) ?? []),
            ("SEEN", evidence(room)),
        ]
        if let check {
            sections.append(("WHY", prose(check.why)))
            sections.append(("FIX", steps(check.fix, room)))
            sections.append(("READ", check.references.map { style.paint($0, .link) }))
        }
        sections.append(("HISTORY", prose(life)))
        return sections.filter { !$0.1.isEmpty }
    }

    /// The instance in a sentence, under the title of its check.
    private var what: String {
        guard let check else { return "The catalogue no longer has this check." }
        let sentence = check.sentence(instance.evidence)
        guard !sentence.isEmpty, sentence != check.title else { return check.title + "." }
        let isSentence = [".", "!", "?"].contains(sentence.last.map(String.init) ?? "")
        return "\(check.title): \(sentence)\(isSentence ? "" : ".")"
    }

    private func evidence(_ room: Int) -> [String] {
        let words = EvidenceWords.of(FoundInFile.rest(of: instance.evidence))
        let width = min(28, words.map { DisplayWidth.of($0.label) }.max() ?? 0)
        return words.flatMap { word in
            let lines = word.lines.flatMap { line in
                DisplayWidth.of(line) > room - width - 2
                    ? DisplayWidth.lines(of: line, width: room - width - 2) : [line]
            }
            return lines.enumerated().map { place, line in
                let label = DisplayWidth.padded(place == 0 ? DisplayWidth.cut(word.label, to: width) : "", to: width)
                return style.paint(label, .quiet) + "  " + VisibleText.of(line)
            }
        }
    }

    private func steps(_ fix: [String], _ room: Int) -> [String] {
        fix.enumerated().flatMap { place, step -> [String] in
            let number = "\(place + 1). "
            let lines = DisplayWidth.lines(of: step, width: room - number.count)
            return lines.enumerated().map { ($0 == 0 ? number : String(repeating: " ", count: number.count)) + $1 }
        }
    }

    /// `12 Oct opened · 3 Nov recipients changed`; the latest dozen.
    private var life: String {
        var earlier: Evidence?
        var parts: [String] = []
        for entry in history {
            parts.append("\(Moments.day(entry.at, asOf: now)) \(words(entry, since: earlier))")
            earlier = entry.evidence ?? earlier
        }
        let shown = parts.suffix(12)
        let left = parts.count - shown.count
        return ((left > 0 ? ["\(Numbers.grouped(left)) earlier"] : []) + shown).joined(separator: " · ")
    }

    private func words(_ entry: HistoryEntry, since earlier: Evidence?) -> String {
        if let note = entry.note { return "\(entry.by ?? "") \(note)" }
        guard entry.change == .changed, let earlier, let evidence = entry.evidence else { return entry.change.rawValue }
        let keys = Set(earlier.values.keys).union(evidence.values.keys)
        let changed = keys.filter { earlier[$0] != evidence[$0] }.sorted().map(EvidenceWords.words)
        return changed.isEmpty ? "changed" : "\(changed.joined(separator: ", ")) changed"
    }
}

/// A label at the left edge, lines beside it.
struct Section {
    static let indent = 9
    let label: String
    let lines: [String]

    func text(_ style: Style) -> String {
        lines.enumerated().map { place, line in
            let head = DisplayWidth.padded(place == 0 ? label : "", to: Self.indent)
            let text = (place == 0 ? style.paint(label, .heading) + head.dropFirst(label.count) : head) + line
            return text + "\n"
        }.joined()
    }
}
