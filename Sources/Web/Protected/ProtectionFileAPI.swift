import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension Operation {
    static let importProtections = Operation(
        id: "importProtections", tag: "protections", summary: "Takes the people of a file onto the list.",
        description:
            "The file is CSV or JSON, as reeve protect import reads it; which of them it is tells its first character. All of its rows are taken or none.",
        parameters: [
            .query(
                "name", .text(maxLength: 80), "The file's name, which the reason of its people says; api without it."),
            .query("skip", .flag, "Leave out rows that cannot be used instead of refusing the file."),
        ],
        bodies: [Content(type: "text/csv", shape: .text), .json(.any)],
        answers: [
            (
                200, "What became of the rows.",
                [
                    .json(
                        .object([
                            ("added", .integer(minimum: 0)), ("updated", .integer(minimum: 0)),
                            ("matched", .integer(minimum: 0)), ("unchanged", .integer(minimum: 0)),
                            ("refused", .list(.object([("line", .integer), ("why", .text)]))),
                        ]))
                ]
            )
        ])
    static let exportProtections = Operation(
        id: "exportProtections", tag: "protections", summary: "The list as a file that can be imported again.",
        parameters: filterOfPeople + [.query("format", .text(oneOf: ["csv", "json"]), "csv without it.")], bodies: [],
        answers: [
            (
                200, "The file.",
                [Content(type: "text/csv", shape: .text), .json(.list(.any))]
            )
        ])
    static let lintProtections = Operation(
        id: "lintProtections", tag: "protections", summary: "What makes the list weaker or noisier than it could be.",
        description:
            "Over 5,000 people are not looked through here: isComplete is false, and reeve protect lint tells.",
        answers: [
            200: .object([
                (
                    "items",
                    .list(
                        .object([
                            ("kind", .text(oneOf: ProtectRemark.Kind.allCases.map(\.rawValue))), ("name", .text),
                            ("text", .text),
                        ]))
                ), ("isComplete", .flag),
            ])
        ])
}

/// The list as a file, and what could be better about it.
extension WebServer {
    var protectionFileAPI: [Route] {
        [
            .api(.post, "/api/v1/protections/import", for: .analyst, .importProtections, importProtections),
            .api(.get, "/api/v1/protections/export", for: .viewer, .exportProtections, exportPeople),
            .api(.get, "/api/v1/protections/lint", for: .viewer, .lintProtections, lintProtections),
        ]
    }

    func importProtections(_ request: Request, _ context: WebContext) async throws -> Response {
        let types = ["text/csv", "application/json"]
        guard let type = request.headers[.contentType]?.prefix(while: { $0 != ";" }).lowercased(), types.contains(type)
        else {
            throw Problem(
                .unsupportedMediaType, "Send the file as Content-Type: text/csv or application/json.",
                headers: HTTPFields(["Accept": types.joined(separator: ", ")]))
        }
        try MessageBody.refuseCompressed(request.headers)
        let bytes = try await MessageBody.whole(request, atMost: Self.largestPeopleFile, hint: "")
        let skips = try skips(request)
        do {
            let file = try ProtectFile(bytes, name: Self.plainName(request.asked("name") ?? "api"))
            guard file.refused.isEmpty || skips else { throw Self.unusable(file.refused) }
            let outcome = try ProtectImport(store: store, try deed(context)).run(file)
            return Response.json(
                .object([
                    ("added", .number(outcome.added)), ("updated", .number(outcome.updated)),
                    ("matched", .number(outcome.matched)), ("unchanged", .number(outcome.unchanged)),
                    (
                        "refused",
                        .list(file.refused.map { .object([("line", .number($0.line)), ("why", .text($0.why))]) })
                    ),
                ]))
        } catch ProtectError.unreadable(_, let why) where request.asked("name") == nil {
            throw Problem(.unprocessableContent, "The body cannot be imported: \(why).")
        } catch let error as ProtectError {
            throw Problem(.unprocessableContent, sentence("\(error)"))
        }
    }

    private func skips(_ request: Request) throws -> Bool {
        switch request.asked("skip") {
        case nil, "false": false
        case "true": true
        case let other?: throw AddressQuery.unknown("skip", other)
        }
    }

    /// The first rows that cannot be used, and how many there are.
    private static func unusable(_ rows: [ProtectRow.Refusal]) -> Problem {
        let first = rows.prefix(5).map { "line \($0.line): \($0.why)" }.joined(separator: "; ")
        return Problem(
            .unprocessableContent,
            "\(Numbers.counted(rows.count, "row")) cannot be used, so nothing was imported: \(first)\(rows.count > 5 ? "; …" : ".")"
        )
    }

    func lintProtections(_ request: Request, _ context: WebContext) async throws -> Response {
        let remarks = try remarks()
        let items = (remarks ?? []).map { remark in
            OrderedJSON.object([
                ("kind", .text(remark.kind.rawValue)), ("name", .text(remark.name)), ("text", .text(remark.text)),
            ])
        }
        return Response.json(.object([("items", .list(items)), ("isComplete", .flag(remarks != nil))]))
    }
}
