import Foundation
import Model
import Store

/// The users and groups of a directory with how they are protected, page by page: groups first, each part by name.
public struct DirectoryListing: Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case groups, users, guests }

    /// What is wanted.
    public struct Filter: Sendable, Hashable {
        /// Nil for groups and users.
        public var kind: Kind?
        public var text: String?
        public var protected: DirectoryFilter.Protected?
        public var onlyDisabled = false
        public init() {}
    }

    /// A place in the list.
    public struct Position: Sendable, Hashable, Codable {
        public var isUser: Bool
        public var place: DirectoryPosition
    }

    /// A user or group as the list shows it.
    public struct Row: Sendable, Hashable {
        public enum Subject: Sendable, Hashable {
            case user(User, UserStanding)
            case group(Group, GroupStanding)
        }
        public var subject: Subject

        public var id: String {
            switch subject {
            case .user(let user, _): user.id
            case .group(let group, _): group.id
            }
        }
        public var name: String {
            switch subject {
            case .user(let user, _): user.name
            case .group(let group, _): group.name
            }
        }
        public var position: Position {
            switch subject {
            case .user(let user, _): Position(isUser: true, place: Store.directoryPosition(of: user))
            case .group(let group, _): Position(isUser: false, place: Store.directoryPosition(of: group))
            }
        }
        /// The entry that protects it directly; nil where none does.
        public var entry: Protection? {
            switch subject {
            case .user(_, let standing): standing.entry
            case .group(_, let standing): standing.entry
            }
        }
    }

    let store: Store
    let integration: Integration
    let now: Date
    private let members: MemberShelf

    /// - Parameter members: what was counted before, and still holds where nothing has changed.
    public init(
        store: Store, of integration: Integration, asOf now: Date, keeping members: MemberShelf = MemberShelf()
    ) {
        self.store = store
        self.integration = integration
        self.now = now
        self.members = members
    }

    /// Behind every name.
    private static let end = DirectoryPosition(name: "\u{10FFFF}", id: "")

    public func page(_ filter: Filter, _ seek: Seek<Position> = .start, limit: Int = 50) throws -> Slice<Row> {
        // No group is disabled.
        var parts = [false, true].filter { isUser in
            (filter.kind.map { ($0 != .groups) == isUser } ?? true) && (isUser || !filter.onlyDisabled)
        }
        let (isBackward, from) = Self.reading(seek)
        if isBackward { parts.reverse() }
        if let from { parts = Array(parts.drop { $0 != from.isUser }) }
        var rows: [Row] = []
        for isUser in parts {
            let left = limit + 1 - rows.count
            guard left > 0 else { break }
            let place: Seek<DirectoryPosition> =
                if let from, from.isUser == isUser {
                    isBackward ? .before(from.place) : .after(from.place)
                } else {
                    isBackward ? .before(Self.end) : .start
                }
            let found = isUser ? try users(filter, place, limit: left) : try groups(filter, place, limit: left)
            rows = isBackward ? found + rows : rows + found
        }
        let isMore = rows.count > limit
        let page = isBackward ? Array(rows.suffix(limit)) : Array(rows.prefix(limit))
        return Slice(
            page, hasPrevious: isBackward ? isMore : from != nil, hasNext: isBackward ? true : isMore)
    }

    private static func reading(_ seek: Seek<Position>) -> (isBackward: Bool, from: Position?) {
        switch seek {
        case .start: (false, nil)
        case .after(let position): (false, position)
        case .before(let position): (true, position)
        }
    }

    private func users(_ filter: Filter, _ seek: Seek<DirectoryPosition>, limit: Int) throws -> [Row] {
        var wanted = DirectoryFilter()
        wanted.text = filter.text
        wanted.protected = filter.protected
        wanted.onlyDisabled = filter.onlyDisabled
        wanted.onlyGuests = filter.kind == .guests
        return try rows(
            users: store.directory(User.self, of: integration.id, wanted, at: now, seek, limit: limit).elements)
    }

    private func groups(_ filter: Filter, _ seek: Seek<DirectoryPosition>, limit: Int) throws -> [Row] {
        var wanted = DirectoryFilter()
        wanted.text = filter.text
        wanted.protected = filter.protected
        return try rows(
            groups: store.directory(Group.self, of: integration.id, wanted, at: now, seek, limit: limit).elements)
    }

    private func rows(users: [User]) throws -> [Row] {
        let standings = try store.standings(ofUsers: users.map(\.id), of: integration.id, at: now)
        return users.map { Row(subject: .user($0, standings[$0.id] ?? UserStanding())) }
    }

    private func rows(groups: [Group]) throws -> [Row] {
        let standings = try members.standings(ofGroups: groups.map(\.id), of: integration.id, in: store, at: now)
        return groups.map { Row(subject: .group($0, standings[$0.id] ?? GroupStanding())) }
    }

    /// The direct members of a group: groups first, each part by name; of a large group the first by id.
    /// - Returns: the rows, and how many members are not among them; nil where there are more than are counted.
    public func members(ofGroup id: String, limit: Int = 50) throws -> (rows: [Row], others: Int?) {
        let most = 1_000
        let members = try store.members(ofGroup: id, of: integration.id, limit: most + 1)
        let isLarge = members.count > most
        let looked = members.prefix(isLarge ? limit : most)
        let (ofUsers, ofGroups) = (looked.filter { $0.kind == .user }, looked.filter { $0.kind == .group })
        let groups = try found(Group.self, ofGroups.map(\.id)).sorted(by: Self.isBefore)
        let users = try found(User.self, ofUsers.map(\.id)).sorted(by: Self.isBefore)
        let shownGroups = Array(groups.prefix(limit))
        let shownUsers = Array(users.prefix(limit - shownGroups.count))
        let shown = try rows(groups: shownGroups) + rows(users: shownUsers)
        return (shown, isLarge ? nil : members.count - shown.count)
    }

    private func found<E: Entity>(_ type: E.Type, _ ids: [String]) throws -> [E] {
        try stride(from: 0, to: ids.count, by: 500).flatMap { start in
            try store.found(type, of: integration.id, ids: Array(ids[start..<min(start + 500, ids.count)])).values
        }
    }

    private static func isBefore(_ a: some Entity, _ b: some Entity) -> Bool {
        let (one, other) = (Store.directoryPosition(of: a), Store.directoryPosition(of: b))
        return (one.name, one.id) < (other.name, other.id)
    }

    /// One user or group with how it is protected; nil where the directory has none of that id.
    public func user(_ id: String) throws -> Row? {
        try store.entity(User.self, of: integration.id, id: id).flatMap { try rows(users: [$0]).first }
    }

    public func group(_ id: String) throws -> Row? {
        try store.entity(Group.self, of: integration.id, id: id).flatMap { try rows(groups: [$0]).first }
    }
}
