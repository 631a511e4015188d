import Foundation
import HTTPTypes
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// An id token that does not prove who signed in, and a sign-in service that leads elsewhere.
struct IdentityTests {
    /// Changes a member of an answer whose path ends so.
    private func tampered(
        _ contoso: AuthoriseFixture, _ end: String, _ change: @escaping @Sendable (inout [String: Any]) -> Void
    ) {
        contoso.tamper { request, body in
            guard request.path?.hasSuffix(end) == true,
                var object = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
            else { return nil }
            change(&object)
            return (try? JSONSerialization.data(withJSONObject: object)).map { Array($0) }
        }
    }

    /// Claims of a token changed after it was signed.
    private static func forged(_ token: String, _ change: (inout [String: Any]) -> Void) -> String {
        var parts = token.split(separator: ".").map(String.init)
        let plain = parts[1].replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
        guard let data = Data(base64Encoded: padded),
            var claims = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
        else { return token }
        change(&claims)
        guard let changed = try? JSONSerialization.data(withJSONObject: claims) else { return token }
        parts[1] = RandomSecret.base64URL(changed)
        return parts.joined(separator: ".")
    }

    @Test(arguments: ["tid", "nonce", "aud", "iss"])
    func `a claim that was changed after signing is not believed`(claim: String) async throws {
        let contoso = try AuthoriseFixture()
        tampered(contoso, "/token") { answer in
            guard let token = answer["id_token"] as? String else { return }
            answer["id_token"] = Self.forged(token) { $0[claim] = "00000000-0000-4000-8000-000000000bad" }
        }
        let pending = try await contoso.connect()
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "id token")
        #expect(pending.tenantID == nil)
    }

    @Test func `a token without a signature is not believed`() async throws {
        let contoso = try AuthoriseFixture()
        tampered(contoso, "/token") { answer in
            guard let token = answer["id_token"] as? String else { return }
            let header = RandomSecret.base64URL(Data(#"{"alg":"none","typ":"JWT"}"#.utf8))
            answer["id_token"] = header + "." + token.split(separator: ".")[1] + "."
        }
        #expect(try await contoso.connect().trouble?.code == "id token")
    }

    @Test func `a sign-in for another nonce is not believed`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let other = departure.url.replacing(/nonce=[^&]+/, with: "nonce=other")
        _ = try await contoso.receive(try await contoso.decide(other))
        let pending = try contoso.pending(departure.id)
        #expect(pending.trouble?.sentence.contains("another sign-in") == true)
    }

    @Test func `keys at another host are refused and nobody else is asked anything`() async throws {
        let contoso = try AuthoriseFixture()
        tampered(contoso, "/openid-configuration") { $0["jwks_uri"] = "https://evil.example/keys" }
        let pending = try await contoso.connect()
        #expect(pending.step == .refused)
        #expect(contoso.hostsAsked == ["127.0.0.1:9400"])
    }

    @Test func `an organization that is another one is not connected`() async throws {
        let contoso = try AuthoriseFixture()
        contoso.tamper { request, body in
            guard request.path?.contains("/organization") == true else { return nil }
            let text = String(decoding: body, as: UTF8.self)
            return Array(
                text.replacing(contoso.configuration.tenantID, with: "00000000-0000-4000-8000-000000000bad").utf8)
        }
        let pending = try await contoso.connect()
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "another tenant")
    }
}
