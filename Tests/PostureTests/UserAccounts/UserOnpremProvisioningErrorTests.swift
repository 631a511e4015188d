import Model
import Testing

@testable import Posture

struct UserOnpremProvisioningErrorTests {
    func outcome(_ change: (inout User) -> Void = { _ in }) -> Outcome {
        Check.userOnpremProvisioningError.outcome(for: changed(Contoso.user, change), in: Contoso.tenant)
    }

    @Test func `lists the errors`() {
        #expect(
            outcome() == .found(["errors": ["PropertyConflict: ProxyAddresses SMTP:info@contoso.com (2026-02-27)"]]))
    }
    @Test func `lists an error of which Graph says nothing`() {
        #expect(outcome { $0.onPremisesProvisioningErrors = [.init()] } == .found(["errors": ["Error"]]))
    }
    @Test func `is clear without errors`() { #expect(outcome { $0.onPremisesProvisioningErrors = [] } == .clear) }
    @Test func `is found for a guest and a disabled user too`() {
        #expect(
            outcome {
                $0.userType = "Guest"; $0.accountEnabled = false
            } == outcome())
    }
}
