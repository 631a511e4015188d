import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    func listApps(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let name = request.asked("integration") else {
            throw Problem(.badRequest, "integration has to name an integration.")
        }
        guard let integration = try store.integration(named: name) else {
            throw Problem(.notFound, "There is no integration of that name.")
        }
        let asked = try PageRequest<Turn<DirectoryPosition>>(request)
        let listing = AppListing(store: store, of: integration, asOf: now())
        let slice = try listing.page(try Self.askedApps(request), asked.seek(), limit: asked.limit)
        let areConsentsRead = try areConsentsRead(listing)
        return Response.json(
            slice.document({ Self.document($0, areConsentsRead) }) { Store.directoryPosition(of: $0.app) })
    }

    /// An app with what was found about it and what is known of its past.
    func showApp(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, _, report) = try report(context)
        let open = try listing.instances(of: report, [.active, .hidden])
        let past = try listing.instances(of: report, [.resolved])
        let events = try listing.story(of: report, open.instances + past.instances).events.map { event in
            OrderedJSON.object([
                ("at", .optional(event.at)), ("words", .text(event.words)), ("instance", .optional(event.instance)),
            ])
        }
        guard case .object(let members) = Self.document(report, try areConsentsRead(listing)) else {
            return Response.json(.null)
        }
        let known: [(String, OrderedJSON)] = [
            ("homeTenantId", .optional(report.app.appOwnerOrganizationId)),
            ("findings", .list(open.instances.map { InstanceJSON(index: .standard).object($0) })),
            ("isCut", .flag(open.isMore || past.isMore)), ("history", .list(events)),
        ]
        return Response.json(.object(members + known))
    }

    func undecideApp(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, _, report) = try report(context)
        guard try listing.undecide(report.app, try deed(context)) else {
            throw Problem(.notFound, "Nothing was decided about this app.")
        }
        return Response(status: .noContent)
    }

    private struct DecisionBody: Decodable {
        var decision: AppDecision.Answer
        var why: String?
        var owner: String?
        var askAgain: String?
    }

    func decideAppByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, _, report) = try report(context)
        let body = try await decode(DecisionBody.self, request, context)
        do {
            try decide(listing, report, body.decision, why: body.why, owner: body.owner, again: body.askAgain, context)
        } catch let error as TermsError {
            throw Problem(.unprocessableContent, sentence("\(error)"))
        }
        guard let changed = try listing.report(report.app.id) else { throw Problem(.notFound, "The app is gone.") }
        return Response.json(Self.document(changed, try areConsentsRead(listing)))
    }

    static func document(_ report: AppReport, _ areConsentsRead: Bool) -> OrderedJSON {
        func flag(_ value: Bool?) -> OrderedJSON { value.map { .flag($0) } ?? .null }
        let reaches = report.reaches.map { reach in
            OrderedJSON.object([
                ("service", .text(reach.service)), ("verbs", .texts(reach.verbs.sorted().map(\.rawValue))),
                ("permissions", .texts(reach.permissions.sorted())), ("isByItself", .flag(reach.isByItself)),
                ("isForEverybody", .flag(reach.isForEverybody)), ("people", .texts(reach.people.sorted())),
                ("granted", .optional(reach.granted)),
            ])
        }
        let decision = report.decision.map { decision in
            OrderedJSON.object([
                ("decision", .text(decision.answer.rawValue)), ("why", .optional(decision.why)),
                ("owner", .optional(decision.owner)), ("askAgain", .optional(decision.askAgain)),
                ("by", .text(decision.by)), ("at", .optional(decision.at)),
            ])
        }
        return .object([
            ("id", .text(report.app.id)), ("appId", .optional(report.app.appId)),
            ("name", .text(report.app.resource.name)),
            ("publisher", .optional(report.app.verifiedPublisher?.displayName)),
            ("isVerified", .flag(report.isVerified)),
            ("isCertified", flag(report.isCertified)), ("isAttested", flag(report.isAttested)),
            ("isEnabled", flag(report.app.accountEnabled)), ("areConsentsRead", .flag(areConsentsRead)),
            ("reaches", .list(reaches)),
            ("decision", decision ?? .null),
        ])
    }
}

extension Operation {
    private static let decisions = JSONShape.text(oneOf: AppDecision.Answer.allCases.map(\.rawValue))
    private static let appMembers: [(String, JSONShape)] = [
        ("id", .text), ("appId", .optional(.text)), ("name", .text), ("publisher", .optional(.text)),
        ("isVerified", .flag),
        ("isCertified", .optional(.flag)), ("isAttested", .optional(.flag)), ("isEnabled", .optional(.flag)),
        ("areConsentsRead", .flag),
        (
            "reaches",
            .list(
                .object([
                    ("service", .text), ("verbs", .list(.text(oneOf: ["read", "send", "change"]))),
                    ("permissions", .list(.text)), ("isByItself", .flag), ("isForEverybody", .flag),
                    ("people", .list(.text)), ("granted", .optional(.moment)),
                ]))
        ),
        (
            "decision",
            .optional(
                .object([
                    ("decision", decisions), ("why", .optional(.text)), ("owner", .optional(.text)),
                    ("askAgain", .optional(.moment)), ("by", .text), ("at", .moment),
                ]))
        ),
    ]
    private static let appShape = JSONShape.object(appMembers)
    private static let filterOfApps: [Parameter] = [
        .query("text", .text, "A part of the name, the publisher or the app id."),
        .query(
            "decision", .text(oneOf: AppFilter.Standing.allCases.map(\.rawValue)),
            "How the decision stands; none where nothing was decided, askAgain where it is due again."),
        .query(
            "publisher", .text(oneOf: AppFilter.Publisher.allCases.map(\.rawValue)),
            "Whether Microsoft has verified who publishes the app."),
    ]
    private static let appPath: [Parameter] = [
        .path("name", .text, "The integration's name."),
        .path("id", .text, "The id of the app's service principal."),
    ]

    static let listApps = Operation(
        id: "listApps", tag: "apps", summary: "The third-party apps of a tenant, with what each may reach.",
        parameters: [
            .query("integration", .text, "The integration; it has to be named.").required
        ] + filterOfApps + [.limit, .cursor], answers: [200: .page(of: appShape)])
    static let exportApps = Operation(
        id: "exportApps", tag: "apps", summary: "The third-party apps of a tenant as a file.",
        parameters: [
            .query("integration", .text, "The integration; the first one without it.")
        ] + filterOfApps + [.query("format", .text(oneOf: ["csv", "json"]), "csv without it.")], bodies: [],
        answers: [(200, "The file.", [Content(type: "text/csv", shape: .text), .json(.list(appShape))])])
    static let getApp = Operation(
        id: "getApp", tag: "apps", summary: "One app with its findings and its history.",
        description: "isCut says that there are more findings than these.", parameters: appPath,
        answers: [
            200: .object(
                appMembers + [
                    ("homeTenantId", .optional(.text)), ("findings", .list(FindingJSON.instance)), ("isCut", .flag),
                    (
                        "history",
                        .list(.object([("at", .moment), ("words", .text), ("instance", .optional(.text))]))
                    ),
                ])
        ])
    static let undecideApp = Operation(
        id: "undecideApp", tag: "apps", summary: "Takes the decision about an app back.", parameters: appPath,
        answers: [204: nil])
    static let decideApp = Operation(
        id: "decideApp", tag: "apps", summary: "Records a decision about an app.",
        parameters: appPath,
        body: .object(
            [
                ("decision", decisions), ("why", .text(maxLength: FreeText.mostOfComment)),
                ("owner", .optional(.text(maxLength: FreeText.mostOfOwner))), ("askAgain", .optional(.text)),
            ], required: ["decision", "why"]),
        answers: [200: appShape])
}
