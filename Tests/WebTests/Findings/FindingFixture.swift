import Foundation
import HTTPTypes
import HummingbirdTesting
import Model

@testable import Store
@testable import Web

/// A dashboard on two integrations with findings whose names try to break out of the page.
struct FindingFixture: Sendable {
    static let hostile = "<script>alert(1)</script>\u{202E}\" onload=\"x"
    static let csrf = "0123456789abcdef"

    let web: WebFixture
    let contoso: Integration
    let now = WebFixture.start

    init() async throws {
        web = try WebFixture()
        contoso = try web.store.add(Self.integration("contoso"), secret: CredentialSecret(clientSecret: "x"))
        let fabrikam = try web.store.add(Self.integration("fabrikam"), secret: CredentialSecret(clientSecret: "x"))
        for index in 0..<7 {
            try await found("file-public-write", "item \(index)", .critical, in: contoso)
        }
        try await found("user-disabled", Self.hostile, .low, in: contoso)
        try await found("user-disabled", "Other user", .low, in: fabrikam)
        let balance = [
            CoverageCount(.users, .ok, subjects: 40), CoverageCount(.driveItems, .ok, subjects: 10),
            CoverageCount(.driveItems, .throttled, subjects: 2, detail: "429", example: Self.hostile),
            CoverageCount(.messageRules, .denied, subjects: 1, detail: "needs MailboxSettings.Read"),
        ]
        let now = now
        for integration in [contoso, fabrikam] {
            _ = try web.store.beginRun(integration.id, kind: .scan, isFull: false, at: now)
            try await web.store.write(integration.id) { writer in
                try writer.enrol([("mail-rule-forwards", .low), ("user-password-stale", .low)], at: now)
                try writer.take(
                    Stock(
                        run: 1, at: now, balance: balance,
                        collectors: ["file-public-write": [.driveItems], "mail-rule-forwards": [.messageRules]]))
            }
            try web.store.endRun(integration.id, number: 1, requests: 5, opened: 8, resolved: 0, finished: now)
        }
    }

    static func integration(_ name: String) -> Integration {
        Integration(
            name: name, tenantID: "84841066-274d-4ec0-a5c1-276be684bdd3", clientID: "c", graphURL: "https://g",
            loginURL: "https://l", credential: .secret, createdAt: WebFixture.start)
    }

    func found(
        _ check: String, _ name: String, _ severity: Severity, in integration: Integration, run: Int = 1,
        at now: Date = WebFixture.start
    ) async throws {
        var user = User(id: name)
        user.displayName = name
        let evidence: Evidence = ["mail": .text(Self.hostile), "recipients": ["a@gmail.example"]]
        let assessment = Assessment(
            of: user, answers: [.init(check: check, severity: severity, outcome: .found(evidence))])
        try await web.store.write(integration.id) {
            _ = try $0.record(assessment, tenantID: integration.tenantID, run: run, at: now)
        }
    }

    /// A server that takes whoever asks for somebody with this role.
    func server(as role: Role = .analyst) -> WebServer {
        var server = web.server()
        server.visit = { _ in Visitor(name: "ana", role: role, actor: "user:ana", csrf: Self.csrf) }
        return server
    }

    func test(as role: Role = .analyst, _ body: @escaping @Sendable (WebVisitor) async throws -> Void) async throws {
        try await web.test(server(as: role), body)
    }

    func instances(_ statuses: [Instance.Status] = [.active]) throws -> [Instance] {
        var filter = InstanceFilter()
        filter.statuses = statuses
        filter.ignored = .included
        return try web.store.instances(filter, limit: 100)
    }
}

extension WebVisitor {
    func get(_ uri: String) async throws -> TestResponse { try await send(.get, uri) }

    /// Sends a form as a browser does.
    func post(_ uri: String, _ fields: [(String, String)], csrf: String = FindingFixture.csrf) async throws
        -> TestResponse
    {
        let body = (fields + [("csrf", csrf)]).map { "\($0)=\(Link.part($1))" }.joined(separator: "&")
        return try await send(.post, uri, ["Content-Type": "application/x-www-form-urlencoded"], body: body)
    }

    /// Sends JSON with the session.
    func call(_ uri: String, _ json: String) async throws -> TestResponse {
        try await send(
            .post, uri, ["Content-Type": "application/json", "X-CSRF-Token": FindingFixture.csrf], body: json)
    }
}

extension TestResponse {
    /// Every address on the page that this server serves.
    var links: Set<String> {
        Set(
            text.matches(of: /href="(\/[^"#]*)/).map {
                String($0.1).replacing("&amp;", with: "&")
            })
    }
}
