import Model
import Testing

@testable import DLP

/// Files that stand in place of a list.
struct ReplaceableTableTests {
    private static let head = "# source: nobody\n# version: 7\n# date: 2026-10-22\n# licence: none\n"

    private static let letters = ReplaceableTable(
        "letters", builtIn: TableOrigin(source: "a", version: "1", date: "2026", licence: "b"), row: "small letters"
    ) { $0.allSatisfy(\.isLowercase) }

    private func mistake(_ text: String, in table: ReplaceableTable = letters) -> TableMistake? {
        do {
            _ = try table.checked(text)
            return nil
        } catch { return error }
    }

    @Test func `its first lines say where it comes from, and its rows keep their order`() throws {
        let table = try Self.letters.checked(Self.head + "\nb\n  a \n# version: 8\nb\n")
        #expect(table.origin == TableOrigin(source: "nobody", version: "7", date: "2026-10-22", licence: "none"))
        #expect(table.rows.map(\.text) == ["b", "a", "b"])
    }

    @Test func `remarks may begin with slashes, lines may end with a carriage return, license may be spelled so`()
        throws
    {
        let text =
            "// Source : https://x.example/?a:b\r\n//VERSION: 7\r\n// date: 2026-10\r\n// License: none\r\n\r\na\r\n"
        let table = try Self.letters.checked(text)
        #expect(
            table.origin
                == TableOrigin(source: "https://x.example/?a:b", version: "7", date: "2026-10", licence: "none"))
        #expect(table.rows.map(\.line) == [6])
    }

    @Test(arguments: ["source", "version", "date", "licence"])
    func `each of the four has to be said above the first row`(name: String) {
        let lines = Self.head.split(separator: "\n").filter { !$0.hasPrefix("# \(name)") }.joined(separator: "\n")
        #expect(mistake(lines + "\na\n")?.reason.contains("\"# \(name): …\" is missing") == true)
        #expect(mistake(lines + "\na\n# \(name): 2026-10-22\n")?.reason.contains("is missing") == true)
        #expect(mistake("# \(name): 2026-10-22\n" + lines + "\na\n") == nil)
    }

    @Test(arguments: ["22.10.2026", "2026", "2026-13", "2026-00-01", "2026-1-1", "2026-10-22-1", "2026-10-2a"])
    func `a date is a day or a month of ISO 8601`(date: String) {
        let text = Self.head.replacing("2026-10-22", with: date) + "a\n"
        #expect(mistake(text)?.reason.contains("\"\(date)\"") == true)
    }

    @Test func `a list without a row and a row that does not fit are refused, the latter with its line`() {
        #expect(mistake(Self.head)?.reason == "it has no row")
        let wrong = mistake(Self.head + "a\n\nB\nc\n")
        #expect(wrong?.line == 7)
        #expect(wrong?.reason == "\"B\" is not small letters")
    }

    @Test func `a refused file leaves the list that ships in use`() throws {
        let table = ReplaceableTable("refused", builtIn: Self.letters.builtIn, row: "nothing") { _ in false }
        #expect(throws: TableMistake.self) { try table.replace(by: Self.head + "a\n") }
        #expect(!table.isReplaced && table.ownRows == nil && table.origin == table.builtIn)
    }

    @Test func `a good file is in use from then on`() throws {
        let table = ReplaceableTable("taken", builtIn: Self.letters.builtIn, row: "anything") { _ in true }
        try table.replace(by: Self.head + "a b\nc\n")
        #expect(table.isReplaced && table.origin.version == "7")
        #expect(table.ownRows == ["a b", "c"])
        #expect(table.ownWords == ["a", "b", "c"])
    }

    /// A row that the table takes, and rows that it refuses.
    static let rows: [(table: ReplaceableTable, right: [String], wrong: [String])] = [
        (
            DiagnosisCodes.replaceable, ["E11", "E11.9", "S72141K", "A000 Cholera", "U07.1\tCOVID-19"],
            ["e11.9", "E1", "E11.", "E1.19", "E119.1", "E11.9.1", "11E", "S72141KA", "Cholera"]
        ),
        (DiagnosisNames.replaceable, ["asthma", "Crohn's disease"], ["flu|cold", "12", "ab"]),
        (DrugNames.replaceable, ["metformin", "insulin glargine"], ["12 3", "ab"]),
        (
            AccountStructures.replaceable, ["DE 18n", "GB 4a14n", "IT 1a10n12c"],
            ["DE18n", "de 18n", "DE 18", "DE n", "DE 18x", "DE 31n", "DE 16n15n", "DE 99999999999999999999n", "DE"]
        ),
        (CountryCodes.replaceable, ["DE", "XK"], ["de", "DEU", "D", "D1"]),
        (
            PhonePlans.replaceable, ["49 DE 10/11 0 15,30", "1 CA 7/10 1 202345678,4*", "290 SH 4/5 - -"],
            [
                "49 DE 10/11 0", "x DE 10 0 15", "0 DE 10 0 15", "49 DE 10-11 0 15", "49 DE 1 0 15", "49 DE 18 0 15",
                "49 DE 9 0 1x",
            ]
        ),
        (TopLevelDomains.replaceable, ["com", "XN--P1AI", "рф"], ["co.uk", ".com", "a_b"]),
    ]

    @Test(arguments: rows) func `each list takes its rows and no others`(
        table: ReplaceableTable, right: [String], wrong: [String]
    ) {
        for row in right { #expect(mistake(Self.head + row, in: table) == nil, "\(table.name): \(row)") }
        for row in wrong { #expect(mistake(Self.head + row, in: table)?.line == 5, "\(table.name): \(row)") }
    }

    @Test func `the lists that ship would be taken as files`() {
        let shipped: [(ReplaceableTable, [Substring])] = [
            (DiagnosisNames.replaceable, DiagnosisNames.all.map { $0[...] }),
            (DrugNames.replaceable, DrugNames.all.map { $0[...] }),
            (PhonePlans.replaceable, PhonePlans.table.split(separator: "\n")),
            (TopLevelDomains.replaceable, TopLevelDomains.table.split(whereSeparator: \.isWhitespace)),
        ]
        for (table, rows) in shipped {
            #expect(rows.count > 100)
            #expect(mistake(Self.head + rows.joined(separator: "\n"), in: table) == nil, "\(table.name)")
        }
    }

    @Test func `every list has a name of its own and says where it comes from`() {
        let tables = ReplaceableTable.ofDetectors
        #expect(Set(tables.map(\.name)).count == tables.count)
        for table in tables { #expect(TableOrigin.isDate(table.builtIn.date), "\(table.name)") }
    }
}
