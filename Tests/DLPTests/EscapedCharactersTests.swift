import Model
import Testing

@testable import DLP

struct EscapedCharactersTests {
    private func found(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try TextScanTests.scan.get().matches(in: text).map {
            "\($0.detector) \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test(arguments: [#"\n"#, #"\r\n"#, #"\t"#, #"\u000a"#, #"\u00a0"#, #"\u0020"#])
    func `a value behind an escape is one`(escape: String) throws {
        #expect(try found(#"{"note": "paid:\#(escape)4012888888881881"}"#) == ["credit_card 4012888888881881"])
        #expect(try found(#"{"note": "first\#(escape)ssn: 536-22-1840\#(escape)last"}"#) == ["us_ssn 536-22-1840"])
        #expect(
            try found(#"INSERT INTO t VALUES (1, 'paid:\#(escape)4012888888881881');"#)
                == ["credit_card 4012888888881881"])
    }

    @Test func `spaces, hyphens and slashes by escapes are those of values`() throws {
        #expect(
            try found(#"{"card": "4012\u00a08888\u00a08888\u00a01881"}"#)
                == [#"credit_card 4012\u00a08888\u00a08888\u00a01881"#])
        #expect(try found(#"{"ssn": "536\u201122\u20111840"}"#) == [#"us_ssn 536\u201122\u20111840"#])
        #expect(try found(#"SSN 536\-22\-1840"#) == [#"us_ssn 536\-22\-1840"#])
        #expect(try found(#"{"to": "ana\u0040contoso.com"}"#) == [#"email ana\u0040contoso.com"#])
        #expect(
            try found(#"{"iban":"DE89 3704 0044 0532 0130 00\/COBADEFF"}"#).first == "iban DE89 3704 0044 0532 0130 00")
    }

    @Test func `signs of markup by escapes are no part of a value`() throws {
        #expect(try found(#"{"m":"Jo \u003cana@contoso.com\u003e"}"#) == ["email ana@contoso.com"])
        #expect(try found(#"{"m":"IBAN:\u003CDE33761158510035176013\u003E"}"#) == ["iban DE33761158510035176013"])
        #expect(try found(#"{"m":"a\u0026ssn=536-22-1840\u0026b"}"#) == ["us_ssn 536-22-1840"])
        #expect(try found(#"x = "\x3cb\x3eSSN\x3c/b\x3e \x3ci\x3e536-22-1840\x3c/i\x3e""#) == ["us_ssn 536-22-1840"])
        let cells =
            #"\u003ctr\u003e\u003ctd\u003eSSN\u003c/td\u003e\u003ctd\u003e536-22-1840\u003c/td\u003e\u003c/tr\u003e"#
        #expect(try found("{\"page\":\"\(cells)\"}") == ["us_ssn 536-22-1840"])
        // Names of entities stay what they are.
        #expect(try found("IBAN&lt;DE33761158510035176013&gt;") == ["iban DE33761158510035176013"])
    }

    @Test func `quotation marks by escapes part a value from its name`() throws {
        #expect(try found(#""{\u0022ssn\u0022:\u0022536-22-1840\u0022}""#) == ["us_ssn 536-22-1840"])
        #expect(try found(#"x = "{\x22ssn\x22:\x22536-22-1840\x22}""#) == ["us_ssn 536-22-1840"])
        #expect(try found("iban%3A%20DE33761158510035176013%0A") == ["iban DE33761158510035176013"])
    }

    @Test(arguments: ["\u{1B}", #"\x1b"#, #"\033"#, #"\u001b"#, #"\e"#])
    func `what colours the output of a terminal is no part of a value`(escape: String) throws {
        #expect(try found("ssn: \(escape)[1;31m536-22-1840\(escape)[0m done") == ["us_ssn 536-22-1840"])
        #expect(try found("\(escape)[32mssn\(escape)[0m: 536-22-1840\(escape)[K") == ["us_ssn 536-22-1840"])
    }

    @Test func `calendars have them too`() throws {
        let text = "BEGIN:VCALENDAR\r\nDESCRIPTION:dial\\nssn 536-22-1840\\nend\r\nEND:VCALENDAR\r\n"
        #expect(try found(text) == ["us_ssn 536-22-1840"])
    }

    @Test func `commands and paths keep their letters`() throws {
        for text in [
            #"\textbf{SSN} is \normalsize 1"#, #"C:\temp\new\report"#, #"\\n"#, #"a\d{3}\w"#, #"\"x\""#, #"\q\"#,
        ] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) } == nil, "\(text)")
        }
        #expect(
            Array(#"\\n5 \\\n5"#.utf8).withUnsafeBufferPointer { PlainText($0)?.bytes } == Array("\\\\n5 \\\\\n5".utf8))
    }

    @Test func `finds the same in each line of a megabyte`() throws {
        let line =
            #"{"note":"a\nb \u00a0 c","card":"4012\u00a08888\u00a08888\u00a01881","ssn":"\t536\u201122\u20111840"}"#
            + "\n"
        let whole = try TextScanTests.scan.get().matches(in: String(repeating: line, count: 12_000))
        #expect(whole.count == 24_000)
        let length = line.utf8.count
        for (place, match) in whole.enumerated() {
            #expect(match.range.lowerBound == whole[place % 2].range.lowerBound + (place / 2) * length)
        }
    }
}
