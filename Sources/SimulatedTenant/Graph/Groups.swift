extension Reply {
    private func population(_ selection: Selection, _ form: AnswerForm) -> GroupPopulation {
        GroupPopulation(world: world, synthetic: synthetic, selection: selection, form: form)
    }

    func groups() throws(GraphFailure) -> SimulatedAnswer {
        try directoryList(context: "groups", kind: .group) { selection, form throws(GraphFailure) in
            population(selection, form)
        }
    }

    func groupCount() throws(GraphFailure) -> SimulatedAnswer {
        try directoryCount(kind: .group) { selection, form throws(GraphFailure) in population(selection, form) }
    }

    func groupsDelta() throws(GraphFailure) -> SimulatedAnswer {
        try deltaRound(
            context: "groups", { selection, form throws(GraphFailure) in population(selection, form) }, kind: .group)
    }

    func group(_ id: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.group, call.option("$select"))
        return one(selection.list(try groupObject(id)), context: context("groups/$entity"))
    }

    func groupObject(_ id: String) throws(GraphFailure) -> JSON {
        if let object = world.groups.object(id) { return object }
        guard let index = synthetic.groupIDs.index(id, below: synthetic.groups) else { throw .noResource(id) }
        return SyntheticGroup(index, in: synthetic, day: world.day).object
    }

    /// `/groups/{id}/members` and `/transitiveMembers`, perhaps cast to users.
    func members(_ id: String, transitive: Bool, cast: String?) throws(GraphFailure) -> SimulatedAnswer {
        _ = try groupObject(id)
        if cast != nil, !isEventual || call.option("$count")?.lowercased() != "true", call.option("$skiptoken") == nil {
            throw .unsupported("Unsupported Query.")
        }
        let kind: ObjectKind = cast == nil ? .directoryObject : .user
        let selection = try memberSelection(kind)
        var objects: [JSON] = []
        for member in transitive ? transitiveMembers(of: id) : directMembers(of: id) {
            if let cast, cast != "microsoft.graph.\(member.kind.rawValue)" { continue }
            objects.append(try object(of: member, selection))
        }
        let tail = cast == nil ? "directoryObjects" : "users"
        return try collection(objects, context: context(tail, selection), assumed: ["hidden-member"])
    }

    /// Members are of several kinds: a user's properties may be named as well.
    private func memberSelection(_ kind: ObjectKind) throws(GraphFailure) -> Selection {
        let select = try listToken().select
        if kind == .directoryObject, select != nil { return try Selection(.user, select) }
        return try Selection(kind == .directoryObject ? .user : kind, select)
    }

    private func object(of member: GroupMember, _ selection: Selection) throws(GraphFailure) -> JSON {
        let type = JSON.Member(name: "@odata.type", value: .string("#microsoft.graph.\(member.kind.rawValue)"))
        switch member.kind {
        case .user:
            let user = try object(of: person(member.id), selection)
            return .object([type] + user.members)
        case .group:
            let group = try groupObject(member.id)
            let wanted =
                selection.names ?? ["id", "displayName", "mail", "mailEnabled", "securityEnabled", "groupTypes"]
            return .object([type] + wanted.compactMap { name in group[name].map { .init(name: name, value: $0) } })
        case .servicePrincipal, .device:
            return .object([type, .init(name: "id", value: .string(member.id))])
        }
    }

    func directMembers(of id: String) -> [GroupMember] {
        if let members = world.members[id] { return members.filter { !$0.left && isThere($0) } }
        guard let index = synthetic.groupIDs.index(id, below: synthetic.groups) else { return [] }
        let group = SyntheticGroup(index, in: synthetic, day: world.day)
        return (0..<group.memberCount).lazy.map(group.member)
            .filter { !SyntheticUser($0, in: synthetic, day: world.day).isRemoved }
            .map { GroupMember(id: synthetic.userIDs.text($0), kind: .user) }
    }

    private func isThere(_ member: GroupMember) -> Bool {
        switch member.kind {
        case .user: world.users.object(member.id) != nil
        case .group: world.groups.object(member.id) != nil
        case .servicePrincipal, .device: true
        }
    }

    /// Everything below a group, each once; circles end where they began.
    func transitiveMembers(of id: String) -> [GroupMember] {
        var seen: Set<String> = [id]
        var found: [GroupMember] = []
        var open = [id]
        while let next = open.popLast() {
            for member in directMembers(of: next) where seen.insert(member.id).inserted {
                found.append(member)
                if member.kind == .group { open.append(member.id) }
            }
        }
        return found
    }
}
