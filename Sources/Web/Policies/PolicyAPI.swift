import BEC
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    func listPolicies(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let slice = try policiesInOrder().page(asked.seek(), limit: asked.limit, id: Self.placeID)
        return Response.json(slice.document({ Self.document($0.element) }, \.place))
    }

    func showPolicy(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.part("id")
        guard let entry = try policyBook.entries().first(where: { !$0.isFromFile && $0.policy.id == id }) else {
            throw Problem(.notFound, "There is no policy of that id; those of reeve.yaml have none.")
        }
        return Response.json(Self.document(entry))
    }

    private struct PolicyBody: Decodable {
        var kind: MailPolicy.Kind
        var patternKind: MailPolicy.PatternKind
        var pattern: String
        var effect: String?
        var verifySender: Bool?
        var similarity: Bool?
        var recent: Bool?
        var comment: String?
        var expires: String?
    }

    private func policyDraft(_ request: Request, _ context: WebContext) async throws -> PolicyBook.Draft {
        let body = try await decode(PolicyBody.self, request, context)
        var draft = PolicyBook.Draft(body.kind, body.patternKind, body.pattern)
        draft.effect = body.effect
        draft.verifySender = body.verifySender ?? true
        draft.similarity = body.similarity ?? true
        draft.recent = body.recent ?? false
        draft.comment = body.comment
        draft.expires = try body.expires.map(Self.policyEnd)
        return draft
    }

    private func asPolicyProblem<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as MailOptionsError {
            throw Problem(.unprocessableContent, sentence("\(error)"))
        } catch let taken as PolicyBook.Taken {
            throw Problem(.conflict, sentence("\(taken)"))
        }
    }

    func addPolicyByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        let draft = try await policyDraft(request, context)
        let deed = try deed(context)
        let policy = try changeTurn.take { try asPolicyProblem { try policyBook.add(draft, deed) } }
        return Response.json(Self.document(.init(policy: policy, isFromFile: false)), status: .created)
    }

    /// Keeps nothing.
    func previewPolicyByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        let draft = try await policyDraft(request, context)
        let policy = try asPolicyProblem { try policyBook.policy(draft, try deed(context)) }
        guard let preview = try await preview(policy) else {
            throw Problem(.conflict, "This server judges no mail, so nothing can be foreseen.")
        }
        let counts = preview.counts.sorted {
            (-$0.value, $0.key.before.rawValue, $0.key.after.rawValue)
                < (-$1.value, $1.key.before.rawValue, $1.key.after.rawValue)
        }
        return Response.json(
            .object([
                ("judged", .number(preview.judged)), ("isCut", .flag(preview.isCut)),
                ("unknown", .number(preview.unknown)),
                (
                    "counts",
                    .list(
                        counts.map { pair, count in
                            .object([
                                ("before", .text(pair.before.rawValue)), ("after", .text(pair.after.rawValue)),
                                ("messages", .number(count)),
                            ])
                        })
                ),
                (
                    "changes",
                    .list(
                        preview.changes.map { change in
                            .object([
                                ("id", .text(change.kept.id)), ("from", .text(change.kept.sender)),
                                ("before", .text(change.before.disposition.rawValue)),
                                ("after", .text(change.after.disposition.rawValue)),
                            ])
                        })
                ),
            ]))
    }

    func removePolicyByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        guard try policyBook.remove(try context.part("id"), try deed(context)) != nil else {
            throw Problem(.notFound, "There is no policy of that id; those of reeve.yaml are changed there.")
        }
        return Response(status: .noContent)
    }

    private static func document(_ entry: PolicyBook.Entry) -> OrderedJSON {
        let policy = entry.policy
        return .object([
            ("id", entry.isFromFile ? .null : .text(policy.id)), ("kind", .text(policy.kind.rawValue)),
            ("patternKind", .text(policy.patternKind.rawValue)), ("pattern", .text(policy.pattern)),
            ("effect", .optional(policy.effect)), ("verifySender", .flag(policy.verifySender)),
            ("similarity", .flag(policy.similarity)), ("recent", .flag(policy.recent)),
            ("comment", .optional(policy.comment)), ("by", .text(policy.by)),
            ("at", entry.isFromFile ? .null : .optional(policy.at)),
            ("expires", .optional(policy.expires.map(ProtectWords.lastMoment))),
            ("isFromFile", .flag(entry.isFromFile)),
        ])
    }
}

extension Operation {
    private static let kinds = JSONShape.text(oneOf: MailPolicy.Kind.allCases.map(\.rawValue))
    private static let patternKinds = JSONShape.text(oneOf: MailPolicy.PatternKind.allCases.map(\.rawValue))
    private static let policyShape = JSONShape.object([
        ("id", .optional(.text)), ("kind", kinds), ("patternKind", patternKinds), ("pattern", .text),
        ("effect", .optional(.text)), ("verifySender", .flag), ("similarity", .flag), ("recent", .flag),
        ("comment", .optional(.text)), ("by", .text), ("at", .optional(.moment)), ("expires", .optional(.moment)),
        ("isFromFile", .flag),
    ])

    static let listPolicies = Operation(
        id: "listPolicies", tag: "policies", summary: "Allow and block policies, those of reeve.yaml too.",
        parameters: [.limit, .cursor],
        answers: [200: .page(of: policyShape)])
    private static let policyBody = JSONShape.object(
        [
            ("kind", kinds), ("patternKind", patternKinds), ("pattern", .text(maxLength: 1000)),
            ("effect", .optional(.text(oneOf: AllowPolicy.Effect.allCases.map(\.rawValue)))),
            ("verifySender", .optional(.flag)), ("similarity", .optional(.flag)), ("recent", .optional(.flag)),
            ("comment", .optional(.text(maxLength: FreeText.mostOfComment))), ("expires", .optional(.text)),
        ], required: ["kind", "patternKind", "pattern"])
    static let addPolicy = Operation(
        id: "addPolicy", tag: "policies", summary: "Adds a policy.", body: policyBody,
        answers: [201: policyShape, 409: .named("Problem")])
    static let previewPolicy = Operation(
        id: "previewPolicy", tag: "policies",
        summary: "What a policy would have done to the mail of the last seven days; nothing is kept.",
        description:
            "The newest messages are judged again; isCut where there are more. unknown counts those of which too little was kept.",
        body: policyBody,
        answers: [
            200: .object([
                ("judged", .integer(minimum: 0)), ("isCut", .flag), ("unknown", .integer(minimum: 0)),
                (
                    "counts",
                    .list(
                        .object([("before", dispositions), ("after", dispositions), ("messages", .integer(minimum: 1))])
                    )
                ),
                (
                    "changes",
                    .list(.object([("id", .text), ("from", .text), ("before", dispositions), ("after", dispositions)]))
                ),
            ]), 409: .named("Problem"),
        ])
    private static let dispositions = JSONShape.text(oneOf: Disposition.allCases.map(\.rawValue))
    static let getPolicy = Operation(
        id: "getPolicy", tag: "policies", summary: "One policy that was made here.",
        parameters: [.path("id", .text, "Its id.")], answers: [200: policyShape])
    static let removePolicy = Operation(
        id: "removePolicy", tag: "policies", summary: "Removes a policy that was made here.",
        parameters: [.path("id", .text, "Its id.")], answers: [204: nil])
}
