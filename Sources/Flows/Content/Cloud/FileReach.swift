import Model
import Posture
import Store

/// Whose the files of a drive are, and who can reach them: at large, by links and as guests, by their own permissions and those of the folders above.
struct FileReach {
    let store: Store
    let integration: Int
    let drive: String
    let options: CheckOptions
    private var known: [String: Above] = [:]
    private let owner: Owner?

    private struct Above {
        var sharing: [FileContent.Sharing] = []
        var isUnread = false
        var isLeftOut = false

        /// Takes in what is so of an item.
        mutating func note(_ item: DriveItem, _ options: CheckOptions) {
            guard item.isShared, item.permissions == nil else { return }
            let isLeftOut = options.fastSharing && item.sharedScope?.lowercased() == "users"
            if isLeftOut { self.isLeftOut = true } else { isUnread = true }
        }
    }

    init(store: Store, integration: Int, drive: String, options: CheckOptions) throws {
        self.store = store
        self.integration = integration
        self.drive = drive
        self.options = options
        owner = try Self.owner(of: drive, in: store, integration)
    }

    /// Whom the drive belongs to, with the address that the directory has of them.
    private static func owner(of drive: String, in store: Store, _ integration: Int) throws -> Owner? {
        guard let drive = try store.entity(Drive.self, of: integration, id: drive) else { return nil }
        let unknown = Owner(id: drive.sourceID, name: drive.sourceName)
        switch drive.source {
        case .user: return try store.entity(User.self, of: integration, id: drive.sourceID)?.asOwner ?? unknown
        case .group:
            let group = try store.entity(Group.self, of: integration, id: drive.sourceID)
            return group.map { Owner(id: $0.id, name: $0.name, address: $0.mail) } ?? unknown
        case .site: return unknown
        }
    }

    /// Writes into what was found in a file what its listing and the permissions say now.
    mutating func update(_ content: inout FileContent, by file: ContentCandidate) throws {
        content.name = file.name
        content.webUrl = file.webUrl
        content.size = file.size
        content.lastModifiedDateTime = file.modified
        content.owner = owner
        let item = try store.entity(DriveItem.self, of: integration, owner: drive, id: file.id)
        var all = try above(file.parentID, depth: 0)
        if let item {
            all.note(item, options)
            all.sharing = shares(item, folder: nil) + all.sharing
        }
        // An inherited link is listed with the file as well: the folder it comes from is the one to name.
        var byID: [String: FileContent.Sharing] = [:]
        for sharing in all.sharing { byID[sharing.permission.id] = sharing }
        content.sharing = byID.values.sorted { $0.permission.id < $1.permission.id }
        content.isSharingUnread = all.isUnread
        content.isSharingLeftOut = all.isLeftOut ? true : nil
    }

    private mutating func above(_ id: String?, depth: Int) throws -> Above {
        guard let id else { return Above() }
        if let known = known[id] { return known }
        // Graph allows no such depth; a loop in what it says must not hang us.
        guard depth < 200, let folder = try store.entity(DriveItem.self, of: integration, owner: drive, id: id) else {
            return Above()
        }
        var found = Above(sharing: shares(folder, folder: folder.resource.name))
        found.note(folder, options)
        if folder.parentID != id {
            let higher = try above(folder.parentID, depth: depth + 1)
            found.sharing += higher.sharing
            found.isUnread = found.isUnread || higher.isUnread
            found.isLeftOut = found.isLeftOut || higher.isLeftOut
        }
        known[id] = found
        return found
    }

    /// Without the colleagues that are named there: a library has hundreds, and what is kept of its files does not need them.
    private func shares(_ item: DriveItem, folder: String?) -> [FileContent.Sharing] {
        (item.permissions ?? []).filter(\.isSharing).map { .init(permission: $0.ofStrangers, folder: folder) }
    }
}
