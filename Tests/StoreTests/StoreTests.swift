import Foundation
import GRDB
import Model
import Testing

@testable import Store

struct StoreTests {
    @Test func `keeps its data between two openings`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            let key = try SecretKey(path: folder.appendingPathComponent("key").path)
            let first = try Store(.sqlite(path: path), key: key)
            _ = try first.add(.contoso, secret: CredentialSecret(clientSecret: "s3cret"))
            try first.close()
            let second = try Store(.sqlite(path: path), key: SecretKey(path: folder.appendingPathComponent("key").path))
            let found = try #require(try second.integration(named: "contoso"))
            #expect(try second.secret(of: found).clientSecret == "s3cret")
        }
    }

    @Test func `a turn to write writes indeed: on a full disk it cannot go well`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            let store = try Store(.sqlite(path: path), key: SecretKey())
            func size() throws -> Int {
                try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
            }
            let before = try size()
            try await store.takeTurnToWrite()
            #expect(try size() > before)
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `a statement of a task that is cancelled ends as cancelled, not as a refusal, and writes nothing`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let store = try Store(
                .sqlite(path: folder.appendingPathComponent("reeve.sqlite").path), key: SecretKey())
            let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await store.database.write { connection in
                    try connection.execute("PRAGMA user_version = 7", [])
                    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
                    try connection.query(endless, []) { _ in hasBegun.finish() }
                }
            }
            for await _ in begun {}
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try store.database.read { try $0.first("PRAGMA user_version", []) { $0.int(0) } } != 7)
        }
    }

    @Test func `what is read at one moment does not see what is written meanwhile`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            let reader = try Store(.sqlite(path: path), key: SecretKey())
            let writer = try Store(.sqlite(path: path), key: SecretKey())
            try reader.atOneMoment {
                #expect(try reader.integrations().isEmpty)
                _ = try writer.add(.contoso, secret: CredentialSecret(clientSecret: "s3cret"))
                #expect(try reader.integrations().isEmpty)
                #expect(try reader.atOneMoment { try reader.integrations() }.isEmpty)
                #expect(try writer.integrations().count == 1)
            }
            #expect(try reader.integrations().count == 1)
        }
    }

    @Test func `a moment that fails ends, and says why`() throws {
        let fixture = try StoreFixture()
        #expect(throws: StoreError.unsupported(scheme: "x")) {
            try fixture.store.atOneMoment {
                #expect(try fixture.store.integrations().count == 1)
                throw StoreError.unsupported(scheme: "x")
            }
        }
        #expect(try fixture.store.integrations().count == 1)
    }

    @Test func `never writes a secret in the clear`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            let store = try Store(.sqlite(path: path), key: SecretKey())
            _ = try store.add(
                .contoso,
                secret: CredentialSecret(clientSecret: "unmistakable-secret", refreshToken: "unmistakable-token"))
            try store.close()
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = try #require(FileManager.default.contents(atPath: folder.appendingPathComponent(file).path))
                #expect(bytes.range(of: Data("unmistakable".utf8)) == nil)
            }
        }
    }

    @Test func `refuses a database of a newer version and leaves it alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            try Store(.sqlite(path: path), key: SecretKey()).close()
            try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE schema_version SET version = 99") }
            #expect(throws: StoreError.newer(found: 99, known: Schema.versions.count)) {
                try Store(.sqlite(path: path), key: SecretKey())
            }
            let version = try DatabaseQueue(path: path).read {
                try Int.fetchOne($0, sql: "SELECT version FROM schema_version")
            }
            #expect(version == 99)
        }
    }

    @Test func `says in one line what is wrong with a file that is no database`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("reeve.sqlite").path
            try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
            #expect { try Store(.sqlite(path: path), key: SecretKey()) } throws: { error in
                "\(error)".contains("is not a usable database") && !"\(error)".contains("\n")
            }
        }
    }

    @Test func `a secret moved to another row cannot be opened`() throws {
        let key = SecretKey()
        let sealed = try key.seal(Data("x".utf8), for: "one")
        #expect(try key.unseal(sealed, for: "one") == Data("x".utf8))
        #expect(throws: (any Error).self) { try key.unseal(sealed, for: "two") }
        #expect(throws: (any Error).self) { try SecretKey().unseal(sealed, for: "one") }
    }

    @Test func `makes a key file that only its owner can read, and refuses one that others can`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("key").path
            _ = try SecretKey(path: path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(throws: StoreError.keyExposed(path: path, mode: "644")) { try SecretKey(path: path) }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try Data("short".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.self) { try SecretKey(path: path) }
        }
    }

    @Test func `tells of a secret that another key has sealed`() throws {
        let fixture = try StoreFixture()
        let other = Store(sharing: fixture.store, key: SecretKey())
        #expect(throws: StoreError.sealedWithAnotherKey(name: "contoso", keyPath: "in memory")) {
            try other.secret(of: fixture.integration)
        }
    }

    @Test func `goes on with a run that was cut off, and counts on after one that was not`() throws {
        let fixture = try StoreFixture()
        let id = fixture.integration.id
        let (first, isFirstResumed) = try fixture.store.beginRun(id, kind: .scan, isFull: false, at: fixture.now)
        #expect(!isFirstResumed)
        let (again, isResumed) = try fixture.store.beginRun(id, kind: .scan, isFull: false, at: fixture.now)
        #expect(isResumed)
        #expect(again.number == first.number)
        try fixture.store.endRun(id, number: 1, requests: 5, opened: 1, resolved: 0, finished: fixture.now)
        let (second, _) = try fixture.store.beginRun(id, kind: .scan, isFull: false, at: fixture.now)
        #expect(second.number == 2)
        let (late, isLateResumed) = try fixture.store.beginRun(
            id, kind: .scan, isFull: false, at: fixture.now.addingTimeInterval(25 * 3600))
        #expect(!isLateResumed)
        #expect(late.number == 3)
    }

    @Test func `refuses a second integration of the same name`() throws {
        let fixture = try StoreFixture()
        #expect(throws: StoreError.duplicate(name: "contoso")) {
            try fixture.store.add(.contoso, secret: CredentialSecret())
        }
    }

    @Test func `uses an index for the lists people wait for`() throws {
        let fixture = try StoreFixture()
        let queries = [
            InstanceWalk.columns + """
                 WHERE i.integration = 1 AND i.check_id = 'c' AND i.status = 'active' AND i.since >= 5
                AND (i.since, i.fingerprint) < (9, 'f') ORDER BY i.since DESC, i.fingerprint DESC LIMIT 9
                """,
            """
            SELECT i.since, i.fingerprint, LOWER(i.resource_name), LOWER(i.resource_id) FROM instance i
            WHERE i.integration = 1 AND i.check_id = 'c' AND i.status = 'active' ORDER BY i.since, i.fingerprint LIMIT 9
            """,
            "SELECT MIN(since) FROM instance WHERE integration = 1 AND check_id = 'c' AND status = 'active'",
            "SELECT SUM(reopened) FROM finding_day WHERE reopened > 0 AND day >= 5",
            "SELECT integration, check_id, instances FROM finding_age WHERE status = 'active' AND day >= 5",
            "SELECT integration, critical FROM day WHERE day >= 5",
            "SELECT integration FROM hiding WHERE expires IS NOT NULL AND expires <= 5",
            "SELECT check_id FROM finding WHERE ignored = 1 AND expires IS NOT NULL AND expires <= 5",
            "SELECT body FROM entity WHERE integration = 1 AND kind = 'user' AND (owner, id) > ('', '') ORDER BY owner, id LIMIT 9",
            "SELECT fingerprint FROM instance WHERE integration = 1 AND kind = 'user' AND owner = '' AND entity_id = 'x'",
        ]
        for query in queries {
            let plan = try fixture.store.database.read { try $0.rows("EXPLAIN QUERY PLAN " + query) { $0.text(3) } }
            #expect(plan.allSatisfy { $0.contains("USING") && !$0.contains("SCAN") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}
