import Model
import Testing

@testable import Flows

/// The pages of a PDF, which come in the order in which they are read and in the order in which they stand there.
struct PageOrdersTests {
    private func found(_ detector: String, _ confidence: Match.Confidence, in part: String) -> LocatedFinding {
        let match = Match(
            detector: detector, entry: detector, range: 0..<9, confidence: confidence, isSample: false)
        return LocatedFinding(
            finding: .init(
                match: match, profile: nil, part: part, place: "page 1", masked: MaskedValue.of("866327172"), value: nil
            ),
            value: "866327172")
    }

    private func once(_ findings: [LocatedFinding]) -> [String] {
        PageOrders.once(findings).map { "\($0.finding.match.detector) \($0.finding.match.confidence)" }
    }

    @Test func `a value is told once, as sure as the columns of its page make it`() {
        let both = [found("us_ssn", .medium, in: "page text"), found("us_ssn", .high, in: "page layout")]
        #expect(once(both) == ["us_ssn high"])
    }

    @Test func `what the columns surely make something else is nothing else`() {
        let named = found("us_ssn", .high, in: "page layout")
        #expect(once([found("phone", .medium, in: "page text"), named]) == ["us_ssn high"])
        #expect(once([found("phone", .high, in: "page text"), named]) == ["phone high", "us_ssn high"])
        let both = [found("phone", .medium, in: "page text"), found("phone", .medium, in: "page layout"), named]
        #expect(once(both) == ["phone medium", "us_ssn high"])
        #expect(once([found("phone", .medium, in: "a.pdf!page text"), named]) == ["phone medium", "us_ssn high"])
    }
}
