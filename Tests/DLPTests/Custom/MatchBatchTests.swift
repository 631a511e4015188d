import Model
import Testing

@testable import DLP

/// Matches that are handed out some at a time.
struct MatchBatchTests {
    @Test func `matches come some at a time, in order, and all of them`() throws {
        let words = CustomEntry(id: "custom-w", name: "w", means: .words(list: ["Project Osprey"]))
        let scan = try TextScan(
            [.usSsn, .iban], custom: CustomScan([CustomScanTests().badge, words]), minimum: .medium)
        let line = "B-123456 Project Osprey, SSN 536-22-1840, DE89 3704 0044 0532 0130 00\n"
        let text = Array(String(repeating: line, count: 40_000).utf8)
        var (found, batches): ([Match], Int) = ([], 0)
        text.withUnsafeBufferPointer { bytes in
            scan.eachMatches(in: bytes) { matches in
                found += matches
                batches += 1
            }
        }
        #expect(batches > 2 && found.count == 160_000)
        #expect(found == found.sorted { $0.range.lowerBound < $1.range.lowerBound })
        #expect(scan.matches(in: String(decoding: text, as: UTF8.self)).count == 100_000)
    }

    @Test
    func
        `a profile that wants several kinds close together tells the same, however the matches come`()
        throws
    {
        let record = "Ada, ada@contoso.com, SSN 536-22-1840, tel. +1 201-545-4805\n"
        let text = String(
            repeating: record + String(repeating: "filler words ", count: 60) + "\nada@contoso.com\n",
            count: 50)
        let scan = try TextScan(Detector.all, minimum: .medium)
        let matches = scan.matches(in: text)
        let whole = ProfilesTelling.told(matches, by: [.piiRecord]).map(\.match)
        #expect(whole.count == 199 && matches.count == 200)
        for size in [1, 7, 64] {
            var (telling, told) = (ProfilesTelling([.piiRecord]), [Match]())
            for start in stride(from: 0, to: matches.count, by: size) {
                told += telling.add(Array(matches[start..<min(start + size, matches.count)])).map(\.match)
            }
            #expect(told + telling.finish().map(\.match) == whole, "\(size)")
        }
    }
}
