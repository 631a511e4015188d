import Foundation
import Model
import Store

/// Adds people and groups to the Business Email Compromise list and takes them off it.
public struct Protect: Sendable {
    /// Who is meant.
    public enum Selector: Sendable, Hashable {
        /// A user's id or address.
        case user(String)
        /// A group's id or name.
        case group(String)
        /// A person typed in, with their addresses.
        case person(name: String, addresses: [String])
        /// A person typed in, whose addresses a regular expression tells.
        case pattern(name: String, expression: String)
    }

    let store: Store
    /// Only this directory is searched; nil for all.
    let integration: Integration?
    /// Who does it: `cli:ana`.
    let by: String
    let now: Date

    public init(store: Store, integration: Integration? = nil, by: String, now: Date) {
        self.store = store
        self.integration = integration
        self.by = by
        self.now = now
    }

    private var deed: Deed { Deed(by: by, at: now) }
    private var selection: ProtectSelection { ProtectSelection(store: store, integration: integration) }

    /// Puts somebody on the list; for somebody who is on it the new reason and addresses are added. Noted in the audit log with the change.
    /// - Returns: the entry as it stands.
    public func add(
        _ selector: Selector, secondary: [SecondaryTerms] = [], _ terms: Terms = Terms()
    ) throws -> Protection {
        var terms = terms
        terms.comment = try ProtectWords.comment(terms.comment)
        let comment = terms.comment
        let protection = try withEnds(try entry(selector, terms), terms.end)
        let key = protection.key
        let earlier = try store.protection(key)
        let known = try store.secondaryEmails(from: key.id, to: key.id, in: key.integration).map(\.email)
        let emails = secondary.map {
            KeptSecondaryEmail(of: key.id, $0.laid(over: known), comment: comment, by: by, at: now)
        }
        try store.changeProtections { writer in
            try writer.keep(protection)
            if let action = action(for: protection, after: earlier) {
                try writer.note(deed.entry(action, protection.name, key.words))
            }
            for email in emails {
                try writer.keep(email, in: key.integration)
                guard !known.contains(email.email) else { continue }
                try writer.note(deed.entry("secondary-email.add", protection.name, ProtectWords.text(of: email.email)))
            }
        }
        return try store.protection(protection.key) ?? protection
    }

    /// What an entry that is kept changes; nil where it says what was there.
    private func action(for protection: Protection, after earlier: Protection?) -> String? {
        guard let earlier else { return "protection.add" }
        let isAnother = protection.reasons.contains { reason in
            guard let same = earlier.reasons.first(where: { $0.text == reason.text }) else { return true }
            return same.expires != reason.expires || (reason.comment ?? same.comment) != same.comment
        }
        return isAnother || protection.person != earlier.person ? "protection.edit" : nil
    }

    /// A reason that is there already keeps its end, unless another one was said. One that is over begins anew.
    private func withEnds(_ protection: Protection, _ end: End) throws -> Protection {
        guard end == .unchanged, let known = try store.protection(protection.key) else { return protection }
        var protection = protection
        for place in protection.reasons.indices {
            let earlier = known.reasons.first { $0.text == protection.reasons[place].text }?.expires
            protection.reasons[place].expires = earlier.flatMap { $0 > now ? $0 : nil }
        }
        return protection
    }

    private func entry(_ selector: Selector, _ terms: Terms) throws -> Protection {
        func reason(_ text: String) -> Protection.Reason {
            Protection.Reason(text, comment: terms.comment, by: by, at: now, expires: terms.end.date)
        }
        switch selector {
        case .user(let text):
            let (directory, user) = try selection.user(text)
            return Protection(
                .init(integration: directory.id, kind: .user, id: user.id), person: ProtectedPerson(user),
                reasons: [reason("direct")])
        case .group(let text):
            let (directory, group) = try selection.group(text)
            return Protection(
                .init(integration: directory.id, kind: .group, id: group.id),
                person: ProtectedPerson(id: group.id, name: group.name), reasons: [reason("direct")])
        case .person(let name, let addresses):
            let typed = try typedIn(name, addresses)
            return Protection(typed.key, person: typed.person, reasons: [reason("manual")])
        case .pattern(let name, let expression):
            guard !expression.allSatisfy(\.isWhitespace) else { throw ProtectError.noAddress(name) }
            let person = ProtectedPerson(
                id: Protection.typedInID(name: name, address: expression), name: name, addressPatterns: [expression])
            return Protection(
                .init(integration: nil, kind: .pattern, id: person.id), person: person, reasons: [reason("manual")])
        }
    }

    /// The person of that name who has one of the addresses, with the others added; else a new one.
    func typedIn(_ name: String, _ addresses: [String]) throws -> (key: Protection.Key, person: ProtectedPerson) {
        let keys = Set(addresses.map(Protection.addressKey))
        let known = try store.protections(named: name, in: nil).first { entry in
            entry.key.kind == .person && entry.person.addresses.contains { keys.contains(Protection.addressKey($0)) }
        }
        guard let known else {
            let person = ProtectedPerson(
                id: Protection.typedInID(name: name, address: addresses.first ?? ""), name: name,
                addresses: Self.distinct(addresses))
            return (.init(integration: nil, kind: .person, id: person.id), person)
        }
        var person = known.person
        person.addresses = Self.distinct(person.addresses + addresses)
        return (known.key, person)
    }

    /// Takes somebody off the list. With secondary emails given, only those are forgotten and the protection stays.
    /// - Returns: the name of the entry.
    @discardableResult
    public func remove(_ selector: Selector, secondary: [String] = []) throws -> String {
        let (key, name) = try existing(selector)
        guard secondary.isEmpty else {
            try store.changeProtections { writer in
                for address in secondary
                where try writer.forgetSecondary(address, of: key.id, in: key.integration) == 0 {
                    throw ProtectError.noSecondary(address, of: name)
                }
                for address in secondary {
                    try writer.note(deed.entry("secondary-email.remove", name, address))
                }
            }
            return name
        }
        let groups = try groups(around: key)
        let isListed = try store.changeProtections { writer in
            let isListed = try writer.remove(key)
            // What a group still protects keeps its addresses.
            if isListed && groups.isEmpty && key.kind != .group {
                try writer.forgetSecondary(nil, of: key.id, in: key.integration)
            }
            if isListed { try writer.note(deed.entry("protection.remove", name, key.words)) }
            return isListed
        }
        guard isListed else {
            throw groups.isEmpty ? ProtectError.notProtected(name) : ProtectError.onlyByGroup(name, groups: groups)
        }
        return name
    }

    private func groups(around key: Protection.Key) throws -> [String] {
        guard key.kind == .user, let integration = key.integration else { return [] }
        return try store.protectedUser(key.id, of: integration, at: now)?.groups ?? []
    }

    private func existing(_ selector: Selector) throws -> (Protection.Key, String) {
        switch selector {
        case .user(let text):
            if let listed = try listed(.user, id: text) { return (listed.key, listed.name) }
            let (directory, user) = try selection.user(text)
            return (.init(integration: directory.id, kind: .user, id: user.id), user.name)
        case .group(let text):
            if let listed = try listed(.group, id: text) { return (listed.key, listed.name) }
            let (directory, group) = try selection.group(text)
            return (.init(integration: directory.id, kind: .group, id: group.id), group.name)
        case .person(let name, let addresses): return try typedIn(named: name, having: addresses)
        case .pattern(let name, let expression):
            let key = Protection.Key(
                integration: nil, kind: .pattern, id: Protection.typedInID(name: name, address: expression))
            return (key, name)
        }
    }

    /// An entry by the id or name it was listed with: its user or group may be gone from the directory.
    private func listed(_ kind: Protection.Kind, id: String) throws -> Protection? {
        for directory in try integration.map({ [$0] }) ?? store.integrations() {
            if let found = try store.protection(.init(integration: directory.id, kind: kind, id: id)) { return found }
            let named = try store.protections(named: id, in: directory.id).filter { $0.key.kind == kind }
            if kind == .group, named.count == 1 { return named[0] }
        }
        return nil
    }

    private func typedIn(named name: String, having addresses: [String]) throws -> (Protection.Key, String) {
        let keys = Set(addresses.map(Protection.addressKey))
        let named = try store.protections(named: name, in: nil)
        let found = named.filter { entry in
            keys.isEmpty || entry.person.addresses.contains { keys.contains(Protection.addressKey($0)) }
        }
        guard let first = found.first else { throw ProtectError.notProtected(name) }
        guard found.count == 1 else {
            let addresses = found.flatMap { $0.person.addresses.prefix(1) + $0.person.addressPatterns.prefix(1) }
            throw ProtectError.severalNamed(name, addresses: addresses)
        }
        return (first.key, first.name)
    }

    /// Each address once, in the order of their first appearance.
    static func distinct(_ addresses: [String]) -> [String] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert(Protection.addressKey($0)).inserted }
    }
}
