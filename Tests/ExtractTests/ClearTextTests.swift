import Model
import Testing
import Workers

struct ClearTextTests {
    private static let clear: [(String, String)] = [
        ("notes.txt", "Patient SSN 536-22-1840\nnext line\n"), ("a.csv", "name,ssn\nana,536-22-1840\n"),
        ("a.JSON", "{\"ssn\": \"536-22-1840\"}"), ("a.sql", "INSERT INTO p (ssn) VALUES ('536-22-1840');"),
        ("a.md", "# Résumé — 日本\n"), ("a.py", "# From here on\nkey = 'x'\n"),
        ("a.log", "2026-11-27T10:34:06.305Z INFO request took 0.4 s\n"),
        ("a.log", "INFO:root:starting\nINFO:root:done\n"),
        ("a.yaml", "name: ana\nto: b\n"), ("a.txt", "From ana Mon Jan 1\nSubject: x"),
    ]

    @Test(arguments: clear) func `is what a worker would say`(name: String, text: String) throws {
        let own = try #require(ClearText.extraction(Array(text.utf8), named: name, limits: ExtractionLimits()))
        let worker = Reading(Array(text.utf8), named: name)
        #expect(own.segments == worker.segments)
        #expect(own.status == worker.status && own.labels == worker.result.labels && own.detail == worker.result.detail)
    }

    private static let others: [(String, [UInt8])] = [
        ("a.txt", Array("From ana Mon Jan 1\nX-A: 1\nFrom: a@b.example\nTo: c\nSubject: x\n\nbody".utf8)),
        ("a.txt", Array("From: a@b.example\nTo: c\nSubject: x\n\nbody".utf8)), ("a.txt", Array("<html><p>1</p>".utf8)),
        ("a.txt", Array("{\\rtf1 x}".utf8)), ("a.txt", Array("junk %PDF-1.4".utf8)), ("a.html", Array("text".utf8)),
        ("a", Array("text".utf8)), ("a.txt", [0xE9, 0x20, 0x61]), ("a.txt", [0x61, 0, 0x62, 0]), ("a.txt", []),
        ("blank.txt", Array("  \n".utf8)),
        ("a.txt", [0xEF, 0xBB, 0xBF, 0x61]), ("a.txt", Array("PK\u{3}\u{4}".utf8)), ("secret.ptxt", Array("x".utf8)),
        ("a.csv", Array("-----BEGIN PGP MESSAGE-----\n\nx".utf8)),
    ]

    @Test(arguments: others) func `leaves to a worker what may be something else`(name: String, bytes: [UInt8]) {
        #expect(ClearText.extraction(bytes, named: name, limits: ExtractionLimits()) == nil)
    }

    @Test func `leaves a long text to a worker`() {
        var limits = ExtractionLimits()
        limits.text = 1 << 10
        #expect(ClearText.extraction([UInt8](repeating: 0x61, count: 1025), named: "a.txt", limits: limits) == nil)
    }

    /// Beginnings of characters, their ends, and what stands on either side of each bound of Unicode's table 3-7.
    private static let bytes: [UInt8] = [
        0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]

    @Test func `tells UTF-8 as the standard library does, wherever it stands`() {
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<60_000 {
            let piece = (0...draw(6)).map { _ in Self.bytes[draw(Self.bytes.count)] }
            let before = [UInt8](repeating: 0x61, count: 1 + draw(70))
            let text = before + piece + [UInt8](repeating: 0x61, count: round % 3 == 0 ? 0 : draw(70))
            let isText = String(validating: text, as: UTF8.self) != nil
            let extraction = ClearText.extraction(text, named: "a.txt", limits: ExtractionLimits())
            guard (extraction != nil) != isText else { continue }
            Issue.record("\(isText): \(text)")
            return
        }
    }

    @Test func `is no text with a control character, wherever it stands`() {
        for place in 1..<200 {
            var text = [UInt8](repeating: 0x61, count: 200)
            for blank: UInt8 in [9, 10, 13] {
                text[place] = blank
                #expect(ClearText.extraction(text, named: "a.txt", limits: ExtractionLimits()) != nil)
            }
            for control: UInt8 in [0, 8, 11, 27, 31] {
                text[place] = control
                #expect(ClearText.extraction(text, named: "a.txt", limits: ExtractionLimits()) == nil)
            }
        }
    }
}
