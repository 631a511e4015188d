import Foundation
import Model
import Store

/// Puts the people of a file on the list, all of them or none, and says so in the audit log.
public struct ProtectImport: Sendable {
    /// What became of the rows.
    public struct Outcome: Sendable, Hashable {
        /// People typed in who were not on the list.
        public var added = 0
        /// People typed in who were on it: reasons and addresses were added.
        public var updated = 0
        /// Rows that are a user of a directory: that user is protected, and addresses the directory does not know are secondary ones.
        public var matched = 0
        /// Rows of an export that say of somebody on the list what the list says already.
        public var unchanged = 0
    }

    let store: Store
    let deed: Deed

    private var by: String { deed.actor }
    private var now: Date { deed.at }

    public init(store: Store, _ deed: Deed) {
        self.store = store
        self.deed = deed
    }

    public func run(_ file: ProtectFile) throws -> Outcome {
        var outcome = Outcome()
        let users = try users(of: file.rows)
        var changes: [Change] = []
        // Two rows of one person have to meet although neither is stored yet.
        var fresh: [String: Protection] = [:]
        let isListEmpty = try store.protectionCounts(in: nil).isEmpty
        for (place, row) in file.rows.enumerated() {
            let reason = Protection.Reason(
                "import:\(file.name)", comment: row.comment, by: by, at: now, expires: row.expires)
            if let (integration, user) = users[place] {
                let change = change(row, integration, user, reason)
                if row.id == user.id, try says(row, what: entry(of: user, in: integration)) {
                    try take(change.secondary, of: change.protection, &changes, &outcome)
                } else {
                    changes.append(change)
                    outcome.matched += 1
                }
                continue
            }
            let (protection, isKnown) = try typedIn(row, among: fresh, isListEmpty)
            if isKnown, row.id == protection.key.id, fresh[protection.key.id] == nil,
                let known = try store.protection(protection.key), known.person == protection.person,
                says(row, what: ProtectedPeople(store: store, asOf: now).entry(known, []))
            {
                try take(row.secondaryEmails, of: protection, &changes, &outcome)
                continue
            }
            fresh[protection.key.id] = protection
            changes.append(Change(protection: protection, reason: reason, secondary: row.secondaryEmails))
            if isKnown { outcome.updated += 1 } else { outcome.added += 1 }
        }
        try keep(changes, file, outcome)
        return outcome
    }

    /// The line of the audit log: what became of the rows, and whom they name.
    private func line(_ file: ProtectFile, _ outcome: Outcome) -> AuditEntry {
        let names = file.rows.prefix(20).map(\.name).joined(separator: ", ")
        let more = file.rows.count > 20 ? " and \(file.rows.count - 20) more" : ""
        return deed.entry(
            "protection.import", file.name, "\(outcome.words): \(names)\(more)")
    }

    /// Whether a row that was exported says nothing of an entry that the entry does not say itself: importing one's own export is no
    /// further reason to be on the list.
    private func says(_ row: ProtectRow, what entry: ProtectedEntry?) -> Bool {
        guard let entry else { return false }
        return (row.comment ?? "") == FreeText.cleaned(entry.comment ?? "", .lines)
            && row.expires.map { ProtectWords.text(of: $0) } == entry.expires.map { ProtectWords.text(of: $0) }
    }

    /// The entry of a user; nil for one who is not protected.
    private func entry(of user: User, in integration: Integration) throws -> ProtectedEntry? {
        guard let standing = try store.standings(ofUsers: [user.id], of: integration.id, at: now)[user.id],
            standing.isProtected
        else { return nil }
        return ProtectedPeople(store: store, asOf: now).entry(
            ProtectedUser(id: user.id, user: user, entry: standing.entry, groups: standing.groups), integration, [])
    }

    /// Of somebody who stays on the list for the reasons there are, only the addresses that are new are kept.
    private func take(
        _ secondary: [ProtectedPerson.SecondaryEmail], of protection: Protection, _ changes: inout [Change],
        _ outcome: inout Outcome
    ) throws {
        let key = protection.key
        let known = try store.secondaryEmails(from: key.id, to: key.id, in: key.integration).map {
            ProtectWords.text(of: $0.email)
        }
        let fresh = secondary.filter { !known.contains(ProtectWords.text(of: $0)) }
        if fresh.isEmpty {
            outcome.unchanged += 1
        } else {
            outcome.updated += 1
            changes.append(Change(protection: protection, reason: nil, secondary: fresh))
        }
    }

    private struct Change {
        var protection: Protection
        /// Nil leaves the entry as it is.
        var reason: Protection.Reason?
        var secondary: [ProtectedPerson.SecondaryEmail]
    }

    private func keep(_ changes: [Change], _ file: ProtectFile, _ outcome: Outcome) throws {
        try store.changeProtections { writer in
            try writer.note(line(file, outcome))
            for change in changes {
                let key = change.protection.key
                if let reason = change.reason {
                    try writer.keep(change.protection)
                    try writer.keep(reason, of: key)
                }
                for email in change.secondary {
                    try writer.keep(KeptSecondaryEmail(of: key.id, email, by: by, at: now), in: key.integration)
                }
            }
        }
    }

    /// The rows that are users of a directory: same id, or same name and an address in common. Directories are read page by page. Where
    /// a tenant is connected twice, a person is in two of them: the one that protects them already is taken, else the first.
    private func users(of rows: [ProtectRow]) throws -> [Int: (Integration, User)] {
        var places: [String: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            for address in row.addresses { places[Protection.addressKey(address), default: []].append(place) }
        }
        let byID = Dictionary(
            rows.enumerated().compactMap { place, row in row.id.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        var found: [Int: [(Integration, User)]] = [:]
        guard !places.isEmpty || !byID.isEmpty else { return [:] }
        for integration in try store.integrations() {
            var position = EntityPosition.start
            while true {
                let page = try store.entities(User.self, of: integration.id, after: position, limit: 500)
                guard let last = page.last else { break }
                position = EntityPosition(owner: "", id: last.id)
                for user in page {
                    var own = Set([byID[user.id]].compactMap(\.self))
                    for address in user.addresses {
                        own.formUnion(
                            (places[address.description.lowercased()] ?? []).filter { isNamed(user, rows[$0].name) })
                    }
                    for place in own { found[place, default: []].append((integration, user)) }
                }
            }
        }
        return try found.compactMapValues(chosen)
    }

    /// Of the users that a row may be, the one that is protected already, directly or by a group; else the first.
    private func chosen(_ candidates: [(Integration, User)]) throws -> (Integration, User)? {
        guard candidates.count > 1 else { return candidates.first }
        for (integration, user) in candidates {
            let standing = try store.standings(ofUsers: [user.id], of: integration.id, at: now)[user.id]
            if standing?.isProtected == true { return (integration, user) }
        }
        return candidates.first
    }

    private func isNamed(_ user: User, _ name: String) -> Bool {
        let given = [user.givenName, user.surname].compactMap(\.self).joined(separator: " ")
        return [user.name, given].contains { Protection.nameKey($0) == Protection.nameKey(name) }
    }

    private func change(
        _ row: ProtectRow, _ integration: Integration, _ user: User, _ reason: Protection.Reason
    ) -> Change {
        let known = Set(user.mailboxAddresses.map { $0.description.lowercased() })
        let others = row.addresses.filter { !known.contains(Protection.addressKey($0)) }
        let secondary = row.secondaryEmails.filter { !known.contains(Protection.addressKey($0.address)) }
        return Change(
            protection: Protection(
                .init(integration: integration.id, kind: .user, id: user.id), person: ProtectedPerson(user)),
            reason: reason, secondary: others.map { .init(address: $0) } + secondary)
    }

    /// The entry of a person typed in, with what the row adds.
    private func typedIn(
        _ row: ProtectRow, among fresh: [String: Protection], _ isListEmpty: Bool
    ) throws -> (Protection, isKnown: Bool) {
        let id = row.id ?? Protection.typedInID(name: row.name, address: row.pattern ?? row.addresses.first ?? "")
        let kind: Protection.Kind = row.pattern == nil ? .person : .pattern
        let key = Protection.Key(integration: nil, kind: kind, id: id)
        let known = try fresh[id] ?? (isListEmpty ? nil : store.protection(key) ?? samePerson(row))
        guard let known else {
            let person = ProtectedPerson(
                id: id, name: row.name, givenName: row.givenName, surname: row.surname, jobTitle: row.jobTitle,
                addresses: row.addresses, addressPatterns: row.pattern.map { [$0] } ?? [])
            return (Protection(key, person: person), false)
        }
        var person = known.person
        person.addresses = Protect.distinct(person.addresses + row.addresses)
        return (Protection(known.key, person: person), true)
    }

    /// Somebody typed in earlier under that name who has one of the addresses.
    private func samePerson(_ row: ProtectRow) throws -> Protection? {
        let keys = Set(row.addresses.map(Protection.addressKey))
        return try store.protections(named: row.name, in: nil).first { entry in
            entry.key.kind == .person && entry.person.addresses.contains { keys.contains(Protection.addressKey($0)) }
        }
    }
}

extension ProtectImport.Outcome {
    /// `2 added, 1 matched to a user`; what did not happen is left out.
    public var words: String {
        func counted(_ count: Int, _ words: String, _ plural: String? = nil) -> String? {
            count == 0 ? nil : "\(count) \(count == 1 ? words : plural ?? words)"
        }
        let parts = [
            counted(added, "added"), counted(updated, "updated"),
            counted(matched, "matched to a user", "matched to users"),
            counted(unchanged, "unchanged"),
        ].compactMap(\.self)
        return parts.isEmpty ? "nobody" : parts.joined(separator: ", ")
    }
}
