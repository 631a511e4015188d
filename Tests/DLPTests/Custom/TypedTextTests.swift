import Model
import Testing

@testable import DLP

/// Entries of one's own find what they name however programs wrote its spaces, hyphens, digits and letters.
struct TypedTextTests {
    private static let entries = [
        CustomEntry(id: "custom-p", name: "p", means: .pattern(expression: "P-[0-9]{6}")),
        CustomEntry(id: "custom-q", name: "q", means: .pattern(expression: "A B1")),
        CustomEntry(id: "custom-w", name: "w", means: .words(list: ["foo-bar", "snow leopard"])),
    ]

    private func found(_ text: String, _ entries: [CustomEntry] = Self.entries) throws -> [String] {
        try CustomScanTests().found(text, entries)
    }

    @Test(arguments: [
        "P\u{2011}204117", "P–204117", "P-20\u{AD}4117", "P-204\u{200B}117", "P-２０４１１７", "P−204117", "P&#45;204117",
        "P%2D204117", #"P\u2011204117"#,
    ])
    func `an expression finds a value however its signs are written, at its own place`(value: String) throws {
        #expect(try found("ü see \(value), please") == ["custom-p \(value) medium"])
        #expect(try found("P-123456 \(value) P-123457").count == 3)
    }

    @Test(arguments: [
        ("A\u{A0}B1", "custom-q"), ("A\u{202F}B1", "custom-q"), ("A&nbsp;B1", "custom-q"),
        ("foo\u{2011}bar", "custom-w"),
        ("foo–bar", "custom-w"), ("fo\u{AD}o-bar", "custom-w"), ("snow\u{A0}leo\u{200B}pard", "custom-w"),
    ])
    func `spaces and hyphens of any kind are those of expressions and lists`(text: String, entry: String) throws {
        #expect(try found("– \(text) \u{A0}") == ["\(entry) \(text) medium"])
    }

    private static let names = [
        CustomEntry(id: "custom-n", name: "n", means: .words(list: ["O’Brien", "Größe", "São Paulo", "AT&T", "Łódź"])),
        CustomEntry(id: "custom-o", name: "o", means: .pattern(expression: "O'Dea [A-Z]&[A-Z]")),
    ]

    @Test(arguments: [
        "O'Brien", "O’Brien", "O‘Brien", "O\u{2BC}Brien", "O′Brien", "O´Brien", "O&#8217;Brien", "O&#x2019;Brien",
        "O&rsquo;Brien", "O&apos;Brien", "O&#39;Brien", #"O\u2019Brien"#, "O%E2%80%99Brien", "O%27Brien",
        "Gr&ouml;&szlig;e", "S&atilde;o&nbsp;Paulo", "AT&amp;T", "AT&#38;T", #"AT\u0026amp;T"#,
        "&Lstrok;&oacute;d&zacute;",
    ])
    func `a word is found however its signs and letters are written, at its own place`(value: String) throws {
        #expect(try found("ü see <\(value)>, please", Self.names) == ["custom-n \(value) medium"])
        var exact = Self.names[0]
        exact.letterCase = .counts
        #expect(try found("ü see <\(value)>, please", [exact]) == ["custom-n \(value) medium"])
    }

    @Test(arguments: ["O'Dea R&D", "O’Dea R&amp;D", "O&rsquo;Dea R&#38;D", #"O\u2019Dea\u00a0R\u0026D"#])
    func `an expression finds straight apostrophes and signs of markup however they are written`(value: String) throws {
        #expect(try found("é \(value).", Self.names) == ["custom-o \(value) medium"])
    }

    @Test(arguments: [#"O\\u2019Brien"#, "O&rsquoBrien", "O&sdot;Brien", "O%E2%80Brien", "O„Brien", "AT&amp;amp;T"])
    func `what stands for something else stays`(text: String) throws {
        #expect(try found("x \(text) y", Self.names) == [])
    }

    @Test func `exclusions and words near are asked of the text as it is typed, once`() throws {
        var entry = CustomEntry(id: "custom-x", name: "x", means: .pattern(expression: "O.{1,8}Brien"))
        entry.exclusionWords = ["O’Brien"]
        #expect(try found("O'Brien O’Brien O&rsquo;Brien O-Brien", [entry]) == ["custom-x O-Brien medium"])
        entry.exclusionWords = []
        entry.hotWords = [.init(.raise, words: ["Gehälter"])]
        #expect(try found("Geh&auml;lter: O-Brien", [entry]) == ["custom-x O-Brien high"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["&amp;", "’", #"\u2019"#, "%E2%80%99", "&ouml;", "a&#8217;"])
    func `signs in rows take no longer than others`(sign: String) throws {
        #expect(try found(String(repeating: sign, count: 100_000) + " AT&amp;T", Self.names).count == 1)
    }

    @Test func `an expression may still ask for the signs as they are written`() throws {
        let entry = CustomEntry(id: "custom-x", name: "x", means: .pattern(expression: "A\u{A0}B–[０-９]"))
        #expect(try found("A\u{A0}B–１", [entry]) == ["custom-x A\u{A0}B–１ medium"])
        #expect(try found("A B-1", [entry]) == [])
    }

    @Test func `what is typed already is told once, however much near it is not`() throws {
        let line = "ü\u{A0}P-204117 – foo-bar\u{2011} x&amp;y A B1\n"
        #expect(try found(String(repeating: line, count: 2_000)).count == 6_000)
    }

    @Test func `finds them in texts of megabytes`() throws {
        let scan = try TextScan([.usSsn], custom: CustomScan(Self.entries), minimum: .medium)
        let line = "Numéro\u{A0}P\u{2011}123456, foo–bar, SSN 536-22-1840, \u{AD}P-654321&nbsp;A\u{A0}B1\n"
        let bytes = Array(String(repeating: line, count: 30_000).utf8)
        let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
        #expect(whole.count == 10_000 * 3 + 30_000)
        #expect(whole.count { $0.detector == "us_ssn" } == 30_000)
    }

    @Test(arguments: [
        #"{"name": "\u0160imi\u0107", "id": "7712"}"#, "&#352;imi&#263; 7712", "?name=%C5%A0imi%C4%87&id=7712",
        "&Scaron;imi&cacute; 7712",
    ])
    func `cells of exact data are found by escapes, references and percent-encoding`(text: String) throws {
        #expect(try DataSetTests().found(text) == ["7712 high"])
    }

    @Test func `a tried text tells them with the words near`() throws {
        var entry = Self.entries[0]
        entry.hotWords = [.init(.raise, words: ["big-deal"])]
        let scan = try TextScan([], custom: CustomScan([entry]), minimum: .low)
        let text = "big\u{2011}deal: P\u{2011}204117"
        let bytes = Array(text.utf8)
        let told = scan.explained(in: text)
        #expect(told.map { String(decoding: bytes[$0.match.range], as: UTF8.self) } == ["P\u{2011}204117"])
        #expect(told.first?.match.confidence == .high && told.first?.words.count == 1)
    }
}
