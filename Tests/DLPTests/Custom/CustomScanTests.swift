import Model
import Testing

@testable import DLP

struct CustomScanTests {
    let badge = CustomEntry(id: "custom-badge", name: "Badge", means: .pattern(expression: #"\bB-\d{4,8}\b"#))

    /// What the entries find: their ids and values.
    func found(
        _ text: String, _ entries: [CustomEntry], _ material: CustomScan.Material = .init(),
        minimum: Match.Confidence = .low
    ) throws -> [String] {
        let scan = try TextScan([.iban], custom: CustomScan(entries, material), minimum: minimum)
        let bytes = Array(text.utf8)
        return scan.matches(in: text).map {
            "\($0.detector) \(String(decoding: bytes[$0.range], as: UTF8.self)) \($0.confidence)"
        }
    }

    @Test func `an expression finds its longest matches, beside the predefined detectors`() throws {
        let text = "B-123456 and xB-1234, DE89 3704 0044 0532 0130 00; b-9999"
        #expect(
            try found(text, [badge]) == [
                "custom-badge B-123456 medium", "iban DE89 3704 0044 0532 0130 00 medium",
                "custom-badge b-9999 medium",
            ])
        var strict = badge
        strict.letterCase = .counts
        #expect(try found("b-9999 B-9999", [strict]) == ["custom-badge B-9999 medium"])
    }

    @Test func `an expression finds letters beyond ASCII, and bytes that are no UTF-8 do no harm`() throws {
        let entry = CustomEntry(id: "custom-a", name: "a", means: .pattern(expression: "straße [0-9]+"))
        #expect(try found("Ölmühle, Straße 12", [entry]) == ["custom-a Straße 12 medium"])
        let scan = try TextScan([], custom: CustomScan([badge]), minimum: .low)
        let bytes: [UInt8] = [0xFF, 0xC3, 0x20] + Array("B-123456 ".utf8) + [0xE2, 0x80]
        #expect(bytes.withUnsafeBufferPointer { scan.matches(in: $0).map(\.range) } == [3..<11])
    }

    @Test(arguments: [
        ("(a", "not usable"), ("(a)\\1", "back-references"), ("(?=a)b", "look-ahead"), ("a*", "matches the empty text"),
        ("(a{100}){100}", "too large"), ("\\Aab", "the ends of a line"), (".", "nearly everywhere"),
        ("[a-z ]{3}", "nearly everywhere"),
    ])
    func `an expression that cannot be used is refused with the reason`(expression: String, reason: String) {
        var entry = badge
        entry.means = .pattern(expression: expression)
        let trouble = entry.troubleInUse
        #expect(trouble?.contains(reason) == true, "\(trouble ?? "nothing")")
    }

    @Test func `a good expression has nothing against it`() {
        #expect(badge.troubleInUse == nil)
        var entry = badge
        entry.means = .pattern(expression: #"(?:PRJ|CASE)[ -]?\d{2}/\d{3,6}(?:-[A-Z]{2})?"#)
        #expect(entry.troubleInUse == nil)
    }

    @Test func `one expression that is found very often leaves the others theirs, and each of its matches counts`()
        throws
    {
        let often = CustomEntry(id: "custom-often", name: "often", means: .pattern(expression: #"\b[0-9]{5}\b"#))
        let rare = CustomEntry(id: "custom-rare", name: "rare", means: .pattern(expression: "FALCON-[0-9]{4}"))
        let scan = try TextScan([], custom: CustomScan([often, rare]), minimum: .low)
        var text = String(repeating: "10437 20995,", count: 75_000) + " FALCON-1234"
        var counts: [String: Int] = [:]
        text.withUTF8 { bytes in
            scan.eachMatches(in: bytes) { for match in $0 { counts[match.detector, default: 0] += 1 } }
        }
        #expect(counts == ["custom-often": 150_000, "custom-rare": 1])
    }

    @Test(arguments: [
        "[a-z]{2,64}@contoso", "[a-z0-9_-]{200}", #"\b[a-z0-9]{2,60}@contoso\b"#, "straße [0-9]{200}",
    ])
    func `long words in any letter case are no large expression`(expression: String) {
        #expect(CustomEntry(id: "own-c", name: "c", means: .pattern(expression: expression)).troubleInUse == nil)
    }

    @Test(arguments: [
        (#"[a-z]{2,64}@contoso\b"#, "Ada.Quell@CONTOSO", "Quell@CONTOSO"), ("gr[^a]n", "GRÜN", "GRÜN"),
    ])
    func `letters beyond ASCII are one character each`(expression: String, text: String, value: String) throws {
        let entry = CustomEntry(id: "own-c", name: "c", means: .pattern(expression: expression))
        #expect(try found(text, [entry]) == (value.isEmpty ? [] : ["own-c \(value) medium"]))
    }

    @Test(arguments: [
        ("ID: [0-9]+$", "ID: 123"), ("ID: [0-9]+(?:;|$)", "ID: 123"), ("(?#a $ sign)^ID: [0-9]+$", "ID: 123"),
        (#"ID: [0-9]+$$"#, "ID: 123"), ("^ID:.+$", "ID: 123"), (#"ID: [0-9]+\r\n"#, "ID: 123\r\n"),
    ])
    func `an end of a line is one in files from Windows too`(expression: String, value: String) throws {
        let entry = CustomEntry(id: "own-c", name: "c", means: .pattern(expression: expression))
        #expect(try found("an\r\nID: 123\r\nEND\r\n", [entry]) == ["own-c \(value) medium"])
    }

    @Test(arguments: [
        (#"US\$[0-9]+"#, "US$5"), ("US[$][0-9]+", "US$5"), ("US[[:alpha:]$][0-9]+", "US$5"), ("US[]$][0-9]+", "US$5"),
        (#"\QUS$\E[0-9]+"#, "US$5"), ("5 (?:in all|net)$", "5 net"),
    ])
    func `a dollar that is no end of a line stays what it is`(expression: String, value: String) throws {
        let entry = CustomEntry(id: "own-c", name: "c", means: .pattern(expression: expression))
        #expect(try found("of US$5 net\n", [entry]) == ["own-c \(value) medium"])
    }

    @Test(arguments: [10, 5_000]) func `words are whole words, in any white space, by either way of looking`(
        count: Int
    ) throws {
        let filler = (0..<count).map { "filler\($0)" }
        let entry = CustomEntry(
            id: "custom-w", name: "w", means: .words(list: ["Project Osprey", "R&D", "機密", "Łódź"] + filler))
        let text = "project\n  osprey; Project Ospreys; r&d, rd; これは機密です ŁÓDŹ. filler3 filler3x"
        #expect(
            try found(text, [entry]) == [
                "custom-w project\n  osprey medium", "custom-w r&d medium", "custom-w 機密 medium",
                "custom-w ŁÓDŹ medium", "custom-w filler3 medium",
            ])
        var strict = entry
        strict.letterCase = .counts
        #expect(try found("project osprey, Project Osprey", [strict]) == ["custom-w Project Osprey medium"])
    }

    @Test(arguments: [CustomEntry.LetterCase.ignored, .counts])
    func `apostrophes and hyphens are found however they are written`(letterCase: CustomEntry.LetterCase) throws {
        var entry = CustomEntry(
            id: "own-w", name: "w",
            means: .words(list: ["O'Brien", "D’Arcy Vale", "foo-bar", "X–Ray 5", "rock 'n' roll"]))
        entry.letterCase = letterCase
        let text =
            "O’Brien, O'Brien; D'Arcy Vale D‘Arcy\u{A0}Vale, foo\u{2011}bar foo-bar foo–bar X-Ray 5, rock ’n’ roll"
        #expect(try found(text, [entry]).count == 9)
        #expect(try found("OBrien, O Brien, O\"Brien, foo bar, foobar, foo_bar", [entry]) == [])
    }

    @Test func `a text without a blank is not gone through again from each place in it`() throws {
        let list = CustomEntry(id: "own-w", name: "w", means: .words(list: ["foo", "foo bar", "AA"]))
        for piece in ["foo", "A", "a\u{AD}", "%41"] {
            let text = String(repeating: piece, count: 1_000_000)
            #expect(try found(text + " foo", [list]) == ["own-w foo medium"], "\(piece)")
        }
    }

    @Test func `words with ß are found in capitals, and the other way round`() throws {
        let list = CustomEntry(id: "own-w", name: "w", means: .words(list: ["Größe", "STRASSENNAME", "Masse"]))
        let text = "GRÖSSE, GRÖẞE, Größe, grösse; Straßenname, Strassenname; Maße, Masse"
        #expect(
            try found(text, [list]).map { $0.split(separator: " ")[1] } == [
                "GRÖSSE", "GRÖẞE", "Größe", "grösse", "Straßenname", "Strassenname", "Masse",
            ])
        var strict = list
        strict.letterCase = .counts
        #expect(try found(text, [strict]) == ["own-w Größe medium", "own-w Masse medium"])
    }

    @Test func `excluded values are not told, and words near by raise or lower the confidence`() throws {
        var entry = badge
        entry.exclusionWords = ["b-000000"]
        entry.hotWords = [
            .init(.raise, words: ["staff badge"], before: 40, after: 0), .init(.lower, words: ["sample"]),
        ]
        #expect(
            try found("B-000000, B-111111", [entry]) == ["custom-badge B-111111 medium"])
        #expect(try found("Staff  badge B-111111", [entry]) == ["custom-badge B-111111 high"])
        #expect(try found("a sample: B-111111", [entry]) == ["custom-badge B-111111 low"])
        #expect(try found("a sample: B-111111", [entry], minimum: .medium) == [])
        let far = "staff badge " + String(repeating: "x ", count: 20) + "B-111111"
        #expect(try found(far, [entry]) == ["custom-badge B-111111 medium"])
    }

    @Test func `the same is found wherever the edge of a part falls`() throws {
        let words = CustomEntry(id: "custom-w", name: "w", means: .words(list: ["Project Osprey"]))
        let scan = try TextScan([], custom: CustomScan([badge, words]), minimum: .low)
        for before in [0, 1, 5, 12, 13, 20, 22, 23] {
            let text = String(repeating: "\n", count: (1 << 20) - before) + "B-123456 Project Osprey\n"
            let whole = scan.matches(in: text)
            #expect(whole.map(\.detector) == ["custom-badge", "custom-w"], "\(before)")
        }
    }

    @Test func `a label matches by its id and its tenant`() throws {
        let (id, tenant) = ("9fbde396-1a24-4c79-8edf-9254a0f35055", "84bd43cf-52aa-4aec-918c-a17b8d43eaa7")
        let entry = CustomEntry(id: "label-secret", name: "Secret", means: .label(id: id.uppercased(), tenant: tenant))
        let scan = try CustomScan([entry])
        let own = DocumentLabel(labelID: id, siteID: tenant, carrier: .labelInfo)
        var foreign = own
        foreign.siteID = id
        #expect(scan.matches(labels: [own]).map(\.detector) == ["label-secret"])
        #expect(scan.matches(labels: [foreign]).isEmpty && scan.matches(labels: []).isEmpty)
    }

    @Test func `an entry without its data, or with something wrong, is named`() {
        let data = CustomEntry(
            id: "custom-d", name: "d", means: .dataset(columns: [.init(name: "a", isPrimary: true)], supporting: 0))
        #expect(throws: CustomScan.Trouble.self) { try CustomScan([badge, data]) }
        var broken = badge
        broken.means = .pattern(expression: "(x")
        do throws(CustomScan.Trouble) {
            _ = try CustomScan([badge, broken])
            Issue.record("it was taken")
        } catch {
            #expect(error.description.hasPrefix("entry custom-badge: the expression is not usable"))
        }
    }
}
