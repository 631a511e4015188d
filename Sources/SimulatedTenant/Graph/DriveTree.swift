import Foundation

/// A drive's items by place, hand-made or synthetic.
struct DriveTree: Sendable {
    enum Source: Sendable {
        case handMade
        case synthetic(index: Int, Synthetic, day: Int)
    }

    let drive: SimulatedDrive
    let source: Source

    var count: Int {
        switch source {
        case .handMade: drive.items.count
        case .synthetic(let index, let tenant, _): tenant.itemCount(drive: index)
        }
    }

    func item(_ place: Int) -> SimulatedItem {
        switch source {
        case .handMade: drive.items[place]
        case .synthetic(let index, let tenant, let day): tenant.item(place, drive: index, day: day)
        }
    }

    /// The place of an item by its id; nil where there is none. `root` names the root.
    func place(_ id: String) -> Int? {
        if id == "root" { return 0 }
        switch source {
        case .handMade:
            return drive.items.firstIndex { $0.id == id && !$0.isDeleted }
        case .synthetic(let index, let tenant, _):
            return tenant.itemPlace(id, drive: index)
        }
    }

    func hasChanged(_ place: Int, since: Mark) -> Bool {
        switch source {
        case .handMade: drive.items[place].changed > since.edits
        case .synthetic(let index, let tenant, let day):
            tenant.changed(.item, tenant.itemNumber(place, drive: index), after: since.day, upTo: day)
        }
    }

    func hasSharingChanged(_ place: Int, since: Mark) -> Bool {
        switch source {
        case .handMade: drive.items[place].sharingChanged > since.edits
        case .synthetic: hasChanged(place, since: since)
        }
    }

    /// Places from the item's folder up to the root.
    func ancestors(of place: Int) -> [Int] {
        var places: [Int] = []
        var next = item(place).parent
        while let place = next {
            places.append(place)
            next = item(place).parent
        }
        return places
    }

    /// Own permissions and those of the folders above, each with the id it has there.
    func permissions(of place: Int) -> [JSON] {
        var seen: Set<String> = []
        return ([place] + ancestors(of: place)).flatMap { item($0).permissions }
            .filter { seen.insert($0["id"]?.text ?? "").inserted }
    }

    /// The `shared` facet. In hierarchical form only where permissions begin: empty where nothing is shared.
    func shared(_ place: Int, hierarchical: Bool) -> JSON? {
        let item = item(place)
        let permissions = hierarchical ? item.permissions : self.permissions(of: place)
        let granting = permissions.filter { $0["roles"] != ["owner"] }
        guard !granting.isEmpty else { return hierarchical && item.form == .root ? [:] : nil }
        let scopes = Set(granting.compactMap { $0["link"]?["scope"]?.text })
        let widest = ["anonymous", "organization"].first(where: scopes.contains) ?? "users"
        return ["scope": .string(widest)]
    }

    /// The item in Graph's form, without what only a delta answer says.
    func object(_ place: Int, hierarchical: Bool) -> JSON {
        let item = item(place)
        var object: JSON = ["id": .string(item.id), "name": .string(item.name), "size": .int(item.size)]
        object["webUrl"] = .string(webUrl(place))
        object["createdDateTime"] = .string(item.modified)
        object["lastModifiedDateTime"] = .string(item.modified)
        switch item.form {
        case .root:
            object["root"] = [:]
            object["folder"] = ["childCount": .int(childCount(place))]
        case .folder: object["folder"] = ["childCount": .int(childCount(place))]
        case .package: object["package"] = ["type": "oneNote"]
        case .file(let type): object["file"] = ["mimeType": .string(type)]
        }
        if let shared = shared(place, hierarchical: hierarchical) { object["shared"] = shared }
        var reference: JSON = ["driveType": .string(drive.driveType), "driveId": .string(drive.id)]
        if let parent = item.parent { reference["id"] = .string(self.item(parent).id) }
        object["parentReference"] = reference
        return object
    }

    private func childCount(_ place: Int) -> Int {
        guard case .handMade = source else { return 10 }
        return drive.items.count { $0.parent == place && !$0.isDeleted }
    }

    private func webUrl(_ place: Int) -> String {
        let names = ([place] + ancestors(of: place)).dropLast().reversed().map { item($0).name }
        return ([drive.webUrl] + names).joined(separator: "/").replacing(" ", with: "%20")
    }
}
