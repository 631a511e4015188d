import Foundation
import Model
import Testing

@testable import DLP

/// Values spelled with characters of full width, or with ones without width in them.
struct PlainTextTests {
    static let scan = Result { try TextScan(Detector.all, minimum: .medium) }

    func found(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try Self.scan.get().matches(in: text).map {
            "\($0.detector) \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        "５３６-２２-１８４０", "536－22－1840", "536\u{3000}22\u{3000}1840", "536﹣22﹣1840", "536-22-18\u{AD}40",
        "536-2\u{200B}2-1840",
        "536\u{2060}-22\u{2060}-1840", "53622\u{AD}1840", "５３６２２１８４０", "536⁃22⁃1840",
    ])
    func `a value is found however it is spelled, with its own bytes`(value: String) throws {
        #expect(try found("SSN \(value), on file") == ["us_ssn \(value)"])
        #expect(try found("Größe １２ ✓\u{AD} SSN \(value)") == ["us_ssn \(value)"])
        #expect(try found("\(value)").isEmpty)
    }

    @Test func `addresses and tokens are found with characters without width in them`() throws {
        #expect(try found("write to a\u{AD}da@con\u{200B}toso.com now") == ["email a\u{AD}da@con\u{200B}toso.com"])
        #expect(try found("AKIAKT74PE6I\u{2060}S7YPPJCJ") == ["aws_access_key_id AKIAKT74PE6I\u{2060}S7YPPJCJ"])
        #expect(try found("ＩＢＡＮ ＤＥ89 3704 0044 0532 0130 00").count == 1)
    }

    @Test func `what is percent-encoded is read as it is meant, with its own bytes`() throws {
        #expect(try found("q=%22AKIAKT74PE6IS7YPPJCJ%22") == ["aws_access_key_id AKIAKT74PE6IS7YPPJCJ"])
        #expect(try found("ssn%3D536-22-1840%26x=1") == ["us_ssn 536-22-1840"])
        #expect(try found("to=ada%40contoso.com&x=1") == ["email ada%40contoso.com"])
        #expect(try found("SSN 50%20 536-22-1840, 100% sure, %zz") == ["us_ssn 536-22-1840"])
        #expect(try found("Steuer\u{2011}ID: 86095742719") == ["de_tax_id 86095742719"])
    }

    @Test func `a wrong number stays one`() throws {
        #expect(try found("IBAN DE89 3704 0044 0532 ０１３０ 01").isEmpty)
        #expect(try found("SSN ６６６-２２-１８４０").isEmpty)
    }

    @Test func `folded lines of a calendar are read as one, those of other texts are not`() throws {
        let card = "BEGIN:VCARD\r\nNOTE:SSN 536-2\r\n 2-1840\r\nEND:VCARD"
        #expect(try found(card) == ["us_ssn 536-2\r\n 2-1840"])
        #expect(try found("NOTE:SSN 536-2\r\n 2-1840").isEmpty)
    }

    @Test func `folded lines of an extract of a directory are read as one`() throws {
        let entry =
            "dn: uid=ada,dc=contoso,dc=com\ndescription: SSN 536-2\n 2-1840\nmail: ada@con\n toso.com\n"
        let wanted = ["us_ssn 536-2\n 2-1840", "email ada@con\n toso.com"]
        for head in ["", "version: 1\n", "# extended LDIF\n#\n# LDAPv3\n\n", "version: 1\r\n\r\n"] {
            #expect(try found(head + entry) == wanted, "\(head)")
        }
        #expect(try found("version: 1\nservices:\n" + entry).contains("us_ssn 536-2\n 2-1840") == false)
    }

    @Test(arguments: [
        ("Numéro de sécurité sociale : 2 69 05 49 588 157 80", "fr_nir"),
        ("Teléfono: 06 12 34 12 09", "phone"),
        ("Führerschein, TÉLÉPHONE 06 12 34 12 09", "phone"), ("số điện thoại 06 12 34 12 09", "phone"),
    ])
    func `a word names its value with marks apart as with marks joined`(
        text: String, detector: String
    ) throws {
        let (joined, apart) = (
            text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping
        )
        #expect(Array(joined.utf8) != Array(apart.utf8))
        let scan = try Self.scan.get()
        let wanted = scan.matches(in: joined)
        #expect(wanted.contains { $0.detector == detector })
        let found = scan.matches(in: apart)
        #expect(
            found.map(\.entry) == wanted.map(\.entry)
                && found.map(\.confidence) == wanted.map(\.confidence))
        let values = found.map { Array(apart.utf8)[$0.range] }.map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(values == wanted.map { String(decoding: Array(joined.utf8)[$0.range], as: UTF8.self) })
    }

    @Test
    func `marks are joined with the letter before them, and stay where there is no such letter`()
        throws
    {
        for (apart, joined) in [
            ("e\u{301}", "é"), ("xE\u{302}\u{301}y", "xẾy"), ("\u{3B1}\u{301}", "ά"), ("и\u{306}", "й"),
            ("q\u{301}e\u{301}", "q\u{301}é"), ("1\u{301}e\u{301}\u{301}", "1\u{301}é\u{301}"),
        ] {
            let plain = Array(apart.utf8).withUnsafeBufferPointer { PlainText($0, .marks) }
            #expect(
                plain.map { String(decoding: $0.bytes, as: UTF8.self) }.map { Array($0.utf8) }
                    == Array(joined.utf8), "\(joined)")
        }
        for text in ["\u{301}", "1\u{301}", "q\u{301}", "日\u{301}", "é à ö"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { PlainText($0, .marks) } == nil, "\(text)")
        }
    }

    @Test func `places are mapped both ways`() throws {
        let text = "a\u{AD}b１c\u{3000}d"
        let plain = try #require(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) })
        #expect(String(decoding: plain.bytes, as: UTF8.self) == "ab1c d")
        let expected = [0..<1, 3..<4, 4..<7, 7..<8, 8..<11, 11..<12]
        for (place, range) in expected.enumerated() {
            #expect(plain.original(place..<place + 1) == range)
            for original in range { #expect(plain.plain(original) == place, "\(original)") }
        }
        #expect(plain.original(0..<6) == 0..<12 && plain.plain(12) == 6)
    }

    @Test func `a text without such characters is not copied`() {
        for text in ["", "SSN 536-22-1840", "Größe „✓“ — 電話", "ไทย\u{200B}ไทย"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { PlainText($0) } == nil)
        }
    }

    @Test func `finds the same in each line of megabytes, at its place in the text as it came`() throws {
        let line = "1001,Ada,５３６-２２-1840,x\u{AD}y,ada@con\u{200B}toso.com\n"
        let text = Array(("id,name,ssn,code,mail\n" + String(repeating: line, count: 30_000)).utf8)
        let whole = text.withUnsafeBufferPointer { (try? Self.scan.get())?.matches(in: $0) ?? [] }
        #expect(whole.count == 60_000)
        let length = line.utf8.count
        for (place, match) in whole.enumerated() where place > 1 {
            let first = whole[place % 2].range.lowerBound + (place / 2) * length
            #expect(match.range.lowerBound == first)
        }
    }
}
