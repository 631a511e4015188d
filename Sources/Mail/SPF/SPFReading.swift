/// What `check_host` (RFC 7208 §4) answers when a sender that is named nowhere asks for a domain.
public struct SPFReading: Hashable, Sendable {
    public enum Family: String, Hashable, Sendable, CaseIterable { case ipv4, ipv6 }

    /// The results of RFC 7208 §2.6.
    public enum Verdict: Hashable, Sendable {
        /// Anybody may send. The names lead from the domain to the one whose record lets everybody in.
        case pass(via: [String])
        case fail
        case softFail
        /// `?all`, or the end of a record without `all`.
        case neutral
        /// No record.
        case none
        /// The records cannot be interpreted; receivers pass nothing.
        case permError(String)
        /// DNS did not answer; nobody knows.
        case tempError(String)
    }

    public var domain: String
    /// For a sender with an IPv4 address.
    public var ipv4: Verdict
    /// For a sender with an IPv6 address.
    public var ipv6: Verdict
    /// The SPF records at the domain itself. Two or more are a `permerror` (§4.5).
    public var records: [String]
    /// The mechanism that lets everybody in, as its record has it ("+all", "ip4:0.0.0.0/0"); nil where none does.
    public var openingTerm: String?
    /// Terms evaluated that ask the DNS; more than 10 are a `permerror` (§4.6.4). Counting stops there.
    public var lookupCount: Int
    /// Questions of those terms that found nothing; more than 2 are a `permerror` (§4.6.4).
    public var voidLookups: Int
    /// What a person should know besides: "?all", "no all", wide ranges, terms that depend on the sender.
    public var notes: [String]

    public init(
        domain: String, ipv4: Verdict, ipv6: Verdict, records: [String] = [], openingTerm: String? = nil,
        lookupCount: Int = 0, voidLookups: Int = 0, notes: [String] = []
    ) {
        self.domain = domain
        self.ipv4 = ipv4
        self.ipv6 = ipv6
        self.records = records
        self.openingTerm = openingTerm
        self.lookupCount = lookupCount
        self.voidLookups = voidLookups
        self.notes = notes
    }

    /// The record of the domain; nil where there is none or more than one.
    public var record: String? { records.count == 1 ? records[0] : nil }
    public var hasMultipleRecords: Bool { records.count > 1 }

    /// The names from the domain to the record that lets everybody in, over either family; nil where nobody unnamed
    /// passes for certain.
    public var opening: [String]? {
        for case .pass(let names) in [ipv4, ipv6] { return names }
        return nil
    }

    /// Why nobody can say; nil where both families have an answer.
    public var temporaryError: String? {
        for case .tempError(let reason) in [ipv4, ipv6] { return reason }
        return nil
    }

    /// Why receivers cannot interpret the records; nil where they can.
    public var permanentError: String? {
        for case .permError(let reason) in [ipv4, ipv6] { return reason }
        return nil
    }
}
