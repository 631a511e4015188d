import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

struct ContentTrialTests {
    private let store: Store
    init() throws { store = try Store(.memory, key: SecretKey()) }
    private var book: ProfileBook { ProfileBook(store: store) }

    private func run(_ text: String, profile: String? = nil) throws -> ContentTrial.Result {
        try ContentTrial(profile: profile, in: book).run(
            Extraction(segments: [ExtractedSegment(part: "", kind: .text, text: text)], status: .ok))
    }

    @Test func `tells what matches, masked, with its line, and whether it counts`() throws {
        let result = try run("hello\n\ncard number 5500-0055-5555-5559\n", profile: "Financial Information")
        let found = try #require(result.found.first)
        #expect(
            found.match.entry == "mastercard" && found.title == "Mastercard number" && found.line == 3 && found.counts)
        #expect(found.masked.hasSuffix("59") && !found.masked.contains("5500"))
    }

    @Test func `a weak match is told and does not count`() throws {
        let result = try run("4539578763621486 and 078051120")
        #expect(result.found.contains { $0.match.confidence == .low && !$0.counts })
    }

    @Test func `what the profile does not name is not told`() throws {
        #expect(try run("card 5500-0055-5555-5559", profile: "Health Information").found.isEmpty)
        #expect(throws: ProfileTrouble.self) { try run("x", profile: "Nothing") }
    }

    @Test func `a text full of values is cut and says so`() throws {
        let many = String(repeating: "card 5500-0055-5555-5559\n", count: 600)
        let result = try run(many, profile: "Financial Information")
        #expect(result.found.count == ContentTrial.most && result.isCut)
    }
}
