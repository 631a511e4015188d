/// A hand-made drive with everything in it.
struct SimulatedDrive: Sendable {
    enum Owner: Sendable {
        case user(id: String, name: String)
        case group(id: String, name: String)
        case site(name: String)
    }

    var id: String
    var name: String
    var owner: Owner
    var webUrl: String
    var created: String
    /// The root first, then every folder before what lies in it.
    var items: [SimulatedItem] = []

    var driveType: String { if case .user = owner { "business" } else { "documentLibrary" } }

    /// In Graph's form.
    var object: JSON {
        let identity: JSON =
            switch owner {
            case .user(let id, let name): ["user": ["id": .string(id), "displayName": .string(name)]]
            case .group(_, let name): ["user": ["displayName": .string("\(name) Owners")]]
            case .site(let name): ["user": ["displayName": .string(name)]]
            }
        return [
            "id": .string(id), "name": .string(name), "description": "", "driveType": .string(driveType),
            "createdDateTime": .string(created), "lastModifiedDateTime": .string(created), "webUrl": .string(webUrl),
            "owner": identity,
            "quota": ["deleted": 0, "remaining": 1_099_511_627_776, "state": "normal", "total": 1_099_511_627_776],
        ]
    }
}

/// A file or folder.
struct SimulatedItem: Sendable {
    struct Refusal: Sendable, Equatable {
        var status: Int
        var code: String
    }

    enum Form: Sendable, Equatable { case root, folder, package, file(type: String) }

    var id: String
    var name: String
    var form: Form
    /// Its folder's place among the items; nil for the root.
    var parent: Int?
    var size = 0
    var modified: String
    /// What was granted on this very item, in Graph's form. What lies in a folder inherits the folder's.
    var permissions: [JSON] = []
    /// Edit number of its last change, and of the last change of its permissions.
    var changed = 0
    var sharingChanged = 0
    var isDeleted = false
    /// Status and code in place of its bytes; nil where they are handed over.
    var refusal: Refusal?
    /// What is said of its sensitivity label.
    var label = FileLabel.none
    /// What somebody wrote; nil for made-up text of `size`.
    var content: [UInt8]? { didSet { size = content?.count ?? size } }

    var isShared: Bool { permissions.contains { $0["roles"] != ["owner"] } }
}
