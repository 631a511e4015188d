import Flows
import Foundation
import Graph
import HTTPTypes
import HummingbirdTesting
import Model
import SimulatedTenant
import Store
import Testing

@testable import Web

/// A program connects a tenant.
struct ConnectAPITests {
    let fixture: WebFixture
    let tenant = SimulatedTenant(SimulatedConfiguration())

    init() throws { fixture = try WebFixture() }

    private func send(
        _ visitor: WebVisitor, _ method: HTTPRequest.Method, _ path: String, _ members: [String: any Sendable] = [:]
    ) async throws -> TestResponse {
        let body = String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
        return try await visitor.send(
            method, "/api/v1" + path, ["Content-Type": "application/json", "X-CSRF-Token": "token"], body: body)
    }

    private var whole: [String: any Sendable] {
        let known = tenant.configuration
        return [
            "name": "contoso", "tenantId": known.tenantID, "clientId": known.clientID,
            "clientSecret": known.clientSecret, "syncFrequency": "6h", "features": ["posture"],
        ]
    }

    @Test func `a tenant is connected, tested, and gets another secret`() async throws {
        let (store, whole, secret) = (fixture.store, whole, tenant.configuration.clientSecret)
        try await fixture.test(fixture.server(on: tenant)) { visitor in
            let made = try await send(visitor, .post, "/integrations", whole)
            #expect(made.status == .created)
            #expect(!made.text.contains(secret))
            #expect((try made.object()["test"] as? [String: Any])?["works"] as? Bool == true)
            #expect((try made.object()["granted"] as? [String])?.contains("User.Read.All") == true)
            let kept = try #require(try store.integration(named: "contoso"))
            #expect(kept.syncFrequency == .sixHours)
            #expect(kept.features == [.directory, .posture])
            #expect(try store.secret(of: kept).clientSecret == secret)
            let works = try await send(visitor, .post, "/integrations/contoso/test")
            #expect(try works.object()["works"] as? Bool == true)
            let wrong = try await send(
                visitor, .put, "/integrations/contoso/credential", ["clientSecret": "an old one"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("stays as it was"))
            #expect(try store.secret(of: kept).clientSecret == secret)
            try store.noteGranted([Permission("openid")], to: kept.id, at: WebFixture.start)
            let renewed = try await send(
                visitor, .put, "/integrations/contoso/credential", ["clientSecret": secret])
            #expect((try renewed.object()["test"] as? [String: Any])?["works"] as? Bool == true)
            let granted = try #require(try renewed.object()["granted"] as? [String])
            #expect(granted.contains("User.Read.All") && !granted.contains("openid"))
            #expect(try await send(visitor, .post, "/integrations/contoso/test").object()["works"] as? Bool == true)
            let delegated = try await send(
                visitor, .put, "/integrations/contoso/credential", ["clientSecret": secret, "refreshToken": "sample"])
            #expect(delegated.status == .unprocessableContent && delegated.text.contains("delegated"))
            #expect(try store.integration(named: "contoso")?.credential == .secret)
            let meant = try await send(
                visitor, .put, "/integrations/contoso/credential",
                ["clientSecret": secret, "refreshToken": "sample", "delegated": true])
            #expect(meant.status == .unprocessableContent && meant.text.contains("Microsoft refuses it"))
            #expect(try store.integration(named: "contoso")?.credential == .secret)
            #expect(try await send(visitor, .post, "/integrations/contoso/stop").status == .ok)
            let taken = try await send(visitor, .post, "/integrations", whole)
            #expect(taken.status == .conflict)
        }
    }

    @Test(arguments: [
        ("name", "a/b"), ("name", "add"), ("tenantId", "contoso"), ("clientId", "<script>"), ("clientSecret", ""),
        ("certificate", "both at once"), ("syncFrequency", "2s"), ("dlpProfiles", "unknown"), ("features", "flying"),
        ("cloud", "moon"),
    ])
    func `what does not fit is refused by name and leaves nothing`(member: String, value: String) async throws {
        var body = whole
        let isList = ["dlpProfiles", "features"].contains(member)
        body[member] = isList ? [value] as any Sendable : value
        let (store, asked) = (fixture.store, body)
        try await fixture.test(fixture.server(on: tenant)) { visitor in
            let answer = try await send(visitor, .post, "/integrations", asked)
            #expect((400..<500).contains(answer.status.code))
            #expect(answer.text.contains(member) || answer.text.contains(value))
            #expect(try store.integrations().isEmpty)
        }
    }

    @Test func `what Microsoft refuses is not connected, and what it cannot be asked about is`() async throws {
        let store = fixture.store
        var (wrong, lone, strange) = (whole, whole, whole)
        wrong["clientSecret"] = "wrong"
        (lone["clientSecret"], lone["refreshToken"]) = (nil, "bogus")
        strange["tenantId"] = "11111111-1111-4111-8111-111111111111"
        let bodies = [(wrong, "client secret is wrong"), (lone, "A refresh token came alone"), (strange, "tenant")]
        try await fixture.test(fixture.server(on: tenant)) { visitor in
            for (body, words) in bodies {
                let answer = try await send(visitor, .post, "/integrations", body)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("nothing was connected") && answer.text.contains(words), "\(answer.text)")
                #expect(try store.integrations().isEmpty)
            }
            let reserved = try await send(visitor, .post, "/integrations", whole.merging(["name": "add"]) { $1 })
            #expect(reserved.text.contains("page of the dashboard"))
            let noKey = whole.filter { $0.key != "clientSecret" }.merging(["certificate": "x"]) { $1 }
            let certificate = try await send(visitor, .post, "/integrations", noKey)
            #expect(certificate.text.contains("There is no private key"), "\(certificate.text)")
            #expect(!certificate.text.contains("sign-in refused"))
        }
        struct Unreachable: Error {}
        var server = fixture.server(on: tenant)
        server.jobs = Jobs(
            surroundings: Surroundings(
                store: store, home: FileManager.default.temporaryDirectory, userAgent: "test",
                exchange: { _, _ in throw Unreachable() },
                clock: GraphClock(now: { WebFixture.start }, sleep: { _ in }, random: { $0.lowerBound })))
        try await fixture.test(server) { visitor in
            let made = try await send(visitor, .post, "/integrations", whole)
            #expect(made.status == .created, "\(made.text)")
            #expect((try made.object()["test"] as? [String: Any])?["works"] as? Bool == false)
        }
    }

    @Test func `the app registration is kept and tested`() async throws {
        let known = tenant.configuration
        try await fixture.test(fixture.server(on: tenant)) { visitor in
            let empty = try await send(visitor, .get, "/registrations/global")
            #expect(try empty.object()["credential"] is NSNull)
            let ids = try await send(
                visitor, .patch, "/registrations/global", ["clientId": known.clientID, "tenantId": known.tenantID])
            #expect(ids.status == .ok)
            let untested = try await send(visitor, .post, "/registrations/global/test").object()
            #expect(untested["code"] as? String == "not tested")
            let secret = try await send(
                visitor, .put, "/registrations/global/credential",
                ["clientSecret": known.clientSecret, "expires": "2027-11-21"])
            #expect(secret.status == .ok)
            #expect(!secret.text.contains(known.clientSecret))
            #expect(secret.text.contains("2027-11-21"))
            #expect(try await send(visitor, .post, "/registrations/global/test").object()["works"] as? Bool == true)
            let past = try await send(
                visitor, .put, "/registrations/global/credential",
                ["clientSecret": known.clientSecret, "expires": "2020-01-01"])
            #expect(past.status == .unprocessableContent && past.text.contains("That day has passed"))
            for typo: [String: String] in [[:], ["name": "x"], ["client_secret": "typo"], ["make": "secret"]] {
                let answer = try await send(visitor, .put, "/registrations/global/credential", typo)
                #expect([.badRequest, .unprocessableContent].contains(answer.status), "\(typo)")
                let kept = try await send(visitor, .get, "/registrations/global").object()
                #expect(kept["credential"] as? String == "secret", "\(typo)")
            }
            let made = try await send(visitor, .put, "/registrations/global/credential", ["make": "certificate"])
            #expect((try made.object()["certificate"] as? String)?.hasPrefix("-----BEGIN CERTIFICATE") == true)
            #expect(!made.text.contains("PRIVATE"))
            #expect(try await send(visitor, .get, "/registrations/moon").status == .notFound)
            let bad = try await send(visitor, .patch, "/registrations/global", ["clientId": "x"])
            #expect(bad.status == .unprocessableContent)
        }
    }
}
