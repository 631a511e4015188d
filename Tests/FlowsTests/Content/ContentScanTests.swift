import Model
import Testing

@testable import Flows

struct ContentScanTests {
    /// What a profile that allows so many cards tells of a document with one card in each of its parts.
    private func told(of cards: [String], allowed: Int) async throws -> [String?] {
        var profile = ContentProfile(name: "Cards", entries: ["credit_card"])
        profile.allowed = allowed
        let segments = cards.enumerated().map {
            ExtractedSegment(part: "sheet \($0.offset)", kind: .text, text: "paid with \($0.element)")
        }
        let chosen = try ChosenDetectors(
            detectors: [], wanted: ProfileBook.Wanted(profiles: [profile], custom: nil), minimum: nil)
        let scan = ContentScan(
            scan: try chosen.scan(), profiles: chosen.profiles, values: .hidden,
            read: { _, _ in Extraction(segments: segments, status: .ok) })
        return try await scan.document(.bytes([], name: "book.xlsx")).findings.map(\.part)
    }

    @Test func `the allowed number of matches is that of the document, whatever parts it has`() async throws {
        let cards = ["5500-0055-5555-5559", "4012888888881881", "3782 822463 10005"]
        #expect(try await told(of: cards, allowed: 2) == ["sheet 0", "sheet 1", "sheet 2"])
        #expect(try await told(of: cards, allowed: 3).isEmpty)
    }
}
