import Model
import Testing

@testable import Posture

struct UserPasswordPoliciesTests {
    static let checks: [Check] = [.userPasswordNeverExpires, .userStrongPasswordDisabled]

    func outcome(_ check: Check, in tenant: Tenant = Contoso.tenant, _ change: (inout User) -> Void = { _ in })
        -> Outcome
    {
        check.outcome(for: changed(Contoso.user, change), in: tenant)
    }

    @Test func `tells the policies, and whether the domain lets passwords expire`() {
        var tenant = Contoso.tenant
        tenant.domains?[0].passwordValidityPeriodInDays = 2_147_483_647
        #expect(
            outcome(.userPasswordNeverExpires, in: tenant)
                == .found([
                    "passwordPolicies": "DisablePasswordExpiration, DisableStrongPassword", "isSynced": true,
                    "isFederated": false,
                    "domainNeverExpires": true,
                ]))
        #expect(
            outcome(.userStrongPasswordDisabled)
                == .found([
                    "passwordPolicies": "DisablePasswordExpiration, DisableStrongPassword", "isSynced": true,
                    "isFederated": false,
                ]))
    }

    @Test func `the domain's rule alone is no finding`() {
        var tenant = Contoso.tenant
        tenant.domains?[0].passwordValidityPeriodInDays = 2_147_483_647
        #expect(outcome(.userPasswordNeverExpires, in: tenant) { $0.passwordPolicies = nil } == .clear)
    }

    @Test(arguments: [
        ("DisablePasswordExpiration", true, false), ("disablestrongpassword", false, true),
        ("DisableStrongPassword,DisablePasswordExpiration", true, true), (" DISABLEPASSWORDEXPIRATION ", true, false),
        ("None", false, false), ("", false, false), ("NoDisablePasswordExpiration", false, false),
    ])
    func `reads the list in the string`(policies: String, neverExpires: Bool, isWeak: Bool) {
        #expect((outcome(.userPasswordNeverExpires) { $0.passwordPolicies = policies } != .clear) == neverExpires)
        #expect((outcome(.userStrongPasswordDisabled) { $0.passwordPolicies = policies } != .clear) == isWeak)
    }

    @Test(arguments: checks) func `is clear without policies`(check: Check) {
        #expect(outcome(check) { $0.passwordPolicies = nil } == .clear)
    }
    @Test(arguments: checks) func `is clear for guests, by type and by name`(check: Check) {
        #expect(outcome(check) { $0.userType = "guest" } == .clear)
        #expect(outcome(check) { $0.userPrincipalName = "a_b.example#EXT#@contoso.com" } == .clear)
    }
    @Test(arguments: checks) func `is clear when disabled, unknown when Graph leaves it out`(check: Check) {
        #expect(outcome(check) { $0.accountEnabled = false } == .clear)
        #expect(
            outcome(check) { $0.accountEnabled = nil } == .unknown("Graph did not say whether the account is enabled"))
    }
    @Test(arguments: checks) func `leaves out synced users where the option says so`(check: Check) {
        let tenant = Contoso.tenant { $0.ignoreSyncedUsersForPasswords = true }
        #expect(outcome(check, in: tenant) == .clear)
        #expect(outcome(check, in: tenant) { $0.onPremisesSyncEnabled = nil } != .clear)
    }
    @Test(arguments: checks) func `leaves out federated users unless the option says otherwise`(check: Check) throws {
        var tenant = Contoso.tenant
        tenant.domains?[0].authenticationType = "Federated"
        #expect(outcome(check, in: tenant) == .clear)
        tenant.options.includeFederatedUsers = true
        let evidence = try #require(outcome(check, in: tenant).evidence)
        #expect(evidence["isFederated"] == true)
    }
    @Test(arguments: checks) func `is found where the domains are not known, and says so`(check: Check) throws {
        let evidence = try #require(outcome(check, in: Contoso.tenantOfUnknownDomains).evidence)
        #expect(evidence["isFederated"] == Evidence.Value.none)
    }
}
