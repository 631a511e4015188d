import Foundation
import Model

/// By what an entity is found in lists: kept beside its body, because queries sort and filter by it.
struct DirectoryKeys: Hashable, Sendable {
    /// The name as lists sort it.
    var name: String
    /// Addresses and ids by which people search besides.
    var find: String
    var isGuest = false
    var isDisabled = false

    /// Nil for kinds that nobody looks through by name.
    init?(_ entity: some Entity) {
        // The kind first: a cast costs more than all the rest, and most entities are files.
        switch type(of: entity).kind {
        case .user:
            guard let user = entity as? User else { return nil }
            self.init(user.name, [user.userPrincipalName ?? ""] + user.mailboxAddresses.map(\.description))
            isGuest = user.isGuest
            isDisabled = user.accountEnabled == false
        case .group:
            guard let group = entity as? Group else { return nil }
            self.init(group.name, [group.mail ?? ""])
        case .servicePrincipal:
            guard let app = entity as? ServicePrincipal else { return nil }
            self.init(app.resource.name, [app.appId ?? "", app.verifiedPublisher?.displayName ?? ""])
            isDisabled = app.accountEnabled == false
        default: return nil
        }
    }

    private init(_ name: String, _ others: [String]) {
        self.name = String(Protection.nameKey(name).prefix(200))
        let plain = Protection.plainKey(name)
        let all = others + (plain == Protection.nameKey(name) ? [] : [plain])
        find = String(all.joined(separator: " ").lowercased().prefix(600))
    }

    var sql: [SQLValue] { [.text(name), .text(find), .int(isGuest ? 1 : 0), .int(isDisabled ? 1 : 0)] }
}

extension StoredEntity {
    static let noKeys: [SQLValue] = [.null, .null, .null, .null]
}

extension SQLConnection {
    /// Writes the keys of an entity that was there before, where they have changed: the index is not touched for the others.
    func setKeys(_ keys: DirectoryKeys, of entity: StoredEntity, in integration: Int) throws {
        try execute(
            """
            UPDATE entity SET name_key = $1, find_key = $2, is_guest = $3, is_disabled = $4
            WHERE integration = $5 AND kind = $6 AND owner = $7 AND id = $8
                AND (name_key IS DISTINCT FROM $1 OR find_key IS DISTINCT FROM $2 OR is_guest IS DISTINCT FROM $3
                    OR is_disabled IS DISTINCT FROM $4)
            """, keys.sql + [.int(integration), .text(entity.kind), .text(entity.owner), .text(entity.id)])
    }
}

/// What was stored before there were keys gets them.
enum DirectoryKeysBackfill {
    static func run(_ connection: any SQLConnection) throws {
        try fill(User.self, connection)
        try fill(Group.self, connection)
        try fill(ServicePrincipal.self, connection)
    }

    private static func fill<E: Entity>(_ type: E.Type, _ connection: any SQLConnection) throws {
        let decoder = StoredEntity.decoder()
        var last = (integration: 0, id: "")
        while true {
            let page = try connection.rows(
                """
                SELECT integration, id, body FROM entity WHERE kind = $1 AND (integration, id) > ($2, $3) AND owner = ''
                ORDER BY integration, id LIMIT 500
                """, [.text(E.kind.rawValue), .int(last.integration), .text(last.id)]
            ) { (integration: $0.int(0), id: $0.text(1), body: $0.text(2)) }
            guard let end = page.last else { return }
            last = (end.integration, end.id)
            for row in page {
                let entity = try StoredEntity(try decoder.decode(E.self, from: Data(row.body.utf8)))
                guard let keys = entity.keys else { continue }
                try connection.setKeys(keys, of: entity, in: row.integration)
            }
        }
    }
}
