/// What is to be thought of a message. SPAM and BULK come only from a filter that saw the message earlier.
public enum Disposition: String, CaseIterable, Codable, Sendable {
    case malicious = "MALICIOUS"
    case suspicious = "SUSPICIOUS"
    case spoof = "SPOOF"
    case spam = "SPAM"
    case bulk = "BULK"
    case none = "NONE"
}

/// The judgement on one message, with everything that led to it. `score` follows from the reasons, so a score without reasons cannot exist.
public struct Verdict: Hashable, Sendable {
    /// One signal that spoke, for (weight above 0) or against (below 0) an impersonation.
    public struct Reason: Hashable, Sendable, Codable {
        /// The signal's id, kebab-case: `display-name-exact`.
        public var signal: String
        /// The header field, or `envelope`, `history`, `authentication`.
        public var field: String
        /// What was read there, as a person would see it.
        public var value: String
        /// The id of the protected person (or own domain, or policy) it was compared with.
        public var entry: String?
        /// Edits between the two, after normalising, and how many would still have counted.
        public var distance: Int?
        public var threshold: Int?
        public var weight: Double
        /// One sentence for a person: "letter 2 is Cyrillic U+0430, looks like Latin a".
        public var text: String
        /// Offsets in Unicode scalars of `value` that the sentence speaks of.
        public var at: [Int]?

        public init(
            signal: String, field: String, value: String, entry: String? = nil, distance: Int? = nil,
            threshold: Int? = nil, weight: Double, text: String, at: [Int]? = nil
        ) {
            self.signal = signal
            self.field = field
            self.value = value
            self.entry = entry
            self.distance = distance
            self.threshold = threshold
            self.weight = weight
            self.text = text
            self.at = at
        }
    }

    /// The protected person whom the message pretends to come from, and why they are protected: `group:Executives`, `direct`.
    public struct Match: Hashable, Sendable, Codable {
        public var id: String
        public var name: String
        public var reasons: [String]
        public init(id: String, name: String, reasons: [String]) {
            self.id = id
            self.name = name
            self.reasons = reasons
        }
    }

    public var disposition: Disposition
    /// `BEC`, `CUSTOM_BLOCK_LIST`, ...; in a fixed order.
    public var attributes: [String]
    /// `Protected Name <NAME> should not appear as <ADDRESS>` with the two filled in; nil where nothing was found.
    public var reason: String?
    public var matched: Match?
    public var reasons: [Reason]
    /// The smallest changes that would clear the message, computed by judging again.
    public var clearedBy: [String]
    /// What this door could not know: `spf`, `dkim`, `dmarc`, `history`, `domain-age`, ...; sorted.
    public var notEvaluated: [String]

    public init(
        disposition: Disposition, attributes: [String] = [], reason: String? = nil, matched: Match? = nil,
        reasons: [Reason] = [], clearedBy: [String] = [], notEvaluated: [String] = []
    ) {
        self.disposition = disposition
        self.attributes = attributes
        self.reason = reason
        self.matched = matched
        self.reasons = reasons
        self.clearedBy = clearedBy
        self.notEvaluated = notEvaluated
    }

    /// 0 to 1, two decimals: the noisy-or of the weights that speak for it, lessened by those against.
    public var score: Double {
        let quiet = reasons.reduce(1.0) { $1.weight > 0 ? $0 * (1 - min($1.weight, 1)) : $0 }
        let loud = reasons.reduce(1 - quiet) { $1.weight < 0 ? $0 * (1 + max($1.weight, -1)) : $0 }
        return (loud * 100).rounded() / 100
    }
}
