import DLP
import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

/// Values in the names of parts and places.
struct DocumentNamesTests {
    private static let (iban, card, id) = ("DE02810756900720031716", "4539712343122208", "536-22-8726")

    private static let guid = "b31dcbf5-1d16-459d-8453-dc7d729e1a68"

    /// An archive, a message and a workbook in one, with names of every sort.
    private static var extraction: Extraction {
        let rows = (1...3).map { "SSN \(id) row \($0)\n" }
        let places = (0..<3).map {
            ExtractedSegment.Place(offset: rows[0].utf8.count * $0, name: "Staff \(id)!\($0 + 1)")
        }
        return Extraction(
            segments: [
                ExtractedSegment(part: "Visa card \(card).txt", kind: .text, text: "visa card \(card)\n"),
                ExtractedSegment(part: "\(iban)/x.txt", kind: .text, text: "IBAN \(iban)\n"),
                ExtractedSegment(
                    part: "536_22_8726.xlsx!xl/worksheets/sheet1.xml", kind: .table, text: rows.joined(), places: places
                ),
            ],
            labels: [DocumentLabel(labelID: guid, siteID: guid, carrier: .labelInfo, part: "iban \(iban).docx")],
            status: .partial, reason: "\(name: "\(iban)/y.zip"): it needs a password")
    }

    private static let values = [iban, card, id, "536_22_8726"]

    private func isHidden(_ told: [String?]) -> Bool {
        told.compactMap(\.self).allSatisfy { told in Self.values.allSatisfy { !told.contains($0) } }
    }

    private func document(_ values: ContentScan.Values) async throws -> ScannedDocument {
        let scan = ContentScan(
            scan: try TextScan(Detector.all, minimum: .medium), profiles: [], values: values,
            read: { _, _ in Self.extraction })
        return try await scan.document(.file(path: LocalPath("/dev/null"), name: "all.zip"))
    }

    @Test func `a document is told without the values in its names`() async throws {
        let told = try await document(.hidden)
        let names = told.findings.flatMap { [$0.part, $0.place] } + told.labels.map(\.part) + [told.detail]
        #expect(isHidden(names), "\(names)")
        #expect(told.findings.map(\.part).contains("Visa card ••••••••••••••08.txt"))
        #expect(told.findings.last?.part == "•••••••••26.xlsx!xl/worksheets/sheet1.xml")
        #expect(told.findings.last?.place == "Staff •••••••••26!3")
        #expect(told.detail == "••••••••••••••••16/y.zip: it needs a password")
    }

    @Test func `who asks for the values has the names as they are`() async throws {
        let told = try await document(.shown)
        #expect(told.findings.last?.place == "Staff \(Self.id)!3" && told.labels[0].part == "iban \(Self.iban).docx")
    }

    @Test func `what is kept of a stored file has no value in its places`() throws {
        let label = CustomEntry(id: "label-l", name: "Secret", means: .label(id: Self.guid, tenant: Self.guid))
        let profile = ContentProfile(name: "All", entries: Set(Detector.all.map(\.id) + [label.id]))
        let reading = ContentReading(
            scan: try TextScan(Detector.all, custom: CustomScan([label]), minimum: .medium), profiles: [profile]
        ) { "hash of \($0.count)" }
        let matched = reading.matches(in: Self.extraction)
        #expect(matched.contains { $0.entry == label.id } && matched.contains { $0.entry == "us_ssn" })
        let places = matched.flatMap(\.samples).map(\.place)
        #expect(isHidden(places), "\(places)")
        #expect(places.contains("•••••••••26.xlsx!xl/worksheets/sheet1.xml, Staff •••••••••26!1"))
    }

    @Test func `a finding and the coverage of a scan have no value in a name`() async throws {
        let fixture = try ContosoFixture(profiles: ContosoFixture.profiles)
        let settings = ContentSettings { _, name in name == "Leads.xlsx" ? Self.extraction : Extraction(status: .ok) }
        _ = try await fixture.scan(content: settings)
        let found = try #require(try fixture.contentInstances().first { $0.resource.name == "Leads.xlsx" })
        let evidence = String(decoding: try JSONEncoder().encode(found.evidence), as: UTF8.self)
        #expect(evidence.contains("y.zip") && evidence.contains("iban •") && isHidden([evidence]), "\(evidence)")
        let coverage = try #require(try fixture.contentCoverage(of: "Leads.xlsx")?.detail)
        #expect(coverage.hasSuffix("y.zip: it needs a password") && isHidden([coverage]), "\(coverage)")
        let kept = try fixture.store.entities(FileContent.self, of: fixture.integration.id)
        let bodies = try kept.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        #expect(!bodies.isEmpty && isHidden(bodies))
    }

    @Test func `a trial shows no value in a name`() throws {
        let book = ProfileBook(store: try Store(.memory, key: SecretKey()))
        let result = try ContentTrial(profile: nil, in: book).run(Self.extraction)
        let places = result.found.map(\.part) + result.found.compactMap(\.place)
        let names = places + result.labels.map(\.part) + [result.detail ?? ""]
        #expect(result.counting >= 5 && isHidden(names), "\(names)")
    }

    @Test(arguments: [
        "DE02 8107 5690 0720 0317 16.txt", "de02_8107_5690_0720_0317_16.txt", "x\u{FF24}E02810756900720031716y",
    ])
    func `a value is hidden however a name writes it`(name: String) throws {
        let extraction = Extraction(
            segments: [ExtractedSegment(part: name, kind: .text, text: "account \(Self.iban)")], status: .ok)
        var names = DocumentNames(extraction, scan: try TextScan([], minimum: .high), beside: .predefined)
        for segment in extraction.segments {
            segment.bytes.withUnsafeBufferPointer { bytes in
                names.note(
                    Match(
                        detector: "iban", entry: "iban", range: 8..<bytes.count, confidence: .high, isSample: false),
                    in: bytes)
            }
        }
        #expect(!BareText.bytes(of: names.masked(name)).contains(UInt8(ascii: "7")), "\(names.masked(name))")
        #expect(names.masked(place: "page 1") == "page 1" && names.masked(place: "Sheet1!7") == "Sheet1!7")
    }

    /// What the product says itself looks like a card verification value beside the word `exp`, an account, a phone number.
    private static let words = [
        "expands to more than 200 times its size", "label unknown: 423 fileDoubleKeyEncrypted",
        "visa card exp 12/27 cvv 123", "IBAN \(iban)", "SSN \(id)",
    ]

    @Test(arguments: words) func `words and numbers of the product stay as they are beside a name`(words: String) throws
    {
        var read = Self.extraction
        read.reason = "\(name: "Visa card \(Self.card).zip"): \(words)"
        let scan = try TextScan(Detector.all, minimum: .low)
        var names = DocumentNames(read, scan: scan, beside: .predefined)
        #expect(names.masked(read.reason) == "Visa card ••••••••••••••08.zip: \(words)")
        let book = ProfileBook(store: try Store(.memory, key: SecretKey()))
        #expect(try ContentTrial(profile: nil, in: book).run(read).detail?.hasSuffix(": \(words)") == true)
    }

    /// What names hold of which nobody has asked yet.
    @Test(arguments: [
        "\(iban).txt", "SSN 536-22-8726/x.txt", "Personnel AB-12345.txt", "Quarry of Ada Quell DE-77120.txt",
    ])
    func `a name is masked for what no attached profile asks for`(name: String) async throws {
        let fixture = try ContosoFixture(profiles: ["Ours"])
        let book = EntryBook(store: fixture.store)
        let own = try book.add(.init(name: "Heron", means: .words(list: ["blue heron"])), Self.deed)
        _ = try book.add(.init(name: "Personnel", means: .pattern(expression: "AB-[0-9]{5}")), Self.deed)
        let (draft, material) = try Self.customers()
        _ = try book.add(draft, material: material, Self.deed)
        let profiles = ProfileBook(store: fixture.store)
        try profiles.add(ContentProfile(name: "Ours", entries: [own.id], minimum: .low), Self.deed)
        let read = Extraction(
            segments: [ExtractedSegment(part: name, kind: .text, text: "the blue heron")], status: .ok)
        let settings = ContentSettings { _, file in file == "Leads.xlsx" ? read : Extraction(status: .ok) }
        _ = try await fixture.scan(content: settings)
        let evidence = try #require(try fixture.contentInstances().first).evidence
        let kept = String(decoding: try JSONEncoder().encode(evidence), as: UTF8.self)
        #expect(kept.contains("•") && isHidden([kept]) && !kept.contains("12345") && !kept.contains("77120"), "\(kept)")
        #expect(!kept.contains("Quell"))
        let trial = try ContentTrial(profile: "Ours", in: profiles).run(read)
        #expect(trial.found.map(\.part).allSatisfy { $0.contains("•") })
    }

    private static let deed = Deed(by: "cli:test", at: Date(timeIntervalSince1970: 1_794_000_000))

    private static func customers() throws -> (EntryBook.Draft, EntryMaterial) {
        let table = "Account,Name,City\nDE-77120,Ada Quell,Brünn\nDE-10002,Bo Marsh,Leith\n"
        let made = try EntryBulk().table(
            Array(table.utf8), primary: "Account", supporting: ["Name", "City"], needed: 1)
        return (.init(name: "Customers", means: .dataset(columns: made.columns, supporting: 1)), made.material)
    }

    /// Names of a member and of a sheet that hold another cell of a row, with what is left of them; the row is in the document.
    @Test(arguments: [
        ("Ada Quell.txt", "•••••••ll.txt"), ("ada_quell/x.txt", "•••••••ll/x.txt"), ("AdaQuell.csv", "••••••ll.csv"),
        ("Quarry in Bru\u{308}nn.eml", "Quarry in •••nn.eml"), ("Bo Marsh.txt", "Bo Marsh.txt"),
    ]) func `the other cells of a row that was found are masked as well`(name: String, told: String) async throws {
        let store = try Store(.memory, key: SecretKey())
        let (draft, material) = try Self.customers()
        let entry = try EntryBook(store: store).add(draft, material: material, Self.deed)
        let book = ProfileBook(store: store)
        try book.add(ContentProfile(name: "Ours", entries: [entry.id], minimum: .low), Self.deed)
        let text = "Ada Quell of Brünn, account DE-77120"
        let read = Extraction(
            segments: [
                ExtractedSegment(part: name, kind: .text, text: text),
                ExtractedSegment(
                    part: "sheet1.xml", kind: .table, text: text, places: [.init(offset: 0, name: "\(name)!1")]),
            ], status: .partial, reason: "\(name: name): it is cut off")
        let chosen = try ChosenDetectors(detectors: [], wanted: try book.wanted(["Ours"]), minimum: nil)
        let local = try await ContentScan(
            scan: chosen.scan(), profiles: chosen.profiles, values: .hidden, read: { _, _ in read }
        ).document(.file(path: LocalPath("/dev/null"), name: "all.zip"))
        #expect(local.findings.map(\.part) == [told, "sheet1.xml"] && local.findings.last?.place == "\(told)!1")
        #expect(local.detail == "\(told): it is cut off")
        let cloud = ContentReading(scan: try chosen.scan(), profiles: chosen.profiles) { $0 }.matches(in: read)
        #expect(cloud.flatMap(\.samples).map(\.place) == ["\(told), line 1", "sheet1.xml, \(told)!1"])
        let trial = try ContentTrial(profile: "Ours", in: book).run(read)
        #expect(Set(trial.found.map(\.part)) == [told, "sheet1.xml"] && trial.detail == "\(told): it is cut off")
    }

    @Test func `every part of every name is found, and nothing else`() {
        let names = (0..<300).map { "docs/\($0 * 7919 % 1_000)/Report \($0).txt" }
        let index = NameIndex(names)
        for name in names { #expect(index.holds(BareText.bytes(of: String(name.dropFirst(3).dropLast(2))))) }
        for other in ["docs1000", "report300", "txtdocs", "z", "", names.joined()] {
            #expect(!index.holds(BareText.bytes(of: other)))
        }
        #expect(!NameIndex([]).holds([0x61]))
    }
}
