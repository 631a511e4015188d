import DLP
import Foundation
import Model
import Testing

struct DetectorCatalogueTests {
    /// `docs/detectors` beside `Tests`.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/detectors")
    static let writes = ProcessInfo.processInfo.environment["REEVE_WRITE_DOCS"] == "1"

    @Test func `docs hold exactly the pages of the detectors`() throws {
        let pages = Detector.catalogue(of: Detector.all)
        if Self.writes { try write(pages) }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
        #expect(Set(files) == Set(pages.map(\.path)), "regenerate with REEVE_WRITE_DOCS=1")
        for page in pages {
            let text = try? String(contentsOf: Self.folder.appending(path: page.path), encoding: .utf8)
            #expect(text == page.text, "\(page.path) differs: regenerate with REEVE_WRITE_DOCS=1")
        }
    }

    private func write(_ pages: [(path: String, text: String)]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for page in pages {
            try page.text.write(to: Self.folder.appending(path: page.path), atomically: true, encoding: .utf8)
        }
    }
}
