import Foundation
import Testing

@testable import Web

struct FieldTextTests {
    @Test func `plain text stays as it is, on one line`() {
        #expect(
            FieldText.oneLine("Protected Name A B should not appear as a@b.example")
                == "Protected Name A B should not appear as a@b.example")
        #expect(FieldText.oneLine("a\r\nBcc: b\u{0}\tc\u{2028}d") == "a Bcc: b c d")
    }

    @Test(arguments: ["Adèle Vance", "=?UTF-8?Q?a?=", "Ж" + String(repeating: "語", count: 100)])
    func `other text becomes encoded words that say the same`(text: String) throws {
        let field = FieldText.oneLine(text)
        var bytes: [UInt8] = []
        for word in field.split(separator: " ") {
            #expect(word.utf8.count <= 75)
            let encoded = try #require(word.wholeMatch(of: /=\?UTF-8\?B\?([A-Za-z0-9+\/=]+)\?=/))
            let part = try #require(Data(base64Encoded: String(encoded.1)))
            #expect(String(bytes: part, encoding: .utf8) != nil)
            bytes += part
        }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func `a very long text is cut`() {
        #expect(FieldText.oneLine(String(repeating: "a", count: 10_000)) == String(repeating: "a", count: 540) + "...")
    }
}
