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
        try store.changeProtections { writer in
            for entry in entries {
                let comment = entry.comment ?? "kept when the directory \(integration.name) was removed"
                let reasons = entry.person.reasons.map {
                    Protection.Reason($0, comment: comment, by: by, at: now, expires: entry.expires)
                }
                let key = Protection.Key(integration: nil, kind: .person, id: entry.person.id)
                try writer.keep(Protection(key, person: entry.person, reasons: reasons))
                for email in entry.person.secondaryEmails {
                    try writer.keep(KeptSecondaryEmail(of: key.id, email, comment: comment, by: by, at: now), in: nil)
                }
            }
        }
        return entries.count
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
