import DLP
import Foundation
import Model
import Store
import Testing

@testable import Flows

/// Documents compared with documents, whatever parts they have.
struct WrittenTextsTests {
    private static let words = (0..<600).map { "word\($0 * 7_919 % 613)" }
    private static let properties = (0..<80).map { "Template property\($0): Normal" }.joined(separator: "\n")

    private func segment(
        _ part: String, _ text: some Sequence<String>, _ kind: ExtractedSegment.Kind = .text, of document: Int = 0
    ) -> ExtractedSegment {
        ExtractedSegment(part: part, kind: kind, document: document, text: text.joined(separator: " "))
    }

    /// Twelve slides, and what every deck of the program has.
    private func deck(_ words: [String]) -> [ExtractedSegment] {
        (0..<12).map { segment("ppt/slides/slide\($0 + 1).xml", words[($0 * 50)..<($0 * 50 + 50)]) }
            + boilerplate("ppt/slideLayouts/slideLayout1.xml")
    }

    private func boilerplate(_ part: String) -> [ExtractedSegment] {
        [
            segment(part, (0..<90).map { "click to edit \($0)" }, .pattern),
            segment("customXml/item1.xml", (0..<90).map { "schema element \($0)" }, .markup),
            segment("docProps/app.xml", [Self.properties], .properties),
        ]
    }

    /// The parts of a document that an entry made of another one tells of, with the confidence.
    private func found(
        _ document: [ExtractedSegment], like other: [ExtractedSegment], percent: Int = 50
    ) async throws -> [String] {
        let fixture = try ContosoFixture()
        let deed = Deed(by: "cli:test", at: Date(timeIntervalSince1970: 0))
        let material = try EntryBulk().fingerprints(of: [("a.pptx", Extraction(segments: other, status: .ok))])
        let entry = try EntryBook(store: fixture.store).add(
            .init(name: "Deck", means: .fingerprint(documents: ["a.pptx"], percent: percent)), material: material, deed)
        let book = ProfileBook(store: fixture.store)
        try book.add(ContentProfile(name: "Ours", entries: [entry.id]), deed)
        let chosen = try ChosenDetectors(detectors: [], wanted: try book.wanted(["Ours"]), minimum: nil)
        let read = Extraction(segments: document, status: .ok)
        let content = ContentScan(
            scan: try chosen.scan(), profiles: chosen.profiles, values: .hidden, read: { _, _ in read })
        let scanned = try await content.document(.file(path: LocalPath("/dev/null"), name: "a.pptx"))
        let trial = try ContentTrial(profile: "Ours", in: book).run(read)
        #expect(trial.found.map(\.part) == scanned.findings.map { $0.part ?? "" })
        let cloud = ContentReading(scan: try chosen.scan(), profiles: chosen.profiles) { $0 }.matches(in: read)
        #expect(cloud.map(\.count).reduce(0, +) == scanned.findings.count)
        return scanned.findings.map { "\($0.part ?? "") \($0.match.confidence)" }
    }

    /// The first slide has a few passages less than the others: one that goes on from the slide before is that of the slide where it ends.
    @Test func `a deck of many slides is found by itself, and told once`() async throws {
        #expect(try await found(deck(Self.words), like: deck(Self.words)) == ["ppt/slides/slide2.xml high"])
    }

    @Test func `the text is found in another program's file, and the other way round`() async throws {
        let letter = [segment("word/document.xml", Self.words)] + boilerplate("word/glossary/document.xml")
        #expect(try await found(letter, like: deck(Self.words)) == ["word/document.xml high"])
        #expect(try await found(deck(Self.words), like: letter).count == 1)
    }

    @Test func `header, body and footnotes are one document`() async throws {
        let document = [
            segment("word/document.xml", Self.words[..<200]), segment("word/header1.xml", Self.words[200..<400]),
            segment("word/footnotes.xml", Self.words[400...]),
        ]
        #expect(try await found(document, like: document, percent: 90).count == 1)
    }

    @Test func `files that have no more in common than their program are not alike`() async throws {
        let others = (0..<600).map { "other\($0)" }
        #expect(try await found(deck(others), like: deck(Self.words), percent: 10).isEmpty)
    }

    @Test func `each attachment and each member of an archive is a document`() async throws {
        let letter = Self.words.joined(separator: " ")
        let mail = [
            segment("headers", ["Subject: see this"], .properties), segment("body", ["see the letter"]),
            segment("letter.txt", [letter], of: 1),
            segment("deck.pptx!ppt/slides/slide1.xml", Self.words[..<300], of: 2),
            segment("deck.pptx!ppt/slides/slide2.xml", Self.words[300...], of: 2),
        ]
        let found = try await found(mail, like: [segment("text", [letter])])
        #expect(found == ["letter.txt high", "deck.pptx!ppt/slides/slide2.xml high"])
        let halves = [segment("a.txt", Self.words[..<300], of: 1), segment("b/c.txt", Self.words[300...], of: 2)]
        #expect(try await self.found(halves, like: [segment("text", [letter])], percent: 60).isEmpty)
    }

    @Test func `of a message with an attachment both are looked for`() async throws {
        let letter = [segment("text", Self.words)]
        let mail = [segment("body", ["see the letter"]), segment("letter.txt", Self.words, of: 1)]
        #expect(try await found(letter, like: mail).count == 1)
    }

    @Test func `what a likeness stands with is told wherever it stands`() async throws {
        let letter = Self.words.joined(separator: " ")
        let far = String(repeating: "nothing of note here\n", count: 50_000)
        for text in ["\(letter)\n\(far)P-204117", "P-204117\n\(far)\(letter)"] {
            #expect(try await together([segment("text", [text])], like: letter).isEmpty, "\(text.prefix(9))")
        }
        for text in [
            "\(letter)\nP-204117", "P-204117\n\(letter)", "\(letter.dropLast(400)) P-204117 \(letter.suffix(400))",
        ] {
            let lines = try await together([segment("text", [text])], like: letter)
            #expect(lines.count == 2, "\(text.prefix(9)) \(lines)")
        }
    }

    /// The lines of what a profile of a document and an expression tells that wants both of them together.
    private func together(_ document: [ExtractedSegment], like letter: String) async throws -> [Int] {
        let fixture = try ContosoFixture()
        let deed = Deed(by: "cli:test", at: Date(timeIntervalSince1970: 0))
        let entries = EntryBook(store: fixture.store)
        let ids = [
            try entries.add(
                .init(name: "Letter", means: .fingerprint(documents: ["a.txt"], percent: 50)),
                material: EntryBulk().fingerprints(of: [("a.txt", letter)]), deed
            ).id,
            try entries.add(.init(name: "Number", means: .pattern(expression: "P-[0-9]{6}")), deed).id,
        ]
        let book = ProfileBook(store: fixture.store)
        try book.add(ContentProfile(name: "Both", entries: Set(ids), minimum: .low, together: 2), deed)
        let chosen = try ChosenDetectors(detectors: [], wanted: try book.wanted(["Both"]), minimum: nil)
        let read = Extraction(segments: document, status: .ok)
        let content = ContentScan(
            scan: try chosen.scan(), profiles: chosen.profiles, values: .hidden, read: { _, _ in read })
        let findings = try await content.document(.file(path: LocalPath("/dev/null"), name: "a.txt")).findings
        #expect(findings.map(\.match.range.lowerBound) == findings.map(\.match.range.lowerBound).sorted())
        let cloud = ContentReading(scan: try chosen.scan(), profiles: chosen.profiles) { $0 }.matches(in: read)
        #expect(cloud.map(\.count).reduce(0, +) == findings.count)
        let trial = try ContentTrial(profile: "Both", in: book).run(read)
        #expect(trial.found.count { $0.counts } == findings.count)
        for (told, likeness) in [
            (findings.compactMap(\.likeness).max(), findings.first { $0.match.entry == ids[1] }?.likeness),
            (cloud.compactMap(\.likeness).max(), cloud.first { $0.entry == ids[1] }?.likeness),
            (trial.found.compactMap(\.likeness).max(), trial.found.first { $0.match.entry == ids[1] }?.likeness),
        ] {
            #expect((findings.isEmpty || told ?? 0 > 50) && likeness == nil)
        }
        return trial.found.filter(\.counts).map(\.line)
    }

    @Test func `what is tried has the line where it stands, a document after other matches too`() async throws {
        let letter = Self.words.joined(separator: " ")
        let lines = try await together([segment("text", ["one\n\ntwo P-204117\n\(letter)\n P-204118"])], like: letter)
        // The surest first.
        #expect(lines == [4, 3, 5])
    }

    @Test func `what programs write alone is too little text`() throws {
        let lone = Extraction(segments: boilerplate("ppt/slideMasters/slideMaster1.xml"), status: .ok)
        #expect(throws: ProfileTrouble.self) { try EntryBulk().fingerprints(of: [("a.pptx", lone)]) }
    }
}
