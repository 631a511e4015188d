import Flows
import Model
import Report
import Yams

/// Which names may stand where in a part of the settings: a misspelt one must not be ignored, because somebody believes it is in force.
indirect enum SettingsShape {
    case value
    case section([String: SettingsShape])
    case list(SettingsShape)
    /// Names of the administrator's own choosing.
    case anyNames(SettingsShape)

    /// - Throws: `Failure` that says the line.
    func check(_ node: Node?, in file: String, section: String) throws {
        guard let node, node.null == nil else { return }
        switch self {
        case .value: return
        case .list(let element):
            guard let list = node.sequence else {
                throw Failure("\(Self.place(node, in: file)): \(section) has to be a list, a dash before each entry")
            }
            for entry in list { try element.check(entry, in: file, section: section) }
        case .anyNames(let inner):
            for (key, value) in try Self.pairs(node, in: file, section: section) {
                try inner.check(value, in: file, section: "\(section).\(key.string ?? "?")")
            }
        case .section(let known):
            for (key, value) in try Self.pairs(node, in: file, section: section) {
                let name = key.string ?? "?"
                guard let inner = known[name] else {
                    throw Failure(Self.unknown(name, among: known.keys.sorted(), Self.place(key, in: file), section))
                }
                try inner.check(value, in: file, section: "\(section).\(name)")
            }
        }
    }

    private static func pairs(_ node: Node, in file: String, section: String) throws -> Node.Mapping {
        guard let mapping = node.mapping else {
            throw Failure("\(place(node, in: file)): \(section) has to be a list of settings, NAME: VALUE")
        }
        return mapping
    }

    private static func unknown(_ name: String, among known: [String], _ place: String, _ section: String) -> String {
        let hint =
            suggestion(for: name, among: known).map { "; did you mean \($0)?" }
            ?? "; known are \(known.joined(separator: ", "))"
        return "\(place): unknown setting \"\(name)\" in section \(section)\(hint)"
    }

    private static func place(_ node: Node, in file: String) -> String {
        node.mark.map { "\(file):\($0.line)" } ?? file
    }
}

extension SettingsShape {
    /// The section `mail`.
    static var mail: SettingsShape {
        let limits = names("note", "impersonation", "malicious")
        let sender = names("email", "domain", "network", "regex")
        var mail = MailOptions.CodingKeys.allCases.reduce(into: [String: SettingsShape]()) { $0[$1.rawValue] = .value }
        mail["trustedAuthservIds"] = .list(.value)
        mail["trustedArcSealers"] = .list(.value)
        mail["thresholds"] = .section(
            limits.merging(
                ["protectedBy": .anyNames(.section(limits)), "recipients": .anyNames(.section(limits))],
                uniquingKeysWith: { first, _ in first }))
        mail["trustedDomains"] = .list(.section(names("domain", "regex", "similarity", "recent")))
        mail["allow"] = .list(
            .section(sender.merging(names("effect", "verifySender"), uniquingKeysWith: { first, _ in first })))
        mail["blocked"] = .list(.section(sender))
        mail["actions"] = .section(
            Disposition.allCases.reduce(into: [String: SettingsShape]()) { $0[$1.rawValue] = .value })
        return .section(mail)
    }

    private static func names(_ names: String...) -> [String: SettingsShape] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, .value) })
    }
}
