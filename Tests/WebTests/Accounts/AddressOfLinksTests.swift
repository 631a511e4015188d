import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// The host that a request names is whatever its sender likes.
struct AddressOfLinksTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    private func ask(_ port: Int, _ secret: String, _ request: String, _ body: String = "") async throws -> String {
        try await Socket.exchange(
            port,
            "\(request) HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer \(secret)\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    @Test(arguments: [nil, "https://reeve.example"] as [String?])
    func `no link has the host of the request`(publicURL: String?) async throws {
        let made = try fixture.store.addToken(named: "ci", scopes: [.admin], by: "test", at: WebFixture.start)
        let id = try fixture.account("bo").id
        let server = fixture.server { $0.publicURL = publicURL }
        try await server.test(.live) { client in
            let port = try #require(client.port)
            let address = publicURL ?? "http://localhost:\(port)"
            let answers = [
                try await ask(port, made.secret.text, "POST /api/v1/users", #"{"name":"cy","role":"viewer"}"#),
                try await ask(port, made.secret.text, "POST /api/v1/users/\(id)/password-link"),
                try await ask(port, made.secret.text, "GET /api/v1/registrations/global"),
            ]
            for answer in answers {
                #expect(answer.contains("\"\(address)/"), "\(answer)")
                #expect(!answer.contains("evil.example"), "\(answer)")
            }
        }
    }

    @Test(arguments: [
        "/sign-out", "/findings/ignore", "/nowhere", "//evil.example", "/api/v1/events", "/events", "/sign-in",
        "/first-start",
    ])
    func `a sign-in leads to no page that only takes forms`(next: String) async throws {
        try await fixture.test { browser in
            let page = "/sign-in?next=\(Link.part(next))"
            let answer = try await browser.submit(
                "/sign-in", on: page, ["name": "vi", "password": AccountsFixture.password, "next": next])
            #expect(answer.status == .seeOther && answer.field("Location") == "/")
        }
    }
}
