import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Integrations for programs: everything but the consent itself, which needs a person at Microsoft's page.
    var integrationAPIRoutes: [Route] {
        let path = "/api/v1/integrations"
        return [
            .api(.get, path, for: .viewer, .listIntegrations, apiIntegrations),
            .api(.post, path, for: .administrator, .addIntegration, apiConnect),
            .api(.get, path + "/{name}", for: .viewer, .getIntegration, apiIntegration),
            .api(.get, path + "/{name}/runs", for: .viewer, .listRuns, apiRuns),
            .api(.patch, path + "/{name}", for: .administrator, .changeIntegration, apiChange),
            .api(.delete, path + "/{name}", for: .administrator, .removeIntegration, apiRemove),
            .api(.put, path + "/{name}/credential", for: .administrator, .renewCredential, apiRenewCredential),
            .api(.post, path + "/{name}/test", for: .administrator, .testIntegration, apiTestConnection),
            .api(.post, path + "/{name}/pause", for: .administrator, .pauseIntegration, apiPause),
            .api(.post, path + "/{name}/resume", for: .administrator, .resumeIntegration, apiResume),
            .api(.post, path + "/{name}/scan", for: .analyst, .scanIntegration) { try await apiRun(.scan, $1) },
            .api(.post, path + "/{name}/sync", for: .analyst, .syncIntegration) { try await apiRun(.sync, $1) },
            .api(.post, path + "/{name}/labels", for: .analyst, .readLabels) { try await apiRun(.labels, $1) },
            .api(.post, path + "/{name}/stop", for: .analyst, .stopIntegration, apiStop),
        ] + consentLinkAPIRoutes
    }

    private func apiIntegrations(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try store.integrations().page(asked.seek(), limit: asked.limit, id: \.name)
        let items = try page.elements.map { try document($0.element) }
        return Response.json(.object([("items", .list(items)), ("next", .optional(page.next(\.place)))]))
    }

    private func apiIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        try tagged(try askedIntegration(context))
    }

    /// Newest first, with what is under way and what was cut off.
    private func apiRuns(_ request: Request, _ context: WebContext) async throws -> Response {
        let runs = try runs(of: try askedIntegration(context), limit: 200).map { run, outcome -> OrderedJSON in
            .object([
                ("number", .number(run.number)), ("kind", .text(run.kind.rawValue)),
                ("outcome", .text(outcome.rawValue)), ("startedAt", .text(Moments.iso(run.startedAt))),
                ("finishedAt", .optional(run.finishedAt.map(Moments.iso))), ("requests", .number(run.requests)),
                ("isFull", .flag(run.isFull)), ("opened", .number(run.opened)), ("resolved", .number(run.resolved)),
            ])
        }
        return Response.json(.object([("items", .list(runs)), ("next", .null)]))
    }

    /// An integration as it is now, with the tag of what can be changed of it.
    func tagged(_ integration: Integration) throws -> Response {
        Response.json(try document(integration), tag: try tag(of: integration))
    }

    /// Of what people set, not of what reading it brings.
    func tag(of integration: Integration) throws -> EntityTag {
        EntityTag(
            of: .object([
                ("name", .text(integration.name)), ("id", .number(integration.id)),
                ("tenantId", .text(integration.tenantID)), ("clientId", .text(integration.clientID)),
                ("credential", .text(integration.credential.rawValue)), ("mode", .text(integration.mode.rawValue)),
                ("isPaused", .flag(integration.status == .paused)),
                ("features", .texts(integration.features.map(\.rawValue).sorted())),
                ("syncFrequency", .text(integration.syncFrequency.word)),
                ("profiles", .texts(integration.dlpProfiles)),
            ]))
    }

    /// Runs a change of an integration, unless `If-Match` forbids it.
    func changing<T>(_ request: Request, _ context: WebContext, _ body: (Integration) throws -> T) throws -> T {
        try changeTurn.take(request, { try tag(of: try askedIntegration(context)) }) {
            try body(try askedIntegration(context))
        }
    }

    private struct Change: Decodable {
        let syncFrequency: String
    }

    private func apiChange(_ request: Request, _ context: WebContext) async throws -> Response {
        let change = try await decode(Change.self, request, context, atMost: 64 << 10)
        let (frequency, deed) = (try frequency(change.syncFrequency), try context.somebody.deed(at: now()))
        try changing(request, context) { try setFrequency(frequency, of: $0, deed) }
        return try tagged(try askedIntegration(context))
    }

    private func apiPause(_ request: Request, _ context: WebContext) async throws -> Response {
        try await pause(try askedIntegration(context), try context.somebody.deed(at: now()))
        return Response.json(try document(try askedIntegration(context)))
    }

    private func apiResume(_ request: Request, _ context: WebContext) async throws -> Response {
        try await resume(try askedIntegration(context), try context.somebody.deed(at: now()))
        return Response.json(try document(try askedIntegration(context)))
    }

    private func apiRun(_ kind: Run.Kind, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        switch try await begin(kind, of: integration, isFull: false, try context.somebody.deed(at: now())) {
        case .begun: return Response.json(try document(integration), status: .accepted)
        case .paused: throw Problem(.conflict, "\(integration.name) is paused; resume it first.")
        case .busy: throw Problem(.conflict, "\(integration.name) is being read already.")
        }
    }

    private func apiRemove(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try changing(request, context) { $0 }
        let choice = request.uri.queryParameters["protected"].map(String.init)
        guard choice == nil || choice == "keep" || choice == "drop" else {
            throw Problem(.badRequest, "protected is keep or drop.")
        }
        let entries = try store.protectionCounts(in: integration.id).values.reduce(0, +)
        guard entries == 0 || choice != nil else {
            throw Problem(.conflict, "It has protected people: say protected=keep or protected=drop.")
        }
        _ = try await remove(integration, keepsProtected: choice == "keep", try context.somebody.deed(at: now()))
        return Response(status: .noContent)
    }

    func document(_ integration: Integration) throws -> OrderedJSON {
        let view = try IntegrationView(integration, self, in: .gmt)
        func moment(_ date: Date?) -> OrderedJSON { .optional(date.map(Moments.iso)) }
        func names(_ permissions: [Permission]?) -> OrderedJSON {
            permissions.map { .texts($0.map(\.rawValue)) } ?? .optional(nil as String?)
        }
        return .object([
            ("name", .text(integration.name)), ("tenantId", .text(integration.tenantID)),
            ("tenantName", .optional(integration.tenantName)), ("clientId", .text(integration.clientID)),
            ("credential", .text(integration.credential.rawValue)), ("status", .text(integration.status.rawValue)),
            ("statusDetail", .optional(integration.statusDetail)), ("mode", .text(integration.mode.rawValue)),
            ("features", .texts(Feature.allCases.filter(integration.usedFeatures.contains).map(\.rawValue))),
            ("syncFrequency", .text(integration.syncFrequency.word)), ("lastSync", moment(view.lastRead?.finishedAt)),
            ("lastScan", moment(view.lastScan?.finishedAt)),
            ("nextSync", moment(integration.status == .paused ? nil : view.schedule.nextAt)),
            ("running", .optional(view.job?.kind.rawValue)), ("granted", names(view.schedule.granted?.sorted())),
            ("missing", names(view.missing)), ("failures", .number(view.schedule.failures)),
            ("dlpProfiles", .texts(integration.dlpProfiles)),
            ("graphUrl", .text(integration.graphURL)), ("loginUrl", .text(integration.loginURL)),
        ])
    }
}
