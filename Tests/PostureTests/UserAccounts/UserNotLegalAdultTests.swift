import Model
import Testing

@testable import Posture

struct UserNotLegalAdultTests {
    func outcome(_ classification: String?, ageGroup: String? = nil) -> Outcome {
        Check.userNotLegalAdult.outcome(
            for: changed(Contoso.user) {
                $0.legalAgeGroupClassification = classification
                $0.ageGroup = ageGroup
            }, in: Contoso.tenant)
    }

    @Test func `tells what the directory says`() {
        #expect(
            outcome("MinorWithParentalConsent", ageGroup: "Minor")
                == .found([
                    "legalAgeGroupClassification": "MinorWithParentalConsent", "ageGroup": "Minor",
                    "consentProvidedForMinor": "Granted",
                ]))
    }
    @Test(arguments: [
        "minorWithOutParentalConsent", "minorWithoutParentalConsent", "minorWithParentalConsent",
        "MinorNoParentalConsentRequired", "NotAdult",
    ])
    func `is found for every class of minor, in either spelling`(classification: String) {
        #expect(outcome(classification, ageGroup: "adult") != .clear)
    }
    @Test(arguments: ["minor", "Minor", "notAdult"]) func `falls back on the age group`(group: String) {
        #expect(outcome(nil, ageGroup: group) != .clear)
        #expect(outcome("Undefined", ageGroup: group) != .clear)
    }
    @Test func `is clear for adults, and where nothing is said`() {
        #expect(outcome("Adult", ageGroup: "minor") == .clear)
        #expect(outcome(nil, ageGroup: "Adult") == .clear)
        #expect(outcome(nil) == .clear)
    }
    @Test func `is unknown for a word of the future`() {
        #expect(outcome("elder") == .unknown("age classification \"elder\" is not known"))
        #expect(outcome(nil, ageGroup: "elder") == .unknown("age group \"elder\" is not known"))
    }
}
