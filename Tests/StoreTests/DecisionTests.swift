import Foundation
import Model
import Testing

@testable import Store

/// What people decide about findings and instances, and what ends it.
struct DecisionTests {
    let fixture: StoreFixture
    let check = "mail-rule-forwards"
    let narrow: Evidence = ["recipients": ["a@gmail.example"], "hasPassword": true]

    init() throws { fixture = try StoreFixture() }

    private var id: Int { fixture.integration.id }
    private func deed(_ later: Double = 0, by actor: String = "user:ana") -> Deed {
        Deed(by: actor, at: fixture.now.addingTimeInterval(later))
    }
    private func terms(until later: Double? = nil) -> Acceptance {
        Acceptance(
            reason: "Accepted for now", comment: "until the move", owner: "R. Haas",
            expires: later.map { fixture.now.addingTimeInterval($0) }, by: "user:ana", at: fixture.now)
    }
    @discardableResult private func found(
        _ evidence: Evidence? = nil, run: Int = 1, at later: Double = 0, user: String = "u1"
    )
        async throws -> InstanceCounts
    {
        let answer = Assessment.Answer(check: check, severity: .low, outcome: .found(evidence ?? narrow))
        return try await fixture.record(fixture.user(user), [answer], run: run, at: later)
    }
    private func only() throws -> Instance { try #require(try fixture.instances([]).first) }
    private func hide(until later: Double? = nil) async throws -> DecisionMark {
        let (fingerprint, acceptance, mark) = (try only().fingerprint, terms(until: later), DecisionMark(deed(1)))
        _ = try await fixture.store.write(id) { try $0.hide([fingerprint], acceptance, mark) }
        return mark
    }
    /// What the audit log says was done, newest first.
    private func audit() throws -> [String] {
        try fixture.store.audit(AuditFilter(), limit: 20).records.map(\.entry.action)
    }
    private func finding() throws -> Finding {
        try #require(try fixture.store.finding(Finding.Key(integration: id, check: check)))
    }

    @Test func `a hidden instance is out of the counts, and says why, who and until when`() async throws {
        try await found()
        _ = try await hide(until: 1000)
        #expect(try fixture.instances().isEmpty)
        #expect(try fixture.instances([.hidden]).count == 1)
        #expect(try finding().active == 0 && finding().hidden == 1)
        let acceptance = try #require(try fixture.store.acceptance(ofInstance: only().fingerprint, of: id))
        #expect(acceptance == terms(until: 1000))
        let decision = try #require(
            try fixture.store.decisions(.init(integration: id, check: check), fingerprint: only().fingerprint).first)
        #expect(decision.action == .hide && decision.actor == "user:ana")
        #expect(try audit().first == "instance.hide")
    }

    @Test func `seen again as it was, it stays hidden`() async throws {
        try await found()
        _ = try await hide()
        #expect(try await found(run: 2, at: 10) == InstanceCounts())
        #expect(try only().status == .hidden)
    }

    @Test func `gone and back again, it goes to the hidden ones without a word`() async throws {
        try await found()
        _ = try await hide()
        let clear = Assessment.Answer(check: check, severity: .low, outcome: .clear)
        try await fixture.record(fixture.user("u1"), [clear], run: 2, at: 10)
        #expect(try only().status == .resolved)
        #expect(try await found(run: 3, at: 20).opened == 0)
        #expect(try only().status == .hidden)
        #expect(try finding().resolved == 0 && finding().hidden == 1)
    }

    @Test func `it reopens when the thing gets worse`() async throws {
        try await found()
        _ = try await hide()
        let wider: Evidence = ["recipients": ["a@gmail.example", "b@gmail.example"], "hasPassword": true]
        #expect(try await found(wider, run: 2, at: 10).opened == 1)
        #expect(try only().status == .active)
        let why = try fixture.store.decisions(.init(integration: id, check: check), fingerprint: only().fingerprint)
        #expect(why.first?.detail == "it got worse: recipients")
        #expect(why.first?.actor == "reeve")
        #expect(try fixture.store.acceptance(ofInstance: only().fingerprint, of: id) == nil)
    }

    @Test func `it stays hidden when the thing gets better, or only other`() async throws {
        try await found()
        _ = try await hide()
        try await found(["recipients": [], "hasPassword": true, "ruleName": "another"], run: 2, at: 10)
        #expect(try only().status == .hidden)
    }

    @Test func `it reopens when its exception ends: at a scan`() async throws {
        try await found()
        _ = try await hide(until: 5)
        #expect(try await found(run: 2, at: 10).opened == 1)
        #expect(try only().status == .active)
    }

    @Test func `it reopens when its exception ends: when somebody looks`() async throws {
        try await found()
        _ = try await hide(until: 5)
        let (now, early) = (fixture.now.addingTimeInterval(5), fixture.now.addingTimeInterval(4))
        #expect(try fixture.store.integrationsWithEndedExceptions(at: early).isEmpty)
        #expect(try fixture.store.integrationsWithEndedExceptions(at: now) == [id])
        #expect(try await fixture.store.write(id) { try $0.reopenEnded(at: now) } == 1)
        #expect(try fixture.store.integrationsWithEndedExceptions(at: now).isEmpty)
        #expect(try only().status == .active)
    }

    @Test func `it reopens when its check becomes graver, not when it becomes milder`() async throws {
        try await found()
        _ = try await hide()
        let (check, mark) = (check, DecisionMark(deed(2)))
        try await fixture.store.write(id) { try $0.enrol([(check, .high)], at: mark.deed.at) }
        #expect(try only().status == .active)
        #expect(try only().severity == .high)
        _ = try await hide()
        let later = DecisionMark(deed(3))
        try await fixture.store.write(id) { _ = try $0.rank(check, as: .low, later) }
        #expect(try only().status == .hidden)
        #expect(try only().severity == .low)
    }

    @Test func `another severity moves the instances in lists and counts, and the default comes back`() async throws {
        try await found()
        let (check, mark) = (check, DecisionMark(deed()))
        try await fixture.store.write(id) { _ = try $0.rank(check, as: .critical, mark) }
        #expect(try only().severity == .critical)
        #expect(try fixture.store.instanceCounts(InstanceFilter()).map(\.severity) == [.critical])
        try await found(run: 2, at: 10)
        #expect(try only().severity == .critical, "a scan forgets the decision")
        let later = DecisionMark(deed(1))
        try await fixture.store.write(id) { _ = try $0.rank(check, as: nil, later) }
        #expect(try only().severity == .low)
        #expect(try audit() == ["finding.severity", "finding.severity"])
    }

    @Test func `an ignored finding counts nowhere unless it is asked for, and what is new joins it`() async throws {
        try await found()
        let (check, mark, acceptance) = (check, DecisionMark(deed()), terms(until: 100))
        try await fixture.store.write(id) { _ = try $0.ignore(check, acceptance, mark) }
        try await found(run: 2, at: 10, user: "u2")
        #expect(try fixture.instances().isEmpty)
        #expect(try fixture.store.instanceCounts(InstanceFilter()).isEmpty)
        var asked = InstanceFilter()
        asked.ignored = .included
        #expect(try fixture.store.instances(asked, limit: 9).count == 2)
        #expect(try fixture.store.instanceCounts(asked).map(\.count) == [2])
        #expect(try finding().acceptance == acceptance)
        let end = fixture.now.addingTimeInterval(100)
        #expect(try await fixture.store.write(id) { try $0.reopenEnded(at: end) } == 1)
        #expect(try fixture.instances().count == 2)
        #expect(try finding().owner == "R. Haas", "who looks after it stays")
    }

    @Test func `what was decided in one go can be taken back, and what was decided since stays`() async throws {
        try await found()
        try await found(user: "u2")
        let all = try fixture.instances([]).map(\.fingerprint)
        let (acceptance, hiding) = (terms(), DecisionMark(deed(1)))
        _ = try await fixture.store.write(id) { try $0.hide(all, acceptance, hiding) }
        let again = DecisionMark(deed(2))
        _ = try await fixture.store.write(id) { try $0.unhide([all[0]], again) }
        let undo = DecisionMark(deed(3))
        let first = try await fixture.store.write(id) { try $0.undo(hiding.batch, undo) }
        #expect(first == (1, 1, 0, 0))
        #expect(try fixture.instances().count == 2)
        let redo = DecisionMark(deed(4))
        let second = try await fixture.store.write(id) { try $0.undo(undo.batch, redo) }
        #expect(second == (1, 0, 0, 0))
        #expect(try fixture.instances([.hidden]).map(\.fingerprint) == [all[1]])
        #expect(try fixture.store.acceptance(ofInstance: all[1], of: id) == acceptance)
    }

    @Test func `an unhide that is taken back has its reason and its end again`() async throws {
        try await found()
        _ = try await hide(until: 1000)
        let (fingerprint, mark, undo) = (try only().fingerprint, DecisionMark(deed(2)), DecisionMark(deed(3)))
        _ = try await fixture.store.write(id) { try $0.unhide([fingerprint], mark) }
        _ = try await fixture.store.write(id) { try $0.undo(mark.batch, undo) }
        #expect(try only().status == .hidden)
        #expect(try fixture.store.acceptance(ofInstance: fingerprint, of: id) == terms(until: 1000))
    }

    @Test func `a graver severity that is taken back hides again what it had reopened`() async throws {
        try await found()
        _ = try await hide(until: 1000)
        let key = Finding.Key(integration: id, check: check)
        #expect(try fixture.store.hiddenBelow(.critical, of: key) == 1)
        #expect(try fixture.store.hiddenBelow(.low, of: key) == 0)
        let (graver, undo, check) = (DecisionMark(deed(2)), DecisionMark(deed(3)), check)
        try await fixture.store.write(id) { _ = try $0.rank(check, as: .critical, graver) }
        #expect(try only().status == .active)
        #expect(try fixture.store.hiddenBelow(.critical, of: key) == 0)
        #expect(try await fixture.store.write(id) { try $0.undo(graver.batch, undo) } == (1, 0, 1, 0))
        #expect(try only().status == .hidden)
        #expect(try fixture.store.acceptance(ofInstance: only().fingerprint, of: id) == terms(until: 1000))
        #expect(try finding().severity == .low && finding().hidden == 1 && finding().active == 0)
        let told = try fixture.store.decisions(key).map(\.action)
        // The finding's own line, and one for the instance that is hidden again with it.
        #expect(Set(told.prefix(2)) == [.undo, .hide])
        #expect(Set(told.dropFirst(2)) == [.reopen, .severity, .hide] && told.count == 5)
        // Undo of the Undo opens it again, and says so.
        let redo = DecisionMark(deed(4))
        #expect(try await fixture.store.write(id) { try $0.undo(undo.batch, redo) } == (1, 0, 0, 1))
        #expect(try only().status == .active)
    }

    @Test func `that hiding was taken back stands in the history of the finding and in the audit log`() async throws {
        try await found()
        let (hiding, undo) = (try await hide(), DecisionMark(deed(2)))
        _ = try await fixture.store.write(id) { try $0.undo(hiding.batch, undo) }
        let told = try fixture.store.decisions(Finding.Key(integration: id, check: check))
        #expect(told.map(\.action) == [.undo, .hide])
        #expect(told.first?.detail == "1 · hide")
        #expect(try audit().first == "instance.undo")
    }

    @Test func `a resolved instance cannot be hidden`() async throws {
        try await found()
        let clear = Assessment.Answer(check: check, severity: .low, outcome: .clear)
        try await fixture.record(fixture.user("u1"), [clear], run: 2, at: 10)
        _ = try await hide()
        #expect(try only().status == .resolved)
    }
}
