import Foundation
import Model
import Testing

@testable import DLP

struct TextScanTests {
    static let scan = Result { try TextScan(Detector.all, minimum: .medium) }

    func found(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try Self.scan.get().matches(in: text).map {
            "\($0.detector) \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test func `a column's header names values however far below, and no other column`() throws {
        let filler = (0..<400).map { "\(1_000 + $0),Ada Lovelace,536-22-\(1_000 + $0),\(100_200_300 + $0),Leeds" }
        let text = (["id,name,ssn,account,city"] + filler).joined(separator: "\n")
        let found = try found(text)
        #expect(found.count == 400 && found.allSatisfy { $0.hasPrefix("us_ssn 536-22-") })
    }

    @Test func `a key names its value, and another key does not`() throws {
        #expect(try found(#"{"ssn": "536-22-1840", "order": "536-22-1841"}"#) == ["us_ssn 536-22-1840"])
        #expect(try found("<itin>912-78-1234</itin><ref>912-78-1235</ref>") == ["us_itin 912-78-1234"])
    }

    @Test func `the first row of a table in HTML names values far below, and another column does not`() throws {
        let rows = (0..<3_000).map {
            "<tr>\n<td>Ada</td><td>536-22-\(1_000 + $0)</td><td>536-22-\(1_000 + $0)</td></tr>"
        }
        let head = "<table><tr><th>Name</th><th>SSN</th><th>Order</th></tr>"
        let found = try found(head + rows.joined(separator: "\n") + "</table><td>536-22-1840</td>")
        #expect(found.count == 3_000 && found.allSatisfy { $0.hasPrefix("us_ssn 536-22-") })
    }

    @Test func `the columns of an INSERT name the values of its rows, commas in their texts aside`() throws {
        let rows = (0..<100).map { "(\($0), 'Lovelace, Ada', '536-22-\(1_000 + $0)', 536221840)," }
        let text = "INSERT INTO staff (no, name, ssn, account) VALUES\n" + rows.joined(separator: "\n")
        let found = try found(text)
        #expect(found.count == 100 && found.allSatisfy { $0.hasPrefix("us_ssn 536-22-") })
    }

    @Test func `the nearest word decides between numbers of one shape`() throws {
        // Both pass the Australian and the Canadian check.
        let (tfn, sin) = (try TextScan([.auTfn], minimum: .low), try TextScan([.caSin], minimum: .low))
        let both = try #require(
            (500_000_000..<501_000_000).lazy.map { "\($0)" }.first { number in
                !tfn.matches(in: number).isEmpty && !sin.matches(in: number).isEmpty
            })
        #expect(try found("SIN of the payee. Her TFN is \(both)") == ["au_tfn \(both)"])
        #expect(try found("TFN of the payee. Her SIN: \(both)") == ["ca_sin \(both)"])
    }

    @Test func `words in brackets behind values name those before them`() throws {
        #expect(
            try found("478-31-6069 (SSN)\n866734795 (TFN)") == ["us_ssn 478-31-6069", "au_tfn 866734795"])
        #expect(
            try found("0161 797 4043 [phone]\n573052128 [bsnNummer]") == ["phone 0161 797 4043", "nl_bsn 573052128"])
        #expect(
            try found("0161 797 4043 (phone), 573052128 (BSN)") == ["phone 0161 797 4043", "nl_bsn 573052128"])
    }

    @Test(arguments: [
        ("nie → 36298857G", "es_dni 36298857G"), (#"{\"nie\": \"15585057G\"}"#, "es_dni 15585057G"),
        ("pan -> PWKPT2450K", "in_pan PWKPT2450K"),
        (#".sin("540093150")"#, "ca_sin 540093150"), ("- name: nas\n  value: \"548104876\"", "ca_sin 548104876"),
        ("- name: pan\n  value: PWKPT2450K", "in_pan PWKPT2450K"),
    ])
    func `an arrow, a call and a name of its own say that a short word is a field`(text: String, value: String) throws {
        #expect(try found(text) == [value])
    }

    @Test func `a second telephone behind a slash is another one`() throws {
        #expect(
            try found("Tel: 030 / 39361128 / 0176/85963522") == ["phone 030 / 39361128", "phone 0176/85963522"])
    }

    @Test(arguments: [
        "Dx pending. Seat F10. Room B20. Bed A15.", "diagnosis on ward B12, beds F20, Zimmer: C50",
    ])
    func `a code of three characters behind the name of a place is that place`(text: String) throws {
        #expect(try found(text).filter { $0.hasPrefix("icd10 ") }.isEmpty)
        #expect(try found("Diagnosis of bed 4: F10, B20") == ["icd10 F10", "icd10 B20"])
    }

    @Test func `an address of a wallet behind a slash is found`() throws {
        #expect(
            try found("https://mempool.space/address/1JsyEGL8hmLDxwGYAQUhqwfnTXabq9UTMD")
                == ["btc_address 1JsyEGL8hmLDxwGYAQUhqwfnTXabq9UTMD"])
    }

    @Test func `a word directly before a value takes it from one on an earlier line`() throws {
        #expect(try found("SSN 123-00-2692\nrouting number 308692390").isEmpty)
        #expect(try found("SSN 123-00-2692\nfile of 308-69-2390") == ["us_ssn 308-69-2390"])
        #expect(try found("SSN/TIN: 308-69-2390") == ["us_ssn 308-69-2390"])
    }

    @Test func `a value parted behind a hyphen or in quoted mail is one`() throws {
        #expect(try found("SSN 536-22-\r\n1840") == ["us_ssn 536-22-\r\n1840"])
        #expect(try found("> card 5500 0055\n> 5555 5559") == ["credit_card 5500 0055\n> 5555 5559"])
        #expect(try found("UIDAI: 3811-\n    4962-5349") == ["in_aadhaar 3811-\n    4962-5349"])
    }

    @Test func `a value at which a mail program wrapped the line, a blank before its end, is one`() throws {
        #expect(try found("our card 4012 8888 \n8888 1881.") == ["credit_card 4012 8888 \n8888 1881"])
        #expect(try found("our card 4012 8888 \r\n8888 1881.") == ["credit_card 4012 8888 \r\n8888 1881"])
        #expect(try found("> our iban DE89 3704 0044 \n> 0532 0130 00") == ["iban DE89 3704 0044 \n> 0532 0130 00"])
    }

    @Test func `offsets are bytes of UTF-8`() throws {
        let text = "Größe: ✓ IBAN DE89 3704 0044 0532 0130 00"
        let match = try #require(try Self.scan.get().matches(in: text).first)
        #expect(match.range == 18..<45)
    }

    @Test func `dashes and spaces of any width part groups`() throws {
        #expect(try found("SSN 536\u{2011}22\u{2011}1840") == ["us_ssn 536\u{2011}22\u{2011}1840"])
        #expect(try found("card 5500\u{A0}0055\u{A0}5555\u{A0}5559").count == 1)
    }

    @Test func `decimals, times, identifiers and amounts are no numbers of persons`() throws {
        for text in [
            "0.4539578763621486", "uuid 5500-0055-5555-5559-0001", "x_5500005555555559", "$5500005555555559",
            "SSN 1.536221840",
            "card 5500005555555559.25",
        ] { #expect(try found(text).isEmpty, "\(text)") }
    }

    @Test func `every row of megabytes has its values`() throws {
        let line = "1001,Ada,536-22-1840,DE89 3704 0044 0532 0130 00,ada@contoso.com\n"
        let whole = try Self.scan.get().matches(in: "id,name,ssn,iban,mail\n" + String(repeating: line, count: 60_000))
        #expect(whole.count == 180_000)
        let length = line.utf8.count
        for (place, match) in whole.enumerated() {
            let first = whole[place % 3]
            #expect(
                match.detector == first.detector
                    && match.range.lowerBound == first.range.lowerBound + (place / 3) * length)
        }
    }

    @Test func `the header of a table in HTML holds for megabytes`() throws {
        let scan = try Self.scan.get()
        let row = "<tr><td>Ada</td><td>536-22-1840</td><td>\(String(repeating: "x ", count: 400))</td></tr>\n"
        let text = "<table><tr><th>Name</th><th>SSN</th></tr>" + String(repeating: row, count: 3_000) + "</table>"
        #expect(scan.matches(in: text).count == 3_000)
    }

    @Test(arguments: Detector.all) func `a value is found wherever the edge of a block falls in it`(
        detector: Detector
    ) throws {
        let scan = try TextScan([detector], minimum: .medium)
        if case .whole = detector.find { return }
        let hit = detector.hits[0]
        for before in 0...hit.utf8.count {
            let text = String(repeating: "\n", count: ScanRun.block - before) + hit + "\n"
            #expect(!scan.matches(in: text).isEmpty, "\(before) of \(hit)")
        }
    }

    @Test(arguments: Detector.all)
    func `a value is found wherever the edge of a part falls in it, among few numbers and among many`(
        detector: Detector
    ) throws {
        let scan = try TextScan([detector], minimum: .medium)
        if case .whole = detector.find { return }
        let hit = detector.hits[0]
        for filler in ["and then ", "12,07,3;\n"] {
            let row = String(repeating: filler, count: ScanRun.part / filler.utf8.count * 2)
            for before in 0...hit.utf8.count {
                let lead = row.prefix(ScanRun.part - before - 2)
                #expect(!scan.matches(in: lead + "\n\n" + hit + "\n\n" + row).isEmpty, "\(before) of \(hit)")
            }
        }
    }

    @Test func `neither the tail nor a piece of a long word is a value`() throws {
        let long = String(repeating: "x7Qr", count: 5_000)
        for value in ["5500005555555559", "GB82WEST12345698765432", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"] {
            for length in [60, 64, 65, ScanRun.part, long.count] {
                let text = long.prefix(length) + value + " card IBAN wallet"
                #expect(try found(String(text)).isEmpty, "\(value) behind \(length)")
            }
        }
    }

    @Test func `a table in HTML names its tokens though another one with numbers follows`() throws {
        let first =
            "<table><tr><th>Bank</th><th>BIC</th></tr>\n"
            + String(repeating: "<tr><td>Ada</td><td>x</td></tr>\n", count: 100)
            + "<tr><td>Bo</td><td>DEUTDEFF500</td></tr></table>"
        let second = "<table><tr><th>Name</th><th>SSN</th></tr><tr><td>Ada</td><td>536-22-1840</td></tr></table>\n"
        #expect(try found(first + second) == ["swift_bic DEUTDEFF500", "us_ssn 536-22-1840"])
    }

    @Test func `a word far behind a value names it where no other number follows the word`() throws {
        let between = String(repeating: " lorem", count: 30)
        #expect(try found("434 834 8618.\(between) (NHS number)").contains("uk_nhs 434 834 8618"))
        #expect(
            try found("434 834 8618.\(between) NHS number 943 476 5919").filter { $0.hasPrefix("uk_nhs") }.count == 1)
        #expect(try found("434 834 8618.\(between)\(between) (NHS number)").isEmpty)
        #expect(try found("434 834 8618.\n\(between) (NHS number)").isEmpty)
        let hindi = String(repeating: " कार्यालय", count: 20)
        #expect(try found("3811 4962 5349.\(hindi) (आधार संख्या)").contains("in_aadhaar 3811 4962 5349"))
    }

    @Test(arguments: [
        #"{"ssn": "536\u201122\u20111840"}"#, "<td>SSN</td><td>536&#8209;22&shy;&#8209;1840</td>",
        "SSN ５３６-２２-１８４０", "SSN 536-2\u{200B}2-1840",
    ])
    func `what was found is told as somebody reads it`(text: String) throws {
        var text = text
        let values = try text.withUTF8 { bytes in
            try Self.scan.get().matches(in: bytes).filter { $0.detector == "us_ssn" }.map { $0.text(in: bytes) }
        }
        #expect(values.map { $0.filter { !"-\u{2011}".contains($0) } } == ["536221840"])
    }

    @Test func `any bytes are scanned without a fault`() throws {
        let scan = try Self.scan.get()
        var random = SystemRandomNumberGenerator()
        let letters =
            Array("0123456789-. \n@/:;,\"{}<>=AKIADE89eyJsk_live_ßé\u{2011}\u{A0}".utf8) + [0, 0xFF, 0xC2, 0xE2, 0x80]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let ends = bytes.withUnsafeBufferPointer { scan.matches(in: $0).map(\.range.upperBound) }
            #expect(ends.allSatisfy { $0 <= bytes.count })
        }
    }

    @Test func `a record profile needs three different entries close together`() throws {
        let scan = try Self.scan.get()
        let near = "Ada, SSN 536-22-1840, ada@contoso.com, phone +1 201-545-4805"
        let far = ["SSN 536-22-1840", "ada@contoso.com", "phone +1 201-545-4805"].joined(
            separator: String(repeating: " lorem", count: 100))
        #expect(ProfilesTelling.told(scan.matches(in: near), by: [.piiRecord]).count == 3)
        #expect(ProfilesTelling.told(scan.matches(in: far), by: [.piiRecord]).isEmpty)
    }
}
