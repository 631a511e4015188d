import Flows
import Foundation
import Graph
import HTTPTypes
import HummingbirdTesting
import SimulatedTenant
import Synchronization
import Testing

@testable import Store
@testable import Web

/// Sign-in with Microsoft against the simulated sign-in service.
struct EntraSignInTests {
    let fixture: AccountsFixture
    let tenant: SimulatedTenant

    init() throws {
        fixture = try AccountsFixture()
        let time = fixture.web.time
        var configuration = SimulatedConfiguration()
        configuration.now = { time.value }
        var registration = AppRegistration()
        registration.redirectURIs = ["http://localhost:8080/sign-in/callback"]
        tenant = SimulatedTenant(configuration, registration: registration)
    }

    /// - Parameter id: the tenant that Reeve lets in, in place of the simulated one.
    func entra(
        _ id: String? = nil, _ tamper: @escaping @Sendable (String, [UInt8]) -> [UInt8] = { $1 }
    ) throws -> EntraSignIn {
        let (tenant, time) = (tenant, fixture.web.time)
        let configuration = tenant.configuration
        return EntraSignIn(
            tenantID: id ?? configuration.tenantID, clientID: configuration.clientID,
            credential: .secret(configuration.clientSecret),
            endpoint: try GraphEndpoint(graphURL: configuration.origin, loginURL: configuration.origin),
            clock: GraphClock(now: { time.value }, sleep: { _ in }, random: { $0.lowerBound }), userAgent: "test",
            wayOut: { body in
                try await body { request, bytes in
                    let (head, answer) = try await tenant.exchange(request, bytes)
                    return (head, tamper(request.path ?? "", answer))
                }
            })
    }

    func test(
        _ entra: EntraSignIn? = nil, _ body: @escaping @Sendable (Browser) async throws -> Void
    ) async throws {
        let entra = try entra ?? self.entra()
        try await fixture.test {
            $0.publicURL = "http://localhost:8080"
            $0.signIn.entra = entra
        } _: {
            try await body($0)
        }
    }

    /// Goes to Microsoft's page and accepts there.
    /// - Returns: the path of Reeve that the browser is sent back to.
    func leave(_ browser: Browser, as person: SignInAccount, next: String = "/profile") async throws -> String {
        let departure = try await browser.get("/sign-in/entra?next=\(Link.part(next))")
        #expect(departure.status == .seeOther)
        let place = try #require(departure.field("Location"))
        let url = try #require(URLComponents(string: place))
        var fields = HTTPFields()
        fields[.contentType] = "application/x-www-form-urlencoded"
        let form = (url.percentEncodedQuery ?? "") + "&account=\(person.id)&decision=accept"
        let request = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: url.path, headerFields: fields)
        let (answer, _) = try await tenant.exchange(request, Array(form.utf8))
        let location = try #require(answer.headerFields[.location])
        #expect(location.hasPrefix("http://localhost:8080/sign-in/callback?"))
        return String(location.dropFirst("http://localhost:8080".count))
    }

    var person: SignInAccount { get throws { try #require(tenant.login.accounts.last) } }

    func invite(_ name: String, _ address: String) throws {
        let entra = EntraIdentity(tenant: tenant.configuration.tenantID, object: nil, address: address.lowercased())
        try fixture.store.changeAccounts(Deed(by: "user:ana", at: WebFixture.start)) {
            _ = try $0.add(name, role: .analyst, entra: entra)
        }
    }

    @Test func `who was invited is in, and from then on the person counts and not the address`() async throws {
        let person = try person
        try invite("cy", person.address)
        try await test { browser in
            let back = try await browser.get(try await leave(browser, as: person))
            #expect(back.status == .seeOther && back.field("Location") == "/profile")
            #expect(try await browser.get("/profile").text.contains("<bdi>cy</bdi>"))
            #expect(try fixture.account("cy").entra?.object == person.id)
            #expect(try fixture.lines().map(\.action).prefix(2) == ["session.begin", "account.link"])
        }
    }

    /// A server whose sign-in is set up by nobody yet; its Microsoft is the simulated one.
    private func testSettings(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        let (tenant, time, store) = (tenant, fixture.web.time, fixture.store)
        try await fixture.test {
            $0.publicURL = "http://localhost:8080"
            $0.origins = CloudOrigins(graphURL: tenant.configuration.origin, loginURL: tenant.configuration.origin)
            $0.jobs = Jobs(
                surroundings: Surroundings(
                    store: store, home: FileManager.default.temporaryDirectory, userAgent: "test",
                    exchange: { try await tenant.exchange($0, $1) },
                    clock: GraphClock(now: { time.value }, sleep: { _ in }, random: { $0.lowerBound })))
        } _: {
            try await body($0)
        }
    }

    private func set(_ browser: Browser, _ path: String, _ fields: String) async throws -> TestResponse {
        let token = try await browser.token(on: "/settings/registration")
        return try await browser.send(
            .post, "/settings/registration/\(path)", ["Content-Type": "application/x-www-form-urlencoded"],
            body: "csrf=\(token)&cloud=global&\(fields)")
    }

    @Test func `an administrator sets it up by the app registration, without a file and without a restart`()
        async throws
    {
        let person = try person
        try invite("cy", person.address)
        let configuration = tenant.configuration
        try await testSettings { browser in
            let none = try await browser.get("/sign-in")
            #expect(!none.text.contains("Sign in with Microsoft"))
            #expect(try await browser.get("/sign-in/entra").status == .notFound)
            try await browser.signIn("ana")
            let page = try await browser.get("/settings/registration")
            #expect(page.text.contains("http://localhost:8080/sign-in/callback"))
            let early = try await set(browser, "sign-in", "on=yes")
            #expect(early.status == .unprocessableContent)
            #expect(early.text.contains("Sign-in needs the Application ID"))
            _ = try await set(
                browser, "ids", "client-id=\(configuration.clientID)&tenant-id=\(configuration.tenantID)")
            _ = try await set(browser, "credential", "kind=secret&secret=\(Link.part(configuration.clientSecret))")
            #expect(try await set(browser, "sign-in", "on=yes").status == .seeOther)
            let other = Browser(browser.client)
            let offered = try await other.get("/sign-in")
            #expect(offered.text.contains("Sign in with Microsoft"))
            let back = try await other.get(try await leave(other, as: person))
            #expect(back.status == .seeOther && back.field("Location") == "/profile")
            #expect(try await set(browser, "sign-in", "on=no").status == .seeOther)
            let gone = try await Browser(browser.client).get("/sign-in/entra")
            #expect(gone.status == .notFound)
            #expect(
                try fixture.lines(AuditFilter(action: "registration.sign-in")).map(\.detail) == ["off", "on"])
        }
    }

    @Test func `an account that is there may sign in with Microsoft, too, and what was typed wrongly is shown again`()
        async throws
    {
        let configuration = tenant.configuration
        try await testSettings { browser in
            try await browser.signIn("ana")
            _ = try await set(
                browser, "ids", "client-id=\(configuration.clientID)&tenant-id=\(configuration.tenantID)")
            _ = try await set(browser, "credential", "kind=secret&secret=\(Link.part(configuration.clientSecret))")
            _ = try await set(browser, "sign-in", "on=yes")
            let page = "/settings/users/\(try fixture.account("ana").id)"
            #expect(try await browser.get(page).text.contains("Sign-in name in Entra"))
            func send(_ path: String, _ fields: String) async throws -> TestResponse {
                let token = try await browser.token(on: page)
                return try await browser.send(
                    .post, path, ["Content-Type": "application/x-www-form-urlencoded"], body: "csrf=\(token)&\(fields)")
            }
            let wrong = try await send(page + "/entra", "address=not+an+address")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"not an address\"") && wrong.text.contains("address-error"))
            #expect(try await send(page + "/entra", "address=Ana@contoso.com").status == .seeOther)
            #expect(try fixture.account("ana").entra?.address == "ana@contoso.com")
            let added = try await send("/settings/users/add", "name=zed&role=viewer&address=not+an+address")
            #expect(added.status == .unprocessableContent)
            #expect(added.text.contains("value=\"zed\"") && added.text.contains("value=\"not an address\""))
            #expect(added.text.contains("<option value=\"viewer\" selected>"))
            #expect(added.text.contains("address-error"))
        }
    }

    @Test func `a Microsoft account is given to one account, in any letter case, and who gives it stays signed in`()
        async throws
    {
        try await test { browser in
            try await browser.signIn("ana")
            let (ana, bo) = (try fixture.account("ana"), try fixture.account("bo"))
            func give(_ address: String, to account: Account) async throws -> TestResponse {
                try await browser.submit(
                    "\(account.page)/entra", on: "\(account.page)", ["address": address])
            }
            #expect(try await give("Lee@contoso.example", to: ana).status == .seeOther)
            // Nobody was linked: nobody is signed out.
            #expect(try await give("LeeG@contoso.example", to: ana).status == .seeOther)
            #expect(try await browser.get("/profile").status == .ok)
            #expect(try fixture.account("ana").entra?.address == "leeg@contoso.example")
            #expect(try fixture.lines(AuditFilter(action: "session.end")).isEmpty)
            let taken = try await give("leeg@CONTOSO.example", to: bo)
            #expect(taken.status == .unprocessableContent)
            #expect(taken.text.contains("address-error") && taken.text.contains("The account &quot;ana&quot; has"))
            #expect(taken.text.contains("value=\"leeg@CONTOSO.example\""))
            #expect(try fixture.account("bo").entra == nil)
            let added = try await browser.submit(
                "/settings/users/add", on: "/settings/users",
                ["name": "zoe", "role": "viewer", "address": "LEEG@contoso.example"])
            #expect(added.status == .unprocessableContent)
            #expect(added.text.contains("address-error") && !added.text.contains("name-error"))
            #expect(try fixture.store.account(named: "zoe") == nil)
        }
    }

    @Test func `who takes their own Microsoft account away keeps the session that asks, and no other`() async throws {
        let person = try person
        try await test { browser in
            let ana = try fixture.account("ana")
            let entra = EntraIdentity(
                tenant: tenant.configuration.tenantID, object: person.id, address: person.address)
            try await fixture.store.changeAccounts(Deed(by: "user:ana", at: WebFixture.start)) {
                _ = try $0.link(ana, to: entra)
            }
            try await browser.signIn("ana")
            let other = Browser(browser.client)
            try await other.signIn("ana")
            let saved = try await browser.submit(
                "\(ana.page)/entra", on: "\(ana.page)", ["address": "x@contoso.example"])
            #expect(saved.status == .seeOther)
            #expect(try await browser.get("/profile").status == .ok)
            #expect(try await other.get("/profile").status == .seeOther)
        }
    }

    @Test func `a registration that is changed otherwise stays as it was set`() async throws {
        let configuration = tenant.configuration
        try await testSettings { browser in
            try await browser.signIn("ana")
            _ = try await set(
                browser, "ids", "client-id=\(configuration.clientID)&tenant-id=\(configuration.tenantID)")
            _ = try await set(browser, "credential", "kind=secret&secret=\(Link.part(configuration.clientSecret))")
            _ = try await set(browser, "sign-in", "on=yes")
            _ = try await set(browser, "features", "feature=posture")
            #expect(try fixture.store.registration(of: "global")?.signsIn == true)
            // Without a tenant nobody knows whose people these are.
            _ = try await set(browser, "ids", "client-id=\(configuration.clientID)&tenant-id=")
            let offered = try await Browser(browser.client).get("/sign-in")
            #expect(!offered.text.contains("Sign in with Microsoft"))
        }
    }

    @Test func `who was not invited stays outside, whatever they are in Entra`() async throws {
        let administrator = try #require(tenant.login.accounts.first)
        #expect(administrator.isAdministrator)
        try await test { browser in
            let back = try await browser.get(try await leave(browser, as: administrator))
            #expect(back.status == .forbidden && back.text.contains("has no account here"))
            #expect(browser.cookies["reeve-session"] == nil)
            #expect(try fixture.store.accounts().count == 3)
        }
    }

    @Test func `an answer for another browser, another state or a second time is not taken`() async throws {
        let person = try person
        try invite("cy", person.address)
        try await test { browser in
            let path = try await leave(browser, as: person)
            let other = Browser(browser.client)
            #expect(try await other.get(path).status == .forbidden)
            _ = try await other.get("/sign-in/entra")
            #expect(try await other.get(path).status == .forbidden)
            let sealed = try #require(browser.cookies["reeve-entra"])
            let changed = path.replacing(/state=[^&]{4}/, with: "state=AAAA")
            #expect(try await browser.get(changed).status == .forbidden)
            browser.plant("reeve-entra", sealed)
            #expect(try await browser.get(path).status == .seeOther)
            browser.plant("reeve-entra", sealed)
            #expect(try await browser.get(path).status == .forbidden, "a code is good once")
        }
    }

    @Test func `an answer that comes too late is not taken`() async throws {
        let person = try person
        try invite("cy", person.address)
        try await test { browser in
            let path = try await leave(browser, as: person)
            fixture.web.time.change { $0 += EntraSignIn.life }
            #expect(try await browser.get(path).status == .forbidden)
        }
    }

    @Test func `where somebody wanted to go outlasts a sign-in that was cancelled`() async throws {
        let person = try person
        try invite("cy", person.address)
        try await test { browser in
            let departure = try await browser.get("/sign-in/entra?next=%2Ffindings%3Fseverity%3Dhigh")
            let state = try #require(
                URLComponents(string: departure.field("Location") ?? "")?.queryItems?.first { $0.name == "state" }?
                    .value)
            let answer = try await browser.get("/sign-in/callback?error=access_denied&state=\(state)")
            #expect(answer.status == .forbidden && answer.text.contains("was cancelled"))
            #expect(!answer.text.contains("consent"))
            #expect(answer.text.contains(#"name="next" value="/findings?severity=high""#))
        }
    }

    @Test func `a refusal of Microsoft is explained`() async throws {
        try await test { browser in
            _ = try await browser.get("/sign-in/entra")
            let answer = try await browser.get("/sign-in/callback?error=access_denied&state=x")
            #expect(answer.status == .forbidden)
            for query in ["", "?code=", "?code=<script>&state=<b>", "?admin_consent=True&tenant=x"] {
                let bad = try await browser.get("/sign-in/callback\(query)")
                #expect(bad.status == .forbidden && !bad.text.contains("<script>a"))
            }
        }
    }

    @Test(arguments: ["signature", "payload"])
    func `a token that was changed on the way proves nothing`(part: String) async throws {
        let person = try person
        try invite("cy", person.address)
        let entra = try entra { path, answer in
            guard path.hasSuffix("/token") else { return answer }
            return Array(
                String(decoding: answer, as: UTF8.self).replacing(/"id_token":"([^."]+)\.([^."]+)\.([^"]+)"/) { match in
                    let body = part == "payload" ? "e30" : String(match.2)
                    let end = part == "signature" ? "A" + String(match.3.dropFirst()) : String(match.3)
                    return "\"id_token\":\"\(match.1).\(body).\(end == match.3 && part == "signature" ? "B" : end)\""
                }.utf8)
        }
        try await test(entra) { browser in
            let answer = try await browser.get(try await leave(browser, as: person))
            #expect(answer.status == .forbidden)
            #expect(browser.cookies["reeve-session"] == nil)
        }
    }

    @Test func `where it is not set up there is no such page and no such button`() async throws {
        try await fixture.test { browser in
            let begun = try await browser.get("/sign-in/entra")
            #expect(begun.status == .notFound)
            #expect(try await browser.get("/sign-in/callback?code=x&state=y").status == .notFound)
            #expect(try await !browser.get("/sign-in").text.contains("Microsoft"))
        }
    }

    @Test func `nothing of what has to come back can be read in the cookie`() async throws {
        try await test { browser in
            let departure = try await browser.get("/sign-in/entra?next=/profile")
            let place = try #require(departure.field("Location"))
            let url = try #require(URLComponents(string: place))
            let query = Dictionary(uniqueKeysWithValues: (url.queryItems ?? []).map { ($0.name, $0.value ?? "") })
            #expect(query["code_challenge_method"] == "S256" && query["response_type"] == "code")
            let kept = try #require(browser.cookies["reeve-entra"])
            for name in ["state", "nonce"] { #expect(!kept.contains(try #require(query[name]))) }
        }
    }
}
