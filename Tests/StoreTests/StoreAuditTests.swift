import Foundation
import GRDB
import Testing

@testable import Store

struct StoreAuditTests {
    let store: Store
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { store = try Store(.memory, key: SecretKey()) }

    func entry(_ number: Int, _ change: (inout AuditEntry) -> Void = { _ in }) -> AuditEntry {
        var entry = AuditEntry(
            at: now + Double(number), actor: "user:ana", action: "finding.hide", subject: "f\(number)",
            detail: "known", address: "192.0.2.1")
        change(&entry)
        return entry
    }

    func fill(_ count: Int) throws { for number in 1...count { try store.note(entry(number)) } }

    func run(_ sql: String) throws { try store.database.write { _ = try $0.execute(sql, []) } }

    @Test func `lines come back as they were noted, newest first`() throws {
        try fill(3)
        let page = try store.audit(AuditFilter(), limit: 10)
        #expect(page.records == [3, 2, 1].map { AuditRecord(id: $0, entry: entry($0)) })
        #expect(page.next == nil)
    }

    @Test(arguments: [
        "UPDATE audit SET actor = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 99",
        "REPLACE INTO audit SELECT id, at, 'x', action, subject, detail, address, seal FROM audit WHERE id = 1",
    ])
    func `the database itself refuses to change or take back a line`(sql: String) throws {
        try fill(2)
        if sql.hasSuffix("99") { try run(sql) } else { #expect(throws: StoreError.self) { try run(sql) } }
        #expect(try store.audit(AuditFilter(), limit: 10).records.map(\.entry) == [entry(2), entry(1)])
    }

    @Test(arguments: [
        "UPDATE audit SET actor = 'user:bo' WHERE id = 3", "UPDATE audit SET detail = NULL WHERE id = 3",
        "UPDATE audit SET at = at + 1 WHERE id = 3", "DELETE FROM audit WHERE id = 3",
        "UPDATE audit SET subject = subject || 'k', detail = substr(detail, 2) WHERE id = 3",
        "UPDATE audit SET seal = (SELECT seal FROM audit WHERE id = 2) WHERE id = 3",
    ])
    func `what is done behind Reeve's back shows`(tampering: String) throws {
        try fill(5)
        #expect(try store.proveAudit() == .whole(count: 5))
        try run("DROP TRIGGER audit_unchanged")
        try run("DROP TRIGGER audit_kept")
        try run(tampering)
        guard case .broken(at: 3, of: _) = try store.proveAudit() else {
            Issue.record("the chain holds")
            return
        }
    }

    @Test func `who has no key cannot mend the chain`() throws {
        try fill(2)
        let other = Store(sharing: store, key: SecretKey())
        #expect(try other.proveAudit() == .broken(at: 1, of: 2))
    }

    @Test func `an empty log is whole`() throws { #expect(try store.proveAudit() == .whole(count: 0)) }

    @Test func `hostile text is kept as it is`() throws {
        let texts = [
            "<script>", "\u{202E}evil", String(repeating: "x", count: 10_000), "'; DROP TABLE audit", "",
        ]
        for text in texts { try store.note(entry(1) { $0.subject = text }) }
        #expect(try store.audit(AuditFilter(), limit: 10).records.map(\.entry.subject) == texts.reversed())
        #expect(try store.proveAudit() == .whole(count: texts.count))
    }

    @Test func `a zero byte, which ends a text in the database, shows as one`() throws {
        try store.note(entry(1) { $0.detail = "a\u{0}b" })
        #expect(try store.audit(AuditFilter(), limit: 1).records.first?.entry.detail == "a\u{2400}b")
        #expect(try store.proveAudit() == .whole(count: 1))
    }

    @Test func `a change that fails notes nothing`() async throws {
        struct Refusal: Error {}
        let entry = entry(1)
        await #expect(throws: Refusal.self) {
            try await store.write(1) { writer in
                try writer.note(entry)
                throw Refusal()
            }
        }
        #expect(try store.audit(AuditFilter(), limit: 10).records.isEmpty)
    }

    @Test func `filters narrow`() throws {
        try store.note(entry(1))
        try store.note(entry(2) { $0.actor = "cli:root" })
        try store.note(entry(3) { $0.action = "finding.unhide" })
        try store.note(entry(4) { $0.action = "findings.export" })
        try store.note(entry(5) { $0.subject = "100% sure_thing" })
        func ids(_ filter: AuditFilter) throws -> [Int] { try store.audit(filter, limit: 10).records.map(\.id) }
        #expect(try ids(AuditFilter(actor: "cli:root")) == [2])
        #expect(try ids(AuditFilter(action: "finding.hide")) == [5, 2, 1])
        #expect(try ids(AuditFilter(action: "finding")) == [5, 3, 2, 1])
        #expect(try ids(AuditFilter(subject: "f3")) == [3])
        #expect(try ids(AuditFilter(text: "ROOT")) == [2])
        #expect(try ids(AuditFilter(text: "0% s")) == [5])
        #expect(try ids(AuditFilter(text: "e_t")) == [5])
        #expect(try ids(AuditFilter(text: "192.0")) == [5, 4, 3, 2, 1])
        #expect(try ids(AuditFilter(from: now + 2, to: now + 4)) == [3, 2])
        #expect(try ids(AuditFilter(from: now + 9)) == [])
        #expect(try ids(AuditFilter(to: now)) == [])
    }

    @Test func `pages follow one another without a gap or a repeat`() throws {
        try fill(23)
        for filter in [AuditFilter(), AuditFilter(action: "finding"), AuditFilter(text: "f1")] {
            let all = try store.audit(filter, limit: 100).records.map(\.id)
            for limit in [1, 4, 23] {
                var (seen, below): ([Int], Int?) = ([], nil)
                repeat {
                    let page = try store.audit(filter, below: below, limit: limit, reading: 7)
                    seen += page.records.map(\.id)
                    below = page.next
                } while below != nil
                #expect(seen == all)
            }
        }
    }

    @Test func `going back leads through the same pages`() throws {
        try fill(23)
        let filters = [
            AuditFilter(), AuditFilter(action: "finding"), AuditFilter(text: "f1"),
            AuditFilter(from: now + 3, to: now + 20),
        ]
        for filter in filters {
            for limit in [1, 4, 22] {
                var (pages, below): ([[Int]], Int?) = ([], nil)
                repeat {
                    let page = try store.audit(filter, below: below, limit: limit)
                    #expect((page.previous == nil) == pages.isEmpty)
                    pages.append(page.records.map(\.id))
                    below = page.next
                } while below != nil
                var (back, above) = ([pages[pages.count - 1]], pages.last?.first)
                while back.count < pages.count, let id = above {
                    let page = try store.audit(filter, above: id, limit: limit)
                    #expect(page.next == page.records.last?.id)
                    back.insert(page.records.map(\.id), at: 0)
                    above = page.previous
                    #expect((above == nil) == (back.count == pages.count))
                }
                #expect(back == pages)
            }
        }
        #expect(try store.audit(AuditFilter(), above: 23, limit: 5).records.isEmpty)
    }

    @Test func `every action is named once`() throws {
        for action in ["b.x", "a.x", "b.x", "a.y"] { try store.note(entry(1) { $0.action = action }) }
        #expect(try store.auditActions() == ["a.x", "a.y", "b.x"])
    }

    @Test func `no page of the log reads it whole`() throws {
        let filters = [
            AuditFilter(), AuditFilter(actor: "x"), AuditFilter(action: "a.b"), AuditFilter(action: "a"),
            AuditFilter(subject: "s"), AuditFilter(text: "t"),
        ]
        for filter in filters {
            let (condition, arguments) = filter.condition(from: 1, below: 1000)
            let plan = try store.database.read {
                try $0.rows(
                    "EXPLAIN QUERY PLAN SELECT id FROM audit WHERE \(condition) ORDER BY id DESC LIMIT 9", arguments
                ) { $0.text(3) }
            }
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH audit USING") }, "\(filter): \(plan)")
        }
    }
}
