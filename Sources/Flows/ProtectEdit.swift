import Foundation
import Model
import Store

/// Changes to the Business Email Compromise list that the dashboard and the API make, each noted in the audit log with the change itself.
public struct ProtectEdit: Sendable {
    let store: Store
    let deed: Deed

    public init(store: Store, _ deed: Deed) {
        self.store = store
        self.deed = deed
    }

    /// What is typed in of a person.
    public struct Draft: Sendable, Hashable {
        public var name = ""
        public var emails: [String] = []
        /// A regular expression in place of addresses.
        public var pattern: String?
        public var secondary: [ProtectedPerson.SecondaryEmail] = []
        public var comment: String?
        public var expires: Date?
        public init() {}
    }

    /// The ids of a user and of a group that somebody means by an id, an address or a name.
    /// - Throws: `ProtectError` where there is none, or several.
    public func ids(
        user: String?, group: String?, of integration: Integration
    ) throws -> (users: [String], groups: [String]) {
        let selection = ProtectSelection(store: store, integration: integration)
        return (
            try user.map { [try selection.user($0).1.id] } ?? [], try group.map { [try selection.group($0).1.id] } ?? []
        )
    }

    /// Protects users and groups of a directory; ids that it does not have, and those listed so already, are left out.
    /// - Returns: what that changed.
    @discardableResult
    public func protect(
        users: [String], groups: [String], of integration: Integration, comment: String? = nil, expires: Date? = nil
    ) throws -> ProtectionChange {
        let comment = try ProtectWords.comment(comment)
        let reason = Protection.Reason("direct", comment: comment, by: deed.actor, at: deed.at, expires: expires)
        var fresh: [Protection] = []
        for id in users {
            guard let user = try store.entity(User.self, of: integration.id, id: id) else { continue }
            fresh.append(
                Protection(
                    .init(integration: integration.id, kind: .user, id: id), person: ProtectedPerson(user),
                    reasons: [reason]))
        }
        for id in groups {
            guard let group = try store.entity(Group.self, of: integration.id, id: id) else { continue }
            fresh.append(
                Protection(
                    .init(integration: integration.id, kind: .group, id: id),
                    person: ProtectedPerson(id: id, name: group.name), reasons: [reason]))
        }
        var change = ProtectionChange()
        for protection in fresh {
            let before = try store.protection(protection.key)
            let isListed = before?.reasons.contains { $0.text == reason.text && $0.expires == expires } ?? false
            guard !isListed || comment != nil else {
                change.unchanged.append(protection.name)
                continue
            }
            change.steps.append(.init(before: before, after: protection))
        }
        let steps = change.steps
        try store.changeProtections { writer in
            for protection in steps.compactMap(\.after) {
                try writer.keep(protection)
                try writer.note(
                    deed.entry(
                        "protection.add", protection.name, protection.key.words))
            }
        }
        return change
    }

    /// Takes entries off the list. Secondary emails go with people typed in; those of users stay while a group protects them.
    /// - Returns: what that changed.
    @discardableResult
    public func remove(_ keys: [Protection.Key]) throws -> ProtectionChange {
        var change = ProtectionChange()
        for key in keys {
            guard let entry = try store.protection(key) else { continue }
            let forgets = key.kind == .group ? false : try isAlone(key)
            let emails = forgets ? try store.secondaryEmails(from: key.id, to: key.id, in: key.integration) : []
            change.steps.append(.init(before: entry, after: nil, forgotten: emails))
        }
        let steps = change.steps
        try store.changeProtections { writer in
            for step in steps {
                guard let entry = step.before else { continue }
                try writer.remove(entry.key)
                if !step.forgotten.isEmpty {
                    try writer.forgetSecondary(nil, of: entry.key.id, in: entry.key.integration)
                }
                try writer.note(
                    deed.entry("protection.remove", entry.name, entry.key.words))
            }
        }
        return change
    }

    /// Puts back what a change replaced, reasons and secondary emails with it, where nobody changed it since.
    /// - Returns: what that changed, itself to be taken back.
    public func takeBack(_ change: ProtectionChange) throws -> ProtectionChange {
        var back = ProtectionChange()
        for step in change.steps {
            guard let key = step.key else { continue }
            let present = try store.protection(key)
            guard Set(present?.reasons.map(\.text) ?? []) == step.reasonsAfter else {
                back.unchanged.append(step.name)
                continue
            }
            back.steps.append(.init(before: present, after: step.before))
        }
        let steps = back.steps
        let emails = Dictionary(grouping: change.steps.flatMap(\.forgotten), by: \.person)
        try store.changeProtections { writer in
            for step in steps {
                guard let key = step.key else { continue }
                try writer.remove(key)
                if let after = step.after {
                    try writer.keep(after)
                    for email in emails[key.id] ?? [] { try writer.keep(email, in: key.integration) }
                }
                try writer.note(
                    deed.entry(
                        step.after == nil ? "protection.remove" : "protection.add", step.name,
                        "\(key.words) · taken back"))
            }
        }
        return back
    }

    private func isAlone(_ key: Protection.Key) throws -> Bool {
        guard key.kind == .user, let integration = key.integration else { return true }
        return try store.standings(ofUsers: [key.id], of: integration, at: deed.at)[key.id]?.groups.isEmpty ?? true
    }

    /// Puts these secondary emails of a person in place of those there were. Of an address that is given twice the last line counts.
    /// - Returns: how many addresses that are.
    @discardableResult
    public func setSecondary(_ emails: [ProtectedPerson.SecondaryEmail], of key: Protection.Key, named name: String)
        throws -> Int
    {
        let (known, emails) = (
            try store.secondaryEmails(from: key.id, to: key.id, in: key.integration), Self.distinct(emails)
        )
        try store.changeProtections { writer in
            try replace(known, by: emails, of: key, named: name, writer)
        }
        return emails.count
    }

    private static func distinct(_ emails: [ProtectedPerson.SecondaryEmail]) -> [ProtectedPerson.SecondaryEmail] {
        var (places, found): ([String: Int], [ProtectedPerson.SecondaryEmail]) = ([:], [])
        for email in emails {
            if let place = places[Protection.addressKey(email.address)] {
                found[place] = email
            } else {
                places[Protection.addressKey(email.address)] = found.count
                found.append(email)
            }
        }
        return found
    }

    private func replace(
        _ known: [KeptSecondaryEmail], by emails: [ProtectedPerson.SecondaryEmail], of key: Protection.Key,
        named name: String, _ writer: ProtectionWriter
    ) throws {
        let wanted = Set(emails.map { Protection.addressKey($0.address) })
        for kept in known where !wanted.contains(Protection.addressKey(kept.email.address)) {
            try writer.forgetSecondary(kept.email.address, of: key.id, in: key.integration)
            try writer.note(deed.entry("secondary-email.remove", name, kept.email.address))
        }
        for email in emails where !known.contains(where: { $0.email == email }) {
            try writer.keep(KeptSecondaryEmail(of: key.id, email, by: deed.actor, at: deed.at), in: key.integration)
            try writer.note(deed.entry("secondary-email.add", name, ProtectWords.text(of: email)))
        }
    }

    /// Adds one secondary email to those a person has.
    public func addSecondary(_ email: ProtectedPerson.SecondaryEmail, of key: Protection.Key, named name: String) throws
    {
        try store.changeProtections { writer in
            try writer.keep(KeptSecondaryEmail(of: key.id, email, by: deed.actor, at: deed.at), in: key.integration)
            try writer.note(deed.entry("secondary-email.add", name, ProtectWords.text(of: email)))
        }
    }

    /// Adds a person typed in, or puts a draft in place of what an entry said.
    /// - Parameter id: the entry's, of a person typed in; nil for a new one.
    /// - Throws: `ProtectError` in words for the person who typed.
    @discardableResult
    public func keep(_ draft: Draft, as key: Protection.Key? = nil) throws -> Protection {
        let name = try ProtectWords.name(draft.name)
        let comment = try ProtectWords.comment(draft.comment) ?? ""
        let pattern = draft.pattern.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        if let pattern, let why = ProtectFile.compile(pattern) { throw ProtectError.badAddress(pattern, why: why) }
        let emails = pattern == nil ? Protect.distinct(try draft.emails.map { try ProtectWords.address($0) }) : []
        guard pattern != nil || !emails.isEmpty else { throw ProtectError.noAddress(name) }
        if let expires = draft.expires, expires <= deed.at { throw ProtectError.endsInThePast }
        let kind: Protection.Kind = pattern == nil ? .person : .pattern
        let fresh = Protection.Key(
            integration: nil, kind: kind,
            id: key?.id ?? Protection.typedInID(name: name, address: pattern ?? emails.first ?? ""))
        let earlier = try store.protection(key ?? fresh)
        var person = earlier?.person ?? ProtectedPerson(id: fresh.id, name: name)
        person.name = name
        person.addresses = emails
        person.addressPatterns = pattern.map { [$0] } ?? []
        let reasons = (earlier?.reasons ?? [.init("manual", by: deed.actor, at: deed.at)]).map { reason in
            Protection.Reason(
                reason.text, comment: comment, by: reason.by, at: reason.at, expires: draft.expires)
        }
        let protection = Protection(fresh, person: person, reasons: reasons)
        let known = try store.secondaryEmails(from: fresh.id, to: fresh.id, in: nil)
        try store.changeProtections { writer in
            if let earlier, earlier.key != fresh { try writer.remove(earlier.key) }
            try writer.keep(protection)
            try replace(known, by: Self.distinct(draft.secondary), of: fresh, named: name, writer)
            try writer.note(deed.entry(earlier == nil ? "protection.add" : "protection.edit", name, fresh.id))
        }
        return try store.protection(fresh) ?? protection
    }
}
