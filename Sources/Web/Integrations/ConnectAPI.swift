import Flows
import Foundation
import Graph
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// Connecting a tenant, and looking after its credential, by programs: without anybody at Microsoft's page.
extension WebServer {
    private struct CredentialBody: Decodable {
        var clientSecret: String?
        var certificate: String?
        var refreshToken: String?

        var secret: CredentialSecret {
            func tidy(_ text: String?) -> String? {
                text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap { $0.isEmpty ? nil : $0 }
            }
            return CredentialSecret(
                clientSecret: tidy(clientSecret), certificatePEM: tidy(certificate), refreshToken: tidy(refreshToken))
        }
    }

    private struct IntegrationBody: Decodable {
        var name: String
        var tenantId: String
        var clientId: String
        var cloud: GraphEndpoint.Cloud?
        var mode: Integration.Mode?
        var syncFrequency: String?
        var features: [Feature]?
        var dlpProfiles: [String]?
    }

    /// Both of them in one object.
    private struct ConnectBody: Decodable {
        let integration: IntegrationBody
        let credential: CredentialBody

        init(from decoder: any Decoder) throws {
            (integration, credential) = (try IntegrationBody(from: decoder), try CredentialBody(from: decoder))
        }
    }

    /// As Save on the panel: it is there, and its first sync begins.
    func apiConnect(_ request: Request, _ context: WebContext) async throws -> Response {
        let whole = try await decode(ConnectBody.self, request, context, atMost: 256 << 10)
        let body = whole.integration
        var wish = Connecting.Wish(
            name: body.name, tenantID: body.tenantId, clientID: body.clientId, secret: whole.credential.secret)
        (wish.cloud, wish.mode, wish.dns) = (body.cloud ?? .global, body.mode ?? .read, jobs.surroundings.dns)
        (wish.features, wish.dlpProfiles) = (body.features.map(Set.init), body.dlpProfiles)
        wish.syncFrequency = try body.syncFrequency.map(frequency)
        let (asked, deed) = (wish, try deed(context))
        let candidate = try connecting { try $0.candidate(asked, at: now()) }
        let trial = await ConnectionTest(surroundings: jobs.surroundings).trial(candidate, asked.secret)
        if trial.isHopeless, case .refused(let trouble) = trial.result {
            throw Self.refusal("nothing was connected", trouble, asked.secret)
        }
        wish.secret = trial.secret
        let prepared = wish
        let added = try connecting { try $0.add(prepared, deed) }
        if case .works(_, let permissions) = trial.result {
            try store.noteGranted(permissions, to: added.id, at: deed.at)
        }
        await jobs.begin(.sync, of: added)
        await events.publish(Event(.integrations, integration: added.name))
        return Response.json(
            .object(try tested(try store.integration(named: added.name) ?? added, trial.result)), status: .created)
    }

    private static func refusal(
        _ outcome: String, _ trouble: PendingAuthorisation.Trouble, _ secret: CredentialSecret
    ) -> Problem {
        let isAlone = secret.refreshToken != nil && secret.clientSecret == nil && secret.certificatePEM == nil
        let hint =
            isAlone
            ? " A refresh token came alone: where the app has a clientSecret or a certificate, send that with it." : ""
        return Problem(.unprocessableContent, "Microsoft refuses it, so \(outcome): \(trouble.sentence)\(hint)")
    }

    /// An integration with how its credential did.
    private func tested(
        _ integration: Integration, _ result: ConnectionTest.Result?
    ) throws -> [(String, OrderedJSON)] {
        guard case .object(let members) = try document(integration) else { return [] }
        return members + [("test", Self.document(result))]
    }

    func apiRenewCredential(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Wish: Decodable {
            let credential: CredentialBody
            let delegated: Bool
            init(from decoder: any Decoder) throws {
                enum Key: CodingKey { case delegated }
                credential = try CredentialBody(from: decoder)
                let box = try decoder.container(keyedBy: Key.self)
                delegated = try box.decodeIfPresent(Bool.self, forKey: .delegated) ?? false
            }
        }
        let wish = try await decode(Wish.self, request, context)
        let asked = wish.credential.secret
        let deed = try deed(context)
        let before = try askedIntegration(context)
        let candidate = try connecting { try $0.renewed(before, with: asked, at: now()) }
        // As with If-Match: what cannot be kept is not tried with Microsoft.
        let isMeant = asked.refreshToken == nil || before.credential == .refreshToken || wish.delegated
        let trial = isMeant ? await ConnectionTest(surroundings: jobs.surroundings).trial(candidate, asked) : nil
        if let trial, trial.isHopeless, case .refused(let trouble) = trial.result {
            throw Self.refusal("the credential stays as it was", trouble, asked)
        }
        let secret = trial?.secret ?? asked
        let name = try changing(request, context) { known in
            if secret.refreshToken != nil, known.credential != .refreshToken, !wish.delegated {
                throw Problem(
                    .unprocessableContent,
                    "refreshToken: \(known.name) signs in as itself; with a refresh token it would see only what one person sees. Say \"delegated\": true if that is meant."
                )
            }
            try connecting { try $0.renew(known, with: secret, deed) }
            // What the former credential was granted says nothing of this one.
            var granted: Set<Permission>?
            if case .works(_, let permissions)? = trial?.result { granted = permissions }
            try store.noteGranted(granted, to: known.id, at: deed.at)
            return known.name
        }
        await events.publish(Event(.integrations, integration: name))
        let renewed = try askedIntegration(context)
        return Response.json(.object(try tested(renewed, trial?.result)), tag: try tag(of: renewed))
    }

    private static func document(_ result: ConnectionTest.Result?) -> OrderedJSON {
        guard case .refused(let trouble)? = result else {
            return .object([("works", .flag(true)), ("code", .null), ("sentence", .null)])
        }
        return .object([
            ("works", .flag(false)), ("code", .text(trouble.code)), ("sentence", .text(trouble.sentence)),
        ])
    }

    func apiTestConnection(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        switch try await test(integration, try deed(context)) {
        case .works(let name, let permissions):
            return Response.json(
                .object([
                    ("works", .flag(true)), ("tenantName", .text(name)),
                    (
                        "granted",
                        permissions.map { .texts($0.map(\.rawValue).sorted()) } ?? .null
                    ), ("code", .null), ("sentence", .null),
                ]))
        case .refused(let trouble):
            return Response.json(
                .object([
                    ("works", .flag(false)), ("tenantName", .null), ("granted", .null), ("code", .text(trouble.code)),
                    ("sentence", .text(trouble.sentence)),
                ]))
        }
    }

    func apiStop(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        try await stop(integration, try deed(context))
        return Response.json(try document(integration))
    }

    func frequency(_ word: String) throws -> SyncFrequency {
        guard let frequency = SyncFrequency(word: word) else {
            throw Problem(.badRequest, "syncFrequency is 15m, 1h, 6h, 12h, 24h or manual.")
        }
        return frequency
    }

    /// - Throws: `Problem` 409 for a name that is taken, 422 for a part that does not fit, naming the member.
    private func connecting<T>(_ body: (Connecting) throws -> T) throws -> T {
        do {
            return try asProblem { try body(Connecting(store: store, origins: origins)) }
        } catch let problem as Connecting.Problem {
            throw Problem(.unprocessableContent, "\(problem.part.member): \(problem)")
        } catch StoreError.duplicate(let name) {
            throw Problem(.conflict, "\(AuthoriseProblem.nameTaken(name))")
        }
    }
}

extension Connecting.Problem.Part {
    /// The members of the body that say this part.
    fileprivate var member: String {
        switch self {
        case .name: "name"
        case .tenantID: "tenantId"
        case .clientID: "clientId"
        case .credential: "clientSecret, certificate or refreshToken"
        case .dns: "dns"
        }
    }
}
