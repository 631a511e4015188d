import Testing

@testable import DLP

/// Lines with as many commas or semicolons as each other that are no table.
struct KeyedLinesTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        "{\n  \"phone\": \"private\",\n  \"ssn\": \"478-31-6069\",\n  \"tfn\": \"866734795\",\n  \"x\": 1\n}",
        "phone: \"private\",\nssn: \"478-31-6069\",\ntfn: \"866734795\",",
        "phone = 'private';\nssn = '478-31-6069';\ntfn = '866734795';",
        "WHERE phone IN ('-', 'x')\nWHERE ssn IN ('478-31-6069', 'x')\nWHERE tfn IN ('866734795', 'x')",
        "p.setPhone(\"-\");\np.setSsn(\"478-31-6069\");\np.setTfn(\"866734795\");",
        "Dear Anna, my phone is off\nSorry, my SSN is 478-31-6069\nand, the TFN is 866734795",
        "Please fax it, Anna\nThe SSN is 478-31-6069, ok?\nThe TFN was 866734795, too",
    ])
    func `the first of them names nothing below it`(text: String) throws {
        #expect(try found(text) == ["us_ssn 478-31-6069", "au_tfn 866734795"])
    }

    @Test(arguments: [
        "  ('ssn', 'name'),\n  ('478-31-6069', 'Ada'),", "SSN (nine digits: xxx),name\n478-31-6069,Ada",
        "\"SSN\",\"name: full\"\n478-31-6069,Ada",
    ])
    func `a header that explains itself stays one`(text: String) throws {
        #expect(try found(text) == ["us_ssn 478-31-6069"])
    }
}
