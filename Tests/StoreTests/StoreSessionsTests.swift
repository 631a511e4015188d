import Foundation
import Testing

@testable import Store

struct StoreSessionsTests {
    let fixture: AccountFixture
    let store: Store

    init() throws {
        fixture = try AccountFixture()
        store = fixture.store
    }

    @Test func `a session is found by its secret and by no other`() async throws {
        let secret = try fixture.begin(fixture.ana)
        let found = try #require(try await store.session(of: secret, at: fixture.now, limits: .init()))
        #expect(found.account.name == "ana")
        #expect(found.session.address == "192.0.2.1")
        #expect(found.session.agent == "Firefox")
        #expect(try await !fixture.isOpen(RandomSecret()))
    }

    @Test func `the database holds a digest of the secret, and no part of it`() throws {
        let secret = try fixture.begin(fixture.ana)
        let rows = try store.database.read {
            try $0.rows("SELECT hex(digest), id FROM session", []) { ($0.text(0), $0.text(1)) }
        }
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.0.count == 64 && !secret.text.contains($0.1) })
    }

    @Test func `a session ends without use, and after its time whatever the use`() async throws {
        let limits = SessionLimits(idle: 100, overall: 250)
        let secret = try fixture.begin(fixture.ana, limits)
        #expect(try await fixture.isOpen(secret, at: 99, limits))
        #expect(try await fixture.isOpen(secret, at: 198, limits), "the request at 99 was a use")
        #expect(try await fixture.isOpen(secret, at: 249, limits))
        #expect(try await !fixture.isOpen(secret, at: 250, limits))
        let idle = try fixture.begin(fixture.ana, limits)
        #expect(try await !fixture.isOpen(idle, at: 100, limits))
    }

    @Test func `what changes about an account ends its sessions at once`() async throws {
        let changes: [(String, (AccountWriter, Account) throws -> Void)] = [
            ("role", { try $0.setRole(.analyst, of: $1) }), ("disable", { try $0.disable($1) }),
            ("remove", { try $0.remove($1) }),
            ("password", { try $0.setPassword(try PasswordHash(of: "z", cost: AccountFixture.cheap), of: $1) }),
            ("end", { try $0.endSessions(of: $1) }),
        ]
        for (name, change) in changes {
            let account = try fixture.add("bo \(name)")
            let one = try fixture.begin(account)
            let two = try fixture.begin(account)
            let other = try fixture.begin(fixture.ana)
            try fixture.change { try change($0, account) }
            #expect(try await !fixture.isOpen(one), "\(name)")
            #expect(try await !fixture.isOpen(two), "\(name)")
            #expect(try await fixture.isOpen(other), "\(name)")
        }
    }

    @Test func `all sessions but the own one end`() async throws {
        let own = try fixture.begin(fixture.ana)
        let other = try fixture.begin(fixture.ana)
        let session = try #require(try await store.session(of: own, at: fixture.now, limits: .init())).session
        #expect(try fixture.change { try $0.endSessions(of: fixture.ana, but: session) } == 1)
        #expect(try await fixture.isOpen(own))
        #expect(try await !fixture.isOpen(other))
    }

    @Test func `one session is ended by its id, and only by its own account`() async throws {
        let bo = try fixture.add("bo")
        let secret = try fixture.begin(fixture.ana)
        let id = try #require(try store.sessions(of: fixture.ana, at: fixture.now, limits: .init()).first).id
        #expect(try !fixture.change { try $0.endSession(id, of: bo) })
        #expect(try await fixture.isOpen(secret))
        #expect(try fixture.change { try $0.endSession(id, of: fixture.ana) })
        #expect(try await !fixture.isOpen(secret))
    }

    @Test func `a renewed session opens by its new secret alone`() async throws {
        let old = try fixture.begin(fixture.ana)
        let session = try #require(try await store.session(of: old, at: fixture.now, limits: .init())).session
        let fresh = try fixture.change { try $0.renewSession(session) }
        #expect(try await !fixture.isOpen(old))
        #expect(try await fixture.isOpen(fresh))
    }

    @Test func `nobody signs in to a disabled account`() throws {
        let bo = try fixture.add("bo")
        try fixture.change { try $0.disable(bo) }
        #expect(throws: AccountError.unknown("bo")) { try fixture.begin(bo) }
    }

    @Test func `sessions that are over are swept at the next sign-in`() throws {
        _ = try fixture.begin(fixture.ana)
        _ = try fixture.begin(fixture.ana, at: 2 * 86400)
        let count = try store.database.read { try $0.first("SELECT COUNT(*) FROM session") { $0.int(0) } }
        #expect(count == 1)
    }

    @Test func `a secret shows nothing of itself, and what follows from it is another`() {
        let secret = RandomSecret()
        #expect("\(secret) \(String(reflecting: secret)) \([secret])".contains(secret.text.prefix(6)) == false)
        #expect(secret.derived(for: "a") == secret.derived(for: "a"))
        #expect(secret.derived(for: "a") != secret.derived(for: "b"))
        #expect(secret.derived(for: "a") != secret.text)
        #expect(RandomSecret(secret.text)?.text == secret.text)
    }
}
