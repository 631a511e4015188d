import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

struct EntryBookTests {
    let store: Store
    let deed = Deed(by: "user:ana", at: Date(timeIntervalSince1970: 1_800_000_000))
    init() throws { store = try Store(.memory, key: SecretKey()) }

    private var book: EntryBook { EntryBook(store: store) }
    private var profiles: ProfileBook { ProfileBook(store: store) }

    private func draft(_ name: String, _ means: CustomEntry.Means) -> EntryBook.Draft {
        EntryBook.Draft(name: name, means: means)
    }

    /// The values that a profile of one entry finds, as they stand in the text.
    private func found(_ entry: CustomEntry, in text: String) throws -> [String] {
        try profiles.add(ContentProfile(name: "P \(entry.id)", entries: [entry.id], minimum: .low), deed)
        let trial = try ContentTrial(profile: "P \(entry.id)", in: profiles)
        let segment = ExtractedSegment(part: "", kind: .text, text: text)
        return trial.run(Extraction(segments: [segment], status: .ok)).found.map { found in
            String(decoding: Array(text.utf8)[found.match.range], as: UTF8.self)
        }
    }

    @Test func `an expression is found, by a word near it more surely`() throws {
        var personnel = draft("Personnel number", .pattern(expression: "P-[0-9]{6}"))
        personnel.raising = ["personnel"]
        let entry = try book.add(personnel, deed)
        #expect(entry.id == "own-personnel-number")
        #expect(try found(entry, in: "his P-204117 and P-20") == ["P-204117"])
        let trial = try ContentTrial(trying: personnel)
        func run(_ text: String) -> ContentTrial.Found? {
            trial.run(Extraction(segments: [.init(part: "", kind: .text, text: text)], status: .ok)).found.first
        }
        let (plain, near) = (try #require(run("P-204117")), try #require(run("personnel P-204117")))
        #expect(near.match.confidence > plain.match.confidence && near.raisedBy == ["personnel"])
    }

    @Test func `words are found whole`() throws {
        let entry = try book.add(draft("Projects", .words(list: EntryBook.words(" Falcon \n\nblue heron\r\n"))), deed)
        #expect(try found(entry, in: "falcon, falconry, Blue  Heron") == ["falcon", "Blue  Heron"])
    }

    private let table = "Name,Account,City\nAda Quell,DE-77120,Bern\nBo Marsh,DE-88231,Oslo\n"

    @Test func `rows of a table are found, and nothing of them is kept in clear`() throws {
        let made = try EntryBulk().table(Array(table.utf8), primary: "account", supporting: ["Name"], needed: 1)
        #expect(made.rows == 2 && made.columns.map(\.name) == ["Name", "Account"])
        let entry = try book.add(
            draft("Customers", .dataset(columns: made.columns, supporting: 1)), material: made.material, deed)
        #expect(try found(entry, in: "Ada Quell, account DE-77120") == ["DE-77120"])
        let bytes = try #require(try store.material(of: entry.id)).bytes
        for secret in ["77120", "Quell", "quell"] {
            #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
        }
    }

    @Test func `a row counts only with its own cells`() throws {
        let made = try EntryBulk().table(Array(table.utf8), primary: "Account", supporting: ["Name"], needed: 1)
        let entry = try book.add(
            draft("Customers", .dataset(columns: made.columns, supporting: 1)), material: made.material, deed)
        #expect(try found(entry, in: "Bo Marsh, account DE-77120").isEmpty)
    }

    @Test func `a table is read from a file as from bytes`() throws {
        let path = NSTemporaryDirectory() + "reeve-\(UUID().uuidString).csv"
        defer { unlink(path) }
        try Data(table.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try EntryBulk().table(at: path, primary: "Account", supporting: [], needed: 1).columns.count == 3)
        #expect(throws: ProfileTrouble.self) {
            try EntryBulk().table(at: path + "x", primary: "a", supporting: [], needed: 1)
        }
        #expect(throws: ProfileTrouble("the table has no column \"IBAN\"; it has: Name, Account, City")) {
            try EntryBulk().table(at: path, primary: "IBAN", supporting: [], needed: 1)
        }
    }

    @Test(arguments: ["windows-1252", "utf-16le", "utf-16le without a mark", "utf-16be", "utf-8"])
    func `a table is read in whatever a spreadsheet wrote it`(encoding: String) throws {
        let text = "Account;Name;City\r\nDE-77120;Jürgen Groß;Hamburg\nDE-88231;Zoë Ångström\u{A0A};Linz\n"
        let bytes: [UInt8] =
            switch encoding {
            case "windows-1252":
                text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: " ") }
            case "utf-16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case "utf-8": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            default:
                (encoding == "utf-16le" ? [0xFF, 0xFE] : [])
                    + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            }
        let path = NSTemporaryDirectory() + "reeve-\(UUID().uuidString).csv"
        defer { unlink(path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let tables = [
            try EntryBulk().table(at: path, primary: "Account", supporting: ["Name"], needed: 1),
            try EntryBulk().table(bytes, primary: "account", supporting: ["name"], needed: 1),
        ]
        for (place, table) in tables.enumerated() {
            #expect(table.rows == 2 && table.isOldText == (encoding == "windows-1252"))
            let entry = try book.add(
                draft("Customers \(place)", .dataset(columns: table.columns, supporting: 1)), material: table.material,
                deed)
            #expect(try !found(entry, in: "DE-77120, Jürgen Groß").isEmpty, "\(place)")
        }
    }

    @Test(arguments: [
        "612-33-7752,Walter Zed", "Walter Zed;DE-77120", "Zed,walter.zed@contoso.com", "1043,Walter Zed",
        "Zed\t2026-03-14\tBern", "Zed,GB82WEST12345698765432",
    ])
    func `a table without a header is refused, and nothing of its first line is told`(line: String) throws {
        let first = line.split { ",;\t".contains($0) }.map(String.init)
        for primary in ["SSN", first[0]] {
            let trouble = #expect(throws: ProfileTrouble.self) {
                try EntryBulk().table(Array("\(line)\n\(line)\n".utf8), primary: primary, supporting: [], needed: 1)
            }
            #expect(trouble?.description.contains("of the table's first line is a value") == true)
            #expect(!first.contains { trouble?.description.contains($0) == true })
        }
    }

    @Test(arguments: [
        "Account,2026,Q3 2026,Line 2,IBAN,SSN,E-Mail", "Account,PASSPORT,CUSTOMER,Konto-Nr.,Größe (m²),1,2,3",
        "account,bic,swift,iban,card number,date of birth,phone,country,zip5",
    ])
    func `names of columns are a header, with numbers in them too`(line: String) throws {
        let row = "DE-77120" + String(repeating: ",Ada", count: line.count { $0 == "," })
        let table = try EntryBulk().table(
            Array("\(line)\n\(row)\n".utf8), primary: "Account", supporting: [], needed: 1)
        #expect(table.rows == 1)
    }

    @Test func `rows that do not fit their header are left out with their lines`() throws {
        let text = """
            Account,Name,City
            AC-500101,Quell,Bern
            AC-500102,Smith, Jr.,Paris
            AC-500103
            AC-500104,"Marsh, Bo
            and Ada",Oslo
            AC-500105,Vale,Rome,,

            AC-500106,, -
            AC-500107,Finch,
            x,Finch,Lima

            """
        let made = try EntryBulk().table(Array(text.utf8), primary: "Account", supporting: [], needed: 1)
        #expect(made.rows == 4 && made.skipped == 1)
        #expect(made.uneven == EntryBulk.LeftOut(rows: 2, lines: [3, 4]))
        #expect(made.bare == EntryBulk.LeftOut(rows: 1, lines: [9]))
        #expect(
            made.remarks == [
                "2 of another number of cells than the header left out (lines 3, 4)",
                "1 without any other cell left out (line 9)", "1 without a usable Account left out",
            ])
        let entry = try book.add(
            draft("Customers", .dataset(columns: made.columns, supporting: 1)), material: made.material, deed)
        let sample = "AC-500102 Jr." + String(repeating: " and", count: 300) + " Marsh, Bo and Ada AC-500104"
        #expect(try found(entry, in: sample) == ["AC-500104"])
        // Where no other cell has to stand near it, a lone key can be found.
        let lone = try EntryBulk().table(Array(text.utf8), primary: "Account", supporting: [], needed: 0)
        #expect(lone.rows == 5 && lone.bare.rows == 0)
    }

    @Test func `a table of which no row fits says so`() throws {
        let many = "Account;Name\n" + (0..<12).map { "AC-5001\($0);a;b\n" }.joined()
        let trouble = #expect(throws: ProfileTrouble.self) {
            try EntryBulk().table(Array(many.utf8), primary: "Account", supporting: [], needed: 1)
        }
        #expect(trouble?.description.contains("12 of another number of cells") == true)
        #expect(trouble?.description.contains("(lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …)") == true)
    }

    @Test func `a table with the line ends of old Macs is read`() throws {
        let bytes = Array("Account,Name\rDE-77120,Ada Quell\rDE-88231,Bo Marsh\r".utf8)
        let path = NSTemporaryDirectory() + "reeve-\(UUID().uuidString).csv"
        defer { unlink(path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try EntryBulk().table(bytes, primary: "Account", supporting: [], needed: 1).rows == 2)
        #expect(try EntryBulk().table(at: path, primary: "Account", supporting: [], needed: 1).rows == 2)
    }

    @Test func `a table that is no text is refused`() throws {
        let bytes: [UInt8] = Array("PK".utf8) + [3, 4, 0, 1, 2, 0, 6, 7] + Array("Account,Name\n".utf8)
        #expect(throws: ProfileTrouble("the table is no text: save it as CSV in UTF-8, with a header")) {
            try EntryBulk().table(bytes, primary: "Account", supporting: [], needed: 1)
        }
    }

    /// As ISO-2022-JP, Windows-932, EUC-JP, Windows-1251: `Account,名前` and the like.
    private static let foreign: [[UInt8]] = [
        Array("Account,Name\nDE-77120,\u{1B}$B;3ED\u{1B}(B\n".utf8),
        Array("Account,Name\nDE-77120,".utf8) + [0x8E, 0x52, 0x93, 0x63, 0x91, 0xBE, 0x98, 0x59, 10],
        Array("Account,Name\nDE-77120,".utf8) + [0xBB, 0xB3, 0xC5, 0xC4, 0xC2, 0xC0, 0xCF, 0xBA, 10],
        Array("Account,Name\nDE-77120,".utf8) + [0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0x20, 0xC8, 0xE2, 0xE0, 0xED, 10],
    ]

    @Test(arguments: Self.foreign) func `a table in a character set that is not read is refused`(bytes: [UInt8]) throws
    {
        let trouble = ProfileTrouble(
            "the table is in a character set other than UTF-8, UTF-16 and Windows-1252: save it as CSV in UTF-8")
        #expect(throws: trouble) { try EntryBulk().table(bytes, primary: "Account", supporting: [], needed: 1) }
    }

    @Test(arguments: [
        "Account,Name\nDE-77120,Conceição\nDE-88231,Assunção\n",
        "Account,Name\nDE-77120,Ærø\nDE-88231,Þórður Ísafjörður\nDE-99342,MÜLLER GRÖßE\n",
        "Account,Name\nDE-77120,° 5\nDE-88231,« Été »\nDE-99342,½ £ 20\n",
    ])
    func `a table in the letters of the West is read`(text: String) throws {
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try EntryBulk().table(bytes, primary: "Account", supporting: [], needed: 1).isOldText)
    }

    @Test func `a document is found in part`() throws {
        let words = ["the", "heron", "lantern", "quarry", "sells", "under", "seven", "bridges", "near", "north"]
        let letter = (0..<200).map { "\(words[$0 * 7 % 10])\($0 % 37)" }.joined(separator: " ")
        let material = try EntryBulk().fingerprints(of: [("letter.txt", letter), ("other.txt", letter + " more of it")])
        let entry = try book.add(
            draft("Letters", .fingerprint(documents: ["letter.txt", "other.txt"], percent: 50)), material: material,
            deed)
        #expect(try !found(entry, in: "see this: " + letter).isEmpty)
        #expect(throws: ProfileTrouble.self) { try EntryBulk().fingerprints(of: [("short.txt", "too short")]) }
    }

    @Test(arguments: [
        (CustomEntry.Means.pattern(expression: "(a"), "the expression is not usable: "),
        (.pattern(expression: ""), "the expression is empty"), (.pattern(expression: "(a)\\1"), "back-references"),
        (.pattern(expression: "[a-z ]"), "the expression matches nearly everywhere"),
        (.words(list: []), "there are no words"),
        (.fingerprint(documents: ["x"], percent: 5), "the percentage has to lie between 10 and 100"),
    ])
    func `what cannot be used is refused in one sentence`(means: CustomEntry.Means, why: String) throws {
        let refusal = #expect(throws: ProfileTrouble.self) { try book.add(draft("X", means), deed) }
        #expect(refusal?.description.hasPrefix(why) == true, "\(refusal?.description ?? "")")
        #expect(try store.customEntries().isEmpty)
    }

    @Test func `names are one's own, ids too, whatever letters they have`() throws {
        let means = CustomEntry.Means.words(list: ["x1"])
        #expect(try book.add(draft("日本", means), deed).id == "own-entry")
        #expect(try book.add(draft("<script>\u{202E}", means), deed).id == "own-script")
        #expect(try book.add(draft("script", means), deed).id == "own-script-2")
        #expect(throws: ProfileTrouble(taken: "script", by: "an entry")) {
            try book.add(draft("SCRIPT", means), deed)
        }
        let long = #expect(throws: ProfileTrouble.self) {
            try book.add(draft(String(repeating: "x", count: 10_000), means), deed)
        }
        #expect(long?.description == "the name has 10000 characters, 200 are allowed")
    }

    @Test func `an entry is changed under its id, and removed once no profile has it`() throws {
        let entry = try book.add(draft("Projects", .words(list: ["falcon"])), deed)
        try profiles.add(ContentProfile(name: "P", entries: [entry.id]), deed)
        let changed = try book.change("projects", to: draft("Birds", .words(list: ["heron"])), deed)
        #expect(changed.id == entry.id && changed.name == "Birds")
        #expect(throws: ProfileTrouble("Birds is an entry of P: take it out there first")) {
            try book.remove("birds", deed)
        }
        try profiles.remove("P", deed)
        try book.remove("birds", deed)
        #expect(try book.entries().isEmpty)
        #expect(throws: ProfileTrouble.self) { try book.remove("birds", deed) }
        #expect(
            try store.audit(AuditFilter(), limit: 9).records.map(\.entry.action).filter { $0.hasPrefix("entry.") } == [
                "entry.remove", "entry.change", "entry.add",
            ])
    }
}
