import Foundation
import Model
import Testing

struct OddTextTests {
    private static let prose = "Payment by Visa card 4556 7375 8689 9855, thank you\n"

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `in UTF-16 is read with a byte too many or too few`(encoding: String.Encoding) throws {
        let bytes = Array(try #require(Self.prose.data(using: encoding)))
        #expect(Reading(bytes + [0x41]).text.hasPrefix(Self.prose))
        #expect(Reading(bytes.dropLast()).text.contains("4556 7375 8689 9855, thank you"))
    }

    @Test func `with zeros in it is read`() {
        let text = Array(Self.prose.utf8)
        let zeros = [UInt8](repeating: 0, count: 80)
        for bytes in [text + zeros + text, zeros + text, text + [0]] {
            let reading = Reading(bytes, named: "a.log")
            #expect(reading.text.contains(Self.prose) && !reading.text.contains("\0"))
            #expect(reading.status == .ok)
        }
    }

    @Test func `with zeros everywhere or with controls is none`() {
        let text = Array(Self.prose.utf8)
        #expect(Reading(text.flatMap { [$0, 0, 0, 0, 0] }).status == .unsupported)
        #expect(Reading(text + [0, 1, 2, 3, 0, 4, 5, 6] + text).status == .unsupported)
        #expect(Reading([UInt8](repeating: 0, count: 4096)).status == .unsupported)
    }

    @Test func `behind a kilobyte of zeros is read out of a compressed file`() {
        let content = [UInt8](repeating: 0, count: 1024) + Array(Self.prose.utf8)
        #expect(Reading(ZipWriter.gzip(content)).text.contains(Self.prose))
        #expect(Reading(ZipWriter.gzip([UInt8](repeating: 0, count: 10_240))).status == .ok)
    }

    @Test func `of old business cards is decoded`() {
        let card =
            "BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Stra=DFe =\r\n4556\r\nN:B\r\n"
        #expect(Reading(Array(card.utf8)).text.contains("CHARSET=ISO-8859-1:Straße 4556\r\nN:B\r\n"))
        let plain = "BEGIN:VCARD\r\nNOTE:a=\r\n b\r\n"
        #expect(Reading(Array(plain.utf8)).text == plain)
    }

    @Test func `in an archive with something before it is read, what stands before too`() {
        let archive = ZipWriter().adding("a.txt", Self.prose).bytes
        let script = Reading(Array("#!/bin/sh\necho card\n".utf8) + archive)
        #expect(script.text(of: "a.txt") == Self.prose && script.status == .ok)
        #expect(script.text(of: "before the archive") == "#!/bin/sh\necho card\n")
        let program = Array("MZ".utf8) + (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        #expect(Reading(program + archive).text(of: "a.txt") == Self.prose)
        #expect(Reading(program.dropFirst(2) + archive).status == .partial)
        #expect(Reading(program).status == .unsupported)
    }

    @Test func `in an archive of 7-Zip that unpacks itself is read`() throws {
        let program = Array("MZ".utf8) + (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let reading = Reading(program + (try Reading.fixture("note.7z")))
        #expect(reading.text(of: "note.txt") == "IBAN DE89370400440532013000")
    }

    @Test func `of HTML that is shown or read out is found in attributes, comments and documents inside`() {
        let parts = [
            "<div aria-label='one 1'>x</div>", "<button value='two 2'>x</button>", "<p title='three 3'>x</p>",
            "<img alt='four 4'>", "<!--[if mso]><p>fi<b>ve</b> 5</p><![endif]-->", "x&numsp;six 6",
            "<iframe srcdoc='&lt;p&gt;se&lt;b&gt;ven&lt;/b&gt; 7&lt;/p&gt;'></iframe>",
            "<a href='data:text/plain;base64,ZWlnaHQgOA=='>x</a>",
            "<!-- nine \(String(repeating: "x ", count: 40_000)) 9-->",
        ]
        let text = Reading(Array(("<html><body>" + parts.joined(separator: "\n")).utf8)).text
        for word in ["one 1", "two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "x  9"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func `of a few words in Shift-JIS is known by its wide digits`() throws {
        let text = "氏名,カード番号\r\n田中太郎,４１１１１１１１１１１１１１１１\r\n"
        let card = "カード番号：４１８７８３０６１２０４６０７３\r\n"
        for line in [text, card] {
            #expect(Reading(Array(try #require(line.data(using: .shiftJIS)))).text == line)
        }
        let western = "‚One‘ ‚Two‘ ‚Q‚X, Müller, 4111 1111 1111 1111\r\n"
        #expect(Reading(Array(try #require(western.data(using: .windowsCP1252)))).text == western)
    }
}
