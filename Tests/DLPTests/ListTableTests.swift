import Testing

@testable import DLP

/// Tables that are written as lists of lists.
struct ListTableTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    private static let head = ".. list-table:: Staff\n   :header-rows: 1\n\n"
    private static let row = "   * - 478-31-6069\n     - \"0221-4559629\"\n     - Ada\n       Lovelace\n"

    @Test(arguments: [1, 2_000]) func `the first row names the cells below it by their places`(rows: Int) throws {
        let text = Self.head + "   * - SSN\n     - Phone\n     - Name\n" + String(repeating: Self.row, count: rows)
        let found = try found(text)
        #expect(found.count == 2 * rows && Set(found) == ["us_ssn 478-31-6069", "phone 0221-4559629"])
        #expect(found.suffix(2) == ["us_ssn 478-31-6069", "phone 0221-4559629"])
    }

    @Test func `it names no cell of another column`() throws {
        let text =
            Self.head + "   * - Name\n     - SSN\n     - City\n" + "   * - 478-31-6069\n     - none\n     - Leeds\n"
        #expect(try found(text).isEmpty)
    }

    @Test func `a row that is asked for first does not hide the head`() throws {
        let text =
            Self.head + "   * - SSN\n     - IBAN (DE33761158510035176013)\n" + "   * - 478-31-6069\n     - none\n"
        #expect(try found(text).contains("us_ssn 478-31-6069"))
    }
}
