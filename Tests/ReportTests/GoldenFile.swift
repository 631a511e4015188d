import Foundation
import Testing

/// A file that holds what a report has to be, byte for byte. `REEVE_WRITE_GOLDEN=1 swift test --filter ReportTests` writes them anew;
/// the difference is then read like code.
enum GoldenFile {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["REEVE_WRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let isSame = text.utf8.elementsEqual(golden.utf8)
        #expect(
            isSame, "differs from Golden/\(name): \(firstDifference(text, golden))",
            sourceLocation: sourceLocation)
    }

    private static func firstDifference(_ text: String, _ golden: String) -> String {
        let (now, was) = (text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
        let line =
            zip(now, was).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(now.count, was.count)
        return
            "line \(line + 1): \(line < now.count ? now[line] : "(end)") instead of \(line < was.count ? was[line] : "(end)")"
    }
}
