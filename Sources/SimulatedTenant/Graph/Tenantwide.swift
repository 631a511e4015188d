extension Reply {
    func organizations() throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.organization, call.option("$select"))
        return try collection([selection.list(world.organization)], context: context("organization", selection))
    }

    func organization(_ id: String) throws(GraphFailure) -> SimulatedAnswer {
        guard world.organization["id"]?.text == id else { throw .noResource(id) }
        let selection = try Selection(.organization, call.option("$select"))
        return one(selection.list(world.organization), context: context("organization/$entity"))
    }

    func domains() throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.domain, listToken().select)
        return try collection(world.domains.map(selection.list), context: context("domains", selection))
    }

    func domain(_ id: String) throws(GraphFailure) -> SimulatedAnswer {
        guard let domain = world.domains.first(where: { $0["id"]?.text == id.lowercased() }) else {
            throw .noResource(id)
        }
        let selection = try Selection(.domain, call.option("$select"))
        return one(selection.list(domain), context: context("domains/$entity"))
    }

    func sensitivityLabels() throws(GraphFailure) -> SimulatedAnswer {
        guard call.version == "beta" else {
            return try collection(world.labels, context: context("security/dataSecurityAndGovernance/sensitivityLabel"))
        }
        return try collection(world.previewLabels, context: context("security/informationProtection/sensitivityLabels"))
    }
}
