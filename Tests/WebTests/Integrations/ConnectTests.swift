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

/// An administrator connects a tenant: every request of the browser, with the sign-in pages of the simulated tenant between.
struct ConnectTests {
    let fixture: WebFixture
    let tenant: SimulatedTenant

    init() throws {
        fixture = try WebFixture()
        var registration = AppRegistration()
        registration.isConsented = false
        tenant = SimulatedTenant(SimulatedConfiguration(), registration: registration)
    }

    private func server(_ role: Role = .administrator) -> WebServer {
        var server = fixture.server(on: tenant, as: role)
        server.publicURL = "http://localhost:8080"
        return server
    }

    private func post(
        _ visitor: WebVisitor, _ path: String, _ fields: KeyValuePairs<String, String>
    ) async throws -> TestResponse {
        let pairs = fields.map { "\($0.key)=\(Link.part($0.value))" } + ["csrf=token"]
        return try await visitor.send(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded"], body: pairs.joined(separator: "&"))
    }

    /// Accepts on a page of the sign-in service. - Returns: path and query of the way back.
    private func accept(_ url: String) async throws -> String {
        let parts = try #require(URLComponents(string: url))
        let account = try #require(tenant.login.accounts.first)
        let body = (parts.percentEncodedQuery ?? "") + "&decision=accept&account=\(account.id)"
        let (response, _) = try await tenant.exchange(
            HTTPRequest(
                method: .post, scheme: parts.scheme, authority: "\(parts.host ?? ""):\(parts.port ?? 0)",
                path: parts.path), Array(body.utf8))
        let back = try #require(URLComponents(string: response.headerFields[.location] ?? ""))
        return back.path + "?" + (back.percentEncodedQuery ?? "")
    }

    private func register(_ visitor: WebVisitor) async throws {
        let configuration = tenant.configuration
        let ids = try await post(
            visitor, "/settings/registration/ids",
            ["cloud": "global", "client-id": configuration.clientID, "tenant-id": configuration.tenantID])
        #expect(ids.status == .seeOther)
        let secret = try await post(
            visitor, "/settings/registration/credential",
            ["cloud": "global", "kind": "secret", "secret": configuration.clientSecret])
        #expect(secret.status == .seeOther)
    }

    @Test func `from the registration to the saved directory`() async throws {
        let (store, tenantID) = (fixture.store, tenant.configuration.tenantID)
        try await fixture.test(server()) { visitor in
            try await register(visitor)
            #expect(try await post(visitor, "/settings/registration/test", ["cloud": "global"]).status == .seeOther)
            let departure = try await post(
                visitor, "/integrations/add",
                [
                    "place": "directories", "name": "contoso", "frequency": "6h", "feature": "posture",
                    "ownLabels": "yes",
                ])
            #expect(departure.status == .ok)
            let refresh = try #require(departure.field("Refresh"))
            let cookie = try #require(departure.field("Set-Cookie")?.split(separator: ";").first.map(String.init))
            let url = String(refresh.dropFirst("0; url=".count))
            let consent = try await visitor.send(.get, try await accept(url), ["Cookie": cookie])
            // A page and no redirect: whoever signed in on the way is still within the answer to that form.
            #expect(consent.status == .ok && consent.text.contains("Going to Microsoft"))
            let onward = try #require(consent.field("Refresh")?.dropFirst("0; url=".count))
            let back = try await visitor.send(.get, try await accept(String(onward)), ["Cookie": cookie])
            let panel = try #require(back.field("Location"))
            #expect(panel.hasPrefix("/settings/directories/add?authorisation="))
            #expect(try store.integrations().isEmpty)
            let shown = try await visitor.send(.get, panel)
            #expect(shown.text.contains(">Save</button>"))
            #expect(shown.text.contains(tenantID))
            let id = try #require(panel.split(separator: "=").last.map(String.init))
            let saved = try await post(visitor, "/integrations/add/save", ["authorisation": id])
            #expect(saved.field("Location") == "/settings/directories")
            let integration = try #require(try store.integration(named: "contoso"))
            #expect(integration.syncFrequency == .sixHours)
            #expect(integration.features == [.directory, .posture])
            #expect(integration.dlpProfiles == [integration.labelProfile])
            for path in [
                "/integrations", "/integrations/contoso", "/settings/directories", "/integrations/contoso/remove",
            ] {
                let page = try await visitor.send(.get, path)
                #expect(page.status == .ok, "\(path)")
                #expect(page.text.contains("contoso"))
            }
        }
    }

    /// Cancels at Microsoft's page. - Returns: the id of the authorisation whose panel comes back.
    private func refuse(_ departure: TestResponse, _ visitor: WebVisitor) async throws -> String {
        let url = try #require(departure.field("Refresh")?.dropFirst("0; url=".count))
        let cookie = try #require(departure.field("Set-Cookie")?.split(separator: ";").first.map(String.init))
        let items = try #require(URLComponents(string: String(url))?.queryItems)
        let state = try #require(items.first { $0.name == "state" }?.value)
        let back = try await visitor.send(
            .get, "/oauth/callback?error=access_denied&state=\(Link.part(state))", ["Cookie": cookie])
        return try #require(back.field("Location")?.split(separator: "=").last.map(String.init))
    }

    @Test func `authorising again after a refusal takes the boxes as they stand`() async throws {
        let store = fixture.store
        try await fixture.test(server()) { visitor in
            try await register(visitor)
            let configuration = tenant.configuration
            _ = try store.add(
                Integration(
                    name: "contoso", tenantID: configuration.tenantID, clientID: configuration.clientID,
                    graphURL: configuration.origin, loginURL: configuration.origin, mode: .readWrite,
                    credential: .secret, createdAt: WebFixture.start),
                secret: CredentialSecret(clientSecret: configuration.clientSecret))
            let first = try await refuse(
                try await post(
                    visitor, "/integrations/contoso/authorise", ["mode": "read-write", "feature": "posture"]),
                visitor)
            let panel = try await visitor.send(.get, "/integrations/add?authorisation=\(first)")
            #expect(panel.status == .ok)
            #expect(!panel.text.contains("name=\"name\""))
            #expect(!panel.text.contains("name=\"consent\""))
            #expect(!panel.text.contains("name=\"frequency\""))
            #expect(panel.text.contains("href=\"/integrations/contoso\""))
            let again = try await post(visitor, "/integrations/add", ["authorisation": first, "mode": "read"])
            #expect(again.status == .ok)
            let second = try await refuse(again, visitor)
            let draft = try #require(
                try store.pendingAuthorisation(second, by: "user:ana", at: WebFixture.start)?.draft)
            #expect(draft.name == "contoso" && draft.integration != nil)
            #expect(draft.mode == .read)
            #expect(draft.features == [.directory])
        }
    }

    @Test func `an answer that nobody waits for changes nothing and says so`() async throws {
        try await fixture.test(server()) { visitor in
            let answer = try await visitor.send(
                .get, "/oauth/callback?code=1&state=<script>", ["Accept": "text/html"])
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("belongs to no authorisation"))
            #expect(!answer.text.contains("<script>al"))
        }
    }

    @Test func `saving twice leads to where the result stands, and ids that are emptied are not to be tested`()
        async throws
    {
        try await fixture.test(server()) { visitor in
            let saved = try await post(visitor, "/integrations/add/save", ["authorisation": "gone"])
            #expect(saved.field("Location")?.hasPrefix("/integrations") == true)
            #expect(saved.field("Location")?.contains("/add") == false)
            try await register(visitor)
            let emptied = try await post(
                visitor, "/settings/registration/ids", ["cloud": "global", "client-id": "", "tenant-id": ""])
            #expect(emptied.status == .seeOther)
            #expect(emptied.field("Set-Cookie")?.contains("Test%20them") != true)
            let pem = try await post(
                visitor, "/settings/registration/credential", ["cloud": "global", "kind": "pem", "pem": "garbage"])
            #expect(pem.status == .unprocessableContent)
            #expect(pem.text.contains("Paste certificate and private key in PEM"))
        }
    }

    /// An integration that reads on behalf of a person.
    private func lend() throws {
        let configuration = tenant.configuration
        var secret = CredentialSecret(clientSecret: configuration.clientSecret, refreshToken: "r")
        secret.lentBy = "adele@contoso.example"
        _ = try fixture.store.add(
            Integration(
                name: "lent", tenantID: configuration.tenantID, clientID: configuration.clientID,
                graphURL: configuration.origin, loginURL: configuration.origin, credential: .refreshToken,
                createdAt: WebFixture.start), secret: secret)
    }

    @Test func `authorising a limited integration again never promises labels`() async throws {
        let store = fixture.store
        try await fixture.test(server()) { visitor in
            try await register(visitor)
            try lend()
            let first = try await refuse(
                try await post(
                    visitor, "/integrations/lent/authorise",
                    ["mode": "read", "feature": "labels", "consent": "delegated"]), visitor)
            func draft(_ id: String) throws -> IntegrationDraft {
                try #require(try store.pendingAuthorisation(id, by: "user:ana", at: WebFixture.start)?.draft)
            }
            #expect(try draft(first).isDelegated && draft(first).features == [.directory])
            let panel = try await visitor.send(.get, "/integrations/add?authorisation=\(first)").text
            #expect(!panel.contains("id=\"use-label"))
            #expect(panel.contains("value=\"delegated\" checked") && panel.contains("value=\"application\">"))
            let second = try await refuse(
                try await post(
                    visitor, "/integrations/add",
                    ["authorisation": first, "mode": "read", "feature": "labels", "consent": "delegated"]), visitor)
            #expect(try draft(second).isDelegated && draft(second).features == [.directory])
            let object = try await visitor.send(.get, "/api/v1/integrations/lent").object()
            #expect((object["features"] as? [String])?.contains("labels") == false)
        }
    }

    @Test func `a limited integration can be authorised again as the app itself, and then reads labels`() async throws {
        let (store, queued) = (fixture.store, Shared<[Run.Kind]>([]))
        var server = server()
        server.jobs = Jobs(surroundings: server.jobs.surroundings) { news in
            if case .queued = news.what { queued.change { $0.append(news.kind) } }
        }
        try await fixture.test(server) { visitor in
            try await register(visitor)
            try lend()
            let page = try await visitor.send(.get, "/integrations/lent").text
            #expect(page.contains("adele@contoso.example") && page.contains("What the limited mode lacks:"))
            #expect(page.contains("name=\"consent\" value=\"application\""))
            #expect(!page.contains("labels come from the preview list only") && !page.contains("id=\"use-label"))
            let departure = try await post(
                visitor, "/integrations/lent/authorise",
                ["mode": "read", "feature": "posture", "consent": "application"])
            let url = try #require(departure.field("Refresh")?.dropFirst("0; url=".count))
            #expect(!url.contains("offline_access"))
            let cookie = try #require(departure.field("Set-Cookie")?.split(separator: ";").first.map(String.init))
            let consent = try await visitor.send(.get, try await accept(String(url)), ["Cookie": cookie])
            let onward = try #require(consent.field("Refresh")?.dropFirst("0; url=".count))
            let back = try await visitor.send(.get, try await accept(String(onward)), ["Cookie": cookie])
            let id = try #require(back.field("Location")?.split(separator: "=").last.map(String.init))
            let saved = try await post(visitor, "/integrations/add/save", ["authorisation": id])
            #expect(saved.field("Location") == "/integrations/lent")
            let integration = try #require(try store.integration(named: "lent"))
            #expect(integration.credential == .secret && integration.features == [.directory, .posture, .labels])
            #expect(queued.value == [.scan])
            let after = try await visitor.send(.get, "/integrations/lent").text
            #expect(!after.contains("limited") && !after.contains("name=\"consent\""))
        }
    }

    @Test func `authorising again as another person says whose eyes it reads with`() async throws {
        try await fixture.test(server()) { visitor in
            try await register(visitor)
            try lend()
            let departure = try await post(
                visitor, "/integrations/lent/authorise", ["mode": "read", "consent": "delegated"])
            let url = try #require(departure.field("Refresh")?.dropFirst("0; url=".count))
            let cookie = try #require(departure.field("Set-Cookie")?.split(separator: ";").first.map(String.init))
            let back = try await visitor.send(.get, try await accept(String(url)), ["Cookie": cookie])
            let panel = try await visitor.send(.get, try #require(back.field("Location"))).text
            #expect(panel.contains("Until now it reads on behalf of <bdi>adele@contoso.example</bdi>"))
        }
    }

    @Test func `the limited mode is called so, and feeds no labels`() async throws {
        let store = fixture.store
        _ = try store.add(
            Integration(
                name: "lent", tenantID: "t", clientID: "c", graphURL: "https://g.example",
                loginURL: "https://l.example", credential: .refreshToken, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "x"))
        var schedule = try store.schedule(of: 1)
        (schedule.failures, schedule.failedAt, schedule.trouble) = (1, WebFixture.start, "cannot reach g.example")
        try store.set(schedule, of: 1)
        try await fixture.test(server()) { visitor in
            let page = try await visitor.send(.get, "/integrations/lent").text
            #expect(page.contains("Read, limited") && page.contains("<dd>Directory, posture</dd>"))
            #expect(!page.contains("id=\"use-labels\""))
            #expect(page.contains("The last try failed") && page.contains("Cannot reach g.example."))
            let add = try await visitor.send(.get, "/integrations/add").text
            #expect(!add.contains("<summary class=\"small second\">What the limited"))
        }
    }

    @Test(arguments: ["keep", "drop"])
    func `a removal that is refused keeps what was chosen, and says what became of the people`(
        choice: String
    ) async throws {
        let store = fixture.store
        let added = try store.add(
            Integration(
                name: "contoso", tenantID: "t", clientID: "c", graphURL: "https://g.example",
                loginURL: "https://l.example", credential: .secret, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "x"))
        let key = Protection.Key(integration: added.id, kind: .user, id: "u-1")
        let person = ProtectedPerson(id: "u-1", name: "Adele Vance", addresses: ["adele@contoso.example"])
        try store.changeProtections { writer in
            try writer.keep(
                Protection(key, person: person, reasons: [.init("direct", by: "user:ana", at: WebFixture.start)]))
            try writer.keep(
                KeptSecondaryEmail(
                    of: "u-1", .init(address: "adele@home.example"), by: "user:ana", at: WebFixture.start),
                in: added.id)
        }
        try await fixture.test(server()) { visitor in
            let wrong = try await post(
                visitor, "/integrations/contoso/remove", ["name": "contos", "protected": choice])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"\(choice)\" checked"))
            #expect(wrong.text.components(separatedBy: " checked>").count == 2)
            #expect(wrong.text.contains("value=\"contos\""))
            let done = try await post(
                visitor, "/integrations/contoso/remove", ["name": "contoso", "protected": choice])
            #expect(done.status == .seeOther)
            let words =
                choice == "keep" ? "1 person stays protected as typed in" : "1 person is protected no longer through it"
            let line = try store.audit(AuditFilter(action: "integration.remove"), limit: 1).records.first?.entry
            #expect(line?.detail == "\(words), with 1 secondary email: Adele Vance")
        }
    }

    @Test func `a secret never comes back`() async throws {
        let secret = tenant.configuration.clientSecret
        try await fixture.test(server()) { visitor in
            try await register(visitor)
            #expect(try await !visitor.send(.get, "/settings/registration").text.contains(secret))
        }
    }

    @Test func `a certificate is handed out without its key`() async throws {
        try await fixture.test(server()) { visitor in
            let none = try await visitor.send(.get, "/settings/registration/certificate")
            #expect(none.status == .notFound)
            _ = try await post(visitor, "/settings/registration/credential", ["cloud": "global", "kind": "made"])
            let answer = try await visitor.send(.get, "/settings/registration/certificate")
            #expect(answer.text.hasPrefix("-----BEGIN CERTIFICATE-----"))
            #expect(!answer.text.contains("PRIVATE"))
        }
    }

    @Test func `what is badly filled in is shown again with a word at the field`() async throws {
        try await fixture.test(server()) { visitor in
            let answer = try await post(
                visitor, "/settings/registration/ids", ["cloud": "global", "client-id": "<b>no</b>", "tenant-id": ""])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("client-id-error"))
            #expect(answer.text.contains("&lt;b&gt;no"))
            try await register(visitor)
            let name = try await post(visitor, "/integrations/add", ["name": "a/b", "frequency": "1h"])
            #expect(name.status == .unprocessableContent)
            #expect(name.text.contains("name-error"))
            // The panel of directories stays the panel of directories.
            let add = "/settings/directories/add"
            #expect(try await visitor.send(.get, add).text.contains("action=\"\(add)\""))
            let there = try await post(visitor, add, ["name": "a/b", "frequency": "1h", "place": "directories"])
            #expect(there.status == .unprocessableContent && there.text.contains("action=\"\(add)\""))
        }
    }

    @Test(arguments: [Role.viewer, .analyst])
    func `only administrators connect, pause and remove`(role: Role) async throws {
        let store = fixture.store
        _ = try store.add(
            Integration(
                name: "contoso", tenantID: "t", clientID: "c", graphURL: "https://g.example",
                loginURL: "https://l.example", credential: .secret, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "x"))
        try await fixture.test(server(role)) { visitor in
            for path in [
                "/settings/registration", "/integrations/add", "/integrations/contoso/remove", "/oauth/callback",
            ] {
                #expect(try await visitor.send(.get, path).status == .forbidden, "\(path)")
            }
            for path in ["/integrations/add", "/integrations/contoso/pause", "/integrations/contoso/remove"] {
                #expect(try await post(visitor, path, ["name": "contoso"]).status == .forbidden, "\(path)")
            }
            let page = try await visitor.send(.get, "/integrations/contoso")
            #expect(page.status == .ok)
            #expect(!page.text.contains("Authorize again</button>"))
            let run = try await post(visitor, "/integrations/contoso/run", ["kind": "sync"])
            #expect(run.status == (role == .viewer ? .forbidden : .seeOther))
        }
    }

    @Test func `pausing, resuming and the frequency are noted and can be taken back`() async throws {
        let store = fixture.store
        _ = try store.add(
            Integration(
                name: "contoso", tenantID: "t", clientID: "c", graphURL: "https://g.example",
                loginURL: "https://l.example", credential: .secret, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "x"))
        try await fixture.test(server()) { visitor in
            _ = try await post(visitor, "/integrations/contoso/pause", [:])
            #expect(try store.integration(named: "contoso")?.status == .paused)
            #expect(try await post(visitor, "/integrations/contoso/run", ["kind": "sync"]).status == .seeOther)
            #expect(try store.latestRun(1) == nil)
            _ = try await post(visitor, "/integrations/contoso/resume", [:])
            #expect(try store.integration(named: "contoso")?.status == .active)
            let read = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded())
            let run = try store.beginRun(1, kind: .sync, isFull: false, at: read)
            try store.endRun(1, number: run.run.number, requests: 1, opened: 0, resolved: 0, finished: read)
            _ = try await post(visitor, "/integrations/contoso/frequency", ["frequency": "6h"])
            #expect(try store.schedule(of: 1).nextAt == read.addingTimeInterval(21_600))
            _ = try await post(visitor, "/integrations/contoso/frequency", ["frequency": "manual"])
            #expect(try store.integration(named: "contoso")?.syncFrequency == .manual)
            #expect(
                try await post(visitor, "/integrations/contoso/frequency", ["frequency": "2s"]).status
                    == .unprocessableContent)
            let wrong = try await post(visitor, "/integrations/contoso/remove", ["name": "fabrikam"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"fabrikam\""))
            _ = try await post(visitor, "/integrations/contoso/remove", ["name": "contoso"])
            #expect(try store.integrations().isEmpty)
        }
    }
}

extension WebFixture {
    /// A server whose Microsoft is the simulated tenant, for whoever asks with this role.
    func server(on tenant: SimulatedTenant, as role: Role = .administrator) -> WebServer {
        var server = server()
        server.visit = { _ in Visitor(name: "ana", role: role, actor: "user:ana", csrf: "token") }
        server.origins = CloudOrigins(
            graphURL: tenant.configuration.origin, loginURL: tenant.configuration.origin)
        server.jobs = Jobs(
            surroundings: Surroundings(
                store: store, home: FileManager.default.temporaryDirectory, userAgent: "test",
                exchange: { try await tenant.exchange($0, $1) }, resolve: { DNSAnswer($0, .absent) }))
        return server
    }
}
