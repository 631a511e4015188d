import Model
import Testing

@testable import Posture

struct UserCloudSyncDisabledTests {
    func outcome(in tenant: Tenant = Contoso.tenant, _ change: (inout User) -> Void) -> Outcome {
        Check.userCloudSyncDisabled.outcome(for: changed(Contoso.user, change), in: tenant)
    }
    func outcome(users: Int?, _ change: (inout Organization) -> Void) -> Outcome {
        var tenant = Contoso.tenant
        tenant.formerlySyncedUsers = users
        return Check.userCloudSyncDisabled.outcome(for: changed(Contoso.organization, change), in: tenant)
    }

    @Test func `is found for a user who was synced once`() {
        #expect(
            outcome { $0.onPremisesSyncEnabled = false }
                == .found([
                    "onPremisesSyncEnabled": false, "onPremisesImmutableId": Evidence.Value.none,
                    "lastSync": "2026-03-01T03:04:54Z",
                ]))
    }
    @Test func `is found for a disabled user too`() {
        #expect(
            outcome {
                $0.onPremisesSyncEnabled = false; $0.accountEnabled = false
            } != .clear)
    }
    @Test func `is clear for synced users and for users of the cloud`() {
        #expect(outcome { $0.onPremisesSyncEnabled = true } == .clear)
        #expect(outcome { $0.onPremisesSyncEnabled = nil } == .clear)
        #expect(
            outcome {
                $0.onPremisesSyncEnabled = nil; $0.onPremisesImmutableId = "hG8q"
            } == .clear)
    }
    @Test func `is found for left-over ids where the option says so`() {
        let tenant = Contoso.tenant { $0.reportLeftoverImmutableIDs = true }
        #expect(
            outcome(in: tenant) {
                $0.onPremisesSyncEnabled = nil; $0.onPremisesImmutableId = "hG8q"
            } != .clear)
        #expect(
            outcome(in: tenant) {
                $0.onPremisesSyncEnabled = nil; $0.onPremisesImmutableId = ""
            } == .clear)
        #expect(
            outcome(in: tenant) {
                $0.onPremisesSyncEnabled = true; $0.onPremisesImmutableId = "hG8q"
            } == .clear)
    }

    @Test(arguments: [false, nil]) func `where the tenant's sync is off, the organization stands for its users`(
        isSynced: Bool?
    ) throws {
        var tenant = Contoso.tenant
        tenant.organization?.onPremisesSyncEnabled = isSynced
        #expect(outcome(in: tenant) { $0.onPremisesSyncEnabled = false } == .clear)
        let found = outcome(users: 1_200) { $0.onPremisesSyncEnabled = isSynced }
        let evidence = try #require(found.evidence)
        #expect(evidence["formerlySyncedUsers"] == .number(1_200))
        #expect(
            Check.userCloudSyncDisabled.sentence(evidence) == "sync is off for the tenant; 1200 users were synced once")
    }
    @Test func `the organization is clear while it syncs, or where nobody was synced`() {
        #expect(outcome(users: 1_200) { $0.onPremisesSyncEnabled = true } == .clear)
        #expect(outcome(users: 0) { $0.onPremisesSyncEnabled = nil } == .clear)
    }
    @Test func `is unknown where the other half was not read`() {
        #expect(outcome(users: nil) { $0.onPremisesSyncEnabled = false } == .unknown("the users were not read"))
        var tenant = Contoso.tenant
        tenant.organization = nil
        #expect(outcome(in: tenant) { $0.onPremisesSyncEnabled = false } == .unknown("the organization was not read"))
    }
}
