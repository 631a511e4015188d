import Testing

@testable import DLP

/// Signs around a value that are no part of it, and those that make it a part of something longer.
struct EmphasisTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: ["*", "**", "***", "_", "__", "~~", "**_", "____", "________"])
    func `a value between signs of emphasis is found`(sign: String) throws {
        let closing = String(sign.reversed())
        for end in ["", ".", ", and more", " (see there)"] {
            #expect(try found("SSN: \(sign)478-31-6069\(closing)\(end)") == ["us_ssn 478-31-6069"])
            #expect(
                try found("\(sign)DE33761158510035176013\(closing)\(end)") == ["iban DE33761158510035176013"])
            #expect(try found("Phone \(sign)0221 4559629\(closing)\(end)") == ["phone 0221 4559629"])
            #expect(try found("Card: \(sign)4539148803436467\(closing)\(end)") == ["credit_card 4539148803436467"])
        }
    }

    @Test func `a value at one end of what is emphasised is found`() throws {
        #expect(try found("**SSN 478-31-6069** is on file") == ["us_ssn 478-31-6069"])
        #expect(try found("_SSN 478-31-6069_") == ["us_ssn 478-31-6069"])
        #expect(try found("**478-31-6069** (SSN)") == ["us_ssn 478-31-6069"])
        #expect(try found("SSN 478-31-6069* (* as of May)") == ["us_ssn 478-31-6069"])
        #expect(try found("WHERE ssn LIKE '478-31-6069%'") == ["us_ssn 478-31-6069"])
    }

    @Test func `tokens between lines are found`() throws {
        #expect(try found("BIC _NEDSZAJJ_") == ["swift_bic NEDSZAJJ"])
        #expect(
            try found("_AIza6KEtQFKLhUqB_02le2foAQb8AuAfuTk8kuB_")
                == ["gcp_api_key AIza6KEtQFKLhUqB_02le2foAQb8AuAfuTk8kuB"])
    }

    @Test(arguments: [
        "iban_DE33761158510035176013.pdf", "DE33761158510035176013_2025.pdf", "FII+BF+DE33761158510035176013'",
    ])
    func `an account is found in the name of a file and behind a plus sign`(text: String) throws {
        #expect(try found(text) == ["iban DE33761158510035176013"])
    }

    @Test(arguments: [
        "ssn a*478316069", "ssn 478316069*2", "ssn 2**478316069", "ssn x_478316069", "ssn 478316069_x",
        "ssn ~478316069",
        "part_4539148803436467_x", "_4539148803436467", "4539148803436467_", "ssn: x=_478316069;",
        "card ****4539148803436467",
        "SSN (a)*478316069", "ssn 478316069*(b)", "ssn 47.8316069*", "ssn 478316069%",
    ])
    func `names, sums and hidden digits are none`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: [
        ("ICD10:E11.9", "icd10 E11.9"), ("ICD-10:E11.9", "icd10 E11.9"),
        ("iban1:DE33761158510035176013", "iban DE33761158510035176013"), ("ssn2:478-31-6069", "us_ssn 478-31-6069"),
        ("users.csv:12:4539148803436467", "credit_card 4539148803436467"),
        (":20:STARTUMS\n:25:DE89370400440532013000", "iban DE89370400440532013000"),
        (":25:4539148803436467\n:28C:1", "credit_card 4539148803436467"),
        ("FII+BF+DE89370400440532013000:25", "iban DE89370400440532013000"),
        ("at 10:DE89370400440532013000:20", "iban DE89370400440532013000"),
        ("12:4539148803436467", "credit_card 4539148803436467"),
    ])
    func `the digits of a name or of a line before a colon are no part of the value`(
        text: String, value: String
    ) throws {
        #expect(try found(text) == [value])
    }

    @Test(arguments: ["at 10:30:4539148803436467", "ssn 12:478316069", "ssn DB8:85A3:478316069"])
    func `those of a time and of an address are`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: [
        ("the SSN—478-31-6069—was", "us_ssn 478-31-6069"),
        ("IBAN—DE33761158510035176013", "iban DE33761158510035176013"),
        ("the SSN&mdash;478-31-6069&#8212;was", "us_ssn 478-31-6069"),
        ("SSN: 478 – 31 – 6069", "us_ssn 478 – 31 – 6069"), ("Tel.: 0221 – 4559629", "phone 0221 – 4559629"),
    ])
    func `a dash between words ends a value, an en dash between groups joins them`(text: String, value: String) throws {
        #expect(try found(text) == [value])
    }
}
