import Model
import Testing

@testable import Posture

struct UserFIDO2UnattestedTests {
    func outcome(_ change: (inout AuthenticationMethod) -> Void = { _ in }) -> Outcome {
        Check.userFIDO2Unattested.outcome(for: changed(Contoso.passkey, change), in: Contoso.tenant)
    }

    @Test func `names the passkey and its type`() {
        #expect(
            outcome()
                == .found([
                    "methodName": "iCloud passkey", "model": "iCloud Keychain", "passkeyType": "synced",
                    "registered": "2025-09-01T10:00:00Z",
                ]))
    }
    @Test func `is found in any letter case`() { #expect(outcome { $0.attestationLevel = "NotAttested" } == outcome()) }
    @Test func `is clear when attested`() { #expect(outcome { $0.attestationLevel = "attested" } == .clear) }
    @Test func `is clear for a Windows Hello key`() {
        #expect(outcome { $0.form = .windowsHelloForBusiness } == .clear)
    }
    @Test func `is unknown when Graph leaves the level out`() {
        #expect(outcome { $0.attestationLevel = nil } == .unknown("Graph did not say whether the passkey was attested"))
    }
    @Test func `is unknown for a level of the future`() {
        #expect(
            outcome { $0.attestationLevel = "unknownFutureValue" }
                == .unknown("attestation level \"unknownfuturevalue\" is not known"))
    }
    @Test func `says so in words`() throws {
        let evidence = try #require(outcome().evidence)
        #expect(Check.userFIDO2Unattested.sentence(evidence) == "synced passkey \"iCloud passkey\" without attestation")
    }
}
