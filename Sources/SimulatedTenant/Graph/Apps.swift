extension Reply {
    private func shelf(_ kind: ObjectKind) -> Shelf {
        kind == .application ? world.applications : world.servicePrincipals
    }
    private func collectionName(_ kind: ObjectKind) -> String { "\(kind.rawValue)s" }

    /// `/applications` and `/servicePrincipals`.
    func apps(_ kind: ObjectKind) throws(GraphFailure) -> SimulatedAnswer {
        try directoryList(context: collectionName(kind), kind: kind) { selection, form throws(GraphFailure) in
            ShelfPopulation(kind: kind, shelf: shelf(kind), selection: selection, form: form)
        }
    }

    func appCount(_ kind: ObjectKind) throws(GraphFailure) -> SimulatedAnswer {
        try directoryCount(kind: kind) { selection, form throws(GraphFailure) in
            ShelfPopulation(kind: kind, shelf: shelf(kind), selection: selection, form: form)
        }
    }

    func appsDelta(_ kind: ObjectKind) throws(GraphFailure) -> SimulatedAnswer {
        try deltaRound(
            context: collectionName(kind),
            { selection, form throws(GraphFailure) in
                ShelfPopulation(kind: kind, shelf: shelf(kind), selection: selection, form: form)
            }, kind: kind)
    }

    /// One by object id, or by `(appId='...')`.
    func app(_ kind: ObjectKind, _ key: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(kind, call.option("$select"))
        return one(selection.list(try appObject(kind, key)), context: context("\(collectionName(kind))/$entity"))
    }

    private func appObject(_ kind: ObjectKind, _ key: String) throws(GraphFailure) -> JSON {
        guard let object = shelf(kind).object(key) else { throw .noResource(key) }
        return object
    }

    func delegatedGrants() throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.oAuth2PermissionGrant, listToken().select)
        return try collection(world.grants.map(selection.list), context: context("oauth2PermissionGrants", selection))
    }

    /// `appRoleAssignments` (what the app may do) and `appRoleAssignedTo` (who may use it).
    func roleAssignments(_ key: String, _ link: String) throws(GraphFailure) -> SimulatedAnswer {
        guard let id = try appObject(.servicePrincipal, key)["id"] else { throw .noResource(key) }
        let own = link == "appRoleAssignments" ? "principalId" : "resourceId"
        let selection = try Selection(.appRoleAssignment, listToken().select)
        return try collection(
            world.roleAssignments.filter { $0[own] == id }.map(selection.list),
            context: context("appRoleAssignments", selection))
    }
}
