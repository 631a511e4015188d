import Foundation
import Model
import Store

/// Tells which permissions of an item an ancestor carries too: Graph lists inherited permissions with the item's own, and an
/// inherited link keeps its id on every descendant. The finding then belongs to the highest one.
struct InheritPermissions: Sendable {
    let session: Session

    func run(in drive: String) async throws {
        var ancestors = Ancestors(session: session, drive: drive)
        var changed: [StoredEntity] = []
        let start = EntityPosition(owner: drive, id: "")
        try session.store.forEachPage(of: DriveItem.self, of: session.id, .ofOwner(drive), after: start) { page in
            for var item in page {
                guard let permissions = item.permissions, !permissions.isEmpty else { continue }
                let above = try ancestors.permissionIDs(above: item)
                let inherited = permissions.map(\.id).filter(above.contains).sorted()
                guard inherited != item.inheritedPermissionIDs else { continue }
                item.inheritedPermissionIDs = inherited
                changed.append(try StoredEntity(item))
            }
        }
        guard !changed.isEmpty else { return }
        let (entities, run) = (changed, session.run.number)
        let round = try session.store.feed("driveItems", owner: drive, of: session.id)?.round ?? run
        try await session.write { writer in
            try writer.keep(entities, round: round, run: run)
        }
    }

    /// The permission ids on the way up from an item, each folder looked up once.
    private struct Ancestors {
        let session: Session
        let drive: String
        private var known: [String: Set<String>] = [:]

        init(session: Session, drive: String) {
            self.session = session
            self.drive = drive
        }

        mutating func permissionIDs(above item: DriveItem) throws -> Set<String> {
            guard let parent = item.parentID, parent != item.id else { return [] }
            return try permissionIDs(at: parent, depth: 0)
        }

        private mutating func permissionIDs(at id: String, depth: Int) throws -> Set<String> {
            if let known = known[id] { return known }
            // Graph allows no such depth; a loop in what it says must not hang us.
            guard depth < 200,
                let folder = try session.store.entity(DriveItem.self, of: session.id, owner: drive, id: id)
            else { return [] }
            var ids = Set((folder.permissions ?? []).map(\.id))
            if let parent = folder.parentID, parent != id {
                ids.formUnion(try permissionIDs(at: parent, depth: depth + 1))
            }
            known[id] = ids
            return ids
        }
    }
}
