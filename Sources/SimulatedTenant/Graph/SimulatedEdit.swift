import Foundation

/// Changes to the hand-made company. Each is seen by the next delta round, and by whoever reads the thing again.
public struct SimulatedEdit {
    var world: World
    let now: Date

    private mutating func nextEdit() -> Int {
        world.edits += 1
        return world.edits
    }

    /// Sets one property of a user, given as JSON text: `setUser("AdeleV@contoso.example", "accountEnabled", "false")`.
    /// - Returns: false where there is no such user or the text is not JSON.
    @discardableResult
    public mutating func setUser(_ name: String, _ property: String, _ json: String) -> Bool {
        guard let place = world.users.place(name), let value = try? JSONReader.read(json) else { return false }
        let edit = nextEdit()
        world.users.change(at: place) {
            $0.object[property] = value
            $0.changed = edit
            $0.changedNames[property] = edit
        }
        return true
    }

    /// Soft-deletes a user.
    @discardableResult
    public mutating func removeUser(_ name: String) -> Bool {
        guard let place = world.users.place(name) else { return false }
        let edit = nextEdit()
        world.users.change(at: place) {
            $0.removal = "changed"
            $0.changed = edit
        }
        return true
    }

    /// Puts a removed user back.
    @discardableResult
    public mutating func restoreUser(_ name: String) -> Bool {
        guard let place = world.users.place(name) else { return false }
        let edit = nextEdit()
        world.users.change(at: place) {
            $0.removal = nil
            $0.changed = edit
        }
        return true
    }

    /// Lets a user join a group; where they are a member already, nothing changes.
    @discardableResult
    public mutating func join(_ user: String, _ group: String) -> Bool {
        guard let ids = ids(user, group) else { return false }
        let edit = nextEdit()
        var members = world.members[ids.group] ?? []
        members.removeAll { $0.id == ids.user }
        members.append(GroupMember(id: ids.user, kind: .user, changed: edit))
        world.members[ids.group] = members
        return true
    }

    @discardableResult
    public mutating func leave(_ user: String, _ group: String) -> Bool {
        guard let ids = ids(user, group), let place = world.members[ids.group]?.firstIndex(where: { $0.id == ids.user })
        else {
            return false
        }
        let edit = nextEdit()
        world.members[ids.group]?[place].left = true
        world.members[ids.group]?[place].changed = edit
        return true
    }

    private func ids(_ user: String, _ group: String) -> (user: String, group: String)? {
        guard let userPlace = world.users.place(user), let groupPlace = world.groups.place(group) else { return nil }
        return (world.users.entries[userPlace].id, world.groups.entries[groupPlace].id)
    }

    /// Adds a rule to a mailbox, or replaces the one with the same id; the rule in Graph's JSON.
    @discardableResult
    public mutating func setRule(of user: String, _ json: String) -> Bool {
        guard let id = userID(user), let rule = try? JSONReader.read(json), let ruleID = rule["id"] else {
            return false
        }
        world.rules[id] = (world.rules[id] ?? []).filter { $0["id"] != ruleID } + [rule]
        return true
    }

    /// Removes a rule by its display name.
    @discardableResult
    public mutating func removeRule(of user: String, named name: String) -> Bool {
        guard let id = userID(user), let rules = world.rules[id] else { return false }
        world.rules[id] = rules.filter { $0["displayName"]?.text != name }
        return world.rules[id]?.count != rules.count
    }

    private func userID(_ name: String) -> String? {
        world.users.place(name).map { world.users.entries[$0].id }
    }

    /// Removes a domain, or changes one of its properties.
    @discardableResult
    public mutating func setDomain(_ name: String, _ property: String, _ json: String) -> Bool {
        guard let place = world.domains.firstIndex(where: { $0["id"]?.text == name }),
            let value = try? JSONReader.read(json)
        else { return false }
        world.domains[place][property] = value
        return true
    }

    /// Removes a sensitivity label by its name, from both lists.
    @discardableResult
    public mutating func removeLabel(_ name: String) -> Bool {
        let count = world.labels.count + world.previewLabels.count
        world.labels.removeAll { $0["name"]?.text == name }
        world.previewLabels.removeAll { $0["name"]?.text == name }
        return world.labels.count + world.previewLabels.count != count
    }

    /// Gives a sensitivity label that has no parent another name, in both lists.
    @discardableResult
    public mutating func renameLabel(_ name: String, to new: String) -> Bool {
        let isFound = (world.labels + world.previewLabels).contains { $0["name"]?.text == name }
        for place in world.labels.indices where world.labels[place]["name"]?.text == name {
            world.labels[place]["name"] = .string(new)
            world.labels[place]["displayName"] = .string(new)
        }
        for place in world.previewLabels.indices where world.previewLabels[place]["name"]?.text == name {
            world.previewLabels[place]["name"] = .string(new)
        }
        return isFound
    }

    /// Passes simulated days: synthetic objects change at the configured rate.
    public mutating func passDays(_ days: Int) { world.day += max(0, days) }
}

extension SimulatedEdit {
    /// Grants something on an item found by the drive's owner (a user's sign-in name, a group's or a site's name) and its name.
    /// - Parameter grant: in the words of `Sharing`: `anonymous edit`.
    @discardableResult
    public mutating func share(_ item: String, of owner: String, _ grant: String) -> Bool {
        let sharing = Sharing(world: world, now: now)
        return changeItem(item, of: owner) { item in
            guard let permission = sharing.permission(grant, on: item.id + String(item.permissions.count)) else {
                return false
            }
            item.permissions.append(permission)
            return true
        }
    }

    /// Takes back everything granted on the item itself.
    @discardableResult
    public mutating func unshare(_ item: String, of owner: String) -> Bool {
        changeItem(item, of: owner) { item in
            item.permissions.removeAll { $0["roles"] != ["owner"] }
            return true
        }
    }

    /// Writes a file anew.
    @discardableResult
    public mutating func write(_ text: String, to item: String, of owner: String) -> Bool {
        write(Array(text.utf8), to: item, of: owner)
    }

    @discardableResult
    public mutating func write(_ bytes: [UInt8], to item: String, of owner: String) -> Bool {
        changeItem(item, of: owner, isSharing: false) { item in
            item.content = bytes
            return true
        }
    }

    @discardableResult
    public mutating func rename(_ item: String, of owner: String, to name: String) -> Bool {
        changeItem(item, of: owner, isSharing: false) { item in
            item.name = name
            return true
        }
    }

    /// Keeps back the bytes of a file; the file stays listed as it is.
    /// - Parameter status: 403, 404, 410, 423, 500, ...; nil hands them over again.
    @discardableResult
    public mutating func refuse(_ item: String, of owner: String, with status: Int?, code: String = "") -> Bool {
        changeItem(item, of: owner, isSharing: false) { item in
            item.refusal = status.map { .init(status: $0, code: code) }
            return true
        }
    }

    /// Decides what is said of a file's sensitivity label.
    @discardableResult
    public mutating func setLabel(_ label: FileLabel, on item: String, of owner: String) -> Bool {
        changeItem(item, of: owner, isSharing: false) { item in
            item.label = label
            return true
        }
    }

    @discardableResult
    public mutating func delete(_ item: String, of owner: String) -> Bool {
        changeItem(item, of: owner) { item in
            item.isDeleted = true
            return true
        }
    }

    private mutating func changeItem(
        _ name: String, of owner: String, isSharing: Bool = true, _ change: (inout SimulatedItem) -> Bool
    ) -> Bool {
        for place in world.drives.indices where isOwner(owner, of: world.drives[place]) {
            guard let item = world.drives[place].items.firstIndex(where: { $0.name == name && !$0.isDeleted }),
                change(&world.drives[place].items[item])
            else { continue }
            let edit = nextEdit()
            world.drives[place].items[item].changed = edit
            if isSharing { world.drives[place].items[item].sharingChanged = edit }
            return true
        }
        return false
    }

    private func isOwner(_ name: String, of drive: SimulatedDrive) -> Bool {
        switch drive.owner {
        case .user(let id, _): world.users.place(name).map { world.users.entries[$0].id } == id
        case .group(let id, let display): id == name || display == name
        case .site(let display): display == name
        }
    }
}
