import Flows
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import SimulatedTenant
import Store
import Testing

@testable import Web

/// The consent of somebody else: the panel of who connects, and the plain pages of who consents without an account here.
struct ConsentLinkPageTests {
    let fixture: WebFixture
    let tenant: SimulatedTenant

    init() throws {
        fixture = try WebFixture()
        var registration = AppRegistration()
        registration.isConsented = false
        tenant = SimulatedTenant(SimulatedConfiguration(), registration: registration)
        let configuration = tenant.configuration
        let registering = Registering(
            surroundings: Surroundings(
                store: fixture.store, home: FileManager.default.temporaryDirectory, userAgent: "test"),
            origins: CloudOrigins(graphURL: configuration.origin, loginURL: configuration.origin))
        let deed = Deed(by: "user:ana", at: WebFixture.start)
        try registering.set(
            clientID: configuration.clientID, tenantID: configuration.tenantID, features: Feature.standard,
            of: "global", deed)
        try registering.set(.secret(configuration.clientSecret, expires: nil), of: "global", deed)
    }

    /// A server where who sends the cookie `me=ana` is an administrator, and nobody else is anybody.
    private var server: WebServer {
        var server = fixture.server(on: tenant)
        server.publicURL = "http://localhost:8080"
        server.visit = { request in
            let name = request.cookies["me"]?.value
            return name.map {
                Visitor(name: $0, role: $0 == "ana" ? .administrator : .viewer, actor: "user:\($0)", csrf: "token")
            }
        }
        return server
    }

    private func post(_ visitor: WebVisitor, _ path: String, _ body: String) async throws -> TestResponse {
        try await visitor.send(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded", "Cookie": "me=ana"],
            body: body + "&csrf=token")
    }

    /// Makes a link. - Returns: the panel's address and the link.
    private func link(_ visitor: WebVisitor) async throws -> (panel: String, url: String) {
        let made = try await post(visitor, "/integrations/add/link", "place=directories&name=contoso&frequency=1h")
        let panel = try #require(made.field("Location"))
        let page = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
        #expect(page.status == .ok)
        let match = try #require(page.text.firstMatch(of: /id="consent-link"[^>]*>([^<]+)</))
        return (panel, String(match.output.1).replacing("&amp;", with: "&"))
    }

    /// Somebody else decides. - Returns: path and query of the way back.
    private func decide(_ url: String, _ decision: String) async throws -> String {
        let parts = try #require(URLComponents(string: url))
        let account = try #require(tenant.login.accounts.first { $0.isAdministrator })
        let body = (parts.percentEncodedQuery ?? "") + "&decision=\(decision)&account=\(account.id)"
        let (response, _) = try await tenant.exchange(
            HTTPRequest(
                method: .post, scheme: parts.scheme, authority: "\(parts.host ?? ""):\(parts.port ?? 0)",
                path: parts.path), Array(body.utf8))
        let back = try #require(URLComponents(string: response.headerFields[.location] ?? ""))
        return back.path + "?" + (back.percentEncodedQuery ?? "")
    }

    @Test func `from the link to the saved directory, the other administrator without an account`() async throws {
        let store = fixture.store
        try await fixture.test(server) { visitor in
            let (panel, url) = try await link(visitor)
            let thanks = try await visitor.send(.get, try await decide(url, "accept"))
            #expect(thanks.status == .ok)
            #expect(thanks.text.contains("Consent given, thank you"))
            // The page of a stranger names nothing of what is inside.
            #expect(!thanks.text.contains("contoso"))
            #expect(!thanks.text.contains("class=\"side\""))
            let shown = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
            #expect(shown.text.contains("of somebody else, by your link"))
            #expect(shown.text.contains(">Save</button>"))
            #expect(try store.integrations().isEmpty)
            let id = try #require(panel.split(separator: "=").last)
            let saved = try await post(visitor, "/integrations/add/save", "authorisation=\(id)")
            #expect(saved.status == .seeOther)
            #expect(try store.integration(named: "contoso") != nil)
        }
    }

    private func call(
        _ visitor: WebVisitor, _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
        as name: String = "ana"
    ) async throws -> TestResponse {
        try await visitor.send(
            method, "/api/v1" + path,
            ["Content-Type": "application/json", "Cookie": "me=\(name)", "X-CSRF-Token": "token"], body: body)
    }

    @Test func `a program makes a link, watches it and saves the integration`() async throws {
        let store = fixture.store
        try await fixture.test(server) { visitor in
            let made = try await call(visitor, .post, "/consent-links", #"{"name":"contoso","features":["posture"]}"#)
            #expect(made.status == .created)
            let link = try made.object()
            let (id, url) = (try #require(link["id"] as? String), try #require(link["link"] as? String))
            #expect(link["state"] as? String == "waiting")
            #expect(try await call(visitor, .post, "/consent-links/\(id)/save").status == .conflict)
            let unread = try await call(visitor, .post, "/consent-links/\(id)/check").object()
            #expect(unread["state"] as? String == "waiting")
            #expect(try await visitor.send(.get, try await decide(url, "accept")).status == .ok)
            let ready = try await call(visitor, .get, "/consent-links/\(id)").object()
            #expect(ready["state"] as? String == "ready" && ready["link"] is NSNull)
            #expect(try store.integrations().isEmpty)
            #expect(try await call(visitor, .post, "/consent-links/\(id)/save").status == .created)
            #expect(try store.integration(named: "contoso")?.features == [.directory, .posture])
            #expect(try await call(visitor, .get, "/consent-links/\(id)").status == .notFound)
            let again = try await call(visitor, .post, "/integrations/contoso/consent-link", "{}")
            #expect(again.status == .created)
            let other = try #require(try again.object()["id"] as? String)
            #expect(try await call(visitor, .delete, "/consent-links/\(other)").status == .noContent)
            #expect(try await call(visitor, .delete, "/consent-links/\(other)").status == .notFound)
        }
    }

    @Test func `what a declined link says, and what is refused`() async throws {
        try await fixture.test(server) { visitor in
            let made = try await call(visitor, .post, "/consent-links", #"{"name":"contoso"}"#).object()
            let (id, url) = (try #require(made["id"] as? String), try #require(made["link"] as? String))
            _ = try await visitor.send(.get, try await decide(url, "cancel"))
            let refused = try await call(visitor, .get, "/consent-links/\(id)").object()
            #expect(refused["state"] as? String == "refused")
            #expect((refused["trouble"] as? [String: Any])?["code"] as? String == "AADSTS65004")
            for (body, status) in [
                ("{}", 400), (#"{"name":"a/b"}"#, 422), (#"{"name":"x","tenantId":"contoso"}"#, 422),
                (#"{"name":"x","syncFrequency":"2s"}"#, 400), (#"{"name":"x","cloud":"china"}"#, 422),
            ] {
                #expect(try await call(visitor, .post, "/consent-links", body).status.code == status, "\(body)")
            }
            #expect(try await call(visitor, .post, "/consent-links", #"{"name":"x"}"#, as: "vi").status == .forbidden)
            #expect(try await call(visitor, .get, "/consent-links/nobody").status == .notFound)
        }
    }

    @Test func `who declines reads why, and the panel offers another link`() async throws {
        try await fixture.test(server) { visitor in
            let (panel, url) = try await link(visitor)
            let refused = try await visitor.send(.get, try await decide(url, "cancel"))
            #expect(refused.status == .badRequest)
            #expect(refused.text.contains("Consent not given"))
            #expect(refused.text.contains("AADSTS65004"))
            let shown = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
            #expect(shown.text.contains("Not authorized."))
            #expect(shown.text.contains("Make a link for somebody else"))
        }
    }

    @Test func `a used link shows a plain page, not a sign-in`() async throws {
        try await fixture.test(server) { visitor in
            let back = try await decide(try await link(visitor).url, "accept")
            _ = try await visitor.send(.get, back)
            let again = try await visitor.send(.get, back)
            #expect(again.status == .badRequest)
            #expect(again.text.contains("Nobody waits for this answer"))
            let main = try #require(again.text.range(of: "<h1>")).upperBound
            let (way, rest) = (
                try #require(again.text.range(of: "class=\"btn btn-primary\" href=\"/sign-in?next=")),
                try #require(again.text.range(of: "Came here by a link?"))
            )
            #expect(main < way.lowerBound && way.lowerBound < rest.lowerBound)
        }
    }

    @Test func `making another link ends the first`() async throws {
        try await fixture.test(server) { visitor in
            let (panel, url) = try await link(visitor)
            let id = try #require(panel.split(separator: "=").last)
            #expect(
                try await post(visitor, "/integrations/add/link", "authorisation=\(id)&again=yes").status == .seeOther)
            let old = try await visitor.send(.get, try await decide(url, "accept"))
            #expect(old.text.contains("Nobody waits"))
            let shown = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
            #expect(shown.text.contains("Waiting for somebody else"))
        }
    }

    @Test func `checking says that the consent is not there yet, then that it is`() async throws {
        try await fixture.test(server) { visitor in
            let (panel, url) = try await link(visitor)
            let id = try #require(panel.split(separator: "=").last)
            _ = try await post(visitor, "/integrations/add/check", "authorisation=\(id)")
            let before = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
            #expect(before.text.contains("not there yet"))
            _ = try await decide(url, "accept")
            _ = try await post(visitor, "/integrations/add/check", "authorisation=\(id)")
            let after = try await visitor.send(.get, panel, ["Cookie": "me=ana"])
            #expect(after.text.contains(">Save</button>"))
        }
    }

    @Test func `the limited mode has no link and says why`() async throws {
        try await fixture.test(server) { visitor in
            let answer = try await post(
                visitor, "/integrations/add/link", "name=contoso&frequency=1h&consent=delegated")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("on behalf of the person"))
        }
    }

    @Test func `the way back is closed to viewers, and a code without a session leads to the sign-in`() async throws {
        try await fixture.test(server) { visitor in
            let viewer = try await visitor.send(.get, "/oauth/callback?code=1&state=x", ["Cookie": "me=vi"])
            #expect(viewer.status == .forbidden)
            let nobody = try await visitor.send(.get, "/oauth/callback?code=1&state=x")
            #expect(nobody.status == .seeOther)
        }
    }
}
