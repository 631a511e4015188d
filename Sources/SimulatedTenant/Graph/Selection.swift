/// Which properties of a kind an answer holds.
struct Selection: Sendable {
    let kind: ObjectKind
    /// In the order asked; nil where `$select` was not given.
    let names: [String]?
    private let wanted: Set<String>?

    /// - Parameter text: the value of `$select`, or nil.
    init(_ kind: ObjectKind, _ text: String?) throws(GraphFailure) {
        self.kind = kind
        guard let text, !text.isEmpty else {
            names = nil
            wanted = kind.defaults
            return
        }
        var names: [String] = []
        for part in text.split(separator: ",") {
            let name = part.filter { $0 != " " }
            if name == "*" { continue }
            guard kind.names.contains(name) else {
                throw .badRequest(
                    "Parsing OData Select and Expand failed: Could not find a property named '\(name)' on type "
                        + "'microsoft.graph.\(kind.rawValue)'.", code: "BadRequest")
            }
            if !names.contains(name) { names.append(name) }
        }
        let all = text.contains("*")
        self.names = all ? nil : names
        wanted = all ? nil : Set(names)
    }

    static func all(_ kind: ObjectKind) -> Selection { Selection(everything: kind) }
    private init(everything kind: ObjectKind) {
        self.kind = kind
        names = nil
        wanted = nil
    }

    func has(_ name: String) -> Bool { wanted?.contains(name) ?? true }

    /// The object with the selected members only. A selected property without a value is null, or an empty collection.
    func list(_ object: JSON) -> JSON {
        guard let names else {
            guard let wanted else { return object }
            let missing = wanted.subtracting(object.members.map(\.name)).sorted()
            return .object(
                object.members.filter { wanted.contains($0.name) || $0.name.hasPrefix("@") } + missing.map(empty))
        }
        let notes = object.members.filter { $0.name.hasPrefix("@") }
        return .object(
            notes
                + names.filter { isStructural($0) }.map { name in
                    object[name].map { JSON.Member(name: name, value: $0) } ?? empty(name)
                })
    }

    /// As `list`, with the id always and without properties that never had a value: the form of delta answers.
    func delta(_ object: JSON) -> JSON {
        let id = object.members.filter { $0.name == "id" }
        return .object(id + object.members.filter { $0.name != "id" && ($0.name.hasPrefix("@") || has($0.name)) })
    }

    /// Facets and navigations are absent rather than null.
    private func isStructural(_ name: String) -> Bool { !Self.absent.contains(name) }
    private static let absent: Set<String> = [
        "members", "owners", "drive", "drives", "file", "folder", "package", "root", "shared", "deleted", "permissions",
    ]

    private func empty(_ name: String) -> JSON.Member {
        JSON.Member(name: name, value: kind.collections.contains(name) ? [] : nil)
    }
}
