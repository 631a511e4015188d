import Model
import Testing

@testable import DLP

struct ExplainedTests {
    static let scan = Result { try TextScan(Detector.all, minimum: .low) }

    /// Each match with its words: `+` raised, `-` lowered.
    func explained(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return try Self.scan.get().explained(in: text).map { found in
            ([found.match.detector] + found.words.map { ($0.effect == .raise ? "+" : "-") + part($0.range) })
                .joined(separator: " ")
        }
    }

    @Test func `names the word beside a value, and none where its shape decided`() throws {
        #expect(try explained("His SSN is 536-22-1840.") == ["us_ssn +SSN"])
        #expect(try explained("GB82WEST12345698765432") == ["iban"])
    }

    @Test func `names the field, the header and the word that speaks against it`() throws {
        #expect(try explained(#"{"ssn": "536-22-1840"}"#) == ["us_ssn +ssn"])
        #expect(try explained("name,ssn,town\nAda,536-22-1840,Leeds\n") == ["us_ssn +ssn"])
        #expect(
            try explained("<table><tr><th>Name</th><th>SSN</th></tr><tr><td>Ada</td><td>536-22-1840</td></tr></table>")
                == ["us_ssn +SSN"])
        #expect(try explained("order 4012888888881881") == ["credit_card -order"])
    }

    @Test func `finds the same as a scan`() throws {
        let scan = try Self.scan.get()
        for text in Detector.all.flatMap(\.hits) {
            #expect(scan.explained(in: text).map(\.match) == scan.matches(in: text))
        }
    }

    @Test func `finds the same as a scan where bytes are no UTF-8`() throws {
        let text =
            [0xFF, 0xC3, 0x20] + Array("SSN 536-22-1840 ".utf8) + [0xE2, 0x80] + Array(" GB82WEST12345698765432".utf8)
        let scan = try Self.scan.get()
        let (explained, matches) = text.withUnsafeBufferPointer {
            (scan.explained(in: $0).map(\.match), scan.matches(in: $0))
        }
        #expect(explained == matches && matches.map(\.detector) == ["us_ssn", "iban"])
    }

    @Test func `names the hot words of entries of one's own`() throws {
        let entry = CustomEntry(
            id: "custom-b", name: "b", means: .words(list: ["osprey"]), hotWords: [.init(.lower, words: ["bird"])])
        let scan = try TextScan([], custom: CustomScan([entry]), minimum: .low)
        #expect(scan.explained(in: "the bird osprey").map(\.words) == [[.init(effect: .lower, range: 4..<8)]])
    }
}
