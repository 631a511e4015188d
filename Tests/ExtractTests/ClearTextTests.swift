import Model
import Testing
import Workers

struct ClearTextTests {
    private static let clear: [(String, String)] = [
        ("notes.txt", "Patient SSN 536-22-1840\nnext line\n"), ("a.csv", "name,ssn\nana,536-22-1840\n"),
        ("a.JSON", "{\"ssn\": \"536-22-1840\"}"), ("a.sql", "INSERT INTO p (ssn) VALUES ('536-22-1840');"),
        ("a.md", "# Résumé — 日本\n"), ("a.py", "# From here on\nkey = 'x'\n"),
    ]

    @Test(arguments: clear) func `is what a worker would say`(name: String, text: String) throws {
        let own = try #require(ClearText.extraction(Array(text.utf8), named: name, limits: ExtractionLimits()))
        let worker = Reading(Array(text.utf8), named: name)
        #expect(own.segments == worker.segments)
        #expect(own.status == worker.status && own.labels == worker.result.labels && own.detail == worker.result.detail)
    }

    private static let others: [(String, [UInt8])] = [
        ("a.txt", Array("From: a@b.example\nTo: c\nSubject: x\n\nbody".utf8)), ("a.txt", Array("<html><p>1</p>".utf8)),
        ("a.txt", Array("{\\rtf1 x}".utf8)), ("a.txt", Array("junk %PDF-1.4".utf8)), ("a.html", Array("text".utf8)),
        ("a", Array("text".utf8)), ("a.txt", [0xE9, 0x20, 0x61]), ("a.txt", [0x61, 0, 0x62, 0]), ("a.txt", []),
        ("blank.txt", Array("  \n".utf8)),
        ("a.txt", [0xEF, 0xBB, 0xBF, 0x61]), ("a.txt", Array("PK\u{3}\u{4}".utf8)), ("secret.ptxt", Array("x".utf8)),
        ("a.csv", Array("-----BEGIN PGP MESSAGE-----\n\nx".utf8)),
        ("a.txt", Array("From ana Mon Jan 1\nSubject: x".utf8)),
    ]

    @Test(arguments: others) func `leaves to a worker what may be something else`(name: String, bytes: [UInt8]) {
        #expect(ClearText.extraction(bytes, named: name, limits: ExtractionLimits()) == nil)
    }

    @Test func `leaves a long text to a worker`() {
        var limits = ExtractionLimits()
        limits.text = 1 << 10
        #expect(ClearText.extraction([UInt8](repeating: 0x61, count: 1025), named: "a.txt", limits: limits) == nil)
    }
}
