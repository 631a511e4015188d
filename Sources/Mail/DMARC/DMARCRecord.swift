/// One DMARC policy record, as receivers of both generations read it: RFC 7489 §6.3 and RFC 9989.
public struct DMARCRecord: Hashable, Sendable {
    /// What receivers are asked to do with mail that fails; ordered by strength.
    public enum Policy: String, Hashable, Sendable, CaseIterable, Comparable {
        case none, quarantine, reject
        public static func < (one: Self, other: Self) -> Bool { one.strength < other.strength }
        private var strength: Int { self == .none ? 0 : self == .quarantine ? 1 : 2 }
    }

    /// What a request tag (`p`, `sp`, `np`) says.
    public enum Request: Hashable, Sendable {
        case absent
        case policy(Policy)
        /// Something that is no policy, as published.
        case invalid(String)

        /// The policy; nil where the tag is absent or invalid.
        public var policy: Policy? {
            guard case .policy(let policy) = self else { return nil }
            return policy
        }
    }

    /// Whether the name is a public suffix, below which organizations register (`psd`, RFC 9989).
    public enum PublicSuffix: String, Hashable, Sendable { case yes = "y", no = "n", unsaid = "u" }
    /// How alike the authenticated domain must be to the author's (`adkim`, `aspf`).
    public enum Alignment: String, Hashable, Sendable { case relaxed = "r", strict = "s" }

    /// The record as published, its strings joined.
    public var text: String
    public var p: Request = .absent
    public var sp: Request = .absent
    public var np: Request = .absent
    /// `t=y`: receivers apply the policy one level down (RFC 9989).
    public var isTesting = false
    /// The share of failing mail that the policy is applied to, 0 to 100 (RFC 7489; RFC 9989 removed it). Nil where
    /// absent or malformed.
    public var pct: Int?
    public var publicSuffix = PublicSuffix.unsaid
    public var dkimAlignment = Alignment.relaxed
    public var spfAlignment = Alignment.relaxed
    /// Where aggregate reports go: valid URIs as published, without the obsolete size limit.
    public var aggregateReports: [String] = []
    /// Where failure reports go.
    public var failureReports: [String] = []
    /// What is wrong with it although it is a record: "p given twice", "pct=half is no number".
    public var faults: [String] = []

    init(text: String) { self.text = text }

    /// Whether a missing `p` or an invalid `p`, `sp` or `np` makes receivers act as if it said `p=none`, or drop it
    /// (RFC 7489 §6.6.3 step 6, RFC 9989 policy discovery): either way nothing is enforced.
    public var isDisarmed: Bool {
        if p.policy == nil { return true }
        return [sp, np].contains { if case .invalid = $0 { true } else { false } }
    }

    /// What applies to the name that publishes it.
    public var policy: Policy { isDisarmed ? .none : p.policy ?? .none }
    /// What applies to existing names below it.
    public var subdomainPolicy: Policy { isDisarmed ? .none : sp.policy ?? policy }
    /// What applies to names below it that do not exist.
    public var nonexistentPolicy: Policy { isDisarmed ? .none : np.policy ?? subdomainPolicy }
}
