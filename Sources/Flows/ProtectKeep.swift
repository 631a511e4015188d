import Foundation
import Model
import Store

/// Keeps what a directory knows of protected people from being lost with it.
public struct ProtectKeep: Sendable {
    let store: Store
    let now: Date

    public init(store: Store, now: Date) {
        self.store = store
        self.now = now
    }

    /// Makes every protected person of a directory, by group or directly, a person typed in, with addresses, secondary emails and reasons.
    /// To be called before the integration is removed; called twice it changes nothing.
    /// - Returns: how many.
    @discardableResult
    public func copies(of integration: Integration, by: String) throws -> Int {
        var count = 0
        var page: [ProtectedEntry] = []
        let people = ProtectedPeople(store: store, asOf: now)
        try people.forEachEntry(of: integration) { entry in
            page.append(entry)
            guard page.count == 500 else { return }
            count += try keep(page, of: integration, by: by)
            page = []
        }
        return count + (try keep(page, of: integration, by: by))
    }

    private func keep(_ entries: [ProtectedEntry], of integration: Integration, by: String) throws -> Int {
        let kept = try entries.map { (entry: $0, reasons: try reasons(of: $0, integration, by: by)) }
        let ids = entries.map(\.person.id).sorted()
        let emails = try store.secondaryEmails(from: ids.first ?? "", to: ids.last ?? "", in: integration.id)
        try store.changeProtections { writer in
            for (entry, reasons) in kept {
                var person = entry.person
                person.lastStanding = entry.standing
                let key = Protection.Key(integration: nil, kind: .person, id: person.id)
                try writer.keep(Protection(key, person: person, reasons: reasons))
            }
            let listed = Set(ids)
            for email in emails where listed.contains(email.person) { try writer.keep(email, in: nil) }
        }
        return entries.count
    }

    /// Why somebody is protected, with who said so and when: their own entry's reasons, and those of the groups they are in.
    private func reasons(
        of entry: ProtectedEntry, _ integration: Integration, by: String
    ) throws -> [Protection.Reason] {
        let own = try store.protection(.init(integration: integration.id, kind: .user, id: entry.person.id))?.reasons
        return try entry.person.reasons.map { text in
            let group = text.hasPrefix("group:") ? String(text.dropFirst("group:".count)) : nil
            let source = try group.map { try oldestReason(ofGroup: $0, integration) } ?? own?.first { $0.text == text }
            var reason = source ?? Protection.Reason(text, by: by, at: now)
            reason.text = text
            reason.comment = reason.comment ?? "kept when the directory \(integration.name) was removed"
            return reason
        }
    }

    /// The oldest reason for which a group of that name is listed and that still counts.
    private func oldestReason(ofGroup name: String, _ integration: Integration) throws -> Protection.Reason? {
        try store.protections(named: name, in: integration.id).filter { $0.key.kind == .group && $0.name == name }
            .flatMap(\.reasons).filter { $0.counts(at: now) }.min { $0.at < $1.at }
    }

    /// Writes down the names and addresses that a directory has at the moment for its users and groups that are listed directly, so that
    /// one who disappears from it stays protected under what was known last. To be called after each sync.
    public func refresh(_ integration: Integration) throws {
        try refresh(.user, of: integration) { id in
            try store.entity(User.self, of: integration.id, id: id).map { ProtectedPerson($0) }
        }
        try refresh(.group, of: integration) { id in
            try store.entity(Group.self, of: integration.id, id: id).map { ProtectedPerson(id: $0.id, name: $0.name) }
        }
    }

    private func refresh(
        _ kind: Protection.Kind, of integration: Integration, _ current: (String) throws -> ProtectedPerson?
    ) throws {
        var last = ""
        while true {
            let page = try store.protections(kind, in: integration.id, after: last, limit: 500)
            guard let end = page.last?.key.id else { return }
            last = end
            let changed = try page.compactMap { entry -> Protection? in
                guard let person = try current(entry.key.id), person != entry.person else { return nil }
                return Protection(entry.key, person: person)
            }
            guard !changed.isEmpty else { continue }
            try store.changeProtections { writer in
                for entry in changed { try writer.keep(entry) }
            }
        }
    }
}
