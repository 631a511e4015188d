import Foundation
import Model
import Testing

@testable import Posture

struct AppCertificationExpiringTests {
    func app(endingIn seconds: Double?) -> Application {
        changed(Contoso.app) {
            $0.certification?.certificationExpirationDateTime = seconds.map { Contoso.now.addingTimeInterval($0) }
        }
    }
    func outcome(endingIn seconds: Double?) -> Outcome {
        Check.appCertificationExpiring.outcome(for: app(endingIn: seconds), in: Contoso.tenant)
    }
    let day = 86_400.0

    @Test func `tells the day`() {
        #expect(
            Check.appCertificationExpiring.outcome(for: Contoso.app, in: Contoso.tenant)
                == .found(["expires": "2026-12-31T00:00:00Z", "isExpired": false, "detailsUrl": Evidence.Value.none]))
    }
    @Test func `ninety days count, a second more does not`() {
        #expect(outcome(endingIn: 90 * day) != .clear)
        #expect(outcome(endingIn: 90 * day + 1) == .clear)
    }
    @Test func `an ended certification counts as sooner`() throws {
        let evidence = try #require(outcome(endingIn: -day).evidence)
        #expect(evidence["isExpired"] == true)
        #expect(Check.appCertificationExpiring.sentence(evidence) == "certification expired 2026-11-20")
    }
    @Test func `is clear without a certification or a date`() {
        #expect(outcome(endingIn: nil) == .clear)
        let app = changed(Contoso.app) { $0.certification = nil }
        #expect(Check.appCertificationExpiring.outcome(for: app, in: Contoso.tenant) == .clear)
    }
    @Test func `is due ninety days before the end, then at the end, then never`() {
        func due(_ seconds: Double) -> Date? {
            Check.appCertificationExpiring.due(for: app(endingIn: seconds), in: Contoso.tenant)
        }
        #expect(due(100 * day) == Contoso.now.addingTimeInterval(10 * day))
        #expect(due(50 * day) == Contoso.now.addingTimeInterval(50 * day + 1))
        #expect(due(-day) == nil)
    }
}
