import DLP
import Foundation
import Model
import Testing

/// The labelled documents, where they lie beside the checkout.
struct DevelopmentSetTests {
    private struct Document: Decodable {
        struct Span: Decodable {
            let detector: String
            let start: Int
            let end: Int
        }
        let id: String
        let kind: String
        let text: String
        let scope: [String]?
        let spans: [Span]
        let ignore: [Span]
    }

    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/dlp-dev/documents.jsonl").standardizedFileURL.path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: path), "needs ../shared/data/dlp-dev"))
    func `nearly all planted values are found, and nothing in real texts`() throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let scan = try TextScan(Detector.all, minimum: .medium)
        let documents = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Document.self, from: Data($0.utf8))
        }
        let labelled = Set(documents.flatMap { $0.spans.map(\.detector) })
        var (found, missed, wrong, inReal) = (0, 0, 0, 0)
        for document in documents {
            let scope = Set(document.scope ?? Array(labelled))
            let matches = scan.matches(in: document.text).filter {
                scope.contains($0.detector) && labelled.contains($0.detector)
            }
            func overlaps(_ span: Document.Span, _ detector: String, _ range: Range<Int>) -> Bool {
                span.detector == detector && range.lowerBound < span.end && span.start < range.upperBound
            }
            for span in document.spans {
                if matches.contains(where: { overlaps(span, $0.detector, $0.range) }) {
                    found += 1
                } else {
                    missed += 1
                }
            }
            let extra = matches.filter { match in
                !(document.spans + document.ignore).contains { overlaps($0, match.detector, match.range) }
            }
            wrong += extra.count
            if document.kind == "real_text" { inReal += extra.count }
        }
        let f1 = 2 * Double(found) / Double(2 * found + missed + wrong)
        #expect(f1 >= 0.98 && inReal == 0, "F1 \(f1), \(inReal) in real texts")
    }
}
