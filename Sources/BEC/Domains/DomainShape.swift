import Foundation
import Mail

/// A domain cut at the public suffix: what somebody registered, what stands left of it, and the suffix itself.
struct DomainShape: Hashable, Sendable {
    /// Lower-case A-labels, no trailing dot.
    let name: String
    /// The organizational domain, or the name itself where it is a public suffix.
    let registrable: String
    /// The registered label as a person sees it: Punycode decoded.
    let label: String
    /// What follows the registered label.
    let suffix: String
    /// The labels left of the registered one, decoded, leftmost first.
    let below: [String]

    init(_ domain: String) {
        name = domain
        let organization = PublicSuffix.organizationalDomain(of: domain) ?? domain
        registrable = organization
        let cut = organization.utf8.firstIndex(of: 0x2E) ?? organization.endIndex
        label = Self.shown(organization[..<cut])
        suffix = cut == organization.endIndex ? "" : String(organization[organization.index(after: cut)...])
        let rest = domain.utf8.count - organization.utf8.count - 1
        below = rest > 0 ? domain.utf8.prefix(rest).split(separator: 0x2E).map { Self.shown(Substring($0)) } : []
    }

    private static func shown(_ label: Substring) -> String {
        guard label.hasPrefix("xn--") else { return String(label) }
        return Punycode.decode(label.dropFirst(4)) ?? String(label)
    }
}
