import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// What holds for every path there is, whoever adds one.
struct EveryRouteTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    /// What somebody may change who may only look: their own account and nothing else.
    static let own: Set<String> = [
        "/sign-out", "/theme", "/profile", "/profile/password", "/profile/sessions/end", "/profile/sessions/end-all",
        "/api/v1/profile", "/api/v1/profile/sessions", "/api/v1/profile/sessions/{id}", "/api/v1/profile/password",
    ]
    /// Questions that are too long for an address; nothing of them is kept.
    static let asking: Set<String> = ["/dlp/test", "/api/v1/dlp/test"]
    /// Forms of people who are not signed in; each proves by a code or a password who sends it.
    static let open: Set<String> = ["/sign-in", "/first-start", "/set-password"]

    static func path(_ route: Route) -> String { route.path.replacing(/\{[^}]+\}/, with: "x") }

    @Test func `what changes something is open to nobody, to a person's own account, or to more than a viewer`() {
        for route in fixture.server().routes where route.method != .get {
            switch route.access {
            case .anyone: #expect(Self.open.contains(route.path) || route.path == "/ping", "\(route.path)")
            case .role(.viewer): #expect(Self.own.union(Self.asking).contains(route.path), "\(route.path)")
            case .role: #expect(route.kind == .form || route.kind == .api, "\(route.path)")
            case .scope(let scope): #expect(scope == .mailCheck, "\(route.path)")
            }
        }
    }

    @Test func `a viewer can change nothing by any path`() async throws {
        let routes = fixture.server().routes.filter { route in
            if case .role(let needed) = route.access { route.method != .get && needed > .viewer } else { false }
        }
        #expect(routes.count > 10)
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let token = try await browser.token(on: "/profile")
            let before = try fixture.lines().count
            for route in routes {
                let isForm = route.kind == .form
                let answer = try await browser.send(
                    route.method, Self.path(route),
                    [
                        "Content-Type": isForm ? "application/x-www-form-urlencoded" : "application/json",
                        "X-CSRF-Token": token,
                    ], body: isForm ? "csrf=\(token)&role=administrator&name=eve&sure=yes" : "{}")
                #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
            }
            #expect(try fixture.lines().count == before)
        }
    }

    @Test func `a token opens what its scope says, and no form`() async throws {
        let made = try fixture.store.addToken(named: "reader", scopes: [.read], by: "test", at: WebFixture.start)
        let routes = fixture.server().routes.filter { $0.method != .get && $0.path != "/ping" }
        try await fixture.test { browser in
            for route in routes {
                let answer = try await browser.send(
                    route.method, Self.path(route),
                    ["Authorization": "Bearer \(made.secret.text)", "Content-Type": "application/json"], body: "{}")
                #expect([400, 401, 403, 415].contains(answer.status.code), "\(route.method) \(route.path)")
            }
        }
    }

    @Test func `without a session a page leads to the sign-in, and nothing else opens`() async throws {
        let routes = fixture.server().routes.filter { $0.kind != .plain }
        try await fixture.test { browser in
            for route in routes {
                let answer = try await browser.send(
                    route.method, Self.path(route), body: route.method == .get ? nil : "")
                switch route.kind {
                case .page: #expect(answer.status == .seeOther, "\(route.path)")
                default: #expect(answer.status == .unauthorized, "\(route.path)")
                }
            }
        }
    }

    @Test func `a path for forms does nothing when it is opened`() async throws {
        let routes = fixture.server().routes
        let pages = Set(routes.filter { $0.method == .get }.map(\.path))
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let before = try fixture.lines().count
            for route in routes where route.kind == .form && !pages.contains(where: { $0 == route.path }) {
                let answer = try await browser.get(Self.path(route))
                #expect([404, 405].contains(answer.status.code), "\(route.path)")
            }
            #expect(try fixture.lines().count == before)
        }
    }

    @Test func `pages of administrators are closed to others`() async throws {
        let routes = fixture.server().routes.filter { $0.kind == .page && $0.access == .role(.administrator) }
        #expect(!routes.isEmpty)
        try await fixture.test { browser in
            try await browser.signIn("bo")
            for route in routes {
                #expect(try await browser.get(Self.path(route)).status == .forbidden, "\(route.path)")
            }
            #expect(try await !browser.get("/profile").text.contains("href=\"/settings/users\""))
        }
    }
}
