import Foundation
import Testing

@testable import MailDoor

struct HeaderTextTests {
    @Test func `leaves short ASCII as it is`() {
        #expect(HeaderText.written("Protected Name <Ana>") == "Protected Name <Ana>")
    }

    @Test(arguments: [
        "a\r\nX-Evil: yes", "a\nb", "a\0b", "a\u{85}b", "a\u{2028}b", "\r\n\r\nbody", "Zoë\r\nX-Evil: yes", "",
        String(repeating: "wörd ", count: 500), String(repeating: "word ", count: 500),
        String(repeating: "a", count: 5000),
        String(repeating: "\u{1F600}", count: 500), "=?UTF-8?B?WA==?= forged", "tab\tand \u{7F} delete",
    ])
    func `is folded, 7 bit, bounded and cannot end the field`(text: String) {
        let written = HeaderText.written(text)
        #expect(written.utf8.count < 998 - "X-Reeve-Original-Recipient: ".utf8.count)
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.count > 1 })
        #expect(lines.joined().utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test func `encoded words read back as the text`() {
        let text = "Schützenswerter Name <Zoë Ωmega> 😀 sollte nicht erscheinen als <x@y.test>"
        let words = HeaderText.written(text).split(separator: "\n ")
        #expect(words.count > 1)
        #expect(words.allSatisfy { $0.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
        let bytes = words.map { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) ?? Data() }
        // Each word by itself is whole characters.
        #expect(bytes.map { String(data: $0, encoding: .utf8) ?? "?" }.joined() == text)
    }

    @Test func `what looks like an encoded word is encoded, not passed on`() {
        #expect(HeaderText.written("=?utf-8?q?x?=") == "=?UTF-8?B?PT91dGYtOD9xP3g/PQ==?=")
    }

    @Test func `seven bits for an SMTP reply`() {
        #expect(HeaderText.sevenBit("Zoë\r\n221 bye\u{1F600}", atMost: 100) == "Zo? 221 bye?")
        #expect(HeaderText.sevenBit("abcdefghij", atMost: 8) == "abcde...")
    }
}
