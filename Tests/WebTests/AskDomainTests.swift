import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// "Ask DNS again".
struct AskDomainTests {
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }

    /// A server whose DNS has a mended record, or says nothing.
    private func server(_ role: Role = .analyst, isSilent: Bool = false) throws -> WebServer {
        var server = try fixture.server(role)
        server.jobs = Jobs(
            surroundings: Surroundings(
                store: fixture.base.store, home: FileManager.default.temporaryDirectory, userAgent: "test",
                exchange: { _, _ in throw CancellationError() },
                resolve: { question in
                    if isSilent { return DNSAnswer(question, .failed("no answer in time")) }
                    switch question.name {
                    case "contoso.example":
                        return DNSAnswer(question, .records(["v=spf1 include:spf.protection.outlook.com -all"]))
                    case "_dmarc.contoso.example": return DNSAnswer(question, .records(["v=DMARC1; p=reject"]))
                    default: return DNSAnswer(question, .absent)
                    }
                }))
        return server
    }

    private func test(
        _ server: WebServer, _ body: @escaping @Sendable (PeopleVisitor) async throws -> Void
    ) async throws {
        try await server.test(.router) { client in
            try await body(PeopleVisitor(client: client))
        }
    }

    @Test func `shows the new records at once, with the time, and notes who asked`() async throws {
        let store = fixture.base.store
        try await test(try server()) { visitor in
            #expect(try await visitor.page("/domains").contains("_spf.tailspin.example"))
            let answer = try await visitor.send("/domains/ask", [("of", "contoso"), ("domain", "contoso.example")])
            #expect(answer.status == .seeOther)
            let page = try await visitor.page("/domains?domain=contoso.example&of=contoso")
            #expect(page.contains("spf.protection.outlook.com"))
            #expect(!page.contains("_spf.tailspin.example"))
            #expect(page.contains("p=reject"))
            #expect(page.contains("Asked Today"))
        }
        let line = try #require(try store.audit(AuditFilter(action: "domain.ask"), limit: 1).records.first?.entry)
        #expect(line.actor == "user:ana")
        #expect(line.subject == "contoso.example")
    }

    @Test func `the domain waits to be judged again`() async throws {
        let (store, id) = (fixture.base.store, fixture.integration.id)
        try await store.write(id) { try $0.markJudged() }
        #expect(try store.entitiesToJudge(.domainRecords, of: id, now: WebFixture.start, limit: 9).isEmpty)
        try await test(try server()) { visitor in
            _ = try await visitor.call(.post, "/api/v1/domains/contoso/contoso.example/ask")
        }
        #expect(try store.entitiesToJudge(.domainRecords, of: id, now: WebFixture.start, limit: 9).count == 1)
    }

    @Test func `programs get the domain as the list has it, in any letter case`() async throws {
        try await test(try server()) { visitor in
            let answer = try await visitor.call(.post, "/api/v1/domains/contoso/CONTOSO.example/ask")
            #expect(answer.status == .ok)
            let spf = try #require(try answer.object()["spf"] as? [String: Any])
            #expect(spf["text"] as? String == "v=spf1 include:spf.protection.outlook.com -all")
            let listed = try #require(
                try await visitor.get("/api/v1/domains").object()["items"] as? [[String: Any]])
            #expect(listed.count == 1)
        }
    }

    @Test func `what the DNS does not answer is said and is not taken for an absent record`() async throws {
        try await test(try server(isSilent: true)) { visitor in
            _ = try await visitor.send("/domains/ask", [("of", "contoso"), ("domain", "contoso.example")])
            #expect(try await visitor.page("/domains").contains("DNS does not answer"))
        }
    }

    @Test func `a domain that nobody has is 404, one that is not verified 409`() async throws {
        let store = fixture.base.store
        var open = Domain(verified: "open.example")
        open.isVerified = false
        let entity = try StoredEntity(open)
        try await store.write(fixture.integration.id) { try $0.keep(entity, round: 1, run: 1) }
        try await test(try server()) { visitor in
            for (domain, status) in [("nobody.example", 404), ("open.example", 409)] {
                let called = try await visitor.call(.post, "/api/v1/domains/contoso/\(domain)/ask")
                #expect(called.status.code == status)
                let sent = try await visitor.send("/domains/ask", [("of", "contoso"), ("domain", domain)])
                #expect(sent.status.code == status)
            }
        }
    }

    @Test func `a viewer sees no button`() async throws {
        try await test(try server(.viewer)) { visitor in
            let page = try await visitor.page("/domains")
            #expect(!page.contains("/domains/ask"))
        }
        try await test(try server()) { visitor in
            let page = try await visitor.page("/domains")
            #expect(page.contains("/domains/ask"))
        }
    }
}

extension StoreWriter {
    /// Takes everything off the list of what waits to be judged.
    fileprivate func markJudged() throws {
        try connection.execute("UPDATE entity SET stale = 0, due = NULL WHERE integration = $1", [.int(integration)])
    }
}
