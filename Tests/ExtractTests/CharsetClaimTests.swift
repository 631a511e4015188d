import Foundation
import Model
import Testing

struct CharsetClaimTests {
    private static let number = "DE89370400440532013000"
    /// Names that say something else than ASCII, in the spellings of documents and of iconv.
    private static let foreign = [
        "utf-16", "UTF-16LE", "utf-16be", "unicode", "utf-32", "utf-32le", "UCS-2", "ucs-4", "iso-10646-ucs-2",
        "csUnicode",
        "ibm037", "cp037", "ibm500", "ibm1140", "ebcdic-cp-us", "ebcdic-de-at",
    ]
    private static let texts = ["IBAN \(number)", "Zahlung für Müller, größer über Köln: IBAN \(number)"]

    @Test(arguments: foreign) func `that a page contradicts is not believed`(name: String) {
        for text in Self.texts {
            let pages = [
                "<html><head><meta charset=\"\(name)\"></head><body>\(text)</body></html>",
                "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=\(name)\"></head><body>\(text)</body></html>",
                "<!DOCTYPE html><body>\(text)</body><meta charset='\(name)'>",
            ]
            for page in pages {
                for file in ["a.html", "a.txt", ""] {
                    let reading = Reading(Array(page.utf8), named: file)
                    #expect(reading.status == .ok && reading.text.contains(text), "\(name) \(file)")
                }
            }
        }
    }

    @Test(arguments: foreign) func `that a page of one byte a letter contradicts is not believed`(name: String) throws {
        for (text, encoding) in [(Self.texts[1], String.Encoding.windowsCP1252), (Self.russian, .windowsCP1251)] {
            let page = "<html><meta charset=\(name)><body>\(text)</body></html>"
            let reading = Reading(Array(try #require(page.data(using: encoding))), named: "a.html")
            #expect(reading.text.contains(Self.number), "\(name) \(encoding)")
        }
    }

    private static let russian = "Номер счёта для оплаты по договору и всех наших клиентов: \(number) и ещё"

    @Test(arguments: foreign) func `that the part of a message contradicts is not believed`(name: String) throws {
        for text in Self.texts {
            for type in ["text/plain", "text/html"] {
                let content = type == "text/html" ? "<p>\(text)</p>" : text
                for encoding in ["8bit", "base64"] {
                    let body = encoding == "base64" ? Data(content.utf8).base64EncodedString() : content
                    let mail = """
                        From: a@b.example
                        Subject: x
                        MIME-Version: 1.0
                        Content-Type: \(type); charset=\(name)
                        Content-Transfer-Encoding: \(encoding)

                        \(body)
                        """
                    #expect(
                        Reading(Array(mail.utf8), named: "a.eml").text.contains(text), "\(name) \(type) \(encoding)")
                }
            }
        }
        let bytes = Array(try #require(Self.russian.data(using: .windowsCP1251)))
        let head = "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=\(name)\n\n"
        #expect(Reading(Array(head.utf8) + bytes, named: "a.eml").text.contains(Self.number))
    }

    private static let true16: [(String, String.Encoding)] = [
        ("utf-16", .utf16LittleEndian), ("utf-16", .utf16BigEndian), ("utf-16le", .utf16LittleEndian),
        ("utf-16be", .utf16BigEndian), ("unicode", .utf16LittleEndian), ("utf-16be", .utf16LittleEndian),
        ("us-ascii", .utf16LittleEndian), ("iso-8859-1", .utf16BigEndian), ("utf-32", .utf32LittleEndian),
        ("utf-32be", .utf32BigEndian),
    ]

    @Test(arguments: true16) func `counts where the bytes bear it out, and the bytes where they say more`(
        name: String, encoding: String.Encoding
    ) throws {
        for text in ["IBAN \(Self.number)\n", "账户信息 \(Self.number)\n", "Счёт \(Self.number)\n"] {
            let content = try #require(text.data(using: encoding)).base64EncodedString()
            let mail =
                "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=\(name)\nContent-Transfer-Encoding: base64\n\n\(content)\n"
            #expect(Reading(Array(mail.utf8), named: "a.eml").text.contains(text), "\(name) \(encoding) \(text)")
        }
    }

    @Test func `of two bytes a letter counts where there is no letter of ASCII`() throws {
        let text = "银行账户信息如下请尽快付款谢谢大家"
        let content = try #require(text.data(using: .utf16LittleEndian)).base64EncodedString()
        let mail =
            "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\n\(content)\n"
        #expect(Reading(Array(mail.utf8), named: "a.eml").text.contains(text))
    }

    private static let others = [
        "unicode-1-1-utf-8", "gb2312", "big5", "shift_jis", "euc-kr", "windows-1251", "koi8-r", "iso-8859-15",
    ]

    @Test(arguments: others) func `of the East is not believed of plain UTF-8`(name: String) {
        let text = "Überweisung für Jürgen Möller, Größe: 专1 专2 专3 \(Self.number)"
        let page = "<html><meta charset=\(name)><body>\(text)</body></html>"
        #expect(Reading(Array(page.utf8), named: "a.html").text.contains(text))
    }
}
