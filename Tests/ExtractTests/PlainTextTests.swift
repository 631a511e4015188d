import Extract
import Foundation
import Model
import Testing

struct PlainTextTests {
    @Test(arguments: [
        (
            "<?xml version=\"1.0\"?><r><a>x</a><note>IBAN CH092408<b>9865513060432</b>, due</note></r>",
            "<?xml version=\"1.0\"?><r><a>x</a><note>IBAN CH0924089865513060432<b></b>, due</note></r>"
        ),
        (
            "<t><tspan>SSN 596-6</tspan><tspan>7-5180</tspan></t>",
            "<t><tspan>SSN 596-67-5180</tspan><tspan></tspan></t>"
        ),
        ("<r>a w<b>or</b>d and 4556737586899855</r>", "<r>a word<b></b> and 4556737586899855</r>"),
        ("<r>4556<b><i a='7'>73</i></b>75</r>", "<r>45567375<b><i a='7'></i></b></r>"),
        ("<r>536-<b>22-8726</b>, and <b>53</b>6-22-8726.</r>", "<r>536-22-8726<b></b>, and <b>536-22-8726</b>.</r>"),
        ("<r><b>536</b>-<b>22</b>-<b>8726</b></r>", "<r><b>536-22-8726</b><b></b><b></b></r>"),
        ("<r>CH93 <b>0076</b> 2011 <i>6238</i> 5295 7</r>", "<r>CH93 0076 2011 6238 5295 7<b></b><i></i></r>"),
        ("<t><tspan>4556 </tspan><tspan>7375 </tspan></t>", "<t><tspan>4556 7375 </tspan><tspan></tspan></t>"),
        ("<r>jo<em>hn</em>@vandijk.nl</r>", "<r>john@vandijk.nl<em></em></r>"),
        ("<r>to <em>john</em>@<b>vandijk</b>.nl.</r>", "<r>to <em>john@vandijk.nl</em><b></b>.</r>"),
        ("<r>jo.<em>hn</em>.<em>d</em>@contoso.com</r>", "<r>jo.hn.d@contoso.com<em></em><em></em></r>"),
        ("<r>ghp_<em>0123456789</em>abcdef</r>", "<r>ghp_0123456789abcdef<em></em></r>"),
        ("<r>ghp<em>_a1234</em>_abc</r>", "<r>ghp_a1234_abc<em></em></r>"),
    ]) func `of markup has words whole that tags of looks cut, each once`(text: String, read: String) {
        let reading = Reading(Array(text.utf8), named: "a.xml")
        #expect(reading.text(of: "text") == read && reading.status == .ok)
        #expect(reading.segments.count == 1 && read.utf8.count == text.utf8.count)
    }

    @Test(arguments: [
        "<r><a>123</a><b>45, <i>6</i> x</b><c>8<sup>1</sup></c></r>",
        "<row><i>4556</i><i>7375</i><i>8689</i><i>9855</i></row>", "<row><b>45567375</b><i>86899855</i></row>",
        "<m><mark>45</mark><mark>56</mark> <mark>73</mark></m>",
        "<t><tspan x='1'>4556</tspan><tspan x='9'>7375</tspan><tspan dy='9'>8689</tspan></t>",
        "<r>SSN<b>536-22-8726</b><i>a</i>, 4556737586899855<i>a</i> <b>4556737586899855</b> 12/28</r>",
        "<r>the <b>word</b> of 4 - <b>5</b> <i", "<r>4<b a='5</r>",
        "<r>1.<b>536-22-8726</b>.<i>5</i> <b>word</b>. And <b>more</b>.</r>",
        "<r><b>a</b>@ <b>b</b>_, 8726<b>.Next</b></r>",
        "<r>SSN_<b>536-22-8726</b> or <b>536-22-8726</b>_a a1.<b>536-22-8726</b></r>",
    ]) func `of markup is as it is where tags part what stands in them`(text: String) {
        #expect(Reading(Array(text.utf8), named: "a.xml").text(of: "text") == text)
    }

    private static let prose = "Numéro de sécurité sociale : 2661288059513 56\r\n"

    @Test(arguments: [
        String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf16, .utf32, .isoLatin1, .windowsCP1252,
    ])
    func `is read in any character set of the West`(encoding: String.Encoding) throws {
        let bytes = try #require(Self.prose.data(using: encoding))
        #expect(Reading(Array(bytes)).text == Self.prose)
    }

    private static let foreign: [(String.Encoding, String)] = [
        (.windowsCP1251, "Номер паспорта и личный номер сотрудника: 4509 235857\n"),
        (.shiftJIS, "カード番号と有効期限をお知らせください。番号は四五五六です。\n"),
        // GB 18030.
        (String.Encoding(rawValue: 0x8000_0632), "身份证号码和银行卡号码请不要通过电子邮件发送。\n"),
    ]

    @Test(arguments: Self.foreign)
    func `is read in other character sets`(encoding: String.Encoding, text: String) throws {
        let whole = String(repeating: text, count: 5)
        let bytes = try #require(whole.data(using: encoding))
        #expect(Reading(Array(bytes)).text == whole)
    }

    /// Letters, digits and some signs in EBCDIC, which Foundation does not write.
    private static func ebcdic(_ text: String) -> [UInt8] {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 0xC0
            case UInt8(ascii: "a")...UInt8(ascii: "i"): byte + 0x20
            case UInt8(ascii: "j")...UInt8(ascii: "r"): byte + 0x27
            case UInt8(ascii: "s")...UInt8(ascii: "z"): byte + 0x2F
            case UInt8(ascii: "A")...UInt8(ascii: "I"): byte + 0x80
            case UInt8(ascii: "J")...UInt8(ascii: "R"): byte + 0x87
            case UInt8(ascii: "S")...UInt8(ascii: "Z"): byte + 0x8F
            case 10: 0x15
            case UInt8(ascii: ","): 0x6B
            case UInt8(ascii: "-"): 0x60
            case UInt8(ascii: ":"): 0x7A
            default: 0x40
            }
        }
    }

    @Test func `is read as the large machines of IBM write it, each line on its own`() {
        let text = "Employee Ada Lovelace, SSN: 536-22-1840\nJohn Quartz Wyvern, SSN: 527-11-0934\n"
        let reading = Reading(Self.ebcdic(text), named: "payroll.dat")
        #expect(reading.status == .ok)
        #expect(reading.text == text)
    }

    @Test func `keeps the rows of UTF-16 without a mark`() {
        let text = "naam;BSN\r\nJan de Vries;253489829\r\n"
        #expect(Reading(text.utf16.flatMap { u16(Int($0)) }).text == text)
    }

    @Test func `joins what tags of HTML divide and ends lines at blocks`() {
        let page =
            "<html><p>4363-7<b>522</b>-1<span>329</span>-6&nbsp;&euro;</p><table><tr><th>SSN<td>x</table><script>key='abc'</script>"
        let text = Reading(Array(page.utf8)).text
        #expect(text.contains("4363-7522-1329-6\u{A0}€\n"))
        #expect(text.contains("key='abc'"))
        let table = "<html><table><tr><th>SSN</th><th>Name</th></tr><tr><td>225-99-9943</td><td>Bo</td></tr></table>"
        #expect(Reading(Array(table.utf8)).text == "SSN\tName\n225-99-9943\tBo\n")
    }

    @Test func `parts cells and rows of HTML whose end tags are left out`() {
        let table = "<html><table><thead><tr><th>Name<th>SSN<tbody><tr><td>Bo<td>225-99-9943<tr><td><td>x</table>after"
        #expect(Reading(Array(table.utf8)).text == "Name\tSSN\nBo\t225-99-9943\n\tx\nafter\n")
        let inner = "<html><table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>"
        #expect(Reading(Array(inner.utf8)).text == "a\nb\tc\n\nd\te\n")
    }

    @Test func `reads RTF by the character set of its font, and struck out text behind its line`() {
        let rtf =
            #"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'cd\f0 \u8364? 45{\deleted 99}56\par}"#
        #expect(Reading(Array(rtf.utf8)).text == "Н€ 4556\n99\n")
    }

    @Test func `reads the parts of a message, soft breaks joined, attachments by their name`() {
        let mail = """
            From: a@b.example
            To: c@d.example
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="=_x"

            --=_x
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Stra=DFe 4556 7375 86=
            89 9855
            --=_x
            Content-Type: application/octet-stream; name*=utf-8''not%20e.txt
            Content-Transfer-Encoding: base64

            SUJBTiBERTg5MzcwNDAwNDQwNTMyMDEzMDAw
            --=_x--
            """
        let reading = Reading(Array(mail.utf8))
        #expect(reading.text(of: "headers")?.contains("Subject: Grüße") == true)
        #expect(reading.text(of: "body 1")?.contains("Straße 4556 7375 8689 9855") == true)
        #expect(reading.text(of: "not e.txt") == "IBAN DE89370400440532013000")
    }

    @Test(arguments: [String.Encoding.utf8, .utf16, .utf32, .isoLatin1])
    func `of a long file in any character set keeps head and tail`(encoding: String.Encoding) throws {
        var limits = ExtractionLimits()
        limits.text = 1 << 12
        let middle = (0..<5000).map { "é line \($0)\n" }.joined()
        let bytes = Array(try #require(("first é\n" + middle + "last é").data(using: encoding)))
        let reading = Reading(bytes, limits: limits)
        #expect(reading.status == .partial)
        #expect(reading.text.hasPrefix("first é\n") && reading.text.hasSuffix("last é"))
        #expect(!reading.text.contains("\u{FFFD}") && reading.text.utf8.count < 6000)
    }

    @Test(arguments: [String.Encoding.utf16, .utf32, .utf16LittleEndian, .shiftJIS])
    func `is read whole where it is longer than a piece of the conversion`(encoding: String.Encoding) throws {
        let text = (0..<20_000).map { "line \($0) カード\n" }.joined()
        let reading = Reading(Array(try #require(text.data(using: encoding))))
        #expect(reading.status == .ok)
        #expect(reading.text == text)
    }

    @Test(arguments: ["ISO-2022-JP", "ISO-2022-KR"])
    func `is read where it shifts between sets of seven bits`(name: String) throws {
        // 名前,マイナンバー / 山田,123456789018; 한국 800101-1234565
        let (bytes, text): ([UInt8], String) =
            name == "ISO-2022-JP"
            ? (
                Array("\u{1B}$BL>A0\u{1B}(B,\u{1B}$B%^%$%J%s%P!<\u{1B}(B\n\u{1B}$B;3ED\u{1B}(B,123456789018\n".utf8),
                "名前,マイナンバー\n山田,123456789018\n"
            )
            : (Array("\u{1B}$)C\u{0E}GQ19\u{0F} 800101-1234565\n".utf8), "한국 800101-1234565\n")
        let reading = Reading(bytes, named: "list.csv")
        #expect(reading.status == .ok && reading.text == text)
        guard name == "ISO-2022-JP" else { return }
        #expect(Reading(Array("Subject: x\nFrom: a@b.example\n\n".utf8) + bytes, named: "a.eml").text.contains(text))
    }

    @Test func `rare characters of Japanese are read too, behind any others`() {
        let bytes = Array("\u{1B}$B;3ED\u{1B}(B,\u{1B}$(D0!0\"\u{1B}(B,123456789018\n".utf8)
        #expect(Reading(bytes, named: "list.csv").text == "山田,丂丄,123456789018\n")
        let mail = Array("Subject: x\nContent-Type: text/plain; charset=iso-2022-jp\n\n".utf8) + bytes
        #expect(Reading(mail, named: "a.eml").text.contains("山田,丂丄,123456789018"))
    }

    @Test func `escapes that are no shifts are passed over in no time`() {
        let text = [UInt8](repeating: 0x1B, count: 4 << 20)
        let took = ContinuousClock().measure { _ = Reading(text, named: "a.log") }
        #expect(took < .seconds(20))
    }

    @Test func `escapes of a terminal are no character set`() {
        let text = "\u{1B}[31mred\u{1B}[0m 5500-0055-5555-5559\n"
        #expect(Reading(Array(text.utf8), named: "a.log").text == text)
    }
}
