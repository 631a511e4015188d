import Foundation
import Model
import Posture
import SimulatedTenant
import Store
import Testing

@testable import Flows

extension Check: CustomTestStringConvertible {
    public var testDescription: String { id }
}

struct ScanTests {
    @Test func `every check fires in the simulated tenant, and none on everything`() async throws {
        let contoso = try ContosoFixture(profiles: ContosoFixture.profiles)
        _ = try await contoso.scan()
        let counts = Dictionary(grouping: try contoso.instances(), by: \.check).mapValues(\.count)
        for check in Check.all {
            #expect(counts[check.id, default: 0] > 0, "\(check.id) never fires")
            let subjects = try check.subjects.map { try contoso.store.count($0, of: contoso.integration.id) }.reduce(
                0, +)
            #expect(counts[check.id, default: 0] < subjects, "\(check.id) fires on everything")
        }
    }

    @Test func `a second scan asks for less, finds the same and opens nothing`() async throws {
        let contoso = try ContosoFixture()
        let first = try await contoso.scan()
        let before = try contoso.picture()
        contoso.clock.advance(3600)
        let second = try await contoso.scan()
        #expect(try contoso.picture() == before)
        #expect(second.opened == 0)
        #expect(second.resolved == 0)
        #expect(second.requests < first.requests / 2)
        #expect(!second.isFirst)
        #expect(try contoso.instances(check: "user-disabled").allSatisfy { $0.lastSeen > $0.firstSeen })
    }

    @Test func `a full scan reads as much as the first one and finds the same`() async throws {
        let contoso = try ContosoFixture()
        let first = try await contoso.scan()
        let before = try contoso.picture()
        contoso.clock.advance(60)
        let full = try await contoso.scan(isFull: true)
        #expect(try contoso.picture() == before)
        #expect(full.requests == first.requests)
        #expect(full.opened == 0)
        #expect(full.resolved == 0)
    }

    @Test func `follows what changes and resolves what is mended`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let rules = try contoso.instances(check: "mail-rule-forwards")
        let rule = try #require(rules.first)
        let name = try #require(rule.evidence["ruleName"])
        guard case .text(let ruleName) = name else { Issue.record("no rule name"); return }
        contoso.tenant.graph.edit { edit in
            _ = edit.removeRule(of: rule.resource.id, named: ruleName)
            _ = edit.setUser("AdeleV@contoso.example", "accountEnabled", "false")
        }
        contoso.clock.advance(3600)
        let second = try await contoso.scan()
        #expect(try contoso.instances(check: "mail-rule-forwards").count == rules.count - 1)
        #expect(try contoso.instances(check: "user-disabled").contains { $0.resource.name == "Adele Vance" })
        #expect(second.opened >= 1)
        #expect(second.resolved >= 1)
    }

    @Test func `a user who leaves takes all their findings along, and brings them back`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let rule = try #require(try contoso.instances(check: "mail-rule-forwards").first)
        let theirs = try contoso.instances().filter { $0.resource.id == rule.resource.id }
        contoso.tenant.graph.edit { _ = $0.removeUser(rule.resource.id) }
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        #expect(try contoso.instances().filter { $0.resource.id == rule.resource.id }.isEmpty)
        #expect(try contoso.instances([.resolved]).filter { $0.resource.id == rule.resource.id }.count == theirs.count)
        contoso.tenant.graph.edit { _ = $0.restoreUser(rule.resource.id) }
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        let again = try contoso.instances().filter { $0.resource.id == rule.resource.id }
        #expect(Set(again.map(\.fingerprint)) == Set(theirs.map(\.fingerprint)))
        #expect(again.map(\.firstSeen) == theirs.map(\.firstSeen))
    }

    @Test func `sharing and unsharing a file opens and resolves`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let shared = try #require(try contoso.instances(check: "file-public-write").first)
        let drive = try #require(
            try contoso.store.entity(Drive.self, of: contoso.integration.id, id: shared.resource.driveID ?? ""))
        let owner = try #require(
            try contoso.store.entity(User.self, of: contoso.integration.id, id: drive.sourceID)?.userPrincipalName)
        contoso.tenant.graph.edit { edit in
            let isDone = edit.unshare(shared.resource.name, of: owner)
            #expect(isDone)
        }
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        #expect(try !contoso.instances().contains { $0.fingerprint == shared.fingerprint })
        contoso.tenant.graph.edit { edit in
            let isDone = edit.share(shared.resource.name, of: owner, "anonymous edit")
            #expect(isDone)
        }
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        #expect(try contoso.instances().contains { $0.fingerprint == shared.fingerprint })
    }

    @Test func `time alone makes a finding`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let before = try contoso.instances(check: "user-password-stale").count
        contoso.clock.advance(6 * 24 * 3600)
        _ = try await contoso.scan()
        contoso.clock.advance(60 * 24 * 3600)
        _ = try await contoso.scan()
        #expect(try contoso.instances(check: "user-password-stale").count > before)
    }

    @Test func `an expired delta token starts over and ends with the same`() async throws {
        let contoso = try ContosoFixture()
        var freshness = Freshness()
        freshness.fullList = .infinity
        freshness.fullDrive = .infinity
        _ = try await contoso.scan(freshness: freshness)
        let users = try contoso.store.count(.user, of: contoso.integration.id)
        let before = Set(try contoso.instances(check: "file-public-read").map(\.fingerprint))
        contoso.clock.advance(8 * 24 * 3600)
        contoso.tenant.graph.edit { _ = $0.removeUser("AdeleV@contoso.example") }
        _ = try await contoso.scan(freshness: freshness)
        #expect(try contoso.store.count(.user, of: contoso.integration.id) == users - 1)
        let after = Set(try contoso.instances(check: "file-public-read").map(\.fingerprint))
        #expect(after.isSubset(of: before))
        #expect(try contoso.coverage(.users).first?.state == .ok)
    }

    @Test func `an option turns into other findings at the next scan`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        #expect(try !contoso.instances(check: "user-password-stale").isEmpty)
        var options = CheckOptions()
        options.policyProfile = .cis
        contoso.clock.advance(60)
        _ = try await contoso.scan(options: options)
        #expect(try contoso.instances(check: "user-password-stale").isEmpty)
        #expect(try contoso.instances(check: "user-password-never-expires").isEmpty)
        contoso.clock.advance(60)
        _ = try await contoso.scan()
        #expect(try !contoso.instances(check: "user-password-stale").isEmpty)
    }

    @Test func `a scan for one check reads what it needs and leaves the rest to be judged`() async throws {
        let contoso = try ContosoFixture()
        let check = try #require(Check.named("domain-spf-missing"))
        let partial = try await contoso.scan(checks: [check])
        #expect(Set(try contoso.instances().map(\.check)) == ["domain-spf-missing"])
        #expect(partial.requests < 10)
        contoso.clock.advance(60)
        _ = try await contoso.scan()
        let fresh = try ContosoFixture()
        _ = try await fresh.scan()
        #expect(Set(try contoso.instances().map(\.fingerprint)) == Set(try fresh.instances().map(\.fingerprint)))
    }
}
