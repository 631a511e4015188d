import Mail
import Model
import Testing

@testable import BEC

/// Lists that mail is judged by, as files.
struct MailTableTests {
    private static let head = "# source: nobody\n# version: 7\n# date: 2026-10-22\n# licence: none\n"

    static let rows: [(table: ReplaceableTable, right: [String], wrong: [String])] = [
        (
            FreeMail.replaceable, ["mail.example", "xn--80aswg.xn--p1ai"],
            ["Mail.example", "mail", "a@b.example", "a..example"]
        ),
        (ThrowAway.replaceable, ["mail.example"], ["mail example", "https://mail.example"]),
        (Lookalikes.replaceable, ["a 430 3B1", "rn 20A5"], ["a", "A 430", "abcd 430", "a U+430", "a D800", "1 430"]),
        (
            PublicSuffix.replaceable, ["com", "co.uk", "*.ck", "!www.ck", "公司.cn"],
            ["co uk", "https://x.example/", ".uk", "a@b"]
        ),
    ]

    @Test(arguments: rows) func `each list takes its rows and no others`(
        table: ReplaceableTable, right: [String], wrong: [String]
    ) {
        for row in right {
            #expect(throws: Never.self, "\(table.name): \(row)") { try table.checked(Self.head + row) }
        }
        for row in wrong {
            #expect(throws: TableMistake.self, "\(table.name): \(row)") { try table.checked(Self.head + row) }
        }
    }

    @Test func `the list of confusable characters that ships would be taken as a file`() throws {
        let table = try Lookalikes.replaceable.checked(Self.head + ConfusableTable.rows)
        #expect(table.rows.count > 50)
    }

    @Test func `every list has a name of its own and says where it comes from`() {
        let tables = ReplaceableTable.ofMail + [PublicSuffix.replaceable]
        #expect(Set(tables.map(\.name)).count == tables.count)
        for table in tables { #expect(TableOrigin.isDate(table.builtIn.date), "\(table.name)") }
    }
}
