import Foundation
import Graph
import Model
import Posture
import SimulatedTenant
import Testing

@testable import Flows
@testable import Store

struct ScanTroubleTests {
    /// One scan that nothing disturbs: what the others are held against.
    private static let undisturbed = Task {
        let contoso = try ContosoFixture { $0.pageSize = 10 }
        _ = try await contoso.scan()
        return contoso
    }

    @Test(arguments: [UInt64](1...6)) func `faults change nothing in the result`(seed: UInt64) async throws {
        let calm = try await Self.undisturbed.value
        let stormy = try ContosoFixture {
            $0.faults = 0.08
            $0.seed = seed
            $0.throttle = .tight
        }
        _ = try await stormy.scan()
        #expect(Set(try stormy.instances().map(\.fingerprint)) == Set(try calm.instances().map(\.fingerprint)))
        #expect(try stormy.coverage(.messageRules).filter { $0.state == .throttled || $0.state == .error }.isEmpty)
    }

    @Test func `small and empty pages change nothing in the result`() async throws {
        let whole = try await Self.undisturbed.value
        let pieces = try ContosoFixture {
            $0.pageSize = 3
            $0.emptyPages = true
        }
        _ = try await pieces.scan()
        #expect(try pieces.picture() == whole.picture())
    }

    @Test(arguments: Array(stride(from: 1, through: 160, by: 9)))
    func `cut off after any request, the next run ends the same`(count: Int) async throws {
        let contoso = try ContosoFixture { $0.pageSize = 10 }
        contoso.cut(after: count)
        var wasCut = false
        do { _ = try await contoso.scan() } catch { wasCut = true }
        contoso.cut(after: nil)
        contoso.clock.advance(5)
        let second = try await contoso.scan()
        if wasCut && count > 2 { #expect(second.isResumed) }
        let undisturbed = try await Self.undisturbed.value
        let (found, expected) = (try contoso.instances(), try undisturbed.instances())
        let words = { (all: [Instance]) in Set(all.map { "\($0.check): \($0.resource.name) \($0.subID ?? "")" }) }
        #expect(words(found).symmetricDifference(words(expected)) == [])
        #expect(Set(found.map(\.fingerprint)) == Set(expected.map(\.fingerprint)))
        for kind in [EntityKind.user, .group, .messageRule, .calendarPermission, .driveItem, .authenticationMethod] {
            #expect(
                try contoso.store.count(kind, of: contoso.integration.id)
                    == undisturbed.store.count(kind, of: undisturbed.integration.id), "\(kind)")
        }
    }

    @Test func `cut off between a drive's pages and what its items inherit, the next run ends the same`() async throws {
        let contoso = try ContosoFixture { $0.pageSize = 10 }
        // Pages insert items (or see one again as it was); only telling what they inherit changes them.
        try contoso.store.statement(
            """
            CREATE TRIGGER cut BEFORE UPDATE ON entity WHEN NEW.kind = 'driveItem' AND NEW.hash <> OLD.hash
            BEGIN SELECT RAISE(ABORT, 'cut'); END
            """)
        await #expect(throws: StoreError.self) { try await contoso.scan() }
        try contoso.store.statement("DROP TRIGGER cut")
        contoso.clock.advance(5)
        #expect(try await contoso.scan().isResumed)
        let undisturbed = try await Self.undisturbed.value
        #expect(try contoso.picture() == undisturbed.picture())
    }

    @Test(arguments: Permission.required) func `a missing permission is unknown, not clear`(permission: Permission)
        async throws
    {
        let contoso = try ContosoFixture {
            $0.permissions.remove(permission.rawValue)
            // Reads files as well.
            if permission == .filesReadAll { $0.permissions.remove("Sites.Read.All") }
        }
        _ = try await contoso.scan()
        for check in Check.all where check.permissions.contains(permission) {
            #expect(try contoso.instances(check: check.id).isEmpty, "\(check.id)")
        }
        let collectors = Collector.allCases.filter { $0.permissions.first == permission }
        for collector in collectors where collector != .sensitivityLabels {
            #expect(try contoso.coverage(collector).map(\.state) == [.denied], "\(collector)")
        }
    }

    @Test func `a list of sites that is fresh counts in the next scan as it did`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let first = try contoso.coverage(.sites)
        #expect(first.map(\.state) == [.ok])
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        #expect(try contoso.coverage(.sites) == first)
        let read = try contoso.store.readings(.sites, from: "", to: "", of: contoso.integration.id)[""]
        #expect(read?.run == 1)
    }

    @Test func `a permission that is taken away resolves nothing`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let before = try contoso.instances(check: "mail-rule-forwards")
        let poorer = try ContosoFixture { $0.permissions.remove("MailboxSettings.Read") }
        let scanner = Scan(
            integration: contoso.integration, store: contoso.store, graph: try poorer.scanner().graph,
            resolve: try poorer.scanner().resolve, now: { contoso.clock.now })
        contoso.clock.advance(3600)
        _ = try await scanner.run()
        let after = try contoso.instances(check: "mail-rule-forwards")
        #expect(after.map(\.fingerprint) == before.map(\.fingerprint))
        #expect(after.map(\.lastSeen) == before.map(\.lastSeen))
        #expect(try contoso.coverage(.messageRules).map(\.state) == [.denied])
    }

    @Test func `a mailbox that is refused is a gap, and the others are read`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let states = Dictionary(grouping: try contoso.coverage(.messageRules), by: \.state)
        #expect(states[.denied]?.first?.detail?.contains("403") == true)
        #expect((states[.ok]?.first?.subjects ?? 0) > 20)
    }

    @Test func `without a premium licence every user is asked instead of the report`() async throws {
        let contoso = try ContosoFixture { $0.premium = false }
        _ = try await contoso.scan()
        #expect(try contoso.coverage(.registrationDetails).map(\.state) == [.denied])
        #expect(try !contoso.instances(check: "user-windows-hello-weak-key").isEmpty)
    }

    @Test func `a wrong secret stores nothing and is remembered with the integration`() async throws {
        let contoso = try ContosoFixture()
        let graph = GraphClient(
            tenantID: contoso.integration.tenantID, clientID: contoso.integration.clientID,
            endpoint: try GraphEndpoint(graphURL: contoso.configuration.origin, loginURL: contoso.configuration.origin),
            credential: .secret("wrong"), exchange: { try await contoso.tenant.exchange($0, $1) },
            clock: contoso.clock.graphClock,
            userAgent: "test")
        let scan = Scan(
            integration: contoso.integration, store: contoso.store, graph: graph, resolve: { DNSAnswer($0, .absent) })
        await #expect(throws: GraphError.self) { try await scan.run() }
        #expect(try contoso.store.integration(named: "contoso")?.status == .reauthorize)
        #expect(try contoso.store.runs(contoso.integration.id).isEmpty)
        _ = try await contoso.scan()
        #expect(try contoso.store.integration(named: "contoso")?.status == .active)
    }

    @Test func `consent that has not arrived is told apart from a wrong secret`() async throws {
        let contoso = try ContosoFixture { $0.consentArrives = .distantFuture }
        await #expect(throws: ScanError.consentMissing(clientID: contoso.integration.clientID)) {
            try await contoso.scan()
        }
    }

    @Test func `DNS that does not answer is unknown, not missing`() async throws {
        let contoso = try ContosoFixture()
        let scanner = Scan(
            integration: contoso.integration, store: contoso.store, graph: try contoso.scanner().graph,
            resolve: { DNSAnswer($0, .failed("SERVFAIL")) }, now: { contoso.clock.now })
        _ = try await scanner.run()
        #expect(
            try contoso.instances().filter { $0.check.hasPrefix("domain-spf") || $0.check.hasPrefix("domain-dmarc") }
                .isEmpty)
        #expect(Set(try contoso.coverage(.dns).map(\.state)) == [.error])
    }
}

extension Store {
    /// Runs a statement of a test's own.
    fileprivate func statement(_ sql: String) throws { _ = try database.write { try $0.execute(sql, []) } }
}
