/// What somebody wants to be told of in documents: some entries, from a confidence on, from a number of matches on.
public struct ContentProfile: Hashable, Sendable, Identifiable {
    public var id: String { name }
    public var name: String
    /// The enabled ones: ids of detectors, of their kinds, or of custom entries.
    public var entries: Set<String>
    public var minimum: Match.Confidence
    /// A document counts when it has more matches than this.
    public var allowed: Int
    /// How many different entries have to match close to each other; 1 for no such rule.
    public var together: Int
    /// Whether what stands around a value says if it counts. Where it does not, shape and check alone are enough and `minimum` is not
    /// asked.
    public var usesContext: Bool

    public init(
        name: String, entries: Set<String>, minimum: Match.Confidence = .medium, allowed: Int = 0, together: Int = 1,
        usesContext: Bool = true
    ) {
        self.name = name
        self.entries = entries
        self.minimum = minimum
        self.allowed = allowed
        self.together = together
        self.usesContext = usesContext
    }

    /// The confidence from which on a match counts: what a scan for this profile has to report.
    public var threshold: Match.Confidence { usesContext ? minimum : .low }

    /// What a profile may be at most.
    public enum Limits {
        public static let entries = 1_000
        public static let allowed = 1_000_000
        public static let together = 10
    }

    /// Why the profile cannot be used, in one sentence; nil where nothing speaks against it.
    /// - Parameter known: the ids of all entries there are.
    public func trouble(known: Set<String>) -> String? {
        if let trouble = CustomEntry.nameTrouble(name, what: "name") { return trouble }
        if entries.isEmpty { return "the profile has no entries" }
        if entries.count > Limits.entries {
            return "the profile has \(entries.count) entries, \(Limits.entries) are allowed"
        }
        if let unknown = entries.subtracting(known).min() { return "there is no entry \"\(unknown)\"" }
        guard (0...Limits.allowed).contains(allowed) else {
            return "the number of allowed matches has to lie between 0 and \(Limits.allowed)"
        }
        guard (1...min(Limits.together, entries.count)).contains(together) else {
            guard entries.count > 1 else {
                return "a profile of one entry cannot ask for \(together) entries together"
            }
            return
                "between 1 and \(min(Limits.together, entries.count)) entries can be asked for together, not \(together)"
        }
        return nil
    }
}

extension ContentProfile: Codable {
    private enum CodingKeys: CodingKey { case name, entries, minimum, allowed, together, usesContext }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            entries: try values.decode(Set<String>.self, forKey: .entries),
            minimum: try values.decodeIfPresent(Match.Confidence.self, forKey: .minimum) ?? .medium,
            allowed: try values.decodeIfPresent(Int.self, forKey: .allowed) ?? 0,
            together: try values.decodeIfPresent(Int.self, forKey: .together) ?? 1,
            usesContext: try values.decodeIfPresent(Bool.self, forKey: .usesContext) ?? true)
    }

    /// The entries in alphabetical order, so that equal profiles encode alike.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(entries.sorted(), forKey: .entries)
        try values.encode(minimum, forKey: .minimum)
        try values.encode(allowed, forKey: .allowed)
        try values.encode(together, forKey: .together)
        try values.encode(usesContext, forKey: .usesContext)
    }
}
