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
            status: .partial, detail: "\(iban)/y.zip: it needs a password")
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
        var names = DocumentNames(extraction, scan: try TextScan([], minimum: .high))
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
