import Model
import Testing

@testable import Posture

struct AppDisabledByMicrosoftTests {
    func outcome(registered: Set<String>? = [], _ change: (inout ServicePrincipal) -> Void = { _ in }) -> Outcome {
        var tenant = Contoso.tenant
        tenant.registeredAppIDs = registered
        return Check.appDisabledByMicrosoft.outcome(for: changed(Contoso.stranger, change), in: tenant)
    }

    @Test func `is found on a third party's service principal`() {
        #expect(
            outcome()
                == .found([
                    "disabledByMicrosoftStatus": "DisabledDueToViolationOfServicesAgreement", "appId": "2d4d3d8e",
                    "hasVerifiedPublisher": false,
                ]))
    }
    @Test func `is found on a registration of ours, and there alone`() {
        #expect(Check.appDisabledByMicrosoft.outcome(for: Contoso.app, in: Contoso.tenant) != .clear)
        #expect(outcome(registered: ["2d4d3d8e"]) == .clear)
    }
    @Test(arguments: [nil, "", "NotDisabled", "notDisabled"])
    func `is clear when not disabled, known registrations or not`(status: String?) {
        #expect(outcome { $0.disabledByMicrosoftStatus = status } == .clear)
        #expect(outcome(registered: nil) { $0.disabledByMicrosoftStatus = status } == .clear)
        let app = changed(Contoso.app) { $0.disabledByMicrosoftStatus = status }
        #expect(Check.appDisabledByMicrosoft.outcome(for: app, in: Contoso.tenant) == .clear)
    }
    @Test func `any other word counts as disabled`() {
        #expect(outcome { $0.disabledByMicrosoftStatus = "DisabledForFun" } != .clear)
    }
    @Test func `the customer's own switch is another thing`() {
        #expect(
            outcome {
                $0.disabledByMicrosoftStatus = nil; $0.accountEnabled = false
            } == .clear)
    }
    @Test func `without the registrations only an app of ours is unknown`() {
        #expect(
            outcome(registered: nil) { $0.appOwnerOrganizationId = Contoso.tenant.id }
                == .unknown("the tenant's own app registrations were not read"))
        #expect(outcome(registered: nil) == outcome())
    }
}
