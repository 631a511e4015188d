import Testing

@testable import DLP

/// Labels beside their values, in rows that look like those of a table with a head.
struct RowLabelTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    private static let ssn = "us_ssn 478-31-6069"
    private static let tfn = "au_tfn 866734795"
    private static let call = "phone 0221-4559629"

    @Test(arguments: [
        (
            "<table><tr><td>SSN</td><td>478-31-6069</td></tr><tr><td>TFN</td><td>866734795</td></tr></table>",
            [ssn, tfn]
        ),
        (
            "<table>\n<tr><th scope=\"row\">Phone</th>\n<td class=\"v\">private</td></tr>\n<tr><th scope=row>SSN</th>\n"
                + "<td class=\"v\">478-31-6069</td></tr></table>",
            [ssn]
        ),
        (
            "<table><tr><th colspan=2>Staff</th></tr><tr><td>Phone</td><td>private</td></tr>"
                + "<tr><td>SSN</td><td>478-31-6069</td></tr></table>",
            [ssn]
        ),
        (
            "<table><tr><td>SSN</td><td>478-31-6069</td><td>Name</td><td>Ada</td></tr>"
                + "<tr><td>City</td><td>Leeds</td><td>TFN</td><td>866734795</td></tr></table>",
            [ssn, tfn]
        ),
        ("Phone           private\nTFN             866734795", [tfn]),
        ("E-Mail          private\nTelefon         0221-4559629", [call]),
        ("| Diagnosis | none |\n| SSN | 478-31-6069 |", [ssn]),
        ("│ Phone │ private │\n│ SSN   │ 478-31-6069 │", [ssn]),
        ("Phone;private\nTFN;866734795", [tfn]),
        ("Bank;SWIFT;x\nTFN;866734795;x", [tfn]),
        ("Phone,n/a,x\nSSN,478-31-6069,y", [ssn]),
        ("phone & private \\\\\nssn & 478-31-6069 \\\\", [ssn]),
        (#"[["Phone","private"],["TFN","866734795"]]"#, [tfn]),
        ("none  (SWIFT)\n478-31-6069  (SSN)", [ssn]),
    ])
    func `the first row of a form is no header of the values below it`(text: String, values: [String]) throws {
        #expect(try found(text) == values)
    }

    @Test(arguments: [
        "Phone;note;order no\nprivate;TFN;866734795", "SSN;TFN;count\n1;2;866734795",
        "| phone | wallet | x |\n|---|---|---|\n| - | 1LExPyuKDHaPhRTtjKNfArEd5gFtqZiCYc | 785469909 |",
    ])
    func `a header still says what its column is not`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test func `a column keeps its name whatever stands in the cell before`() throws {
        #expect(try found("kind;SSN\nphone;478-31-6069\nfax;478-31-6069") == [Self.ssn, Self.ssn])
    }
}
