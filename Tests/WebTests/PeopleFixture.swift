import BEC
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import NIOCore
import Testing

@testable import Store
@testable import Web

/// A server with one directory: two users, two groups that hold each other, an app and a domain; everybody signed in with a role.
struct PeopleFixture: Sendable {
    let base: WebFixture
    let integration: Integration
    static let hostile = "<script>alert(1)</script>\u{202E}"

    init() async throws {
        base = try WebFixture()
        integration = try base.store.add(
            Integration(
                name: "contoso", tenantID: "84841066-274d-4ec0-a5c1-276be684bdd3",
                clientID: "11111111-2222-4333-8444-555555555555", graphURL: "https://graph.microsoft.com",
                loginURL: "https://login.microsoftonline.com", credential: .secret, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "s3cret"))
        try await fill()
    }

    private func fill() async throws {
        var adele = User(id: "u1")
        adele.displayName = "Adele Vance"
        adele.proxyAddresses = ["SMTP:adele@contoso.example"]
        var hostile = User(id: "u2")
        hostile.displayName = Self.hostile
        hostile.mail = "mallory@contoso.example"
        hostile.userType = "Guest"
        var groups = [Group(id: "g1"), Group(id: "g2")]
        groups[0].displayName = "Executives"
        groups[1].displayName = "Ring & Co"
        var app = ServicePrincipal(id: "a1")
        app.appId = "6d2a1c9e"
        app.displayName = "MailMerge \(Self.hostile)"
        app.servicePrincipalType = "Application"
        app.appOwnerOrganizationId = "65415bb1-9267-4313-bbf5-ae259732ee12"
        var assignment = AppRoleAssignment(id: "x1", principalID: "a1")
        assignment.resourceID = "graph"
        assignment.appRoleID = "r1"
        var role = AppRole(id: "r1", resourceID: "graph")
        role.value = "Mail.Read"
        let records = DomainRecords(
            id: "contoso.example", organizationalDomain: "contoso.example",
            answers: [
                DNSAnswer(
                    .init(.txt, "contoso.example"),
                    .records(["v=spf1 include:_spf.tailspin.example ip4:192.0.2.0/28 ~all"])),
                DNSAnswer(.init(.txt, "_spf.tailspin.example"), .records(["v=spf1 ip4:198.51.100.0/24 -all"])),
                DNSAnswer(.init(.txt, "_dmarc.contoso.example"), .records(["v=DMARC1; p=none; pct=50"])),
            ])
        let entities: [StoredEntity] =
            try [
                StoredEntity(adele), StoredEntity(hostile), StoredEntity(app), StoredEntity(assignment),
                StoredEntity(role),
            ]
            + groups.map { try StoredEntity($0) }
            + [StoredEntity(Domain(verified: "contoso.example")), StoredEntity(records)]
        try await base.store.write(integration.id) { writer in
            for entity in entities { try writer.keep(entity, round: 1, run: 1) }
            try writer.join(group: "g1", Member(id: "g2", kind: .group), round: 1)
            try writer.join(group: "g2", Member(id: "g1", kind: .group), round: 1)
            try writer.join(group: "g1", Member(id: "u1", kind: .user), round: 1)
        }
    }

    func server(_ role: Role = .analyst) throws -> WebServer {
        var server = base.server()
        server.visit = { _ in Visitor(name: "ana", role: role, actor: "user:ana", csrf: "token") }
        let now = base.time.value
        server.inspect = Inspect(try Roster(store: base.store, options: MailOptions(), asOf: now))
        return server
    }

    /// Lets the body talk to the server.
    func test(_ role: Role = .analyst, _ body: @escaping @Sendable (PeopleVisitor) async throws -> Void) async throws {
        try await server(role).test(.router) { client in
            try await body(PeopleVisitor(client: client))
        }
    }
}

/// Somebody with a browser.
struct PeopleVisitor: Sendable {
    let client: any TestClientProtocol

    func page(_ uri: String) async throws -> String {
        let answer = try await client.execute(uri: uri, method: .get)
        #expect(answer.status == .ok, "\(uri): \(answer.text.prefix(300))")
        return answer.text
    }

    func get(_ uri: String) async throws -> TestResponse { try await client.execute(uri: uri, method: .get) }

    /// Sends a form as browsers do.
    func send(_ uri: String, _ fields: [(String, String)]) async throws -> TestResponse {
        let body = (fields + [("csrf", "token")]).map { "\(Link.part($0.0))=\(Link.part($0.1))" }.joined(separator: "&")
        return try await client.execute(
            uri: uri, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: body))
    }

    func call(_ method: HTTPRequest.Method, _ uri: String, _ body: String? = nil) async throws -> TestResponse {
        var headers = HTTPFields(["X-CSRF-Token": "token"])
        if body != nil { headers[.contentType] = "application/json" }
        return try await client.execute(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

    /// Sends files as browsers do (RFC 7578).
    func upload(_ uri: String, _ name: String, file: String, _ text: String, _ fields: [(String, String)] = [])
        async throws
        -> TestResponse
    {
        var body = ""
        for (field, value) in fields + [("csrf", "token")] {
            body += "--xYz\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\nContent-Type: text/plain\r\n\r\n\(text)\r\n--xYz--\r\n"
        return try await client.execute(
            uri: uri, method: .post, headers: [.contentType: "multipart/form-data; boundary=xYz"],
            body: ByteBuffer(string: body))
    }
}
