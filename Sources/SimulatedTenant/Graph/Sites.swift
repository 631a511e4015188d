extension Reply {
    /// `/sites/getAllSites`: for applications only.
    func allSites() throws(GraphFailure) -> SimulatedAnswer {
        guard call.caller.delegatedUserID == nil else { throw .accessDenied }
        let selection = try Selection(.site, listToken().select)
        let synthetic = (0..<synthetic.siteCount).lazy.map(self.synthetic.site)
        return try collection(
            (world.sites + synthetic).map { selection.names == nil ? $0 : selection.delta($0) },
            context: context("sites", selection))
    }

    func site(_ id: String) throws(GraphFailure) -> SimulatedAnswer {
        let found = world.sites.first { $0["id"]?.text == id } ?? synthetic.siteIndex(id).map(synthetic.site)
        guard let found else { throw .noItem }
        let selection = try Selection(.site, call.option("$select"))
        return one(selection.names == nil ? found : selection.delta(found), context: context("sites/$entity"))
    }

    func drivesOfSite(_ id: String) throws(GraphFailure) -> [DriveTree] {
        if let drives = world.siteDrives[id] {
            return world.drives.filter { drives.contains($0.id) }.map { DriveTree(drive: $0, source: .handMade) }
        }
        guard let index = synthetic.siteIndex(id) else { throw .noItem }
        return synthetic.drives(ofSite: index).map(tree)
    }
}
