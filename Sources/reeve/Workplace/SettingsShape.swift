import Flows
import Model
import Report
import Yams

/// What may stand where in the settings: names and values. A misspelt one must not be ignored, because somebody believes it is in force.
indirect enum SettingsShape: Sendable {
    case text
    /// A text that the check takes; the words say what is expected.
    case word(String, @Sendable (String) -> Bool)
    case choice([String])
    case flag
    case number(ClosedRange<Double>)
    case whole(ClosedRange<Int>)
    case section([String: SettingsShape])
    case list(SettingsShape)
    /// Names of the administrator's own choosing.
    case anyNames(SettingsShape)

    /// - Parameter path: `mail.allow`; empty at the top.
    /// - Throws: `Failure` that says the line, the place, what is expected there.
    func check(_ node: Node?, in file: String, at path: String = "") throws {
        guard let node, node.null == nil else { return }
        switch self {
        case .list(let element):
            guard let list = node.sequence else {
                throw Self.failure(node, in: file, "\(path) has to be a list, a dash before each entry")
            }
            for entry in list { try element.check(entry, in: file, at: path) }
        case .anyNames(let inner):
            for (key, value) in try Self.pairs(node, in: file, at: path) {
                try inner.check(value, in: file, at: Self.path(path, key))
            }
        case .section(let known):
            for (key, value) in try Self.pairs(node, in: file, at: path) {
                guard let inner = known[key.string ?? ""] else {
                    throw Self.unknown(key, among: known.keys.sorted(), in: file, at: path)
                }
                try inner.check(value, in: file, at: Self.path(path, key))
            }
        default:
            guard let wanted = wanted(of: node) else { return }
            let found = node.scalar.map { "\"\($0.string)\"" } ?? (node.sequence == nil ? "a section" : "a list")
            throw Self.failure(node, in: file, "\(path) has to be \(wanted), not \(found)")
        }
    }

    /// What is expected of a single value; nil where the node is that.
    private func wanted(of node: Node) -> String? {
        let scalar = node.scalar?.string
        switch self {
        case .text: return scalar == nil ? "a text" : nil
        case .word(let words, let fits): return scalar.map(fits) == true ? nil : words
        case .choice(let words): return scalar.map(words.contains) == true ? nil : Self.joined(words)
        case .flag: return node.bool == nil ? "true or false" : nil
        case .number(let range):
            return node.float.map(range.contains) == true ? nil : "a number\(Self.bounds(range))"
        case .whole(let range):
            return node.int.map(range.contains) == true ? nil : "a whole number\(Self.bounds(range))"
        case .section, .list, .anyNames: return nil
        }
    }

    private static func bounds<Bound: Comparable & CustomStringConvertible>(_ range: ClosedRange<Bound>) -> String {
        func words(_ bound: Bound) -> String {
            bound.description.hasSuffix(".0") ? String(bound.description.dropLast(2)) : bound.description
        }
        return words(range.upperBound).count > 12
            ? ", \(words(range.lowerBound)) or more" : ", \(words(range.lowerBound)) to \(words(range.upperBound))"
    }

    private static func joined(_ words: [String]) -> String {
        words.count < 2 ? words.first ?? "" : words.dropLast().joined(separator: ", ") + " or \(words[words.count - 1])"
    }

    private static func pairs(_ node: Node, in file: String, at path: String) throws -> Node.Mapping {
        guard let mapping = node.mapping else {
            throw failure(
                node, in: file, "\(path.isEmpty ? "the file" : path) has to be a list of settings, NAME: VALUE")
        }
        return mapping
    }

    private static func path(_ path: String, _ key: Node) -> String {
        let name = key.string ?? "?"
        return path.isEmpty ? name : "\(path).\(name)"
    }

    private static func unknown(_ key: Node, among known: [String], in file: String, at path: String) -> Failure {
        let name = key.string ?? "?"
        let hint =
            suggestion(for: name, among: known).map { "; did you mean \($0)?" }
            ?? "; known are \(known.joined(separator: ", "))"
        let section = path.isEmpty ? "" : " in section \(path)"
        return failure(key, in: file, "unknown setting \"\(name)\"\(section)\(hint)")
    }

    static func failure(_ node: Node?, in file: String, _ what: String) -> Failure {
        let line = node?.mark.map { ":\($0.line)" } ?? ""
        return Failure("\(file)\(line): \(what) (docs/use/settings.md)")
    }
}
