import Foundation
import Model
import Store

/// The Business Email Compromise list, page by page: directory by directory, in each the people by name, then those who have left it, at the
/// end the people typed in.
public struct ProtectedList: Sendable {
    /// A part of the list.
    enum Part: Sendable, Hashable {
        case users(Integration)
        case left(Integration)
        case typedIn
    }

    /// A place in the list: the part's number among all, and the name within it.
    public struct Position: Sendable, Hashable, Codable {
        var directory: Int
        var isLeft: Bool
        var place: DirectoryPosition
    }

    public struct Row: Sendable, Hashable {
        public var entry: ProtectedEntry
        public var key: Protection.Key
        public var position: Position
    }

    let store: Store
    let now: Date
    private let members: MemberShelf

    /// - Parameter members: what was looked up before, and still holds where nothing has changed.
    public init(store: Store, asOf now: Date, keeping members: MemberShelf = MemberShelf()) {
        self.store = store
        self.now = now
        self.members = members
    }

    /// - Parameters:
    ///   - directory: the name of an integration, `local` for people typed in, nil for all.
    public func page(
        directory: String? = nil, text: String? = nil, _ seek: Seek<Position> = .start, limit: Int = 50
    ) throws -> Slice<Row> {
        var parts = try parts(directory)
        let (isBackward, from): (Bool, Position?) =
            switch seek {
            case .start: (false, nil)
            case .after(let position): (false, position)
            case .before(let position): (true, position)
            }
        if isBackward { parts.reverse() }
        if let from { parts = Array(parts.drop { !Self.isPart($0, of: from) }) }
        var rows: [Row] = []
        for part in parts {
            let left = limit + 1 - rows.count
            guard left > 0 else { break }
            let place: Seek<DirectoryPosition> =
                if let from, Self.isPart(part, of: from) {
                    isBackward ? .before(from.place) : .after(from.place)
                } else {
                    isBackward ? .before(DirectoryPosition(name: "\u{10FFFF}", id: "")) : .start
                }
            let found = try self.rows(part, text, place, limit: left)
            rows = isBackward ? found + rows : rows + found
        }
        let isMore = rows.count > limit
        let page = isBackward ? Array(rows.suffix(limit)) : Array(rows.prefix(limit))
        return Slice(page, hasPrevious: isBackward ? isMore : from != nil, hasNext: isBackward ? true : isMore)
    }

    /// The whole list, as its pages show it.
    public func forEachRow(directory: String?, text: String?, _ body: (Row) throws -> Void) throws {
        var seek = Seek<Position>.start
        while true {
            let slice = try page(directory: directory, text: text, seek, limit: 500)
            for row in slice.elements { try body(row) }
            guard slice.hasNext, let last = slice.elements.last else { return }
            seek = .after(last.position)
        }
    }

    private func parts(_ directory: String?) throws -> [Part] {
        if directory == "local" { return [.typedIn] }
        let directories = try store.integrations().filter { directory == nil || $0.name == directory }
        return directories.flatMap { [.users($0), .left($0)] } + (directory == nil ? [.typedIn] : [])
    }

    private static func isPart(_ part: Part, of position: Position) -> Bool {
        switch part {
        case .users(let integration): integration.id == position.directory && !position.isLeft
        case .left(let integration): integration.id == position.directory && position.isLeft
        case .typedIn: position.directory == 0
        }
    }

    private func rows(
        _ part: Part, _ text: String?, _ seek: Seek<DirectoryPosition>, limit: Int
    ) throws -> [Row] {
        switch part {
        case .users(let integration):
            if text == nil,
                let users = try members.protectedPage(of: integration.id, in: store, at: now, seek, limit: limit)
            {
                return try rows(users: users, of: integration)
            }
            var filter = DirectoryFilter()
            filter.text = text
            filter.protected = .yes
            let users = try store.directory(User.self, of: integration.id, filter, at: now, seek, limit: limit).elements
            return try rows(users: users, of: integration)
        case .left(let integration):
            let found = try store.protectionsByName(of: integration.id, containing: text, seek, limit: limit)
            return try rows(entries: found.elements, of: integration)
        case .typedIn:
            let found = try store.protectionsByName(of: nil, containing: text, seek, limit: limit)
            return try rows(entries: found.elements, of: nil)
        }
    }

    private func rows(users: [User], of integration: Integration) throws -> [Row] {
        let ids = users.map(\.id)
        let standings = try store.standings(ofUsers: ids, of: integration.id, at: now)
        let secondary = try store.secondaryEmails(ofPeople: ids, in: integration.id)
        let people = ProtectedPeople(store: store, asOf: now)
        return users.compactMap { user in
            guard let standing = standings[user.id], standing.isProtected else { return nil }
            let protected = ProtectedUser(id: user.id, user: user, entry: standing.entry, groups: standing.groups)
            guard let entry = people.entry(protected, integration, secondary[user.id] ?? []) else { return nil }
            return Row(
                entry: entry, key: .init(integration: integration.id, kind: .user, id: user.id),
                position: Position(
                    directory: integration.id, isLeft: false, place: Store.directoryPosition(of: user)))
        }
    }

    private func rows(entries: [Protection], of integration: Integration?) throws -> [Row] {
        let secondary = try store.secondaryEmails(ofPeople: entries.map(\.key.id), in: integration?.id)
        let people = ProtectedPeople(store: store, asOf: now)
        return entries.map { protection in
            var entry = people.entry(protection, secondary[protection.key.id] ?? [])
            entry.directory = integration?.name
            if integration != nil { entry.standing = .left }
            return Row(
                entry: entry, key: protection.key,
                position: Position(
                    directory: integration?.id ?? 0, isLeft: integration != nil,
                    place: .init(name: Protection.nameKey(protection.name), id: protection.key.id)))
        }
    }

    /// One person of the list; nil where nobody of that id is protected.
    public func row(_ key: Protection.Key) throws -> Row? {
        guard let number = key.integration else {
            guard let entry = try store.protection(key) else { return nil }
            return try rows(entries: [entry], of: nil).first
        }
        guard let integration = try store.integrations().first(where: { $0.id == number }) else { return nil }
        if let user = try store.entity(User.self, of: number, id: key.id) {
            return try rows(users: [user], of: integration).first
        }
        guard let entry = try store.protection(key) else { return nil }
        return try rows(entries: [entry], of: integration).first
    }
}
