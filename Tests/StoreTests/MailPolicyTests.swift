import Foundation
import Testing

@testable import Store

struct MailPolicyTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }
    private var store: Store { fixture.store }

    private var entry: AuditEntry { AuditEntry(at: fixture.now, actor: "user:ana", action: "policy.add", subject: "x") }

    @Test func `comes back as it was added, and is gone when removed`() throws {
        let policy = MailPolicy(
            .allow, .domain, "partner.example", effect: "trustedSender", verifySender: false, comment: "why",
            by: "user:ana", at: fixture.now, expires: fixture.now.addingTimeInterval(60))
        try store.add(policy, entry)
        #expect(try store.mailPolicies() == [policy])
        #expect(policy.isActive(at: fixture.now) && !policy.isActive(at: fixture.now.addingTimeInterval(60)))
        #expect(try store.removeMailPolicy(policy.id, entry))
        #expect(try store.mailPolicies().isEmpty)
        #expect(try !store.removeMailPolicy(policy.id, entry))
    }

    @Test func `the mail doors see every change, and the moment at which a policy ends`() throws {
        let policy = MailPolicy(
            .blocked, .email, "a@b.example", by: "cli:ana", at: fixture.now, expires: fixture.now.addingTimeInterval(60)
        )
        let before = try store.mailMark(at: fixture.now)
        try store.add(policy, entry)
        let after = try store.mailMark(at: fixture.now)
        #expect(before != after)
        #expect(try store.mailMark(at: fixture.now.addingTimeInterval(61)) != after)
        _ = try store.removeMailPolicy(policy.id, entry)
        #expect(try store.mailMark(at: fixture.now) != after)
    }

    @Test func `a decision about an app takes the place of the one before`() throws {
        let first = AppDecision(.underReview, why: "new", by: "user:ana", at: fixture.now)
        let second = AppDecision(
            .allowed, owner: "Bo", askAgain: fixture.now.addingTimeInterval(5), by: "user:bo", at: fixture.now)
        try store.decide(first, about: "app", of: fixture.integration.id, entry)
        try store.decide(second, about: "app", of: fixture.integration.id, entry)
        #expect(try store.appDecisions(of: fixture.integration.id) == ["app": second])
        #expect(!second.isDue(at: fixture.now) && second.isDue(at: fixture.now.addingTimeInterval(5)))
        try store.remove(fixture.integration.id)
        #expect(try store.appDecisions(of: fixture.integration.id).isEmpty)
    }
}
