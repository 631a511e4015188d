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
