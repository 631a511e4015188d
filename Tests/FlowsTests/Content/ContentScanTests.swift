import DLP
import Foundation
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
        return try await scan.document(.file(path: LocalPath("/dev/null"), name: "book.xlsx")).findings.map(\.part)
    }

    @Test func `the allowed number of matches is that of the document, whatever parts it has`() async throws {
        let cards = ["5500-0055-5555-5559", "4012888888881881", "3782 822463 10005"]
        #expect(try await told(of: cards, allowed: 2) == ["sheet 0", "sheet 1", "sheet 2"])
        #expect(try await told(of: cards, allowed: 3).isEmpty)
    }

    @Test func `a value that comes again, grouped otherwise, is the same one`() async throws {
        let cards = ["5500-0055-5555-5559", "5500005555555559", "5500 0055 5555 5559", "4012888888881881"]
        #expect(try await told(of: cards, allowed: 2).isEmpty)
        #expect(try await told(of: cards, allowed: 1).count == 4)
    }

    @Test func `no more is taken from a pipe than a document may have`() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let text = Array("sixteen bytes...".utf8)
        #expect(write(ends[1], text, 16) == 16)
        guard case .unread(let told) = LocalFile.read(ends[0], largest: 8) else {
            Issue.record("it was taken")
            return
        }
        #expect(told.status == .limit)
        close(ends[1])
        close(ends[0])
    }

    private static let many = String(repeating: "SSN 536-22-1840\n", count: 1_500) + "IBAN DE89370400440532013000\n"

    private func document(_ text: String, by profiles: [ContentProfile]) async throws -> ScannedDocument {
        let chosen = try ChosenDetectors(
            detectors: [], wanted: ProfileBook.Wanted(profiles: profiles, custom: nil), minimum: nil)
        let scan = ContentScan(
            scan: try chosen.scan(), profiles: chosen.profiles, values: .hidden,
            read: { _, _ in Extraction(status: .error) })
        return try await scan.document(.text(text, name: "many.txt"))
    }

    @Test func `lists a thousand findings of a detector and counts all of them`() async throws {
        let found = try await document(Self.many, by: [])
        #expect(found.findings.count { $0.match.detector == "us_ssn" } == 1_000)
        #expect(found.findings.last?.match.detector == "iban")
        #expect(found.unlisted == ["us_ssn": 500] && found.count == 1_501)
    }

    @Test func `a match that two profiles tell of is listed and counted once, under the first`() async throws {
        var wide = ContentProfile(name: "Numbers", entries: ["us_ssn", "iban"])
        let narrow = ContentProfile(name: "Ids", entries: ["us_ssn"])
        let found = try await document(Self.many, by: [narrow, wide])
        #expect(found.unlisted == ["us_ssn": 500] && found.count == 1_501)
        #expect(found.findings.first?.profile == "Ids" && found.findings.last?.profile == "Numbers")
        wide.allowed = 2
        #expect(try await document(Self.many, by: [wide]).findings.isEmpty)
        wide.allowed = 1
        #expect(try await document(Self.many, by: [wide]).count == 1_501)
    }

    @Test func `a stored file has the count of all its matches, and five samples`() throws {
        let profile = ContentProfile(name: "Ids", entries: ["us_ssn"])
        let reading = ContentReading(
            scan: try TextScan(Detector.all.filter { $0.id == "us_ssn" }, minimum: .medium), profiles: [profile]
        ) {
            "hash of \($0)"
        }
        let segment = ExtractedSegment(part: "text", kind: .text, text: Self.many)
        let matched = reading.matches(in: Extraction(segments: [segment], status: .ok))
        #expect(matched.map(\.count) == [1_500])
        #expect(matched.first?.samples.map(\.place) == (1...5).map { "text, line \($0)" })
        #expect(matched.first?.hashes == ["hash of 536221840"])
    }
}
