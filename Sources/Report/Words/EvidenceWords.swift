import Model

/// Evidence as a person reads it: the key in words, each value on a line of its own.
public struct EvidenceWords {
    public let key: String
    public let label: String
    public let lines: [String]

    /// Of use to programs alone: the keyed hashes of values.
    private static let unshown: Set<String> = ["hashes", "sampleHashes"]

    /// Sorted by key, as in JSON, so that two reports of the same instance are the same text.
    public static func of(_ evidence: Evidence) -> [EvidenceWords] {
        // That the file itself bears no label says nothing where documents inside of it do.
        let hasOthers = labelKeys.contains { evidence[$0] != nil }
        return evidence.values.sorted { $0.key < $1.key }
            .filter { !(hasOthers && $0.key == "labels" && $0.value == .list([])) }
            .map {
                EvidenceWords(
                    key: $0.key, label: words($0.key),
                    lines: labelKeys.contains($0.key) ? labels($0.value) : lines($0.value))
            }
    }

    /// Records of sensitivity labels.
    private static let labelKeys = ["foreignLabels", "innerLabels"]

    /// "LABEL of tenant TENANT, in PART".
    private static func labels(_ value: Evidence.Value) -> [String] {
        guard case .records(let records) = value else { return lines(value) }
        func text(_ record: Evidence, _ key: String) -> String? {
            if case .text(let text)? = record[key], !text.isEmpty { text } else { nil }
        }
        return records.map { record in
            let owner = text(record, "tenant").map { " of tenant \($0)" } ?? ""
            return (text(record, "label") ?? "") + owner + (text(record, "part").map { ", in \($0)" } ?? "")
        }
    }

    /// `linkType` -> `link type`, `hasURL` -> `has URL`.
    public static func words(_ key: String) -> String {
        var text = ""
        let letters = Array(key)
        for (place, letter) in letters.enumerated() {
            let next = place + 1 < letters.count ? letters[place + 1] : nil
            if letter == "_" || letter == "-" { text.append(" "); continue }
            guard letter.isUppercase, place > 0 else { text.append(letter); continue }
            let startsWord = letters[place - 1].isLowercase || letters[place - 1].isNumber
            let endsInitials = letters[place - 1].isUppercase && next?.isLowercase == true
            if startsWord || endsInitials { text.append(" ") }
            text += next?.isLowercase == true ? letter.lowercased() : String(letter)
        }
        return text
    }

    static func lines(_ value: Evidence.Value) -> [String] {
        switch value {
        case .text(let text): [text.isEmpty ? "(empty)" : text]
        case .list(let list): list.isEmpty ? ["(none)"] : list
        case .records(let records): records.map(line)
        case .flag(let flag): [flag ? "yes" : "no"]
        case .none: ["not said"]
        case .number(let number): [Int(exactly: number).map(Numbers.grouped) ?? String(number)]
        }
    }

    /// A row of a table on one line: "confidence high; count 2". What is not said is left out.
    public static func line(_ record: Evidence) -> String {
        record.values.filter { !unshown.contains($0.key) && $0.value != .none }.sorted { $0.key < $1.key }
            .map { "\(words($0.key)) \(lines($0.value).joined(separator: ", "))" }.joined(separator: "; ")
    }
}
