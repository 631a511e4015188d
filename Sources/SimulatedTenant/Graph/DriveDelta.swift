extension Reply {
    /// `/drives/{id}/root/delta`.
    func driveDelta(_ tree: DriveTree) throws(GraphFailure) -> SimulatedAnswer {
        let token = try driveToken()
        let selection = try Selection(.driveItem, token.select)
        let context = "\(root)/$metadata#Collection(driveItem)"
        if call.option("token")?.lowercased() == "latest" {
            return page(context: context, delta: driveLink(token.next), value: [])
        }
        if token.pause {
            return page(context: context, next: driveLink(token.at(token.position)), value: [])
        }
        let limit = pageSize(token.top, usual: 200)
        let manners = DriveManners(
            isHierarchical: prefers("hierarchicalsharing"), tellsSharing: prefers("deltashowsharingchanges"))
        let parents = token.since == nil || call.headers["deltaexcludeparent"] != nil ? [] : parents(tree, token)
        var value: [UInt8] = []
        var written = 0
        var next: Int?
        for place in token.position..<max(token.position, tree.count) {
            guard let object = entry(tree, place, token, manners, isParent: parents.contains(place)) else { continue }
            guard written < limit else {
                next = place
                break
            }
            if written > 0 { value.append(44) }
            selected(object, selection).write(to: &value)
            written += 1
        }
        var answer =
            next.map {
                page(context: context, next: driveLink(token.at($0, pause: configuration.emptyPages)), value: value)
            }
            ?? page(context: context, delta: driveLink(token.next), value: value)
        answer.headers += Assumption.headers(["page-size", "shared-select", "shared-scope"])
        return answer
    }

    /// Folders above what changed come along.
    private func parents(_ tree: DriveTree, _ token: PageToken) -> Set<Int> {
        guard let since = token.since else { return [] }
        var parents: Set<Int> = []
        for place in 0..<tree.count where tree.hasChanged(place, since: since) {
            parents.formUnion(tree.ancestors(of: place))
        }
        return parents
    }

    private func entry(
        _ tree: DriveTree, _ place: Int, _ token: PageToken, _ manners: DriveManners, isParent: Bool
    ) -> JSON? {
        guard let since = token.since else {
            let item = tree.item(place)
            return item.isDeleted ? nil : tree.object(place, item, hierarchical: manners.isHierarchical)
        }
        guard isParent || tree.hasChanged(place, since: since) else { return nil }
        let item = tree.item(place)
        if item.isDeleted {
            return [
                "id": .string(item.id), "deleted": ["state": "deleted"],
                "parentReference": ["driveType": .string(tree.drive.driveType), "driveId": .string(tree.drive.id)],
            ]
        }
        var object = tree.object(place, item, hierarchical: manners.isHierarchical)
        if manners.tellsSharing, tree.hasSharingChanged(place, since: since) {
            object["@microsoft.graph.sharedChanged"] = "True"
        }
        return object
    }

    private func selected(_ object: JSON, _ selection: Selection) -> JSON {
        selection.names == nil ? object : selection.delta(object)
    }

    private func driveToken() throws(GraphFailure) -> PageToken {
        let fresh = PageToken(
            mode: .firstRound, path: path, upTo: world.mark, issued: nowSeconds, select: call.option("$select"),
            top: call.option("$top").flatMap(Int.init).map { min(max($0, 1), 1000) })
        guard let text = call.option("token"), !text.isEmpty, text.lowercased() != "latest" else { return fresh }
        guard var token = PageToken(text, path: path), token.mode != .list else {
            throw GraphFailure(status: 400, code: "invalidRequest", message: "The provided token is not valid.")
        }
        guard nowSeconds - token.issued <= Self.tokenLife else {
            let select = token.select.map { "$select=\($0)&" } ?? ""
            throw GraphFailure(
                status: 410, code: "resyncChangesApplyDifferences", message: "Resync required.",
                headers: [("Location", "\(root)/\(encodedPath)?\(select)token=\(freshRound(token).text)")])
        }
        if token.isStart {
            token.upTo = world.mark
            token.issued = nowSeconds
        }
        return token
    }

    private func freshRound(_ old: PageToken) -> PageToken {
        PageToken(mode: .firstRound, path: path, upTo: world.mark, issued: nowSeconds, select: old.select, top: old.top)
    }

    private func driveLink(_ token: PageToken) -> String { "\(root)/\(encodedPath)?token=\(token.text)" }
}

/// What the `Prefer` header asks of a drive's delta.
private struct DriveManners {
    var isHierarchical: Bool
    var tellsSharing: Bool
}

extension PageToken {
    /// True for a token no page of whose round has been asked for.
    var isStart: Bool { position == 0 && part == 0 && !pause }
}
