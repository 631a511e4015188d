import Foundation
import Model
import Testing

@testable import Posture

struct UserOnpremSyncStaleTests {
    let strict = Contoso.tenant { $0.onPremisesSyncMode = .strict }

    func outcome(in tenant: Tenant = Contoso.tenant, _ change: (inout User) -> Void = { _ in }) -> Outcome {
        Check.userOnpremSyncStale.outcome(for: changed(Contoso.user, change), in: tenant)
    }
    func tenant(_ tenant: Tenant, syncedDaysAgo days: Double?) -> Tenant {
        changed(tenant) { $0.organization?.onPremisesLastSyncDateTime = days.map(Contoso.daysAgo) }
    }

    @Test func `says that the object is merely unchanged while the tenant syncs`() {
        #expect(
            outcome()
                == .found([
                    "lastSync": "2026-03-01T03:04:54Z", "isTenantSyncFresh": true,
                    "note": "object unchanged since 2026-03-01T03:04:54Z",
                ]))
    }
    @Test func `does not say so where the tenant's sync has stopped or is not known`() {
        #expect(
            outcome(in: tenant(Contoso.tenant, syncedDaysAgo: 8))
                == .found(["lastSync": "2026-03-01T03:04:54Z", "isTenantSyncFresh": false]))
        #expect(
            outcome(in: tenant(Contoso.tenant, syncedDaysAgo: nil))
                == .found(["lastSync": "2026-03-01T03:04:54Z", "isTenantSyncFresh": Evidence.Value.none]))
    }
    @Test func `seven days are not more than seven days`() {
        #expect(outcome { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(7) } == .clear)
        #expect(outcome { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(7).addingTimeInterval(-1) } != .clear)
    }
    @Test func `is clear for who is not synced`() {
        #expect(outcome { $0.onPremisesSyncEnabled = false } == .clear)
        #expect(outcome { $0.onPremisesSyncEnabled = nil } == .clear)
    }
    @Test func `is unknown when Graph leaves the time out`() {
        #expect(
            outcome { $0.onPremisesLastSyncDateTime = nil } == .unknown("Graph did not say when the user was synced"))
    }

    @Test func `strict: is clear for an object of up to thirty days while the tenant syncs`() {
        #expect(outcome(in: strict) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(30) } == .clear)
        #expect(outcome(in: strict) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(31) } != .clear)
    }
    @Test func `strict: is found where the tenant's sync has stopped`() {
        let stopped = tenant(strict, syncedDaysAgo: 8)
        #expect(outcome(in: stopped) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(8) } != .clear)
        #expect(outcome(in: stopped) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(6) } == .clear)
    }
    @Test func `strict: is unknown where the tenant's sync is not known`() {
        let unread = tenant(strict, syncedDaysAgo: nil)
        #expect(
            outcome(in: unread) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(8) }
                == .unknown("the tenant's own last synchronisation is not known"))
        #expect(outcome(in: unread) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(31) } != .clear)
    }

    @Test func `is due when the user or the tenant turns old, whichever is first`() {
        func due(_ tenant: Tenant, syncedDaysAgo days: Double) -> Date? {
            Check.userOnpremSyncStale.due(
                for: changed(Contoso.user) { $0.onPremisesLastSyncDateTime = Contoso.daysAgo(days) }, in: tenant)
        }
        #expect(due(Contoso.tenant, syncedDaysAgo: 5) == Contoso.now.addingTimeInterval(2 * 86_400 + 1))
        #expect(due(Contoso.tenant, syncedDaysAgo: 50) == Contoso.now.addingTimeInterval(7 * 86_400 + 1 - 1_800))
        #expect(
            due(tenant(strict, syncedDaysAgo: 8), syncedDaysAgo: 20) == Contoso.now.addingTimeInterval(10 * 86_400 + 1))
        #expect(due(tenant(Contoso.tenant, syncedDaysAgo: 8), syncedDaysAgo: 20) == nil)
    }
}
