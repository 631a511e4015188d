import DLP
import Model
import Testing

struct DataSetTests {
    static let columns = [
        CustomEntry.DataColumn(name: "Account", isPrimary: true), .init(name: "Surname", isPrimary: false),
        .init(name: "Town", isPrimary: false),
    ]
    static let table = #"""
        id;Surname;Account;Town
        1;Lovelace;10-2030-4050;Marylebone
        2;"de la ""Cruz""";10-2030-4051;São Paulo
        3;Šimić;77-12;Split
        4;Nobody;9;Nowhere
        """#

    func key(_ byte: UInt8 = 7) throws -> ContentKey { try #require(ContentKey([UInt8](repeating: byte, count: 32))) }

    func set(of table: String = Self.table, _ key: ContentKey) throws -> DataSet {
        var reader = DataSetReader(columns: Self.columns, key: key)
        try reader.add(table.utf8)
        return try reader.finish()
    }

    func found(_ text: String, supporting: Int = 1, by key: ContentKey? = nil, _ set: DataSet? = nil) throws -> [String]
    {
        let own = try self.key()
        let entry = CustomEntry(
            id: "custom-d", name: "d", means: .dataset(columns: Self.columns, supporting: supporting))
        let set = try set ?? self.set(own)
        let material = CustomScan.Material(dataSets: ["custom-d": (set, key ?? own)])
        let scan = try TextScan([], custom: CustomScan([entry], material), minimum: .low)
        let bytes = Array(text.utf8)
        return scan.matches(in: text).map { "\(String(decoding: bytes[$0.range], as: UTF8.self)) \($0.confidence)" }
    }

    @Test func `a primary cell counts with another of its row near it, however they are written`() throws {
        #expect(try found("LOVELACE has 10 2030 4050.") == ["10 2030 4050 high"])
        #expect(try found("1020304050, Ms. Lovelace") == ["1020304050 high"])
        #expect(try found("de la 'Cruz' (10-2030-4051)") == ["10-2030-4051 high"])
        #expect(try found("ŠIMIĆ 7712") == ["7712 high"])
        #expect(try found("10-2030-4051, são paulo") == ["10-2030-4051 high"])
        for lineEnd in ["\n", "\r\n", " \n  ", "\n> "] {
            #expect(try found("10-2030-4051, são\(lineEnd)paulo") == ["10-2030-4051 high"])
            #expect(try found("de la\(lineEnd)Cruz 10-2030-4051") == ["10-2030-4051 high"])
        }
        #expect(try found("10-2030-4051, são\n\npaulo") == [])
    }

    static let bare = """
        id;Surname;Account;Town
        1;Lovelace;412221841;Marylebone
        2;Hopper;4556737586899855;20200131
        3;Byron;DE89370400440532013000;London
        4;Turing;NL91ABNA0417164300;Paddington
        5;Noether;AC0000077739;Therapist
        6;Germain;Therapist;Paris
        7;Curie;12345678;5551234567
        8;Meitner;001A2B3C4D5E;Wien
        """

    @Test(arguments: [
        "412-22-1841 Lovelace", "412 22 1841 Lovelace", "412.22.1841 Lovelace", "412/22/1841 Lovelace",
        "412\u{A0}22\u{A0}1841 Lovelace", "412\u{2011}22\u{2011}1841 Lovelace", "Row 10 412-22-1841 Lovelace",
        "4556 7375 8689 9855 Hopper", "4556-7375-8689-9855 2027 Hopper", "DE89 3704 0044 0532 0130 00 Byron",
        "de89 3704 0044 0532 0130 00, Byron", "NL91 ABNA 0417 1643 00 Turing", "AC00-0007-7739 Noether",
        "AC 0000 0777 39 Noether", "4556737586899855 on 2020-01-31", "12345678 call (555) 123-4567", "1234-5678 Curie",
        "00:1A:2B:3C:4D:5E in Wien", "1234 5678 2024 Curie", "4556 7375\n8689 9855 Hopper",
        "DE89 3704 0044\r\n0532 0130 00 Byron", "> 412-22-\n> 1841 Lovelace", "412\n221841 Lovelace",
    ])
    func `a cell of one word is found in groups`(text: String) throws {
        let key = try key()
        #expect(try found(text, self.set(of: Self.bare, key)).count == 1)
    }

    @Test(arguments: [
        "the rapist in Paris", "there, the rapist, Paris", "412,22,1841 Lovelace", "412\t22\t1841 Lovelace",
        "412\n22\n1841 Lovelace", "4 1 2 2 2 1 8 4 1 Lovelace", "9999-1234-5678-9999 Curie", "1234.5678.9999 Curie",
        "412-22-1842 Lovelace", "412-22-1841 Hopper",
    ])
    func `a cell of one word is not put together of what is no group of it`(text: String) throws {
        let key = try key()
        #expect(try found(text, self.set(of: Self.bare, key)) == [])
    }

    @Test func `cells of another row, too far away or of no row do not`() throws {
        #expect(try found("Šimić has 10-2030-4050") == [])
        #expect(try found("10-2030-4050" + String(repeating: " word", count: 120) + " Lovelace") == [])
        #expect(try found("Lovelace has 10-2030-4059") == [])
        #expect(try found("Lovelace 10-2030-4050", supporting: 2) == [])
        #expect(try found("Lovelace, Marylebone, 10-2030-4050", supporting: 2) == ["10-2030-4050 high"])
        #expect(try found("10-2030-4050", supporting: 0) == ["10-2030-4050 medium"])
    }

    @Test func `it comes back from its bytes, and says nothing under another key`() throws {
        let (key, other) = (try key(), try key(8))
        let set = try set(key)
        let back = try #require(DataSet(encoded: set.encoded))
        #expect(back.rowCount == 3 && back.skipped == 1 && back.columns == Self.columns)
        #expect(try found("Lovelace 10-2030-4050", back) == ["10-2030-4050 high"])
        #expect(try found("Lovelace 10-2030-4050", by: other, back) == [])
        for cell in ["lovelace", "Lovelace", "1020304050", "10-2030-4050"] {
            #expect(!String(decoding: set.encoded, as: UTF8.self).contains(cell))
        }
    }

    @Test func `damaged bytes are no set`() throws {
        let bytes = try set(key()).encoded
        #expect(DataSet(encoded: []) == nil && DataSet(encoded: Array(bytes.dropLast())) == nil)
        for at in stride(from: 0, to: bytes.count, by: 5) {
            var damaged = bytes
            damaged[at] ^= 0xFF
            _ = DataSet(encoded: damaged)
        }
    }

    @Test func `a table in pieces makes the same set`() throws {
        let key = try key()
        var reader = DataSetReader(columns: Self.columns, key: key)
        for byte in Self.table.utf8 { try reader.add([byte]) }
        #expect(try reader.finish().encoded == set(key).encoded)
    }

    @Test(arguments: [
        ("", "the table is empty"), ("Account,Surname\n1,2", "the table has no column \"Town\""),
        ("Account,Surname,Town\n", "no row has a primary cell of 4 letters and digits or more"),
        ("Account,Surname,Town\n1234,\"x,y", "a quote in the table is never closed"),
    ])
    func `a table that is none is refused with the reason`(table: String, reason: String) throws {
        let key = try key()
        do throws(DataSetReader.Trouble) {
            var reader = DataSetReader(columns: Self.columns, key: key)
            try reader.add(table.utf8)
            _ = try reader.finish()
            Issue.record("it was taken")
        } catch {
            #expect(error.description == reason)
        }
    }

    @Test func `a key has 32 bytes`() { #expect(ContentKey([1, 2, 3]) == nil) }
}

struct DocumentFingerprintTests {
    static let document = (0..<400).map { "word\($0 * 7_919 % 613)" }.joined(separator: " ")

    func found(_ text: String, percent: Int = 60) throws -> [Match] { try found([text], percent: percent).map(\.match) }

    func found(_ parts: [String], percent: Int = 60) throws -> [Likeness] {
        let key = try #require(ContentKey([UInt8](repeating: 3, count: 32)))
        let made = try #require(DocumentFingerprint(of: Self.document, key: key))
        let print = try #require(DocumentFingerprint(encoded: made.encoded))
        let entry = CustomEntry(
            id: "custom-f", name: "f", means: .fingerprint(documents: ["a.docx"], percent: percent))
        let material = CustomScan.Material(fingerprints: ["custom-f": ([print], key)])
        return try TextScan([], custom: CustomScan([entry], material), minimum: .low)
            .likenesses(of: parts.map { Array($0.utf8) })
    }

    @Test func `a copy is found, also within another text, in other letter case and with other line ends`() throws {
        #expect(try found(Self.document).map(\.confidence) == [.high])
        let around = "Dear all, this is for you.\n" + Self.document.uppercased().replacing(" ", with: "\n") + "\nBye."
        #expect(try found(around).count == 1)
    }

    @Test func `small edits leave it alike, half of it is half of it`() throws {
        var words = Self.document.split(separator: " ").map(String.init)
        for place in stride(from: 10, to: 400, by: 40) { words[place] = "changed" }
        #expect(try found(words.joined(separator: " "), percent: 80).count == 1)
        let half = words[..<200].joined(separator: " ")
        #expect(try found(half, percent: 60).isEmpty && found(half, percent: 30).count == 1)
    }

    @Test(arguments: [30, 50, 70, 90])
    func `exactly so many percent are so many percent`(percent: Int) throws {
        let words = (0..<2_000).map { "w\($0)" }
        let key = try #require(ContentKey([UInt8](repeating: 3, count: 32)))
        let print = try #require(DocumentFingerprint(of: words.joined(separator: " "), key: key))
        let entry = CustomEntry(
            id: "custom-f", name: "f", means: .fingerprint(documents: ["a.docx"], percent: percent))
        let scan = try TextScan(
            [], custom: CustomScan([entry], .init(fingerprints: ["custom-f": ([print], key)])), minimum: .low)
        let copy = words[..<(20 * percent)].joined(separator: " ")
        #expect(scan.likenesses(of: [Array(copy.utf8)]).map(\.percent) == [percent])
    }

    @Test func `the parts of a document count together, and the one that holds most of it is told`() throws {
        let words = Self.document.split(separator: " ")
        let cuts = [0..<90, 90..<230, 230..<310, 310..<400]
        let parts = cuts.map { words[$0].joined(separator: " ") }
        let found = try found(parts)
        #expect(found.map(\.part) == [1] && found.first?.match.confidence == .high)
        #expect(found.first?.match.range == 0..<parts[1].utf8.count)
        #expect(try parts.allSatisfy { try self.found($0).isEmpty })
    }

    @Test func `other documents are not alike, and a short one has no fingerprint`() throws {
        #expect(try found((0..<4_000).map { "word\($0)" }.joined(separator: " ")).isEmpty)
        let key = try #require(ContentKey([UInt8](repeating: 3, count: 32)))
        #expect(DocumentFingerprint(of: "only a few words", key: key) == nil)
        #expect(DocumentFingerprint(encoded: [1, 2, 3]) == nil)
    }
}
