import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

struct GateTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `without a token it is 401 and says how`() async throws {
        try await fixture.test { visitor in
            for fields in [[:], ["Authorization": "Basic YTpi"], ["Authorization": "Bearer"]]
                as [KeyValuePairs<String, String>]
            {
                let answer = try await visitor.send(.post, "/api/v1/mail/check", fields, body: WebFixture.letter)
                #expect(answer.status == .unauthorized)
                #expect(answer.field("WWW-Authenticate") == "Bearer realm=\"reeve\"")
                #expect(answer.field("Content-Type") == "application/problem+json")
            }
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `a token that nobody was given is 401, whatever it looks like`() async throws {
        let known = fixture.secret
        // The id is right, the rest is not.
        let forged = String(known.dropLast(4)) + (known.hasSuffix("AAAA") ? "BBBB" : "AAAA")
        let others = [
            forged, APISecret().text, "rv_", "x", String(repeating: "rv_", count: 5000), "rv_'; DROP TABLE api_token",
        ]
        var limits = WebLimits()
        limits.badTokens = 100
        try await fixture.test(fixture.server(limits)) { visitor in
            for token in others {
                let answer = try await visitor.send(
                    .post, "/api/v1/mail/check", ["Authorization": "Bearer \(token)"], body: WebFixture.letter)
                #expect(answer.status == .unauthorized)
                #expect(answer.field("WWW-Authenticate") != nil)
            }
            let next = try await visitor.check()
            #expect(next.status == .ok)
        }
    }

    @Test func `somebody signed in may ask with the session's own token, and not without`() async throws {
        let dashboard = try await FindingFixture()
        for (role, csrf, status) in [
            (Role.analyst, FindingFixture.csrf, HTTPResponse.Status.ok), (.analyst, "x", .forbidden),
            (.viewer, FindingFixture.csrf, .forbidden),
        ] {
            try await dashboard.test(as: role) { visitor in
                let answer = try await visitor.client.execute(
                    uri: "/api/v1/mail/check", method: .post, headers: HTTPFields(["X-CSRF-Token": csrf]),
                    body: ByteBuffer(string: WebFixture.letter))
                #expect(answer.status == status)
            }
        }
        #expect(dashboard.web.submissions.count == 1)
    }

    @Test func `a revoked token is refused at once`() async throws {
        try await fixture.test { visitor in
            let next = try await visitor.check()
            #expect(next.status == .ok)
            _ = try fixture.store.revokeToken("mta", at: WebFixture.start)
            let answer = try await visitor.check()
            #expect(answer.status == .unauthorized)
            #expect(answer.field("WWW-Authenticate")?.contains("invalid_token") == true)
        }
        #expect(fixture.submissions.count == 1)
    }

    @Test func `a token opens nothing from its end on`() async throws {
        let end = WebFixture.start.addingTimeInterval(60)
        let made = try fixture.store.addToken(
            named: "short", scopes: [.mailCheck], expires: end, by: "test", at: WebFixture.start)
        try await fixture.test { visitor in
            let short = WebVisitor(client: visitor.client, secret: made.secret.text)
            let answer = try await short.check()
            #expect(answer.status == .ok)
            fixture.time.change { $0 = end }
            let next = try await short.check()
            #expect(next.status == .unauthorized)
        }
    }

    @Test func `a token without the scope is 403 and says which it lacks`() async throws {
        let made = try fixture.store.addToken(named: "other", scopes: [], by: "test", at: WebFixture.start)
        try await fixture.test { visitor in
            let answer = try await WebVisitor(client: visitor.client, secret: made.secret.text).check()
            #expect(answer.status == .forbidden)
            #expect(answer.field("WWW-Authenticate")?.contains("scope=\"mail.check\"") == true)
        }
    }

    @Test func `the scheme is read in any case`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(
                .post, "/api/v1/mail/check",
                ["Authorization": "bEARER   \(visitor.secret)", "Content-Type": "message/rfc822"],
                body: WebFixture.letter)
            #expect(answer.status == .ok)
        }
    }

    @Test func `who goes on with bad tokens has to wait, and a good token does not`() async throws {
        var limits = WebLimits()
        limits.badTokens = 3
        try await fixture.test(fixture.server(limits)) { visitor in
            let bad = WebVisitor(client: visitor.client, secret: APISecret().text)
            for _ in 0..<3 {
                let next = try await bad.check()
                #expect(next.status == .unauthorized)
            }
            let answer = try await bad.check()
            #expect(answer.status == .tooManyRequests)
            #expect(answer.field("Retry-After") == "60")
            let last = try await bad.checkV2()
            #expect(last.status == .tooManyRequests)
            let other = try await visitor.check()
            #expect(other.status == .ok)
            fixture.time.change { $0 += 61 }
            let more = try await bad.check()
            #expect(more.status == .unauthorized)
        }
    }

    @Test func `the use of a token is noted to the hour`() async throws {
        fixture.time.change { $0 += 3601 }
        try await fixture.test { visitor in
            _ = try await visitor.check()
            let first = try #require(try fixture.store.tokens().first?.lastUsed)
            #expect(first.timeIntervalSince1970.truncatingRemainder(dividingBy: 3600) == 0)
            #expect(first > WebFixture.start)
            fixture.time.change { $0 += 3600 }
            _ = try await visitor.check()
            #expect(try fixture.store.tokens().first?.lastUsed == first.addingTimeInterval(3600))
        }
    }

    @Test func `a database that cannot be read is 503, not 401`() async throws {
        try fixture.breakDatabase()
        try await fixture.test { visitor in
            let answer = try await visitor.check()
            #expect(answer.status == .serviceUnavailable)
        }
    }

    @Test func `no token comes into the log`() async throws {
        let forged = APISecret().text
        try await fixture.test { visitor in
            _ = try await visitor.check("?from=a@secret.example")
            _ = try await visitor.checkV2()
            _ = try await visitor.send(.post, "/api/v1/mail/check", ["Authorization": "Bearer \(forged)"])
        }
        let log = fixture.lines.value.joined(separator: "\n")
        #expect(log.contains("path=/api/v1/mail/check"))
        #expect(log.contains("status=401"))
        for secret in [fixture.secret, forged] { #expect(!log.contains(secret.dropFirst(11))) }
        #expect(!log.contains("secret.example"))
    }
}

struct StrikesTests {
    let now = WebFixture.start

    @Test func `counts each address for itself, and forgets after a minute`() {
        let strikes = Strikes(allowed: 1)
        #expect(strikes.strike("a", at: now) == nil)
        #expect(strikes.strike("a", at: now.addingTimeInterval(10)) == 50)
        #expect(strikes.strike("b", at: now.addingTimeInterval(10)) == nil)
        #expect(strikes.strike("a", at: now.addingTimeInterval(60)) == nil)
    }

    @Test func `holds a bounded number of addresses, and keeps those who wait`() {
        let strikes = Strikes(allowed: 1)
        for _ in 0..<3 { _ = strikes.strike("busy", at: now) }
        for number in 0..<25_000 { _ = strikes.strike("\(number)", at: now) }
        #expect(strikes.addresses <= 10_000)
        #expect(strikes.strike("busy", at: now) != nil)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.2", false), ("2001:db8::1", "2001:db8::2", true),
        ("2001:db8::1", "2001:db8:0:1::1", false),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
    ])
    func `an IPv6 network counts as one client`(one: String, other: String, areOne: Bool) throws {
        let keys = try [one, other].map { clientKey(try SocketAddress(ipAddress: $0, port: 1)) }
        #expect((keys[0] == keys[1]) == areOne)
    }
}
