import Foundation
import Model
import Testing

/// Text of two and of four bytes a character, with a mark, without, and in one file with text of one.
struct UnmarkedTextTests {
    private static let wide: [String.Encoding] = [
        .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ]
    private static let number = "DE89370400440532013000"

    private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    private static func mark(_ encoding: String.Encoding) -> [UInt8] {
        switch encoding {
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
        default: [0, 0, 0xFE, 0xFF]
        }
    }

    private static let files = [
        ("a.txt", "Pay to IBAN \(number)\n", "IBAN \(number)"),
        ("a.csv", "Name,IBAN\r\nOtto,\(number)\r\n", "Otto,\(number)"),
        ("a.html", "<html><p>IBAN DE89<b>3704</b>00440532013000</p></html>", "IBAN \(number)"),
        (
            "a.txt", "<!DOCTYPE html><html><meta charset=utf-8><p>IBAN DE89<b>3704</b>00440532013000</p>",
            "IBAN \(number)"
        ),
        ("a.htm", "<p>IBAN \(number) für Jürgen<td>", "IBAN \(number) für Jürgen"),
        ("", "<html><meta charset=iso-8859-1><p>счёт \(number) €</p>", "счёт \(number) €"),
        ("a.eml", "From: a@b.example\nSubject: x\n\nIBAN \(number)\n", "IBAN \(number)"),
        (
            "a.eml", "From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nfür \(number)\r\n",
            "für \(number)"
        ),
        (
            "", "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: today\n\nIBAN \(number)\n", "IBAN \(number)"
        ),
        (
            "a.eml",
            "Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n\(Data(number.utf8).base64EncodedString())\n",
            number
        ),
    ]

    @Test(arguments: wide, files) func `is read in every kind of text, with a mark and without`(
        encoding: String.Encoding, file: (name: String, text: String, read: String)
    ) throws {
        let bytes = try Self.bytes(file.text, encoding)
        for whole in [bytes, Self.mark(encoding) + bytes] {
            let reading = Reading(whole, named: file.name)
            #expect(reading.status == .ok && reading.text.contains(file.read), "\(encoding) \(file.name)")
        }
    }

    @Test func `attached to a message is read as the message that it is`() throws {
        let inner = try Self.bytes("From: a@b.example\nSubject: x\n\nIBAN \(Self.number)\n", .utf16LittleEndian)
        let mail =
            "From: a@b.example\nSubject: y\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(Data(inner).base64EncodedString())\n"
        #expect(Reading(Array(mail.utf8), named: "a.eml").text.contains("IBAN \(Self.number)"))
    }

    private static let first = "IBAN \(number)\n"
    private static let second = "card 4556737586899855 done\r\n"
    private static let lengths = [1, 2, 20, 200]

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], lengths)
    func `is read in turn with text of one byte, whichever comes first`(
        encoding: String.Encoding, count: Int
    ) throws {
        let many = (0..<count).map { "2026-11-24 line \($0) of the log, all is well\n" }.joined()
        for (one, two) in [
            (many + Self.first, Self.second), (Self.first, many + Self.second), (Self.first, Self.second),
        ] {
            let (narrow, wide) = (Array(one.utf8), try Self.bytes(two, encoding))
            let (narrowTail, wideTail) = (Array(two.utf8), try Self.bytes(one, encoding))
            let mark = Self.mark(encoding)
            let files = [
                narrow + wide, narrow + mark + wide, wideTail + narrowTail, mark + wideTail + narrowTail,
                narrow + wide + narrow, mark + wide + narrow + wide, narrow + wide + [0x0A] + wide,
                mark + wide + mark + wide + narrow,
            ]
            for (place, file) in files.enumerated() {
                let reading = Reading(file, named: "a.log")
                #expect(reading.status == .ok)
                for number in [Self.number, "4556737586899855"] {
                    let isThere = place < 4 || place == 4 || place == 5 || number == "4556737586899855" || place == 7
                    #expect(!isThere || reading.text.contains(number), "\(place) \(number) \(encoding)")
                }
                #expect(!reading.text.contains("\0") && !reading.text.contains("\u{FEFF}"))
            }
        }
    }

    @Test func `in turn with text that is hardly longer is read`() throws {
        let wide = try Self.bytes("932195133\n", .utf16LittleEndian)
        #expect(Reading(Array("Ünïcode \"quoted\" x\n".utf8) + wide, named: "a.log").text.contains("932195133"))
    }

    private static let lines = [
        "SSN 536-22-1840", "536221840", "4556737586899855\n", "4000000000000\r\n", "a,b,536-22-1840\n", "abcde\n",
        "hi\r\n",
        "bluefalcon", "bluefalcon\r\n",
    ]

    @Test(arguments: lines) func `a short line of one byte a letter behind it is read`(line: String) throws {
        for text in ["done\r\n", "готово\r\n", "完成\r\n"] {
            let wide = try Self.bytes(String(repeating: text, count: 9), .utf16LittleEndian)
            #expect(Reading([0xFF, 0xFE] + wide + Array(line.utf8), named: "a.log").text.hasSuffix(line))
            guard line.hasSuffix("\n") else { continue }
            let inTurn = Reading(
                [0xFF, 0xFE] + wide + Array(line.utf8) + (try Self.bytes("done\r\n", .utf16LittleEndian)))
            #expect(inTurn.text.hasSuffix("\(line)done\r\n"))
        }
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `half a character at its end is no letter`(encoding: String.Encoding) throws {
        for before in ["", "all is well\n"] {
            let bytes = Array(before.utf8) + (try Self.bytes("IBAN \(Self.number)", encoding)) + [0x78]
            let text = Reading(bytes, named: "a.log").text
            #expect(text.contains(Self.number) && !text.contains("\(Self.number)x"))
        }
    }

    private static let letters = [
        "ひらがなのぶんしょうです。かきくけこさしすせそたちつてとはひふへほ…\n", "银行账户信息如下，请尽快付款……谢谢大家①②③㈱\n", "계좌번호는 다음과 같습니다\n",
        "हिन्दी में खाता संख्या … है\n", "ਪੰਜਾਬੀ ਵਿੱਚ ਖਾਤਾ ਨੰਬਰ\n", "มาตรา\n", "ㄅㄆㄇㄈㄉㄊㄋㄌ…\n", "Grüße – „so“ … € ☺ 😀\n", "കേരളം മലയാളം\n",
        "†‡ 一一一一 Ѐ Ā ā Ă\n",
    ]

    @Test(arguments: letters) func `in the letters of others stays as it is`(text: String) throws {
        let whole = String(repeating: text, count: 50)
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            let bytes = try Self.bytes(whole, encoding)
            #expect(Reading(Self.mark(encoding) + bytes, named: "a.txt").text == whole)
        }
    }

    @Test func `of a long file of both, head and tail are kept`() throws {
        var limits = ExtractionLimits()
        limits.text = 1 << 12
        let middle = (0..<5000).map { "line \($0) é\n" }.joined()
        let parts = [("first é\n" + middle, String.Encoding.utf8), (middle + "last é", .utf16LittleEndian)]
        for order in [parts, parts.reversed()] {
            let bytes = try order.flatMap { try Self.bytes($0.0, $0.1) }
            let reading = Reading(bytes, named: "a.log", limits: limits)
            #expect(reading.status == .partial && reading.text.utf8.count < 6000)
            let (start, end) = order[0].1 == .utf8 ? ("first é\n", "last é") : ("line 0 é\n", "line 4999 é\n")
            #expect(reading.text.hasPrefix(start) && reading.text.hasSuffix(end), "\(reading.text.suffix(40))")
            #expect(!reading.text.contains("\u{FFFD}"))
        }
    }

    @Test func `in a file of numbers is no text`() {
        let numbers = (0..<4096).flatMap { u32($0 &* 2_654_435_761) }
        #expect(
            Reading(numbers + Array("text in it".utf8).flatMap { [$0, 0] } + numbers, named: "a.dat").status
                == .unsupported)
        #expect(Reading((0..<400).flatMap { u32($0 * 7 % 1000 - 3) }, named: "a.dat").status == .unsupported)
    }
}
