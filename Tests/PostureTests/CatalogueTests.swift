import Foundation
import Model
import Testing

@testable import Posture

struct CatalogueTests {
    /// `docs/checks` beside `Tests`.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/checks")
    static let writes = ProcessInfo.processInfo.environment["REEVE_WRITE_DOCS"] == "1"

    @Test func `docs hold exactly the pages of the checks`() throws {
        let pages = Check.catalogue(of: Check.all)
        if Self.writes { try write(pages) }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
        #expect(Set(files) == Set(pages.map(\.path)), "regenerate with REEVE_WRITE_DOCS=1")
        for page in pages {
            let text = try? String(contentsOf: Self.folder.appending(path: page.path), encoding: .utf8)
            #expect(text == page.text, "\(page.path) differs: regenerate with REEVE_WRITE_DOCS=1")
        }
    }

    @Test(arguments: Check.all) func `a page says all there is to say`(check: Check) throws {
        let page = try #require(Check.catalogue(of: [check]).first)
        #expect(page.path == "\(check.id).md")
        let told = [check.title, check.severity.rawValue, check.family.title, check.why, check.remedy]
        let pieces =
            told + check.fix + check.references + check.mappings + check.collectors.map(\.title)
            + check.permissions.map(\.rawValue) + check.options.map(\.rawValue)
        for piece in pieces { #expect(page.text.contains(piece)) }
    }

    @Test func `the index links every check and leaves out families without one`() {
        let pages = Check.catalogue(of: [.userDisabled, .mailRuleForwards])
        let index = pages.last?.text ?? ""
        #expect(pages.map(\.path) == ["user-disabled.md", "mail-rule-forwards.md", "index.md"])
        #expect(index.contains("[User account disabled](user-disabled.md)"))
        #expect(index.contains("(mail-rule-forwards.md)"))
        #expect(!index.contains("File sharing"))
    }

    private func write(_ pages: [(path: String, text: String)]) throws {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) where name.hasSuffix(".md") {
            try FileManager.default.removeItem(at: Self.folder.appending(path: name))
        }
        for page in pages {
            try page.text.write(to: Self.folder.appending(path: page.path), atomically: true, encoding: .utf8)
        }
    }
}
