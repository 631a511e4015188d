import Testing

@testable import DLP

/// Slashes between values, and those of paths, dates and fractions.
struct SlashListTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test func `values that slashes part are found one by one`() throws {
        #expect(
            try found("cards: 6011524022215399/4556737586899855")
                == ["credit_card 6011524022215399", "credit_card 4556737586899855"])
        #expect(try found("SSNs: 659223387/187858892") == ["us_ssn 659223387", "us_ssn 187858892"])
        #expect(try found("SSNs: 659-22-3387/187-85-8892") == ["us_ssn 659-22-3387", "us_ssn 187-85-8892"])
        #expect(
            try found("IBANs: DE63468828690292821099/DE62665999634272981813")
                == ["iban DE63468828690292821099", "iban DE62665999634272981813"])
    }

    @Test func `a card with the month until which it is good behind it is found`() throws {
        #expect(try found("card 6011524022215399/09/27") == ["credit_card 6011524022215399"])
        #expect(try found("card 6011 5240 2221 5399/09/2027") == ["credit_card 6011 5240 2221 5399"])
    }

    @Test(arguments: [
        "ssn /home/12345678/659223387", "ssn https://contoso.com/659223387/187858892x", "ssn 12/659223387",
        "ssn 659223387/12", "ssn 659223387/09/27", "card 1/6011524022215399", "ssn a/659223387/09/27",
    ])
    func `paths, dates and fractions are none`(text: String) throws { #expect(try found(text).isEmpty) }
}
