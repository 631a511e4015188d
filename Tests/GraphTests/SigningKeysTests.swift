import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Graph

/// The sign-in service's keys, asked for as seldom as it allows.
struct SigningKeysTests {
    /// A sign-in service that counts what it is asked.
    private final class Service: Sendable {
        private let state = Mutex((asked: 0, keys: ["k1"], cache: "max-age=3600", isDown: false))
        var asked: Int { state.withLock { $0.asked } }
        func set(keys: [String]? = nil, cache: String? = nil, isDown: Bool = false) {
            state.withLock {
                $0.keys = keys ?? $0.keys
                $0.cache = cache ?? $0.cache
                $0.isDown = isDown
            }
        }

        @Sendable func answer(_ request: HTTPRequest, _: [UInt8]) async throws -> (HTTPResponse, [UInt8]) {
            let now = state.withLock { state in
                state.asked += 1
                return state
            }
            var response = HTTPResponse(status: now.isDown ? .serviceUnavailable : .ok)
            if !now.cache.isEmpty { response.headerFields[.cacheControl] = now.cache }
            let keys = now.keys.map { #"{"kty":"RSA","kid":"\#($0)","n":"AQAB","e":"AQAB"}"# }.joined(separator: ",")
            let body =
                request.path?.hasSuffix("keys") == true
                ? #"{"keys":[\#(keys)]}"#
                : #"{"issuer":"https://login.example/t/v2.0","jwks_uri":"https://login.example/keys"}"#
            return (response, Array(body.utf8))
        }
    }

    private let service = Service()
    private let keys = SigningKeys()
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func ids(_ key: String?, after seconds: Double = 0, tenant: String = "t") async throws -> [String] {
        let endpoint = try GraphEndpoint(graphURL: "https://graph.example", loginURL: "https://login.example")
        let page = SignInPage(endpoint: endpoint, tenant: tenant, clientID: "c", redirectURI: "https://r.example")
        let provider = OpenIDProvider(page: page, exchange: service.answer, userAgent: "test")
        return try await keys.description(of: provider, signing: key, at: start.addingTimeInterval(seconds)).keys
            .map(\.id)
    }

    @Test func `are asked for once for many sign-ins, as long as the service allows`() async throws {
        #expect(try await ids("k1") == ["k1"])
        #expect(try await ids("k1", after: 3_599) == ["k1"])
        #expect(service.asked == 2)
        #expect(try await ids("k1", after: 3_600) == ["k1"])
        #expect(service.asked == 4)
    }

    @Test func `a key that is not known is looked for, at most every few minutes`() async throws {
        _ = try await ids("k1")
        service.set(keys: ["k1", "k2"])
        #expect(try await ids("k2", after: SigningKeys.pause - 1) == ["k1"])
        #expect(service.asked == 2)
        #expect(try await ids("k2", after: SigningKeys.pause) == ["k1", "k2"])
        #expect(service.asked == 4)
        #expect(try await ids("nonsense", after: SigningKeys.pause + 1) == ["k1", "k2"])
        #expect(service.asked == 4)
    }

    @Test(arguments: ["no-store", "private, no-cache", "max-age=0"])
    func `are not kept where the service forbids it`(cache: String) async throws {
        service.set(cache: cache)
        _ = try await ids("k1")
        _ = try await ids("k1")
        #expect(service.asked == 4)
    }

    @Test func `are kept for an hour where nothing is said, and never for more than a day`() async throws {
        service.set(cache: "")
        _ = try await ids("k1")
        _ = try await ids("k1", after: SigningKeys.silence - 1)
        #expect(service.asked == 2)
        service.set(cache: "max-age=99999999")
        _ = try await ids("k1", after: SigningKeys.silence)
        _ = try await ids("k1", after: SigningKeys.silence + SigningKeys.longest)
        #expect(service.asked == 6)
    }

    @Test func `those of one tenant are not those of another`() async throws {
        _ = try await ids("k1")
        _ = try await ids("k1", tenant: "other")
        #expect(service.asked == 4)
    }

    @Test func `a service that is down is said, not covered by keys that are too old`() async throws {
        _ = try await ids("k1")
        service.set(isDown: true)
        #expect(try await ids("k1", after: 60) == ["k1"])
        await #expect(throws: IdentityProblem.self) { try await ids("k1", after: 3_600) }
    }

    @Test func `a clock that was set back asks anew`() async throws {
        _ = try await ids("k1")
        _ = try await ids("k1", after: -10)
        #expect(service.asked == 4)
    }

    @Test func `the key that a token names is read without believing anything else of it`() {
        func token(_ head: String) -> String {
            Data(head.utf8).base64EncodedString().replacing("=", with: "") + ".e30.c2ln"
        }
        #expect(IdentityToken.keyID(of: token(#"{"alg":"RS256","kid":"k7"}"#)) == "k7")
        #expect(IdentityToken.keyID(of: token(#"{"alg":"none"}"#)) == nil)
        #expect(IdentityToken.keyID(of: token("no json")) == nil)
        #expect(IdentityToken.keyID(of: "a.b") == nil)
    }
}
