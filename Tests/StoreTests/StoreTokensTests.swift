import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

struct StoreTokensTests {
    let store: Store
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { store = try Store(.memory, key: SecretKey()) }

    func add(_ name: String, expires: Date? = nil) throws -> (token: APIToken, secret: APISecret) {
        try store.addToken(named: name, scopes: [.mailCheck], expires: expires, by: "cli:ana", at: now)
    }

    @Test func `a secret is rv_ and 32 bytes in base64url, another one each time`() throws {
        let secrets = (0..<200).map { _ in APISecret().text }
        #expect(Set(secrets).count == 200)
        for secret in secrets {
            #expect(secret.wholeMatch(of: /rv_[A-Za-z0-9_-]{43}/) != nil)
            let standard = secret.dropFirst(3).replacing("-", with: "+").replacing("_", with: "/") + "="
            #expect(Data(base64Encoded: String(standard))?.count == 32)
            #expect(APISecret(secret)?.id == String(secret.dropFirst(3).prefix(8)))
        }
    }

    @Test func `what is printed of a secret is its id alone`() {
        let secret = APISecret()
        for text in ["\(secret)", String(reflecting: secret), "\([secret])"] {
            #expect(text.contains(secret.id))
            #expect(!text.contains(secret.text.dropFirst(11)))
        }
    }

    @Test(arguments: [
        "", "rv_", "rv_short", "xx_" + String(repeating: "a", count: 43), "rv_" + String(repeating: "é", count: 43),
    ])
    func `what cannot be a secret is none`(text: String) { #expect(APISecret(text) == nil) }

    @Test func `a token is found by its secret and by no other`() throws {
        let made = try add("mta", expires: now.addingTimeInterval(60))
        #expect(try store.token(of: made.secret) == made.token)
        #expect(made.token.scopes == ["mail.check"])
        #expect(made.token.has(.mailCheck))
        let last: Character = made.secret.text.last == "A" ? "B" : "A"
        let forged = try #require(APISecret(String(made.secret.text.dropLast()) + String(last)))
        #expect(forged.id == made.secret.id)
        #expect(try store.token(of: forged) == nil)
        #expect(try store.token(of: APISecret()) == nil)
    }

    @Test func `the database holds a digest, and no part of the secret but its id`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("r.sqlite").path
            let made = try Store(.sqlite(path: path), key: SecretKey()).addToken(
                named: "mta", scopes: [.mailCheck], by: "cli:ana", at: now)
            let rest = Data(made.secret.text.dropFirst(11).utf8)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
                #expect(bytes.range(of: rest) == nil)
            }
            let digest = try await DatabaseQueue(path: path).read {
                try Data.fetchOne($0, sql: "SELECT digest FROM api_token")
            }
            #expect(digest?.count == 32)
        }
    }

    @Test func `a name is taken until its token is revoked`() throws {
        let first = try add("mta")
        #expect(throws: APITokenError.nameTaken("mta")) { try add("mta") }
        let revoked = try store.revokeToken("mta", at: now.addingTimeInterval(5))
        #expect(revoked.id == first.token.id)
        let second = try add("mta")
        #expect(second.token.id != first.token.id)
        #expect(try store.token(of: first.secret)?.standing(at: now) == .revoked)
        #expect(try store.token(of: second.secret)?.standing(at: now) == .active)
        #expect(try store.tokens().count == 2)
    }

    @Test func `a token is revoked by id as well, and only once`() throws {
        let made = try add("mta")
        _ = try store.revokeToken(made.token.id, at: now)
        #expect(throws: APITokenError.unknown(made.token.id)) { try store.revokeToken(made.token.id, at: now) }
        #expect(throws: APITokenError.unknown("nobody")) { try store.revokeToken("nobody", at: now) }
    }

    @Test func `where one token's name is another's id, the id is meant`() throws {
        let first = try add("mta")
        let second = try add(first.token.id)
        #expect(try store.revokeToken(first.token.id, at: now).id == first.token.id)
        #expect(try store.token(of: second.secret)?.revokedAt == nil)
    }

    @Test func `a token has expired from its last moment on`() throws {
        let made = try add("mta", expires: now.addingTimeInterval(60))
        #expect(made.token.standing(at: now.addingTimeInterval(59)) == .active)
        #expect(made.token.standing(at: now.addingTimeInterval(60)) == .expired)
    }

    @Test func `the last use goes forward by whole hours`() async throws {
        let made = try add("mta")
        try await store.noteUse(of: made.token, at: now.addingTimeInterval(100))
        let used = try #require(try store.token(of: made.secret))
        #expect(used.lastUsed == now)
        try await store.noteUse(of: used, at: now.addingTimeInterval(3599))
        #expect(try store.token(of: made.secret)?.lastUsed == now)
        try await store.noteUse(of: used, at: now.addingTimeInterval(3600))
        #expect(try store.token(of: made.secret)?.lastUsed == now.addingTimeInterval(3600))
    }

    @Test func `an id that is taken is not given twice`() throws {
        let first = APISecret()
        let fresh = Mutex([first, first, APISecret()])
        let next: @Sendable () -> APISecret = { fresh.withLock { $0.removeFirst() } }
        let one = try store.addToken(named: "a", scopes: [], expires: nil, by: "x", at: now, fresh: next)
        let two = try store.addToken(named: "b", scopes: [], expires: nil, by: "x", at: now, fresh: next)
        #expect(one.token.id != two.token.id)
    }

    @Test func `two byte strings are alike only when every byte is`() {
        let bytes = (0..<32).map { UInt8($0 * 7 & 0xFF) }
        #expect(areAlike(bytes, bytes))
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 0x80
            #expect(!areAlike(bytes, other))
        }
        #expect(!areAlike(bytes, Array(bytes.dropLast())))
        #expect(areAlike([], []))
    }
}
