import BEC
import Foundation
import Model
import Store

/// The company that mail is judged for, with the domains that are inside.
public struct Roster: Sendable {
    public let company: Company
    /// Verified domains, lower-case A-labels.
    public let domains: Set<String>

    public init(_ company: Company, domains: some Sequence<String>) {
        self.company = company
        self.domains = Set(domains.map { EmailAddress.normalised(domain: $0) })
    }

    /// Whether an address lies inside.
    func isOwn(_ address: EmailAddress) -> Bool { domains.contains(address.domain) }

    /// Reads the list, the directories and the domains of every integration.
    public init(store: Store, options: MailOptions, asOf now: Date) throws {
        let list = ProtectedPeople(store: store, asOf: now)
        var people: [ProtectedPerson] = []
        try list.forEachPerson { people.append($0) }
        var colleagues: [Company.Colleague] = []
        try list.forEachColleague { colleagues.append(.init(name: $0.name, addresses: $0.addresses)) }
        var domains: [String] = []
        for integration in try store.integrations() {
            domains += try store.entities(Domain.self, of: integration.id, limit: 100_000).filter {
                $0.isVerified != false
            }.map(\.id)
        }
        self.init(
            Company(
                people: people, colleagues: colleagues, domains: domains,
                policies: try options.policies(and: store.mailPolicies().filter { $0.isActive(at: now) }),
                settings: try options.settings(), compile: MailOptions.compile), domains: domains)
    }
}
