import Testing

@testable import DLP

/// What looks like a telephone number beside a word that names one.
struct PhoneShapeTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        "Mobile calls 2011-2018", "mobile phones in 2019-2021", "phone 74.125.79.105",
        "Call center report: server 12.34.56.78 answered; phone line ok", "call 1003.1-2001 for",
        "sqlite callback fixed 2003-12-04 (2.8.7)", "dial 1 0 439.67099", "tel 14.03.2026 08:15",
        "phone 1 2 3 4 5 6 7 8", "bug fixes (2.14.90.0.7-4)", ".TH CALL 2 2023-02-05", "call 20.440.160",
        "Version 1.10.15 - 1992-06, call", "calls 43200 (12 hours)", "Mobile (152.0.7977.75-1)",
        "(call) 289.263 282.17 Td",
        "phone [*0329.0020.0004]", "call (1003.1-2008)", "syscalls 125/126/179", "autoconf 2.52.20150926, call",
        "call DS 377 (1980) of", "rate of a cell: (25600000/8-8000)/54",
    ])
    func `years, addresses, dates, versions and decimals are none`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test(arguments: [
        "portable 2147483647", "non-portable (4294967295)", "call 999999999", "Fixes 368562245", "fixes: #368562245",
        "calls were merged upstream by several people, and so the older commit is gone: 3006302372",
    ])
    func `limits of counters, numbers of faults and bare numbers far from a word are none`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test func `a number in two groups may stand far behind its word`() throws {
        let words = "Please call the office on Monday morning or on Tuesday; ask for Ms Kim of the third floor."
        #expect(try found("\(words) 98923 53795") == ["phone 98923 53795"])
        #expect(try found("\(words) 1130322148").isEmpty)
        #expect(try found("call 9879961884") == ["phone 9879961884"])
        #expect(try found("9879961884 (mobile)") == ["phone 9879961884"])
    }

    @Test(arguments: ["\n", ", ", "; ", "\n* ", "\nBerg, Anna: ", "; Anna "])
    func `bare numbers of a list are named before the first`(joint: String) throws {
        let numbers = (10..<40).map { "41555526\($0)" }
        #expect(try found("Phone numbers:\n\n" + numbers.joined(separator: joint)).count >= 12, "\(joint)")
        #expect(try found("Order numbers:\n\n" + numbers.joined(separator: joint)).isEmpty)
    }

    @Test func `a word right behind names a bare number, what a function is called with is none`() throws {
        for text in ["4155552671 mobile", "612345678, móvil", "9876543210 is my phone number"] {
            #expect(try found(text).count == 1, "\(text)")
        }
        for text in ["e.call(612345678, t)", "row.cell(4155552671, 0);", "tel.call(4155552671)"] {
            #expect(try found(text).isEmpty, "\(text)")
        }
    }

    @Test(arguments: [
        ("030 901820", "0171 5550123"), ("01 42 68 53 00", "06 12 34 56 78"), ("212-736-5000", "212-736-5001"),
        ("(030) 901820", "(0171) 5550123"), ("0309018200", "01715550123"), ("+49 30 901820", "+49 171 5550123"),
    ])
    func `two numbers that a slash parts are two`(first: String, second: String) throws {
        for slash in ["/", " / "] {
            #expect(try found("Tel. \(first)\(slash)\(second)") == ["phone \(first)", "phone \(second)"])
        }
    }

    @Test func `a bracket that closes behind the number is no part of it`() throws {
        #expect(try found("Tel (0161 797 4043)") == ["phone 0161 797 4043"])
        #expect(try found("Tel.030 9018200") == ["phone 030 9018200"])
    }

    @Test(arguments: [
        "612.364.707", "22.805.36.03", "93 442 1304", "2125550123", "02/123.45.67", "0171/1234567",
        "0221 / 471108", "0171 / 1234567", "030 / 5474812", "+49 (0)30 / 54 74 81 23", "0221 / 4 71 10 80",
        "06.12.34.12.09", "+33 6 12 34 12 09", "+1 201.545.4805", "(415) 555.2671", "1 201 545 4805",
    ])
    func `numbers are found whole, as people write them`(number: String) throws {
        #expect(try found("Telefon: \(number)") == ["phone \(number)"])
    }
}
