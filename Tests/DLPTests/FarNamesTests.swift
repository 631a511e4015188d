import Foundation
import Model
import Testing

@testable import DLP

/// Names that stand farther above or before a value than words count.
struct FarNamesTests {
    static let scan = Result { try TextScan(Detector.all, minimum: .medium) }

    /// Social insurance numbers that pass their check.
    static let numbers: [String] = {
        let all = (100_000_000..<100_001_000).map { "\($0)" }
        return Array(all.filter { isValid(Array($0.utf8)) }.prefix(60))
    }()

    private static func isValid(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.enumerated() {
            let value = Int(digit - 48) * (place % 2 == 1 ? 2 : 1)
            sum += value / 10 + value % 10
        }
        return sum % 10 == 0
    }

    static func lines(_ row: (String) -> String) -> String { numbers.map(row).joined(separator: "\n") }

    static let named: [(String, String)] = [
        ("columns that stand below each other", "id     sin          city\n" + lines { "1      \($0)    Leeds" }),
        (
            "columns below dashes",
            "name         sin         city\n------------ ----------- -----\n" + lines { "Ada Lovelace \($0)   Leeds" }
        ),
        (
            "columns between two lines of a grid",
            "====  ===========\nname  sin\n====  ===========\n" + lines { "Ada   \($0)" }
        ),
        (
            "columns below dashes that are too few",
            "name                          sin                           city\n------------------------------ ----\n"
                + lines { "Ada Lovelace                  \($0)                     Leeds" }
        ),
        (
            "HTML that is dressed",
            "<TABLE border=1><tbody><TR><TD align=left><b>name</b></TD><TD><font size=2><b>sin</b></font></TD></TR>\n"
                + lines { "<TR><TD>Ada</TD>\n<TD><span class=\"v\">\($0)</span></TD></TR>" } + "</tbody></TABLE>"
        ),
        (
            "HTML with a head over two columns",
            "<table><tr><th colspan=\"2\">person</th><th>sin</th></tr>"
                + lines { "<tr><td>Ada</td><td>Leeds</td><td>\($0)</td></tr>" } + "</table>"
        ),
        (
            "HTML with a title",
            "<table><tr><th colspan=2>Staff</th></tr><tr><th>name</th><th>sin</th></tr>"
                + lines { "<tr><td>Ada</td><td>\($0)</td></tr>" } + "</table>"
        ),
        (
            "a spreadsheet in XML",
            "<Table><Row><Cell><Data ss:Type=\"String\">name</Data></Cell><Cell><Data ss:Type=\"String\">sin</Data></Cell></Row>"
                + lines {
                    "<Row><Cell><Data ss:Type=\"String\">Ada</Data></Cell><Cell><Data ss:Type=\"String\">\($0)</Data></Cell></Row>"
                } + "</Table>"
        ),
        (
            "boxes",
            "┌──────┬───────────┐\n│ name │ sin       │\n├──────┼───────────┤\n" + lines { "│ Ada  │ \($0) │" }
                + "\n└──────┴───────────┘"
        ),
        (
            "a data frame in JSON",
            "{\"name\": {\"0\": \"Ada\"}, \"sin\": {"
                + zip(0..., numbers).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}}"
        ),
        (
            "cells with line breaks",
            "\"name\",\"note\",\"sin\"\n" + lines { "\"Ada\",\"one\n\nline \"\"two\"\", x\",\"\($0)\"" }
        ),
        (
            "cells with line breaks behind the value",
            "name;sin;note;x\r\n" + lines { "Ada;\($0);\"one\r\ntwo\";3\r" }
        ),
        ("rows that end with a comma", "name,sin\n" + lines { "Ada,\($0)," }),
        ("psql", " name | sin \n------+-----------\n" + lines { " Ada  | \($0) " }),
        ("MySQL", "+-----+-----+\n| name | sin |\n+-----+-----+\n" + lines { "| Ada | \($0) |" } + "\n+-----+-----+"),
        ("Jira", "||name||sin||\n" + lines { "|Ada|\($0)|" }),
        ("MediaWiki", "{| class=\"wikitable\"\n! name !! sin\n" + lines { "|-\n| Ada || \($0)" } + "\n|}"),
        ("LaTeX", "name & sin \\\\\n\\hline\n" + lines { "Ada & \($0) \\\\" }),
        ("COPY", "COPY people (id, name, sin) FROM stdin;\n" + lines { "1\tAda\t\($0)" } + "\n\\."),
        (
            "CREATE TABLE",
            "CREATE TABLE people (\n  id int,\n  sin varchar(64)\n);\n"
                + lines { "INSERT INTO people VALUES (1, '\($0)');" }
        ),
        ("one column of INSERT", "INSERT INTO people (sin) VALUES\n" + lines { "('\($0)')," }),
        (
            "rows of INSERT in one line",
            "INSERT INTO p (id, sin) VALUES " + numbers.map { "(1,'\($0)')" }.joined(separator: ",")
        ),
        ("one column", "sin\n" + lines { $0 }),
        ("one quoted column", "\"sin\"\n" + lines { "\"\($0)\"" }),
        ("a heading", "# SIN\n\n" + lines { "- \($0)" }),
        ("a list", "SIN numbers:\n" + lines { "* \($0)" }),
        ("a list of YAML", "sin:\n" + lines { "  - '\($0)'" }),
        ("an array of JSON", "{\"sin\":[" + numbers.map { "\"\($0)\"" }.joined(separator: ",") + "]}"),
        ("a long array of JSON", "{\"sin\": [\n" + numbers.map { "  \"\($0)\"" }.joined(separator: ",\n") + "\n]}"),
        (
            "rows of JSON",
            "{\"columns\":[\"name\",\"sin\"],\"rows\":[" + numbers.map { "[\"Ada\",\"\($0)\"]" }.joined(separator: ",")
                + "]}"
        ),
        (
            "a first row of JSON",
            "[[\"name\",\"sin\"]," + numbers.map { "[\"Ada\",\"\($0)\"]" }.joined(separator: ",") + "]"
        ),
        ("IN", "SELECT * FROM p WHERE sin IN (" + numbers.map { "'\($0)'" }.joined(separator: ", ") + ")"),
        ("Python", "sin = [" + numbers.map { "'\($0)'" }.joined(separator: ", ") + "]"),
        ("a row of one field", "sin," + numbers.joined(separator: ",")),
        ("two lines of heads", "Data,,\nname,sin,city\n" + lines { "Ada,\($0),Leeds" }),
    ]

    @Test(arguments: named) func `names every value below it`(layout: String, text: String) throws {
        let found = try Self.scan.get().matches(in: text)
        #expect(found.count { $0.detector == "ca_sin" } == Self.numbers.count, "\(layout)")
    }

    /// The same layouts with a head that names nothing.
    @Test(arguments: named) func `names nothing where the head is another`(layout: String, text: String) throws {
        let other = text.replacing("sin", with: "ref").replacing("SIN", with: "Ref")
        #expect(try Self.scan.get().matches(in: other).allSatisfy { $0.detector != "ca_sin" }, "\(layout)")
    }

    static let others: [(String, String)] = [
        (
            "columns that stand below each other",
            "sin          ref          city\n" + lines { "x            \($0)    Leeds" }
        ),
        ("psql", " sin  | ref \n------+-----------\n" + lines { " Ada  | \($0) " }),
        ("Jira", "||sin||ref||\n" + lines { "|Ada|\($0)|" }),
        ("COPY", "COPY people (sin, name, ref) FROM stdin;\n" + lines { "1\tAda\t\($0)" } + "\n\\."),
        (
            "rows of JSON",
            "{\"columns\":[\"sin\",\"ref\"],\"rows\":[" + numbers.map { "[\"Ada\",\"\($0)\"]" }.joined(separator: ",")
                + "]}"
        ),
        ("rows whose last cell is empty", "order_no,sin\n" + lines { "\($0)," }),
        ("rows whose last cell is empty, in quotes", "order_no,sin\n" + lines { "\"\($0)\",\"\"" }),
        ("a paragraph", "sin\n\nOf these the first was the best.\n" + lines { "ref \($0), paid" }),
        (
            "an array that has ended",
            "{\"sin\":[1],\"ref\":[" + numbers.map { "\"\($0)\"" }.joined(separator: ",") + "]}"
        ),
    ]

    /// Within the reach of words a value may be named by them: the later ones are far enough from every name.
    @Test(arguments: others) func `names no value of another column`(layout: String, text: String) throws {
        let bytes = Array(text.utf8)
        let found = try Self.scan.get().matches(in: text).filter {
            $0.detector == "ca_sin" && $0.range.lowerBound > 500
        }
        #expect(found.isEmpty, "\(layout): \(found.map { String(decoding: bytes[$0.range], as: UTF8.self) })")
    }

    @Test func `finds all below a head megabytes above`() throws {
        let rows = (0..<40_000).map { "Ada Lovelace \(Self.numbers[$0 % 60])   Leeds" }.joined(separator: "\n")
        let found = try Self.scan.get().matches(
            in: "name         sin         city\n------------ ----------- -----\n\(rows)")
        #expect(found.count { $0.detector == "ca_sin" } == 40_000)
    }
}
