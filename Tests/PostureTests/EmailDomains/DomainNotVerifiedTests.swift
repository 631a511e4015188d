import Model
import Testing

@testable import Posture

struct DomainNotVerifiedTests {
    func outcome(_ isVerified: Bool?) -> Outcome {
        var domain = Domain(verified: "new.example")
        domain.isVerified = isVerified
        return Check.domainNotVerified.outcome(for: domain, in: Contoso.tenant)
    }

    @Test func `is found when Graph says so`() {
        #expect(outcome(false) == .found(["isVerified": false, "authenticationType": "Managed"]))
    }
    @Test func `is clear when verified`() { #expect(outcome(true) == .clear) }
    @Test func `is unknown when Graph leaves it out`() {
        #expect(outcome(nil) == .unknown("Graph did not say whether the domain is verified"))
    }
}
