import Hummingbird
import Model
import Report

extension Operation {
    static let search = Operation(
        id: "search", tag: "search", summary: "Users, groups, findings, files and apps by a part of their name.",
        description: "The first hits of each kind. What was not looked at is said in note.",
        parameters: [
            .query("q", .text, "A part of a name, an address or an id.").required,
            .query("integration", .text, "The name of an integration; all without it."),
        ],
        answers: [
            200: .object([
                (
                    "items",
                    .list(
                        .object([
                            ("kind", .text), ("note", .optional(.text)),
                            (
                                "hits",
                                .list(
                                    .object([
                                        ("name", .text), ("second", .optional(.text)), ("what", .text),
                                        ("integration", .text), ("link", .text),
                                        ("severity", .optional(FindingJSON.severity)),
                                    ]))
                            ),
                        ]))
                )
            ])
        ])
}

extension WebServer {
    /// `GET /api/v1/search`.
    func apiSearch(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let text = AddressQuery(request).text("q") else {
            throw Problem(.badRequest, "q is missing: a part of a name.")
        }
        let sections = try await hits(of: String(text.prefix(200)), request, context)
        return Response.json(.object([("items", .list(sections.map(\.document)))]))
    }
}

extension SearchSection {
    fileprivate var document: OrderedJSON {
        .object([
            ("kind", .text(id)), ("note", note.map { .text($0) } ?? .null), ("hits", .list(rows.map(\.document))),
        ])
    }
}

extension SearchRow {
    fileprivate var document: OrderedJSON {
        .object([
            ("name", .text(name)), ("second", second.map { .text($0) } ?? .null), ("what", .text(what)),
            ("integration", .text(integration)), ("link", .text("\(link)")),
            ("severity", severity.map { .text($0.rawValue) } ?? .null),
        ])
    }
}
