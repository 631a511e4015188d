import Mail
import Model

/// One mailbox that a message names as its origin, with everything that was looked up about it once.
struct Originator: Sendable {
    /// An address written in a display name, and whose it is.
    struct Mention: Sendable {
        let address: String
        let owners: [Int32]
        let isOwn: Bool
        let hits: [NameHit]
    }

    let view: OriginatorView
    let name: NameReading
    /// Nil where the view has no usable address.
    let address: EmailAddress?
    /// Listed people whose address it is by registration; conditions are not applied yet.
    let owners: [Int32]
    let isColleague: Bool
    let hits: [NameHit]
    let localHits: [NameHit]
    let mentions: [Mention]
    let likeness: DomainLikeness?
    let isOwn: Bool

    var field: String { view.field }
    var isReplyTo: Bool { view.field == "Reply-To" }
    var isSender: Bool { view.field == "Sender" }
    var domain: String { address?.domain ?? "" }
    /// What a person sees: the name, else the address.
    var shown: String { view.displayName.isEmpty ? view.address : view.displayName }

    init(_ view: OriginatorView, company: Company) {
        self.view = view
        let address = EmailAddress(view.address)
        self.address = address
        let isOwn = address.map { company.own.contains($0.domain) } ?? false
        self.isOwn = isOwn
        owners = address.map { company.addresses.owners(of: $0.description) } ?? []
        isColleague = address.map { !company.addresses.colleagues(of: $0.description).isEmpty } ?? false
        let name = NameReading(view.displayName)
        self.name = name
        hits = name.tokens.isEmpty ? [] : company.names.hits(for: name)
        localHits = address.map { isOwn ? [] : company.names.hits(forLocalPart: $0.local) } ?? []
        mentions = Self.mentions(in: name, besides: address, company: company)
        likeness = address.flatMap { isOwn ? nil : company.likeness(of: $0.domain) }
    }

    private static func mentions(in name: NameReading, besides own: EmailAddress?, company: Company) -> [Mention] {
        name.addressesInText.prefix(4).compactMap { text in
            guard let address = EmailAddress(text), !same(address, own) else { return nil }
            let owners = company.addresses.owners(of: text)
            let isOwn = company.own.contains(address.domain)
            let hits = owners.isEmpty ? company.names.hits(forLocalPart: address.local) : []
            guard !owners.isEmpty || isOwn || !hits.isEmpty else { return nil }
            return Mention(address: text, owners: owners, isOwn: isOwn, hits: hits)
        }
    }

    private static func same(_ first: EmailAddress, _ second: EmailAddress?) -> Bool {
        guard let second else { return false }
        return MailboxForm(local: first.local, domain: first.domain)
            == MailboxForm(local: second.local, domain: second.domain)
    }
}

extension Company {
    /// The own domain a foreign one resembles, unless the administrator trusts it.
    func likeness(of domain: String) -> DomainLikeness? {
        guard let likeness = own.likeness(of: domain) else { return nil }
        return policies.trustedDomains.contains { $0.similarity && $0.pattern.matches(domain) } ? nil : likeness
    }
}
