import Foundation
import Model
import Store

/// Finds the users and groups that a person means by an id, an address or a name.
struct ProtectSelection: Sendable {
    let store: Store
    /// Only in this directory; nil for all of them.
    let integration: Integration?

    private func directories() throws -> [Integration] {
        let all = try integration.map { [$0] } ?? store.integrations()
        guard !all.isEmpty else { throw ProtectError.noDirectory }
        return all
    }

    /// The user of that id, or with that address (primary, proxy or sign-in name).
    func user(_ text: String) throws -> (Integration, User) {
        var found: [(Integration, User)] = []
        let wanted = Protection.addressKey(text.trimmingCharacters(in: .whitespaces))
        for directory in try directories() {
            if let user = try store.entity(User.self, of: directory.id, id: text) { return (directory, user) }
            guard wanted.contains("@") else { continue }
            let candidates = try store.users(mentioning: wanted, of: directory.id)
            found += candidates.filter { has($0, wanted) }.map { (directory, $0) }
        }
        guard let first = found.first else { throw ProtectError.noUser(text) }
        guard found.count == 1 else {
            throw ProtectError.severalUsers(text, places: found.map { "\($0.1.id) in \($0.0.name)" })
        }
        return first
    }

    private func has(_ user: User, _ wanted: String) -> Bool {
        user.addresses.contains { $0.description.lowercased() == wanted }
            || user.userPrincipalName.map { Protection.addressKey($0) == wanted } ?? false
    }

    /// The group of that id, name (in any case) or address.
    func group(_ text: String) throws -> (Integration, Group) {
        var found: [(Integration, Group)] = []
        var names: [String] = []
        for directory in try directories() {
            if let group = try store.entity(Group.self, of: directory.id, id: text) { return (directory, group) }
            try forEachGroup(of: directory) { group in
                if names.count < 5_000 { names.append(group.name) }
                let isMeant =
                    group.name.caseInsensitiveCompare(text) == .orderedSame
                    || group.mail?.caseInsensitiveCompare(text) == .orderedSame
                if isMeant { found.append((directory, group)) }
            }
        }
        guard let first = found.first else { throw ProtectError.noGroup(text, hint: near(text, names)) }
        guard found.count == 1 else {
            throw ProtectError.severalGroups(text, places: found.map { "\($0.1.id) in \($0.0.name)" })
        }
        return first
    }

    private func forEachGroup(of directory: Integration, _ body: (Group) -> Void) throws {
        var position = EntityPosition.start
        while true {
            let page = try store.entities(Group.self, of: directory.id, after: position, limit: 500)
            guard let last = page.last else { return }
            page.forEach(body)
            position = EntityPosition(owner: "", id: last.id)
        }
    }

    /// A name that begins like the text, in any case; nil where none or several do.
    private func near(_ text: String, _ names: [String]) -> String? {
        let beginning = text.lowercased().prefix(4)
        let similar = names.filter { beginning.count >= 3 && $0.lowercased().hasPrefix(beginning) }
        return similar.count == 1 ? similar[0] : nil
    }
}
