import Testing

@testable import DLP

/// What looks like a telephone number beside a word that names one.
struct PhoneShapeTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        "Mobile calls 2011-2018", "mobile phones in 2019-2021", "phone 74.125.79.105",
        "Call center report: server 12.34.56.78 answered; phone line ok", "call 1003.1-2001 for",
        "sqlite callback fixed 2003-12-04 (2.8.7)", "dial 1 0 439.67099", "tel 14.03.2026 08:15",
        "phone 1 2 3 4 5 6 7 8",
    ])
    func `years, addresses, dates and decimals are none`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: [
        "0221 / 471108", "0171 / 1234567", "030 / 5474812", "+49 (0)30 / 54 74 81 23", "0221 / 4 71 10 80",
        "06.12.34.12.09", "+33 6 12 34 12 09", "+1 201.545.4805", "(415) 555.2671", "1 201 545 4805",
    ])
    func `numbers are found whole, as people write them`(number: String) throws {
        #expect(try found("Telefon: \(number)") == ["phone \(number)"])
    }
}
