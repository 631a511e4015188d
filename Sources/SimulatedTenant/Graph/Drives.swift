import Foundation

extension Reply {
    /// `/users/{id}/drive`, `/groups/{id}/drives`, `/drives/{id}` and all below.
    func driveOfUser(_ name: String) throws(GraphFailure) -> DriveTree {
        let person = try person(name)
        if isForeign(person) { throw .accessDenied }
        let id = id(of: person)
        let own = world.drives.first { if case .user(id, _) = $0.owner { true } else { false } }
        if let own { return DriveTree(drive: own, source: .handMade) }
        if case .synthetic(let user) = person, let index = synthetic.drive(ofUser: user.index) { return tree(index) }
        throw .noMySite
    }

    func drivesOfGroup(_ id: String) throws(GraphFailure) -> [DriveTree] {
        let group = try groupObject(id)
        guard group["groupTypes"]?.elements.contains("Unified") == true else { throw .noItem }
        if let caller = call.caller.delegatedUserID, !transitiveMembers(of: id).contains(where: { $0.id == caller }) {
            throw .accessDenied
        }
        let own = world.drives.filter { if case .group(id, _) = $0.owner { true } else { false } }
        if !own.isEmpty { return own.map { DriveTree(drive: $0, source: .handMade) } }
        let index = synthetic.groupIDs.index(id, below: synthetic.groups)
        return index.flatMap(synthetic.drive(ofGroup:)).map { [tree($0)] } ?? []
    }

    func drive(_ id: String) throws(GraphFailure) -> DriveTree {
        if let own = world.drives.first(where: { $0.id == id }) {
            guard isOpen(own) else { throw .noItem }
            return DriveTree(drive: own, source: .handMade)
        }
        guard let index = synthetic.driveIndex(id), call.caller.delegatedUserID == nil else { throw .noItem }
        return tree(index)
    }

    /// A signed-in person sees the own drive and those of the own teams.
    private func isOpen(_ drive: SimulatedDrive) -> Bool {
        guard let caller = call.caller.delegatedUserID else { return true }
        switch drive.owner {
        case .user(let id, _): return id == caller
        case .group(let id, _): return transitiveMembers(of: id).contains { $0.id == caller }
        case .site: return true
        }
    }

    func tree(_ index: Int) -> DriveTree {
        DriveTree(
            drive: synthetic.driveHeader(index),
            source: .synthetic(index: index, synthetic, day: world.day))
    }

    func driveAnswer(_ tree: DriveTree) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.drive, call.option("$select"))
        return one(selection.list(tree.drive.object), context: context("drives/$entity"))
    }

    func driveList(_ trees: [DriveTree]) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.drive, listToken().select)
        return try collection(trees.map { selection.list($0.drive.object) }, context: context("drives", selection))
    }

    /// What stands behind a drive in the path: `root/delta`, `items/{id}/permissions`, ...
    func inside(_ tree: DriveTree, _ rest: ArraySlice<String>) throws(GraphFailure) -> SimulatedAnswer {
        switch Array(rest) {
        case []: return try driveAnswer(tree)
        case ["root"]: return try item(tree, "root")
        case ["root", "delta"], ["root", "delta()"], ["root", "microsoft.graph.delta()"]: return try driveDelta(tree)
        case ["root", "children"]: return try children(tree, "root")
        case ["root", "permissions"]: return try permissions(tree, "root")
        case let path where path.count == 2 && path[0] == "items": return try item(tree, path[1])
        case let path where path.count == 3 && path[0] == "items" && path[2] == "children":
            return try children(tree, path[1])
        case let path where path.count == 3 && path[0] == "items" && path[2] == "content":
            return try content(tree, path[1])
        case let path
        where path.count == 3 && path[0] == "items" && path[2] == Self.labelAction && call.method == "POST":
            return try labels(tree, path[1])
        case let path where path.count == 3 && path[0] == "items" && path[2] == "permissions":
            return try permissions(tree, path[1])
        case let path where path.count == 3 && path[0] == "items" && path[2] == "delta" && tree.place(path[1]) == 0:
            return try driveDelta(tree)
        default: throw .noSegment(rest.last ?? "")
        }
    }

    private func place(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> Int {
        guard let place = tree.place(id) else { throw .noItem }
        return place
    }

    private func item(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.driveItem, call.option("$select"))
        let place = try place(tree, id)
        let object = tree.object(place, tree.item(place), hierarchical: false)
        return one(
            selection.names == nil ? object : selection.delta(object),
            context: context("drives('\(tree.drive.id)')/items/$entity"))
    }

    private func children(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.driveItem, listToken().select)
        let folder = try place(tree, id)
        let children = (0..<tree.count).filter { tree.item($0).parent == folder && !tree.item($0).isDeleted }
        return try collection(
            children.map { selection.delta(tree.object($0, tree.item($0), hierarchical: false)) },
            context: context("drives('\(tree.drive.id)')/items('\(id)')/children", selection))
    }

    private func permissions(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.permission, listToken().select)
        let all = tree.permissions(of: try place(tree, id))
        return try collection(
            all.map { selection.names == nil ? $0 : selection.delta($0) },
            context: context("drives('\(tree.drive.id)')/items('\(id)')/permissions", selection),
            assumed: ["inherited-id", "link-kinds", "limited-access"])
    }
}
