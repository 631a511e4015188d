import Foundation
import HTTPTypes
import Testing

@testable import SimulatedTenant

struct LoginClientCredentialsTests {
    @Test func `gives a token with the granted roles and nothing to refresh it with`() async throws {
        let visit = DoorVisit { $0.permissions = ["User.Read.All", "Group.Read.All"] }
        let answer = try await visit.post(form: visit.form)
        #expect(answer.status == 200)
        #expect(answer.json.members.map(\.name) == ["token_type", "expires_in", "ext_expires_in", "access_token"])
        #expect(answer.json["expires_in"] == 3599)
        let claims = DoorVisit.claims(answer.json["access_token"]?.text)
        #expect(claims["roles"] == ["Group.Read.All", "User.Read.All"])
        #expect(claims["tid"]?.text == visit.tenant.configuration.tenantID)
        #expect(claims["appid"]?.text == visit.tenant.configuration.clientID)
        #expect(claims["idtyp"] == "app")
        #expect(claims["exp"] == .int(1_795_600_000 + 3599))
    }

    @Test func `takes the secret by Basic authentication`() async throws {
        let visit = DoorVisit()
        let configuration = visit.tenant.configuration
        let pair = Data("\(configuration.clientID):\(configuration.clientSecret)".utf8).base64EncodedString()
        let form = ["grant_type": "client_credentials", "scope": "https://graph.microsoft.com/.default"]
        let answer = try await visit.post(form: form, ["Authorization": "Basic \(pair)"])
        #expect(answer.status == 200)
    }

    /// What is changed in a good form, the tenant of the path, and the number, word and status of the refusal.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var change: [String: String?]
        var tenant: String?
        var code: Int
        var error: String
        var status = 400
        var testDescription: String { "\(code)" }
    }

    @Test(arguments: [
        Refusal(change: ["client_secret": "wrong"], code: 7_000_215, error: "invalid_client", status: 401),
        Refusal(change: ["client_secret": nil], code: 7_000_218, error: "invalid_client", status: 401),
        Refusal(
            change: ["client_id": "11111111-1111-4111-8111-111111111111"], code: 700_016, error: "unauthorized_client"),
        Refusal(change: ["client_id": nil], code: 900_144, error: "invalid_request"),
        Refusal(change: [:], tenant: "99999999-9999-4999-8999-999999999999", code: 90002, error: "invalid_request"),
        Refusal(change: [:], tenant: "common", code: 50194, error: "invalid_request"),
        Refusal(
            change: ["scope": "https://graph.microsoft.com/User.Read.All"], code: 1_002_012, error: "invalid_scope"),
        Refusal(change: ["scope": "https://vault.azure.net/.default"], code: 500_011, error: "invalid_resource"),
        Refusal(change: ["scope": nil], code: 900_144, error: "invalid_request"),
        Refusal(change: ["grant_type": nil], code: 900_144, error: "invalid_request"),
        Refusal(change: ["grant_type": "password"], code: 70003, error: "unsupported_grant_type"),
        Refusal(change: ["client_assertion": "a.b"], code: 50027, error: "invalid_request"),
    ])
    func `refuses with the service's number`(_ refusal: Refusal) async throws {
        let visit = DoorVisit()
        var form = visit.form
        for (name, value) in refusal.change { form[name] = value }
        let path = "/\(refusal.tenant ?? visit.tenant.configuration.tenantID)/oauth2/v2.0/token"
        let answer = try await visit.post(form: form, to: path)
        #expect(answer.status == refusal.status)
        #expect(answer.json["error"]?.text == refusal.error)
        #expect(answer.signInCode == refusal.code)
        #expect(answer.json["error_description"]?.text?.hasPrefix("AADSTS\(refusal.code): ") == true)
        #expect(answer.json["timestamp"]?.text == "2026-11-25 09:46:40Z")
        for name in ["trace_id", "correlation_id", "error_uri"] { #expect(answer.json[name]?.text != nil) }
    }

    @Test func `refuses an expired secret, a GET and a browser's origin`() async throws {
        let visit = DoorVisit { $0.secretExpires = Date(timeIntervalSince1970: 1_795_600_100) }
        #expect(try await visit.post(form: visit.form).status == 200)
        visit.clock.advance(by: 100)
        #expect(try await visit.post(form: visit.form).signInCode == 7_000_222)
        let fresh = DoorVisit()
        let path = "/\(fresh.tenant.configuration.tenantID)/oauth2/v2.0/token"
        #expect(try await fresh.send(.get, path).signInCode == 900_561)
        let origin = try await fresh.post(form: fresh.form, ["Origin": "http://localhost:8080"])
        #expect(origin.signInCode == 9_002_326)
    }

    @Test func `gives a token without roles until the consent has arrived`() async throws {
        let visit = DoorVisit { $0.consentArrives = Date(timeIntervalSince1970: 1_795_600_060) }
        let early = try await visit.token()
        #expect(DoorVisit.claims(early)["roles"] == nil)
        #expect(try await visit.get("/v1.0/users", token: early).code == "Authorization_RequestDenied")
        visit.clock.advance(by: 60)
        let late = try await visit.token()
        #expect(DoorVisit.claims(late)["roles"]?.elements.count == SimulatedConfiguration.everyPermission.count)
        #expect(try await visit.get("/v1.0/users", token: late).status == 200)
    }

    @Test func `describes itself with its own origin and the key that signs`() async throws {
        let visit = DoorVisit()
        let tenant = visit.tenant.configuration.tenantID
        let description = try await visit.send(.get, "/\(tenant)/v2.0/.well-known/openid-configuration")
        #expect(
            description.json["token_endpoint"]?.text == "http://127.0.0.1:9400/\(tenant)/oauth2/v2.0/token")
        let keys = try await visit.send(.get, "/\(tenant)/discovery/v2.0/keys")
        let header = try await visit.token().split(separator: ".")[0]
        let kid = try JSONReader.read(Array(#require(Base64URL.decode(header))))["kid"]
        #expect(keys.json["keys"]?.elements.first?["kid"] == kid)
    }
}
