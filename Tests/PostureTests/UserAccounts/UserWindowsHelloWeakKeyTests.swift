import Model
import Testing

@testable import Posture

struct UserWindowsHelloWeakKeyTests {
    func outcome(_ change: (inout AuthenticationMethod) -> Void = { _ in }) -> Outcome {
        Check.userWindowsHelloWeakKey.outcome(for: changed(Contoso.helloKey, change), in: Contoso.tenant)
    }

    @Test func `names the device`() {
        #expect(
            outcome()
                == .found(["device": "Jordan's Surface Book", "keyStrength": "weak", "registered": Evidence.Value.none])
        )
    }
    @Test func `is found in any letter case`() { #expect(outcome { $0.keyStrength = "Weak" } != .clear) }
    @Test func `is clear for a normal key and for a passkey`() {
        #expect(outcome { $0.keyStrength = "normal" } == .clear)
        #expect(outcome { $0.form = .fido2 } == .clear)
    }
    @Test(arguments: [nil, "unknown", "unknownFutureValue"]) func `is unknown where Graph does not know`(
        strength: String?
    ) {
        #expect(outcome { $0.keyStrength = strength } == .unknown("Graph does not know the strength of the key"))
    }
}
