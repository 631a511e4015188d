import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

/// What the bodies of decisions hold.
struct DecisionBody: Decodable {
    struct Subject: Decodable {
        var integration: String
        var check: String
    }
    struct InstanceSubject: Decodable {
        var integration: String
        var fingerprint: String
    }
    var findings: [Subject]?
    var instances: [InstanceSubject]?
    var reason: String?
    var comment: String?
    var owner: String?
    /// A day, `2026-12-31` (its end, UTC), or a full time.
    var expires: String?
    var severity: String?
    var batch: String?
}

/// `POST /api/v1/…`: the same decisions as the dashboard's.
extension WebServer {
    private static let mostSubjects = 1000

    func apiDecide(_ kind: DecisionView.Kind) -> Route.Answer {
        { request, context in
            let visitor = try context.somebody
            let body = try await decode(DecisionBody.self, request, context)
            let flow = Decide(in: store, Deed(by: visitor.actor, at: now(), from: visitor.address))
            do {
                let result = try await run(kind, body, flow)
                await events.publish(Event(.findings))
                return Response.json(FindingJSON.object(result))
            } catch let error as TermsError {
                throw Problem(.unprocessableContent, "\(error.field): \(error).")
            }
        }
    }

    func apiUndo(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        guard let batch = try await decode(DecisionBody.self, request, context).batch else {
            throw Problem(.unprocessableContent, "Name the batch that is to be taken back.")
        }
        guard try !store.integrations(ofBatch: batch).isEmpty else {
            throw Problem(.notFound, "Nothing was decided under that batch.")
        }
        let flow = Decide(in: store, Deed(by: visitor.actor, at: now(), from: visitor.address))
        let result = try await flow.undo(batch)
        await events.publish(Event(.findings))
        return Response.json(FindingJSON.object(result))
    }

    private func run(_ kind: DecisionView.Kind, _ body: DecisionBody, _ flow: Decide) async throws -> Decide.Result {
        switch kind {
        case .ignore: return try await flow.ignore(try keys(body), try terms(body))
        case .activate: return try await flow.activate(try keys(body))
        case .owner: return try await flow.assign(try keys(body), to: body.owner)
        case .severity:
            let severity = body.severity.flatMap { Severity(rawValue: $0) }
            guard severity != nil || body.severity == "default" else {
                throw Problem(.unprocessableContent, "severity has to be critical, high, medium, low or default.")
            }
            return try await flow.rank(try keys(body), as: severity)
        case .hide: return try await flow.hide(try instanceKeys(body), try terms(body))
        case .unhide: return try await flow.unhide(try instanceKeys(body))
        }
    }

    private func keys(_ body: DecisionBody) throws -> [Finding.Key] {
        let findings = body.findings ?? []
        try checkCount(findings.count, "findings")
        return try findings.map { try key(of: $0.integration, $0.check) }
    }

    private func instanceKeys(_ body: DecisionBody) throws -> [InstanceKey] {
        let instances = body.instances ?? []
        try checkCount(instances.count, "instances")
        return try instances.map { subject in
            guard let integration = try store.integration(named: subject.integration),
                try store.instance(subject.fingerprint, of: integration.id) != nil
            else { throw Problem(.notFound, "There is no such instance.") }
            return InstanceKey(integration: integration.id, fingerprint: subject.fingerprint)
        }
    }

    private func checkCount(_ count: Int, _ name: String) throws {
        guard (1...Self.mostSubjects).contains(count) else {
            throw Problem(.unprocessableContent, "Name 1 to \(Self.mostSubjects) \(name).")
        }
    }

    private func terms(_ body: DecisionBody) throws -> Terms {
        let expires = try body.expires.map { text in
            guard let moment = ProtectWords.moment(text) else {
                throw Problem(.unprocessableContent, "expires has to be a date such as 2026-12-31, or a full time.")
            }
            return moment
        }
        return Terms(reason: body.reason ?? "", comment: body.comment, owner: body.owner, expires: expires)
    }
}
