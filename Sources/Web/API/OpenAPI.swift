import HTTPTypes
import Hummingbird
import Report
import Store

extension WebServer {
    /// The API's own description.
    func openAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(OpenAPIDocument(routes: routes).document)
    }
}

/// The HTTP API as OpenAPI 3.1 describes it: made of the routes that answer it.
struct OpenAPIDocument: Sendable {
    let routes: [Route]

    var document: OrderedJSON {
        .object([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .object([
                    ("title", .text("Reeve")), ("version", .text("1")),
                    (
                        "description",
                        .text(
                            "What the dashboard does, and verdicts on mail. Errors are RFC 9457 problem details. Lists are read page by page: `next` of one answer is `cursor` of the next request."
                        )
                    ),
                    ("license", .object([("name", .text("Apache-2.0")), ("identifier", .text("Apache-2.0"))])),
                ])
            ),
            ("servers", .list([.object([("url", .text("/"))])])),
            ("paths", paths),
            (
                "components",
                .object([
                    ("schemas", .object(APISchemas.all.map { ($0.0, $0.1.document) })),
                    (
                        "securitySchemes",
                        .object([
                            (
                                "token",
                                .object([
                                    ("type", .text("http")), ("scheme", .text("bearer")),
                                    (
                                        "description",
                                        .text("A token of reeve token add or of Settings > Users and tokens.")
                                    ),
                                ])
                            ),
                            (
                                "password",
                                .object([
                                    ("type", .text("apiKey")), ("in", .text("header")), ("name", .text("Password")),
                                    ("description", .text("The same token, as clients of rspamd show it.")),
                                ])
                            ),
                            (
                                "session",
                                Self.key(
                                    "cookie", "reeve-session",
                                    "The dashboard's session; where it is reached by https the name is __Host-reeve-session."
                                )
                            ),
                            (
                                "forgery",
                                Self.key(
                                    "header", "X-CSRF-Token",
                                    "Beside the session's cookie with whatever changes something: the token that the session's pages carry."
                                )
                            ),
                        ])
                    ),
                ])
            ),
        ])
    }

    private static func key(_ place: String, _ name: String, _ words: String) -> OrderedJSON {
        .object([
            ("type", .text("apiKey")), ("in", .text(place)), ("name", .text(name)), ("description", .text(words)),
        ])
    }

    private var paths: OrderedJSON {
        var order: [String] = []
        var methods: [String: [(String, OrderedJSON)]] = [:]
        for route in routes {
            guard let operation = route.operation else { continue }
            if methods[route.path] == nil { order.append(route.path) }
            methods[route.path, default: []].append(
                (route.method.rawValue.lowercased(), Self.document(operation, route)))
        }
        return .object(order.map { ($0, .object(methods[$0] ?? [])) })
    }

    private static func document(_ operation: Operation, _ route: Route) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("operationId", .text(operation.id)), ("tags", .texts([operation.tag])),
            ("summary", .text(operation.summary)),
        ]
        let needs = needs(route)
        if let text = [operation.description, needs].compactMap({ $0 }).joined(separator: " ").nonEmpty {
            pairs.append(("description", .text(text)))
        }
        if !operation.parameters.isEmpty {
            pairs.append(("parameters", .list(operation.parameters.map(\.document))))
        }
        if !operation.bodies.isEmpty {
            pairs.append(
                (
                    "requestBody",
                    .object([("required", .flag(true)), ("content", content(operation.bodies, isClosed: true))])
                ))
        }
        let answers = operation.answers + refusals(operation, route)
        pairs.append(
            (
                "responses",
                .object(
                    answers.map { status, words, bodies in
                        var answer: [(String, OrderedJSON)] = [("description", .text(words))]
                        if operation.isTagged, status < 300 { answer.append(("headers", entityTag)) }
                        if !bodies.isEmpty { answer.append(("content", content(bodies))) }
                        return (String(status), .object(answer))
                    })
            ))
        pairs.append(("security", security(route)))
        return .object(pairs)
    }

    private static let entityTag = OrderedJSON.object([
        (
            "ETag",
            .object([
                ("description", .text("What can be changed of it, as it is now: for If-Match.")),
                ("schema", JSONShape.text.document),
            ])
        )
    ])

    private static func needs(_ route: Route) -> String? {
        if route.operation?.tag == "profile" { return nil }
        return switch route.access {
        case .anyone: nil
        case .role(let role): "Needs the role \(role.rawValue) or a token with the scope \(role.scope.rawValue)."
        case .scope(let scope): "Needs a token with the scope \(scope.rawValue)."
        }
    }

    private static func security(_ route: Route) -> OrderedJSON {
        let isReading = route.method == .get || route.method == .head
        let session = isReading ? ["session"] : ["session", "forgery"]
        let ways: [[String]] =
            switch route.access {
            case .anyone: []
            case .role: route.operation?.tag == "profile" ? [session] : [["token"], session]
            case .scope: route.path.hasPrefix("/api/") ? [["token"], session] : [["token"], ["password"]]
            }
        return .list(ways.map { way in .object(way.map { ($0, .list([])) }) })
    }

    /// What any call of this kind may be refused with.
    private static func refusals(_ operation: Operation, _ route: Route) -> [(Int, String, [Operation.Content])] {
        let known = Set(operation.answers.map(\.0))
        var statuses: [(Int, String)] = []
        if route.kind == .api {
            statuses += [
                (400, "A parameter or the body is not what it has to be."),
                (401, "No token, or one that opens nothing."), (403, "The token or the role lacks what this needs."),
                (429, "Too many bad tokens from this address."), (500, "Something went wrong here; the log says what."),
                (503, "The database cannot be read or written to at the moment; `Retry-After` says when to try again."),
            ]
            let namesOne = operation.parameters.contains {
                $0.place == .path || ["integration", "directory"].contains($0.name)
            }
            if namesOne {
                statuses.append((404, "There is none of this name."))
            }
            if !operation.bodies.isEmpty {
                statuses += [
                    (404, "There is none of what it names."), (408, "The body did not come in time."),
                    (413, "The body is too large."),
                    (415, "The body has another type."), (422, "The body cannot be acted on."),
                    (501, "A transfer coding other than chunked."),
                ]
            }
        }
        var seen = known
        return statuses.filter { seen.insert($0.0).inserted }.sorted { $0.0 < $1.0 }.map {
            ($0.0, $0.1, [Operation.Content(type: "application/problem+json", shape: .named("Problem"))])
        }
    }

    private static func content(_ bodies: [Operation.Content], isClosed: Bool = false) -> OrderedJSON {
        .object(bodies.map { ($0.type, .object([("schema", $0.shape.document(isClosed: isClosed))])) })
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Role {
    /// The scope that opens a token the same doors.
    fileprivate var scope: APIScope {
        switch self {
        case .viewer: .read
        case .analyst: .write
        case .administrator: .admin
        }
    }
}
