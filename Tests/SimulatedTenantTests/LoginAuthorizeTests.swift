import Crypto
import Foundation
import HTTPTypes
import Testing

@testable import SimulatedTenant

struct LoginAuthorizeTests {
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    /// RFC 7636 appendix B.
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    private static let redirect = "http://localhost:8080/oauth/callback"

    private let visit = DoorVisit()

    private var path: String { "/\(visit.tenant.configuration.tenantID)/oauth2/v2.0/authorize" }

    private var wish: [String: String] {
        [
            "client_id": visit.tenant.configuration.clientID, "response_type": "code", "redirect_uri": Self.redirect,
            "scope": "openid profile offline_access User.Read", "state": "s 1&2", "nonce": "n1",
            "code_challenge": Self.challenge, "code_challenge_method": "S256",
        ]
    }

    private func query(_ fields: [String: String]) -> String {
        var form = FormFields()
        for (name, value) in fields { form.add(name, value) }
        return path + "?" + form.encoded
    }

    /// Accepts as an administrator and gives the redirect.
    private func accept(_ wish: [String: String]) async throws -> DoorVisit.Answer {
        let account = try #require(visit.tenant.login.accounts.first)
        return try await visit.post(form: wish.merging(["account": account.id, "decision": "accept"]) { $1 }, to: path)
    }

    private func redeem(_ code: String?, _ change: [String: String?] = [:]) async throws -> DoorVisit.Answer {
        var form = visit.form
        form["grant_type"] = "authorization_code"
        form["scope"] = nil
        form["code"] = code
        form["redirect_uri"] = Self.redirect
        form["code_verifier"] = Self.verifier
        for (name, value) in change { form[name] = value }
        return try await visit.post(form: form)
    }

    @Test func `shows a page with accounts, then sends a code and the state back`() async throws {
        let page = try await visit.send(.get, query(wish))
        #expect(page.status == 200)
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        let account = try #require(visit.tenant.login.accounts.first)
        #expect(account.isAdministrator)
        #expect(page.text.contains(account.id))
        #expect(page.text.contains("s 1&amp;2"))
        let back = try await accept(wish)
        #expect(back.status == 302)
        #expect(back.header("Location")?.hasPrefix(Self.redirect + "?") == true)
        #expect(redirectFields(back)["state"] == "s 1&2")
        #expect(redirectFields(back)["code"] != nil)
    }

    @Test func `exchanges a code for access, refresh and id tokens`() async throws {
        let code = redirectFields(try await accept(wish))["code"]
        let answer = try await redeem(code)
        #expect(answer.status == 200)
        #expect(answer.json["scope"] == "openid profile https://graph.microsoft.com/User.Read")
        #expect(answer.json["refresh_token"]?.text != nil)
        let claims = DoorVisit.claims(answer.json["id_token"]?.text)
        #expect(claims["nonce"] == "n1")
        #expect(claims["aud"]?.text == visit.tenant.configuration.clientID)
        #expect(claims["tid"]?.text == visit.tenant.configuration.tenantID)
        let access = try #require(answer.json["access_token"]?.text)
        #expect(DoorVisit.claims(access)["scp"] == "openid profile User.Read")
        #expect(DoorVisit.claims(access)["roles"] == nil)
        let account = try #require(visit.tenant.login.accounts.first)
        #expect(try await visit.get("/v1.0/me?$select=id", token: access).json["id"]?.text == account.id)
        #expect(try await visit.get("/v1.0/users", token: access).code == "Authorization_RequestDenied")
    }

    @Test func `takes a code once, for ten minutes, with its redirect and its verifier`() async throws {
        let used = redirectFields(try await accept(wish))["code"]
        #expect(try await redeem(used).status == 200)
        #expect(try await redeem(used).signInCode == 54005)
        let old = redirectFields(try await accept(wish))["code"]
        visit.clock.advance(by: 600)
        #expect(try await redeem(old).signInCode == 70008)
        for (change, code) in [
            (["redirect_uri": "http://localhost:8080/other"], 500_112), (["code_verifier": nil], 501_481),
            (["code_verifier": "short"], 501_491), (["code_verifier": String(repeating: "x", count: 43)], 501_481),
        ] as [([String: String?], Int)] {
            let code2 = redirectFields(try await accept(wish))["code"]
            #expect(try await redeem(code2, change).signInCode == code)
        }
        #expect(try await redeem("made up").signInCode == 70000)
    }

    @Test func `takes a plain challenge where no method is named`() async throws {
        var plain = wish
        plain["code_challenge"] = Self.verifier
        plain["code_challenge_method"] = nil
        #expect(try await redeem(redirectFields(try await accept(plain))["code"]).status == 200)
        plain["code_challenge"] = Self.challenge
        #expect(try await redeem(redirectFields(try await accept(plain))["code"]).signInCode == 501_481)
    }

    @Test func `tells the app of an error only where the redirect is known`() async throws {
        for (name, value, code) in [
            ("redirect_uri", "http://evil.example/", 50011),
            ("redirect_uri", "http://localhost:8080/oauth/callback/x", 50011),
            ("client_id", "unknown", 700_016),
        ] {
            let answer = try await visit.send(.get, query(wish.merging([name: value]) { $1 }))
            #expect(answer.header("Location") == nil)
            #expect(answer.text.contains("AADSTS\(code)"))
        }
        for (name, value, error, code) in [
            ("scope", "InformationProtectionPolicy.Read.All", "invalid_client", 650_053),
            ("response_type", "id_token", "unsupported_response_type", 700_054),
            ("code_challenge", "short", "invalid_request", 50147), ("prompt", "none", "login_required", 50058),
        ] {
            let answer = try await visit.send(.get, query(wish.merging([name: value]) { $1 }))
            #expect(redirectFields(answer)["error"] == error)
            #expect(redirectFields(answer)["error_description"]?.hasPrefix("AADSTS\(code): ") == true)
            #expect(redirectFields(answer)["state"] == "s 1&2")
        }
    }

    @Test func `lets localhost have any port and 127.0.0.1 none that is not registered`() {
        let registration = AppRegistration()
        #expect(registration.allows(redirectURI: "http://localhost:49152/oauth/callback"))
        #expect(registration.allows(redirectURI: "http://localhost/oauth/callback"))
        #expect(!registration.allows(redirectURI: "http://localhost:49152/other"))
        #expect(!registration.allows(redirectURI: "http://localhost.evil.example:8080/oauth/callback"))
        #expect(!registration.allows(redirectURI: "http://localhost:8080@evil.example/oauth/callback"))
        #expect(!registration.allows(redirectURI: "http://127.0.0.1:8080/oauth/callback"))
        #expect(!registration.allows(redirectURI: "https://localhost:8080/oauth/callback"))
    }

    @Test func `answers by fragment, by form and with a refusal`() async throws {
        let fragment = try await accept(wish.merging(["response_mode": "fragment"]) { $1 })
        #expect(fragment.header("Location")?.hasPrefix(Self.redirect + "#code=") == true)
        let form = try await accept(wish.merging(["response_mode": "form_post"]) { $1 })
        #expect(form.status == 200)
        #expect(form.text.contains(#"<form method="post" action="\#(Self.redirect)">"#))
        #expect(form.text.contains(#"name="code""#))
        let cancelled = try await visit.post(form: wish.merging(["decision": "cancel"]) { $1 }, to: path)
        #expect(redirectFields(cancelled)["error"] == "access_denied")
    }

    @Test func `asks an administrator for what a person cannot grant`() async throws {
        let person = try #require(visit.tenant.login.accounts.first { !$0.isAdministrator })
        let form = wish.merging(["scope": "User.Read.All", "account": person.id, "decision": "accept"]) { $1 }
        let answer = try await visit.post(form: form, to: path)
        #expect(answer.header("Location") == nil)
        #expect(answer.text.contains("AADSTS90094"))
    }

    @Test func `renews, rotates and revokes`() async throws {
        let code = redirectFields(try await accept(wish))["code"]
        let first = try #require(try await redeem(code).json["refresh_token"]?.text)
        let renewed = try await refresh(first)
        let second = try #require(renewed.json["refresh_token"]?.text)
        #expect(first != second)
        #expect(try await refresh(first).status == 200)
        visit.tenant.login.forget(refreshToken: first)
        #expect(try await refresh(first).signInCode == 9_002_313)
        visit.clock.advance(by: 89 * 86400)
        let third = try #require(try await refresh(second).json["refresh_token"]?.text)
        visit.clock.advance(by: 90 * 86400)
        #expect(try await refresh(third).signInCode == 700_082)
        #expect(try await refresh(third).json["error"] == "invalid_grant")
    }

    @Test func `refuses a refresh token given before a revocation, and more than was granted`() async throws {
        let code = redirectFields(try await accept(wish))["code"]
        let token = try #require(try await redeem(code).json["refresh_token"]?.text)
        #expect(try await refresh(token, scope: "User.Read Mail.Read").signInCode == 65001)
        #expect(try await refresh(token, scope: "https://graph.microsoft.com/.default").status == 200)
        visit.tenant.login.revoke(accountID: try #require(visit.tenant.login.accounts.first).id)
        #expect(try await refresh(token).signInCode == 50173)
    }

    private func refresh(_ token: String, scope: String? = nil) async throws -> DoorVisit.Answer {
        var form = visit.form
        form["grant_type"] = "refresh_token"
        form["scope"] = scope
        form["refresh_token"] = token
        return try await visit.post(form: form)
    }
}
