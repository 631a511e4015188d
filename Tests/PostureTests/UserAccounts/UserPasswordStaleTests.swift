import Foundation
import Model
import Testing

@testable import Posture

struct UserPasswordStaleTests {
    func outcome(_ change: (inout User) -> Void = { _ in }) -> Outcome {
        Check.userPasswordStale.outcome(for: changed(Contoso.user, change), in: Contoso.tenant)
    }
    func due(_ change: (inout User) -> Void = { _ in }) -> Date? {
        Check.userPasswordStale.due(for: changed(Contoso.user, change), in: Contoso.tenant)
    }

    @Test func `tells since when, and that the user is synced`() {
        #expect(
            outcome() == .found(["lastPasswordChange": "2024-02-01T09:10:11Z", "isSynced": true, "isFederated": false]))
    }
    @Test func `ninety days are not more than ninety days`() {
        #expect(outcome { $0.lastPasswordChangeDateTime = Contoso.daysAgo(90) } == .clear)
        #expect(outcome { $0.lastPasswordChangeDateTime = Contoso.daysAgo(90).addingTimeInterval(-1) } != .clear)
    }
    @Test func `is clear for guests and disabled accounts, whatever their passwords`() {
        #expect(outcome { $0.userType = "Guest" } == .clear)
        #expect(
            outcome {
                $0.accountEnabled = false; $0.lastPasswordChangeDateTime = nil
            } == .clear)
    }
    @Test func `is unknown when Graph leaves out what it needs`() {
        #expect(
            outcome { $0.lastPasswordChangeDateTime = nil }
                == .unknown("Graph did not say when the password was changed"))
        #expect(outcome { $0.accountEnabled = nil } == .unknown("Graph did not say whether the account is enabled"))
    }
    @Test func `a fresh password is due a second after its ninetieth day`() {
        let changed = Contoso.daysAgo(10)
        #expect(due { $0.lastPasswordChangeDateTime = changed } == Contoso.now.addingTimeInterval(80 * 86_400 + 1))
    }
    @Test func `is never due when stale, disabled or a guest`() {
        #expect(due() == nil)
        #expect(
            due {
                $0.accountEnabled = false; $0.lastPasswordChangeDateTime = Contoso.now
            } == nil)
        #expect(
            due {
                $0.userType = "Guest"; $0.lastPasswordChangeDateTime = Contoso.now
            } == nil)
    }
}
