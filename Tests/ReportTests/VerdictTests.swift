import Foundation
import Model
import Testing

@testable import Report

/// Verdicts in each format.
struct VerdictTests {
    @Test(arguments: Format.ofLists) func `writes verdicts as the golden file of the format says`(format: Format) throws
    {
        try GoldenFile.expect(
            VerdictSample.write(format), equals: "verdicts-\(format.rawValue).\(format.fileExtension)")
    }

    @Test func `writes verdicts on a narrow terminal with colours`() throws {
        let style = Style(palette: .many, width: 60, drawsBars: true)
        try GoldenFile.expect(VerdictSample.write(.table, style: style), equals: "verdicts-60-colour.txt")
    }

    @Test func `no line of a table is wider than the terminal or holds what would move it`() {
        for width in [60, 80, 100] {
            let text = VerdictSample.write(.table, style: Style(width: width))
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        }
    }

    @Test func `the object has the keys of the contract in their order, null where nothing was found`() throws {
        let line = VerdictJSON.line(VerdictSample.clean)
        #expect(
            line
                == #"{"id":"mail/0001.eml","disposition":"NONE","attributes":[],"score":0.0,"reason":null,"matched":null,"signals":[],"clearedBy":[],"notEvaluated":["domain-age","history"]}"#
        )
        let read =
            try JSONSerialization.jsonObject(with: Data(VerdictJSON.line(VerdictSample.hidden).utf8)) as? [String: Any]
        let signals = try #require(read?["signals"] as? [[String: Any]])
        #expect(signals.first?["value"] as? String == "A\u{200B}d\u{1B}[31m")
        #expect(signals.first?["entry"] is NSNull)
    }

    @Test func `without messages json is an empty array and a table says so`() throws {
        #expect(VerdictSample.write(.json, []) == "[]\n")
        #expect(VerdictSample.write(.jsonl, []) == "")
        #expect(VerdictSample.write(.table, []) == "No message.\n")
    }

    @Test(arguments: [
        (0.0, "0.00"), (0.97, "0.97"), (1, "1.00"), (0.999, "1.00"), (-0.05, "-0.05"), (-0.001, "0.00"), (0.07, "0.07"),
    ])
    func `scores have two decimals`(score: Double, text: String) {
        #expect(Scores.text(score) == text)
    }
}
