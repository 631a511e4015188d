import Foundation

extension Reply {
    /// A list of directory objects with paging, `$select`, `$filter`, `$count` and `$search` as the directory rules them.
    func directoryList<Objects: Population>(
        context: String, kind: ObjectKind, _ population: (Selection, AnswerForm) throws(GraphFailure) -> Objects
    ) throws(GraphFailure) -> SimulatedAnswer {
        for option in ["$expand", "$orderby", "$skip"] where call.option(option) != nil {
            throw .unsupported("The query parameter '\(option)' is not supported by the simulated tenant.")
        }
        let token = try listToken()
        let selection = try Selection(kind, token.select)
        let filter = try filter(token, kind)
        let objects = try population(selection, .list)
        if token.pause {
            let next = link(token.at(token.position))
            return page(context: self.context(context, selection), next: next, value: [])
        }
        let whole = try filter.map { _ throws(GraphFailure) in try population(.all(kind), .list) }
        var cut = PageCut()
        let limit = pageSize(token.top, usual: 100)
        if let filter, let whole {
            cut = PageCut.list(objects, from: token.position, limit: limit) { position in filter.passes(whole, position)
            }
        } else {
            cut = PageCut.list(objects, from: token.position, limit: limit) { _ in true }
        }
        let next = cut.next.map { link(token.at($0.position, pause: configuration.emptyPages)) }
        let counts = isEventual && call.option("$count")?.lowercased() == "true" && call.option("$skiptoken") == nil
        return page(
            context: self.context(context, selection), count: counts ? count(objects, filter, whole) : nil, next: next,
            value: cut.value)
    }

    /// `/{collection}/$count`: a number as plain text.
    func directoryCount<Objects: Population>(
        kind: ObjectKind, _ population: (Selection, AnswerForm) throws(GraphFailure) -> Objects
    ) throws(GraphFailure) -> SimulatedAnswer {
        guard isEventual else { throw .badRequest("$count is not currently supported.") }
        let objects = try population(.all(kind), .list)
        let filter = try call.option("$filter").map { text throws(GraphFailure) in try Filter(text, of: kind) }
        let number = count(objects, filter, objects)
        return SimulatedAnswer(status: 200, headers: [("Content-Type", "text/plain")], body: Array("\(number)".utf8))
    }

    private func count(_ objects: some Population, _ filter: Filter?, _ whole: (some Population)?) -> Int {
        (0..<objects.count).count { position in
            guard objects.presence(at: position) == .present else { return false }
            guard let filter, let whole else { return true }
            return filter.passes(whole, position)
        }
    }

    private func filter(_ token: PageToken, _ kind: ObjectKind) throws(GraphFailure) -> Filter? {
        if let search = call.option("$search") {
            guard isEventual else {
                throw .unsupported(
                    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"
                )
            }
            return try Filter(search: search, of: kind)
        }
        guard let text = token.filter else { return nil }
        let filter = try Filter(text, of: kind)
        let counts = call.option("$count")?.lowercased() == "true" || call.option("$skiptoken") != nil
        guard !filter.isAdvanced || (isEventual && counts) else { throw .unsupported("Unsupported Query.") }
        return filter
    }
}
