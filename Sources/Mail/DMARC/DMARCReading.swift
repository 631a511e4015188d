/// Which DMARC record applies to a domain, and what it asks for.
public struct DMARCReading: Hashable, Sendable {
    /// What one way of discovery found.
    public enum Found: Hashable, Sendable {
        /// A record of the domain itself.
        case own(DMARCRecord)
        /// The record of a domain above.
        case inherited(DMARCRecord, from: String)
        case none
        /// DNS did not answer; nobody knows.
        case tempError(String)

        /// The record; nil where none was found or nobody knows.
        public var record: DMARCRecord? {
            switch self {
            case .own(let record), .inherited(let record, _): record
            case .none, .tempError: nil
            }
        }

        /// What applies to the domain asked about: `p` of its own record, else `sp` of the parent's, else its `p`. Nil
        /// without a record.
        public var policy: DMARCRecord.Policy? {
            switch self {
            case .own(let record): record.policy
            case .inherited(let record, _): record.subdomainPolicy
            case .none, .tempError: nil
            }
        }
    }

    public var domain: String
    /// By the DNS tree walk of RFC 9989.
    public var treeWalk: Found
    /// By the organizational domain of RFC 7489.
    public var suffixList: Found
    /// What a person should know besides: where the two generations differ, faults of the record.
    public var notes: [String]

    init(domain: String, treeWalk: Found, suffixList: Found, notes: [String] = []) {
        self.domain = domain
        self.treeWalk = treeWalk
        self.suffixList = suffixList
        self.notes = notes
    }

    /// What applies: a record if either generation finds one, and the weaker where they find different ones.
    public var found: Found {
        switch (treeWalk.policy, suffixList.policy) {
        case (let walked?, let listed?): walked <= listed ? treeWalk : suffixList
        case (.some, nil): treeWalk
        case (nil, .some): suffixList
        case (nil, nil):
            if case .tempError = treeWalk { treeWalk } else { suffixList }
        }
    }

    /// The record that applies; nil where there is none or nobody knows.
    public var record: DMARCRecord? { found.record }
    /// What receivers are asked to do with failing mail of the domain itself; nil without a record.
    public var policy: DMARCRecord.Policy? { found.policy }

    /// The domain's own record; nil where it has none.
    public var ownRecord: DMARCRecord? {
        guard case .own(let record) = found else { return nil }
        return record
    }

    /// The domain above whose record applies; nil where the record is the domain's own or there is none.
    public var inheritedFrom: String? {
        guard case .inherited(_, let name) = found else { return nil }
        return name
    }

    /// Why nobody can say; nil where there is an answer.
    public var temporaryError: String? {
        guard case .tempError(let reason) = found else { return nil }
        return reason
    }
}
