import Foundation
import Model
import Testing

@testable import DLP

struct SourceCodeTests {
    static let scan = Result { try TextScan([.sourceCode], minimum: .medium) }

    @Test(arguments: SourceLanguage.all.map(\.id)) func `tells each language from the others`(id: String) throws {
        let language = try #require(SourceLanguage.all.first { $0.id == id })
        #expect(try Self.scan.get().matches(in: language.example).map(\.entry) == [id])
    }

    @Test func `a file with a secret in it is both`() throws {
        let scan = try TextScan(Detector.all, minimum: .medium)
        let text = SourceLanguage.go.example + "// card 4012 8888 8888 1881\n"
        #expect(scan.matches(in: text).map(\.detector) == ["source_code", "credit_card"])
    }

    @Test func `most of this package's own files with logic are Swift, its documentation is not code`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().resolvingSymlinksInPath()
        let scan = try Self.scan.get()
        var (swift, all, others, prose) = (0, 0, 0, 0)
        for case let file as URL in FileManager.default.enumerator(
            at: root.appending(path: "Sources/Flows"), includingPropertiesForKeys: nil) ?? .init()
        {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            guard text.utf8.count >= 1_500 else { continue }
            all += 1
            switch scan.matches(in: text).first?.entry {
            case "source_swift": swift += 1
            case nil: break
            default: others += 1
            }
        }
        for case let file as URL in FileManager.default.enumerator(
            at: root.appending(path: "docs"), includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "md" && !file.path.contains("/contribute/") {
            prose += scan.matches(in: try String(contentsOf: file, encoding: .utf8)).count
        }
        #expect(all > 50 && swift * 10 >= all * 9, "\(swift) of \(all)")
        #expect(others == 0)
        #expect(prose == 0)
    }
}
