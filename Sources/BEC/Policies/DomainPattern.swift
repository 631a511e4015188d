import Model

/// Domains that a trusted-domain entry speaks of.
public enum DomainPattern: Sendable {
    /// The domain and everything below it; `*.` in front is allowed and means the same.
    case domain(String)
    /// A regular expression over the whole domain; compiled elsewhere by an engine that is linear in time.
    case expression(String, matches: @Sendable (String) -> Bool)

    /// - Parameter domain: lower-case A-labels.
    func matches(_ domain: String) -> Bool {
        switch self {
        case .domain(let pattern):
            let bare = pattern.hasPrefix("*.") ? String(pattern.dropFirst(2)) : pattern
            return Self.covers(EmailAddress.normalised(domain: bare), domain)
        case .expression(_, let matches): return matches(domain)
        }
    }

    static func covers(_ upper: String, _ domain: String) -> Bool {
        !upper.isEmpty && (domain == upper || domain.hasSuffix("." + upper))
    }
}
