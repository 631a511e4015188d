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

    @Test func `a value is masked as it is read, however it is written`() throws {
        let written = ["536-22-8726", "５３６-２２-８７２６", "536&#45;22&#45;8726", "536-22-87\u{AD}26"]
        let masked = try written.map { try #require(run("SSN \($0)\n").found.first).masked }
        #expect(Set(masked).count == 1 && masked[0].hasSuffix("26"), "\(masked)")
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
        #expect(result.found.count == ContentTrial.most && result.isCut && result.counting == 600)
    }

    @Test func `what counts is told before what does not, wherever it stands`() throws {
        let many = (0..<900).map { "row \($0 % 9) has \(1000 + $0)\n" }.joined()
        let result = try run(many + "SSN 536-22-8726\n")
        let first = try #require(result.found.first)
        #expect(first.match.entry == "us_ssn" && first.counts && first.line == 901 && first.raisedBy == ["SSN"])
        #expect(result.counting == 1 && result.weak >= 900 && result.found.count == ContentTrial.most && result.isCut)
        #expect(result.found.dropFirst().allSatisfy { !$0.counts })
        let places = result.found.dropFirst().map(\.match.range.lowerBound)
        #expect(places == places.sorted())
    }

    @Test func `every part of a document is looked at`() throws {
        let many = (0..<900).map { "row \($0 % 9) has \(1000 + $0)\n" }.joined()
        let segments = ["a.txt": many, "b.txt": "SSN 536-22-8726\ncard 5500-0055-5555-5559\n"].sorted {
            $0.key < $1.key
        }
        .map { ExtractedSegment(part: $0.key, kind: .text, text: $0.value) }
        let result = try ContentTrial(profile: nil, in: book).run(Extraction(segments: segments, status: .ok))
        #expect(result.counting == 2 && result.different == 2)
        #expect(result.found.prefix(2).map(\.match.entry) == ["us_ssn", "mastercard"])
        #expect(result.found.prefix(2).map(\.line) == [1, 2] && result.found[0].part == "b.txt")
    }

    @Test func `what stands in both orders of a page is told once`() throws {
        let (text, weak) = ("card 5500-0055-5555-5559\n", "078051120\n")
        let alone = try run(weak)
        let segments = [
            ("page text", text), ("page layout", "          " + text), ("b.pdf!page text", weak),
            ("b.pdf!page layout", " " + weak), ("a.txt", text),
        ].map { ExtractedSegment(part: $0.0, kind: .text, text: $0.1) }
        let result = try ContentTrial(profile: nil, in: book).run(Extraction(segments: segments, status: .ok))
        let cards = result.found.filter { $0.match.entry == "mastercard" }
        #expect(Set(cards.map(\.part)) == ["a.txt", "page text"] && cards.count == 2 && result.counting == 2)
        #expect(result.different == 1 && alone.counting == 0 && alone.weak > 0 && result.weak == alone.weak)
    }

    @Test func `how many values there are is asked of the document`() throws {
        let deed = Deed(by: "user:ana", at: Date(timeIntervalSince1970: 0))
        let many = ContentProfile(name: "Many", entries: ["mastercard", "visa"], minimum: .low, allowed: 1)
        _ = try book.add(many, deed)
        func segment(_ text: String) -> ExtractedSegment { ExtractedSegment(part: "", kind: .text, text: text) }
        let sheets = [segment("card 5500-0055-5555-5559"), segment("card 4539578763621486")]
        let trial = try ContentTrial(profile: "Many", in: book)
        let both = trial.run(Extraction(segments: sheets, status: .ok))
        #expect(both.found.map(\.miss) == [nil, nil] && both.different == 2)
        let one = trial.run(Extraction(segments: [sheets[0]], status: .ok))
        #expect(one.found.map(\.miss) == [.number(1, allowed: 1)] && one.different == 0)
    }
}
