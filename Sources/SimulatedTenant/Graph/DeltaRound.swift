import Foundation

extension Reply {
    /// Days after which a delta token is no longer understood.
    static let tokenLife = 7 * 86400

    /// Answers `/{collection}/delta`.
    func deltaRound<Objects: Population>(
        context: String, _ population: (Selection, AnswerForm) throws(GraphFailure) -> Objects, kind: ObjectKind
    ) throws(GraphFailure) -> SimulatedAnswer {
        for option in ["$top", "$expand", "$orderby", "$skip", "$count", "$search"] where call.option(option) != nil {
            throw .unsupported("The query parameter '\(option)' is not supported for change tracking.")
        }
        let token = try deltaToken()
        let selection = try Selection(kind, token.select)
        if call.option("$deltatoken")?.lowercased() == "latest" {
            return page(context: self.context(context, selection), delta: deltaLink(token), value: [])
        }
        if token.pause {
            return page(
                context: self.context(context, selection), next: deltaNext(token.at(token.position, part: token.part)),
                value: [])
        }
        let form = AnswerForm.delta(since: token.since, minimal: token.since != nil && prefers("return=minimal"))
        let objects = try population(selection, form)
        let limit = pageSize(token.top, usual: 200)
        let cut = PageCut.delta(objects, token: token, limit: limit, seed: configuration.seed)
        var answer: SimulatedAnswer
        if let next = cut.next {
            let further = token.at(next.position, part: next.part, pause: configuration.emptyPages)
            answer = page(context: self.context(context, selection), next: deltaNext(further), value: cut.value)
        } else {
            answer = page(context: self.context(context, selection), delta: deltaLink(token), value: cut.value)
        }
        answer.headers += Assumption.headers(["page-size", "delta-tracks-all"])
        return answer
    }

    private func deltaToken() throws(GraphFailure) -> PageToken {
        let select = call.option("$select")
        if let text = call.option("$skiptoken") {
            guard let token = PageToken(text, path: path), token.mode != .list else { throw PageToken.notFound }
            return token
        }
        let fresh = PageToken(
            mode: .firstRound, path: path, upTo: world.mark, issued: nowSeconds, select: select, top: preferredPageSize)
        guard let text = call.option("$deltatoken"), !text.isEmpty, text.lowercased() != "latest" else { return fresh }
        guard var token = PageToken(text, path: path), token.mode == .changes else { throw PageToken.notFound }
        guard nowSeconds - token.issued <= Self.tokenLife else { throw expired(token) }
        token.upTo = world.mark
        token.issued = nowSeconds
        token.top = preferredPageSize
        return token
    }

    private var preferredPageSize: Int? {
        guard let prefer = call.headers["prefer"]?.lowercased(), let range = prefer.range(of: "odata.maxpagesize=")
        else {
            return nil
        }
        return Int(prefer[range.upperBound...].prefix { $0.isNumber }).map { min(max($0, 1), 999) }
    }

    private func expired(_ token: PageToken) -> GraphFailure {
        let select = token.select.map { "$select=\($0)&" } ?? ""
        return GraphFailure(
            status: 410, code: "syncStateNotFound",
            message: "The sync state generation is not found; continue with the URL of the Location header.",
            headers: [("Location", "\(root)/\(encodedPath)?\(select)$deltatoken=")], assumed: ["expired-token"])
    }

    private func deltaNext(_ token: PageToken) -> String { "\(root)/\(encodedPath)?$skiptoken=\(token.text)" }

    /// The link a later round starts from: changes since what this one is complete up to.
    private func deltaLink(_ token: PageToken) -> String {
        "\(root)/\(encodedPath)?$deltatoken=\(token.next.text)"
    }
}

extension PageToken {
    /// The token of the round after this one.
    var next: PageToken {
        PageToken(mode: .changes, path: path, since: upTo, upTo: upTo, issued: issued, select: select)
    }
}
