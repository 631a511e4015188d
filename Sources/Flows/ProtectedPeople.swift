import Foundation
import Model
import Store

/// Who is protected at a moment, read page by page: however large the directories are, one page is held.
/// The order is the same each time: directories by name, people by id, those typed in at the end.
public struct ProtectedPeople: Sendable {
    let store: Store
    /// Reasons that have ended by then do not count.
    let now: Date
    let pageSize: Int

    public init(store: Store, asOf now: Date, pageSize: Int = 500) {
        self.store = store
        self.now = now
        self.pageSize = pageSize
    }

    /// Everybody whose name is protected, with every address that is theirs and every reason.
    public func forEachPerson(_ body: (ProtectedPerson) throws -> Void) throws {
        try forEachEntry { try body($0.person) }
    }

    /// The same with what a list shows beside.
    public func forEachEntry(_ body: (ProtectedEntry) throws -> Void) throws {
        for integration in try store.integrations() { try forEachEntry(of: integration, body) }
        try forEachTypedIn(body)
    }

    /// The protected users of one directory.
    public func forEachEntry(of integration: Integration, _ body: (ProtectedEntry) throws -> Void) throws {
        var last = ""
        while true {
            let page = try store.protectedUsers(of: integration.id, at: now, after: last, limit: pageSize)
            guard let first = page.first?.id, let end = page.last?.id else { return }
            let secondary = try secondaryEmails(from: first, to: end, in: integration.id)
            for user in page {
                guard let entry = entry(user, integration, secondary[user.id] ?? []) else { continue }
                try body(entry)
            }
            last = end
        }
    }

    /// The people typed in by hand or imported.
    public func forEachTypedIn(_ body: (ProtectedEntry) throws -> Void) throws {
        for kind in [Protection.Kind.person, .pattern] {
            var last = ""
            while true {
                let page = try store.protections(kind, in: nil, after: last, limit: pageSize)
                guard let first = page.first?.key.id, let end = page.last?.key.id else { break }
                let secondary = try secondaryEmails(from: first, to: end, in: nil)
                for protection in page where protection.isActive(at: now) {
                    try body(entry(protection, secondary[protection.key.id] ?? []))
                }
                last = end
            }
        }
    }

    /// Every user of every directory who is not protected.
    public func forEachColleague(_ body: (Colleague) throws -> Void) throws {
        for integration in try store.integrations() {
            var position = EntityPosition.start
            while true {
                let page = try store.entities(User.self, of: integration.id, after: position, limit: pageSize)
                guard let last = page.last?.id else { break }
                // At most as many ids as the page has, and one for each entry whose user has left.
                let listed = Set(try protectedIDs(of: integration.id, after: position.id, upTo: last))
                for user in page where !listed.contains(user.id) { try body(Colleague(user)) }
                position = EntityPosition(owner: "", id: last)
            }
        }
    }

    private func protectedIDs(of integration: Int, after first: String, upTo last: String) throws -> [String] {
        var ids: [String] = []
        while true {
            let page = try store.protectedUserIDs(
                of: integration, at: now, after: ids.last ?? first, upTo: last, limit: pageSize)
            ids += page
            if page.count < pageSize { return ids }
        }
    }

    private func secondaryEmails(
        from first: String, to last: String, in integration: Int?
    ) throws -> [String: [ProtectedPerson.SecondaryEmail]] {
        let kept = try store.secondaryEmails(from: first, to: last, in: integration)
        return Dictionary(grouping: kept, by: \.person).mapValues { $0.map(\.email) }
    }

    /// Nil for a member of a group whom the directory does not know.
    func entry(
        _ protected: ProtectedUser, _ integration: Integration, _ secondary: [ProtectedPerson.SecondaryEmail]
    ) -> ProtectedEntry? {
        let reasons = (protected.entry?.reasons ?? []).filter { $0.counts(at: now) }
        guard var person = protected.user.map({ ProtectedPerson($0) }) ?? protected.entry?.person else { return nil }
        person.secondaryEmails = secondary
        person.reasons = reasons.map(\.text) + protected.groups.map { "group:\($0)" }
        return ProtectedEntry(
            person, kind: .user, directory: integration.name, standing: standing(of: protected.user),
            comment: comment(reasons), expires: protected.groups.isEmpty ? end(of: reasons) : nil)
    }

    func entry(_ protection: Protection, _ secondary: [ProtectedPerson.SecondaryEmail]) -> ProtectedEntry {
        let reasons = protection.reasons.filter { $0.counts(at: now) }
        var person = protection.person
        person.secondaryEmails = secondary
        person.reasons = reasons.map(\.text)
        person.lastStanding = nil
        return ProtectedEntry(
            person, kind: protection.key.kind, standing: protection.person.lastStanding ?? .active,
            comment: comment(reasons), expires: end(of: reasons))
    }

    private func standing(of user: User?) -> ProtectedEntry.Standing {
        guard let user else { return .left }
        return user.accountEnabled == false ? .disabled : .active
    }

    private func comment(_ reasons: [Protection.Reason]) -> String? {
        var seen: Set<String> = []
        let all = reasons.compactMap(\.comment).filter { !$0.isEmpty && seen.insert($0).inserted }
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    private func end(of reasons: [Protection.Reason]) -> Date? {
        let ends = reasons.compactMap(\.expires)
        return ends.count == reasons.count ? ends.max() : nil
    }
}

extension Protection.Reason {
    func counts(at now: Date) -> Bool { expires.map { $0 > now } ?? true }
}
