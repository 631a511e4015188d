import Mail
import Model

/// One mailbox that a message names as its origin, with everything that was looked up about it once. An object, because
/// every suspicion holds one.
final class Originator: Sendable {
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

    /// Whether anything about it points at a listed person or an own domain.
    var isRemarkable: Bool {
        !hits.isEmpty || !localHits.isEmpty || !mentions.isEmpty || !owners.isEmpty || likeness != nil
    }

    /// - Parameter others: those of the same message that were looked up before; what they share is not looked up again.
    init(_ view: OriginatorView, company: Company, besides others: [Originator] = []) {
        self.view = view
        if let named = others.first(where: { $0.view.displayName == view.displayName }) {
            (name, hits) = (named.name, named.hits)
        } else {
            name = NameReading(view.displayName)
            hits = name.tokens.isEmpty ? [] : company.names.hits(for: name)
        }
        if let placed = others.first(where: { $0.view.address == view.address }) {
            (address, isOwn, owners) = (placed.address, placed.isOwn, placed.owners)
            (isColleague, localHits, likeness) = (placed.isColleague, placed.localHits, placed.likeness)
        } else if let address = EmailAddress(view.address) {
            self.address = address
            isOwn = company.own.contains(address.domain)
            (owners, isColleague) = company.addresses.people(at: address.description)
            localHits = isOwn ? [] : company.names.hits(forLocalPart: address.local, beside: name, hits: hits)
            likeness = isOwn ? nil : company.likeness(of: address.domain)
        } else {
            (address, isOwn, owners) = (nil, false, [])
            (isColleague, localHits, likeness) = (false, [], nil)
        }
        mentions =
            Self.mentions(in: name, besides: address, company: company) + Self.hosts(onRouteOf: view, company: company)
    }

    /// The originators of a field's views, in their order.
    static func all(of views: [OriginatorView], company: Company, besides others: [Originator] = []) -> [Originator] {
        var known = others
        for view in views { known.append(Originator(view, company: company, besides: known)) }
        return others.isEmpty ? known : Array(known[others.count...])
    }

    private static func mentions(in name: NameReading, besides own: EmailAddress?, company: Company) -> [Mention] {
        (name.addressesInText + (own.map(smuggled) ?? [])).prefix(4).compactMap { text -> Mention? in
            guard let address = EmailAddress(text), !same(address, own) else { return nil }
            let owners = company.addresses.owners(of: text)
            let isOwn = company.own.contains(address.domain)
            let hits = owners.isEmpty ? company.names.hits(forLocalPart: address.local) : []
            guard !owners.isEmpty || isOwn || !hits.isEmpty else { return nil }
            return Mention(address: text, owners: owners, isOwn: isOwn, hits: hits)
        }
    }

    /// Own domains on a source route, which some clients show: `<@contoso.com:x@evil.example>`.
    private static func hosts(onRouteOf view: OriginatorView, company: Company) -> [Mention] {
        guard view.reading == .sourceRoute else { return [] }
        return view.displayName.split(separator: ",").prefix(8).compactMap { part in
            let host = part.drop { $0 == "@" || $0 == " " }
            guard !host.contains("@"), company.own.contains(EmailAddress.normalised(domain: String(host))) else {
                return nil
            }
            return Mention(address: "@" + host, owners: [], isOwn: true, hits: [])
        }
    }

    /// An address within the local part of another: `adele%contoso.com@evil.example`, `"adele@contoso.com"@evil.example`,
    /// `contoso.com!adele@evil.example`.
    private static func smuggled(in address: EmailAddress) -> [String] {
        // Asked of every sender: nearly none has such a mark, and then nothing is copied.
        guard address.local.utf8.contains(where: { $0 == 0x25 || $0 == 0x40 || $0 == 0x21 }) else { return [] }
        let local = address.local.utf8.filter { $0 != UInt8(ascii: "\"") }
        if let bang = local.lastIndex(of: UInt8(ascii: "!")) {
            let host = local[..<bang].split(separator: UInt8(ascii: "!")).last ?? []
            return [
                String(decoding: local[(bang + 1)...], as: UTF8.self) + "@" + String(decoding: host, as: UTF8.self)
            ]
        }
        guard let mark = local.lastIndex(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "@") }) else {
            return []
        }
        return [
            String(decoding: local[..<mark], as: UTF8.self) + "@"
                + String(decoding: local[(mark + 1)...], as: UTF8.self)
        ]
    }

    private static func same(_ first: EmailAddress, _ second: EmailAddress?) -> Bool {
        guard let second else { return false }
        return MailboxForm(local: first.local, domain: first.domain)
            == MailboxForm(local: second.local, domain: second.domain)
    }
}

extension Company {
    /// The own domain a foreign one resembles, unless the administrator trusts it.
    /// - Parameter domain: none of the organization's.
    func likeness(of domain: String) -> DomainLikeness? {
        guard let likeness = own.likeness(ofForeign: DomainShape(domain)) else { return nil }
        return policies.trustedDomains.contains { $0.similarity && $0.pattern.matches(domain) } ? nil : likeness
    }
}
