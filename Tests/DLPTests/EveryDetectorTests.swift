import Foundation
import Model
import Testing

@testable import DLP

struct EveryDetectorTests {
    static func ids(_ text: String, by scan: TextScan) -> Set<String> {
        Set(scan.matches(in: text).flatMap { [$0.detector, $0.entry] })
    }

    @Test func `ids are unique, also among the kinds`() {
        let ids = Detector.all.map(\.id) + Detector.all.flatMap { $0.kinds.map(\.id) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `every declared detector is listed, and its id is its name`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/DLP/Detectors")
        var declared: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /static let (\w+) = Detector\(/) { declared.insert(Self.snake(match.1)) }
        }
        #expect(declared == Set(Detector.all.map(\.id)))
    }

    /// `usAba` as `us_aba`.
    private static func snake(_ name: Substring) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }

    @Test func `a list can be replaced, and only a list`() throws {
        let own = try #require(Detector.drugName.replacing(list: ["Vita Mortis"]))
        let scan = try TextScan([own], minimum: .medium)
        #expect(Self.ids("prescribed vita mortis", by: scan) == ["drug_name"])
        #expect(Self.ids("prescribed metformin", by: scan).isEmpty && Detector.iban.replacing(list: ["a"]) == nil)
    }

    @Test(arguments: Detector.all) func `finds its hits with medium confidence`(detector: Detector) throws {
        let scan = try TextScan([detector], minimum: .medium)
        #expect(!detector.hits.isEmpty && !detector.misses.isEmpty)
        for text in detector.hits { #expect(Self.ids(text, by: scan).contains(detector.id), "\(text)") }
    }

    @Test(arguments: Detector.all) func `does not find its misses`(detector: Detector) throws {
        let scan = try TextScan([detector], minimum: .medium)
        for text in detector.misses { #expect(!Self.ids(text, by: scan).contains(detector.id), "\(text)") }
    }

    @Test(arguments: Detector.all) func `wins over every other detector on its hits`(detector: Detector) throws {
        let scan = try TextScan(Detector.all, minimum: .medium)
        for text in detector.hits { #expect(Self.ids(text, by: scan).contains(detector.id), "\(text)") }
    }
}
