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

    /// Each cell is asked for from the one before: to walk up to the first of its row took minutes.
    @Test func `rows of thousands of cells are no tables`() throws {
        let row = "   * - 1\n" + String(repeating: "     - 536-22-1840\n", count: 3_500)
        let text = Self.head + "   * - SSN\n" + String(repeating: "     - Name\n", count: 3_499) + row
        #expect(try found(text + String(repeating: row, count: 40)).count < 100)
        let narrow =
            Self.head + "   * - Name\n     - SSN\n" + String(repeating: "   * - Ada\n     - 536-22-1840\n", count: 90)
        #expect(try found(narrow).count == 90)
    }
}
