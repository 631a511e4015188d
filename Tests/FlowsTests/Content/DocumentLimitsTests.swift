import Foundation
import Model
import Testing

@testable import Flows

struct DocumentLimitsTests {
    private func options(_ json: String) throws -> DocumentOptions {
        try JSONDecoder().decode(DocumentOptions.self, from: Data(json.utf8))
    }

    @Test func `what is not set is as it always was`() throws {
        #expect(try options("{}").extraction == ExtractionLimits())
        #expect(try options(#"{"readImages":true}"#).extraction == .readingImages)
    }

    @Test func `each limit is what the settings say`() throws {
        let limits = try options(
            """
            {"limits":{"inputMegabytes":2,"expandedMegabytes":3,"ratio":4,"members":5,"depth":6,"textMegabytes":7,
            "pdfPages":8,"seconds":30}}
            """
        ).extraction
        #expect(limits.input == 2 << 20 && limits.expanded == 3 << 20 && limits.text == 7 << 20)
        #expect(limits.ratio == 4 && limits.members == 5 && limits.depth == 6 && limits.pages == 8)
        #expect(limits.wallTime == 30_000 && limits.processorTime == 29_000)
        // Images take their time.
        #expect(try options(#"{"readImages":true,"limits":{"seconds":5}}"#).extraction == .readingImages)
        #expect(try options(#"{"readImages":true,"limits":{"seconds":90}}"#).extraction.wallTime == 90_000)
    }

    @Test func `the standard lies within what may be set`() throws {
        let values = try JSONSerialization.jsonObject(with: JSONEncoder().encode(DocumentLimits())) as? [String: Int]
        for key in DocumentLimits.CodingKeys.allCases {
            #expect(key.range.contains(try #require(values?[key.rawValue])))
        }
        // As WorkerTests read it.
        #expect(DocumentLimits.CodingKeys.inputMegabytes.range.upperBound == 120)
    }
}
