/// Items of synthetic drives: the root, then a folder before every nine files.
extension Synthetic {
    /// The items are dealt out evenly.
    func itemCount(drive: Int) -> Int { items / drives + (drive < items % drives ? 1 : 0) }

    /// A number over all drives.
    func itemNumber(_ place: Int, drive: Int) -> Int { drive &* 0x100_0000 &+ place }

    private func driveKey(_ drive: Int) -> UInt64 { Mix.bits(seed, drive, 41) }

    func itemPlace(_ id: String, drive: Int) -> Int? {
        OpaqueID.itemIndex(id, key: driveKey(drive), below: itemCount(drive: drive))
    }

    func itemID(_ place: Int, drive: Int) -> String { OpaqueID.item(key: driveKey(drive), index: place) }

    func itemParent(_ place: Int, drive: Int) -> Int? {
        place == 0 ? nil : parent(place, Mix.bits(driveKey(drive), place, 42))
    }

    func itemName(_ place: Int, drive: Int) -> String {
        place == 0 ? "root" : name(place, Mix.bits(driveKey(drive), place, 42))
    }

    private func name(_ place: Int, _ bits: UInt64) -> String {
        var name: [UInt8] = []
        name.add(SyntheticNames.files[Int(bits & 15)])
        name.append(32)
        name.add(number: place)
        if place % 10 != 1 { name.add(".docx") }
        return String(decoding: name, as: UTF8.self)
    }

    func item(_ place: Int, drive: Int, day: Int) -> SimulatedItem {
        let bits = Mix.bits(driveKey(drive), place, 42)
        guard place > 0 else {
            return SimulatedItem(
                id: itemID(place, drive: drive), name: "root", form: .root, modified: time(daysAgo: 100),
                permissions: [ownerGrant(drive)])
        }
        let isFolder = place % 10 == 1
        return SimulatedItem(
            id: itemID(place, drive: drive), name: name(place, bits), form: isFolder ? .folder : Self.document,
            parent: parent(place, bits), size: isFolder ? 0 : Int(bits >> 8 & 0xF_FFFF),
            modified: time(daysAgo: Int(bits >> 30 & 255)),
            permissions: permissions(bits, drive: drive, place: place, day: day))
    }

    private static let document = SimulatedItem.Form.file(
        type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")

    /// A third lies in the root, the rest in one of the folders that came before.
    private func parent(_ place: Int, _ bits: UInt64) -> Int {
        let folders = place < 2 ? 0 : (place - 2) / 10 + 1
        guard folders > 0, bits >> 40 & 3 != 0 else { return 0 }
        return 1 + 10 * Int((bits >> 42) % UInt64(folders))
    }

    private func permissions(_ bits: UInt64, drive: Int, place: Int, day: Int) -> [JSON] {
        var permissions: [JSON] = []
        let id = Mix.bits(bits &+ 1)
        if Mix.happens(Mix.bits(bits &+ 2), 0.02) { permissions.append(grant(id)) }
        let changes =
            churn > 0 && day > 0 ? (1...day).count { change(.item, itemNumber(place, drive: drive), on: $0) != nil } : 0
        if changes % 2 == 1 {
            permissions.append(Self.link(id &+ 1, scope: "anonymous", type: "view", role: "read"))
        }
        return permissions
    }

    private func grant(_ id: UInt64) -> JSON {
        switch id % 10 {
        case 0: Self.link(id, scope: "anonymous", type: "edit", role: "write")
        case 1, 2: Self.link(id, scope: "anonymous", type: "view", role: "read")
        case 3, 4: Self.link(id, scope: "organization", type: "view", role: "read")
        case 5: Self.link(id, scope: "organization", type: "edit", role: "write")
        default: Self.link(id, scope: "users", type: "view", role: "read")
        }
    }

    private static func link(_ id: UInt64, scope: String, type: String, role: String) -> JSON {
        var guid: [UInt8] = []
        Mix.add(guid: id, Mix.bits(id), to: &guid)
        return [
            "id": .string(String(decoding: guid, as: UTF8.self)), "roles": [.string(role)], "hasPassword": false,
            "link": ["scope": .string(scope), "type": .string(type), "preventsDownload": false],
        ]
    }

    private func ownerGrant(_ drive: Int) -> JSON {
        [
            "id": .string("o\(drive)"), "roles": ["owner"],
            "grantedToV2": [
                "siteUser": ["id": "3", "displayName": "Owner", "loginName": "i:0#.f|membership|owner@contoso.example"]
            ],
        ]
    }
}
