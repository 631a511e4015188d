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
        var next = parent(of: place)
        while let place = next {
            places.append(place)
            next = parent(of: place)
        }
        return places
    }

    private func parent(of place: Int) -> Int? {
        switch source {
        case .handMade: drive.items[place].parent
        case .synthetic(let index, let tenant, _): tenant.itemParent(place, drive: index)
        }
    }

    private func name(of place: Int) -> String {
        switch source {
        case .handMade: drive.items[place].name
        case .synthetic(let index, let tenant, _): tenant.itemName(place, drive: index)
        }
    }

    private func id(of place: Int) -> String {
        switch source {
        case .handMade: drive.items[place].id
        case .synthetic(let index, let tenant, _): tenant.itemID(place, drive: index)
        }
    }

    /// Own permissions and those of the folders above, each with the id it has there.
    func permissions(of place: Int) -> [JSON] {
        var seen: Set<String> = []
        return ([place] + ancestors(of: place)).flatMap { item($0).permissions }
            .filter { seen.insert($0["id"]?.text ?? "").inserted }
    }

    /// The `shared` facet. In hierarchical form only where permissions begin: empty where nothing is shared.
    func shared(_ place: Int, _ item: SimulatedItem, hierarchical: Bool) -> JSON? {
        let permissions = hierarchical ? item.permissions : self.permissions(of: place)
        let granting = permissions.filter { $0["roles"] != ["owner"] }
        guard !granting.isEmpty else { return hierarchical && item.form == .root ? [:] : nil }
        let scopes = Set(granting.compactMap { $0["link"]?["scope"]?.text })
        let widest = ["anonymous", "organization"].first(where: scopes.contains) ?? "users"
        return ["scope": .string(widest)]
    }

    /// The item in Graph's form, without what only a delta answer says.
    func object(_ place: Int, _ item: SimulatedItem, hierarchical: Bool) -> JSON {
        var members: [JSON.Member] = []
        members.reserveCapacity(11)
        func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
        add("id", .string(item.id))
        add("name", .string(item.name))
        add("size", .int(item.size))
        add("webUrl", .string(webUrl(place)))
        add("createdDateTime", .string(item.modified))
        add("lastModifiedDateTime", .string(item.modified))
        switch item.form {
        case .root:
            add("root", [:])
            add("folder", ["childCount": .int(childCount(place))])
        case .folder: add("folder", ["childCount": .int(childCount(place))])
        case .package: add("package", ["type": "oneNote"])
        case .file(let type):
            add("file", ["mimeType": .string(type), "hashes": ["quickXorHash": .string(contentHash(item))]])
        }
        if let shared = shared(place, item, hierarchical: hierarchical) { add("shared", shared) }
        var reference: [JSON.Member] = [
            .init(name: "driveType", value: .string(drive.driveType)), .init(name: "driveId", value: .string(drive.id)),
        ]
        if let parent = item.parent { reference.append(.init(name: "id", value: .string(id(of: parent)))) }
        add("parentReference", .object(reference))
        return .object(members)
    }

    private func childCount(_ place: Int) -> Int {
        guard case .handMade = source else { return 10 }
        return drive.items.count { $0.parent == place && !$0.isDeleted }
    }

    private func webUrl(_ place: Int) -> String {
        var url: [UInt8] = Array(drive.webUrl.utf8)
        for place in ([place] + ancestors(of: place)).dropLast().reversed() {
            url.append(UInt8(ascii: "/"))
            for byte in name(of: place).utf8 {
                if byte == 32 { url.add("%20") } else { url.append(byte) }
            }
        }
        return String(decoding: url, as: UTF8.self)
    }
}
