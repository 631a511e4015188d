import Flows
import Foundation
import Graph
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// The link for somebody else to consent by, for programs: made, watched, and saved once the consent is there.
extension WebServer {
    var consentLinkAPIRoutes: [Route] {
        let path = "/api/v1/consent-links"
        return [
            .api(.post, path, for: .administrator, .makeConsentLink, apiMakeConsentLink),
            .api(
                .post, "/api/v1/integrations/{name}/consent-link", for: .administrator, .makeConsentLinkAgain,
                apiMakeConsentLinkAgain),
            .api(.get, path + "/{id}", for: .administrator, .getConsentLink, apiConsentLink),
            .api(.post, path + "/{id}/check", for: .administrator, .checkConsentLink, apiCheckConsentLink),
            .api(.post, path + "/{id}/save", for: .administrator, .saveConsentLink, apiSaveConsentLink),
            .api(.delete, path + "/{id}", for: .administrator, .endConsentLink, apiEndConsentLink),
        ]
    }

    private struct LinkBody: Decodable {
        var name: String
        var cloud: GraphEndpoint.Cloud?
        var tenantId: String?
        var mode: Integration.Mode?
        var syncFrequency: String?
        var features: [Feature]?
        var dlpProfiles: [String]?
    }

    private func apiMakeConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(LinkBody.self, request, context, atMost: 64 << 10)
        if let tenant = body.tenantId, UUID(uuidString: tenant) == nil {
            throw Problem(
                .unprocessableContent,
                "tenantId: It has to be a GUID such as 84841066-274d-4ec0-a5c1-276be684bdd3.")
        }
        let draft = IntegrationDraft(
            name: body.name, cloud: (body.cloud ?? .global).rawValue,
            syncFrequency: try body.syncFrequency.map(frequency) ?? .standard,
            features: body.features.map(Set.init) ?? Feature.standard, mode: body.mode ?? .read,
            dlpProfiles: try asProblem {
                try profileBook.names(body.dlpProfiles ?? [], attachedTo: Integration.named(body.name))
            })
        return try makeLink(draft, tenantID: body.tenantId, context)
    }

    private struct LinkAgainBody: Decodable {
        var mode: Integration.Mode?
        var features: [Feature]?
    }

    private func apiMakeConsentLinkAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let known = try askedIntegration(context)
        let body = try await decode(LinkAgainBody.self, request, context, atMost: 64 << 10)
        let draft = try draft(again: known, features: body.features.map(Set.init), mode: body.mode)
        return try makeLink(draft, tenantID: nil, context)
    }

    private func makeLink(
        _ draft: IntegrationDraft, tenantID: String?, _ context: WebContext
    ) throws -> Response {
        let deed = try deed(context)
        let id = try linking { try authorise.link(draft, tenantID: tenantID, deed) }
        return Response.json(try document(try pendingLink(id, deed)), status: .created)
    }

    private func apiConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let pending = try pendingLink(try context.part("id"), try deed(context))
        return Response.json(try document(pending))
    }

    private func apiCheckConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, deed) = (try context.part("id"), try deed(context))
        _ = try pendingLink(id, deed)
        do { try await authorise.checkAgain(id, deed) } catch let problem as AuthoriseProblem {
            throw Self.refusal(problem)
        }
        return Response.json(try document(try pendingLink(id, deed)))
    }

    private func apiSaveConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, deed) = (try context.part("id"), try deed(context))
        _ = try pendingLink(id, deed)
        let saved = try linking { try authorise.save(id, deed) }
        await jobs.begin(.sync, of: saved)
        await events.publish(Event(.integrations, integration: saved.name))
        return Response.json(try document(saved), status: .created)
    }

    private func apiEndConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let deed = try deed(context)
        let pending = try pendingLink(try context.part("id"), deed)
        guard try store.forgetAuthorisation(pending.id) else { throw Self.refusal(.gone) }
        try await store.note(deed.entry("integration.unlink", pending.draft.name))
        return Response(status: .noContent)
    }

    /// A link of whoever asks.
    /// - Throws: `Problem` 404 for one that is over, was saved, or is somebody else's.
    private func pendingLink(_ id: String, _ deed: Deed) throws -> PendingAuthorisation {
        guard let pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at), pending.linkExpires != nil
        else { throw Problem(.notFound, "You have no such link: it was saved, it was ended, or it is too old.") }
        return pending
    }

    private func linking<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let problem as AuthoriseProblem { throw Self.refusal(problem) }
    }

    private static func refusal(_ problem: AuthoriseProblem) -> Problem {
        switch problem {
        case .gone, .unknownIntegration: Problem(.notFound, "\(problem)")
        case .nameTaken: Problem(.conflict, "\(problem)")
        case .notAuthorised:
            Problem(.conflict, "The consent is not there yet, or not all of it: check it, or wait for it.")
        case .badName, .nameReserved: Problem(.unprocessableContent, "name: \(problem)")
        default: Problem(.unprocessableContent, "\(problem)")
        }
    }

    private func document(_ pending: PendingAuthorisation) throws -> OrderedJSON {
        .object([
            ("id", .text(pending.id)), ("name", .text(pending.draft.name)),
            ("state", .text(pending.step.word)),
            ("link", .optional(try authorise.linkAddress(of: pending))),
            ("expires", .optional(pending.linkExpires.map(Moments.iso))),
            ("tenantId", .optional(pending.tenantID)), ("tenantName", .optional(pending.tenantName)),
            ("missing", pending.missing.map { .texts($0.map(\.rawValue)) } ?? .null),
            (
                "trouble",
                pending.trouble.map {
                    .object([("code", .text($0.code)), ("sentence", .text($0.sentence))])
                } ?? .null
            ),
        ])
    }
}

extension PendingAuthorisation.Step {
    /// How far a link is, in the API.
    fileprivate var word: String {
        switch self {
        case .signIn, .consent, .elsewhere: "waiting"
        case .spreading: "arriving"
        case .authorised: "ready"
        case .refused: "refused"
        }
    }
}

extension Operation {
    private static let id = Parameter.path("id", .text, "The link's id.")
    private static let link = JSONShape.object([
        ("id", .text), ("name", .text), ("state", .text(oneOf: ["waiting", "arriving", "ready", "refused"])),
        ("link", .optional(.text)), ("expires", .optional(.moment)), ("tenantId", .optional(.text)),
        ("tenantName", .optional(.text)), ("missing", .optional(.list(.text))),
        ("trouble", .optional(.object([("code", .text), ("sentence", .text)]))),
    ])
    private static let mode = JSONShape.text(oneOf: Integration.Mode.allCases.map(\.rawValue))

    static let makeConsentLink = Operation(
        id: "makeConsentLink", tag: "integrations",
        summary: "Makes a link to Microsoft's page of permissions, for somebody else who may consent in the tenant.",
        description:
            "The app registration has to be complete. Without tenantId it is the tenant of the registration. The link works once, for three days; whoever follows it needs no account here. When its state is ready, save it: only then there is an integration.",
        body: .object(
            [
                ("name", .text(maxLength: 64)), ("tenantId", .optional(.text(format: "uuid"))),
                ("cloud", .optional(.text(oneOf: GraphEndpoint.Cloud.allCases.map(\.rawValue)))),
                ("mode", .optional(mode)), ("syncFrequency", .optional(integrationFrequency)),
                ("features", .optional(.list(integrationFeature))), ("dlpProfiles", .optional(.list(.text))),
            ], required: ["name"]),
        answers: [201: link, 409: .named("Problem")])
    static let makeConsentLinkAgain = Operation(
        id: "makeConsentLinkOfIntegration", tag: "integrations",
        summary: "Makes such a link for an integration that is there: to consent again, or to more.",
        parameters: [.path("name", .text, "The integration's name.")],
        body: .object([("mode", .optional(mode)), ("features", .optional(.list(integrationFeature)))], required: []),
        answers: [201: link, 409: .named("Problem")])
    static let getConsentLink = Operation(
        id: "getConsentLink", tag: "integrations", summary: "How far a link of yours is.", parameters: [id],
        answers: [200: link])
    static let checkConsentLink = Operation(
        id: "checkConsentLink", tag: "integrations", summary: "Asks Microsoft now whether the consent is there.",
        parameters: [id], answers: [200: link])
    static let saveConsentLink = Operation(
        id: "saveConsentLink", tag: "integrations",
        summary: "Makes the integration of a link that is ready; its first sync begins.", parameters: [id],
        answers: [201: integrationShape, 409: .named("Problem")])
    static let endConsentLink = Operation(
        id: "endConsentLink", tag: "integrations", summary: "Ends a link: who follows it then changes nothing.",
        parameters: [id], answers: [204: nil])
}
