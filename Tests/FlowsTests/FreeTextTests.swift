import Foundation
import Store
import Testing

@testable import Flows

struct FreeTextTests {
    @Test func `control characters go, line breaks are kept in comments and are blanks on one line`() {
        #expect(FreeText.cleaned("  a\u{1B}[31m\u{0}b\r\nc\u{2028}d ", .lines) == "a[31mb\nc\nd")
        #expect(FreeText.cleaned("a\r\nb\tc", .line) == "a b c")
        #expect(FreeText.cleaned("Zoë 漢字 👩‍👩‍👧", .line) == "Zoë 漢字 👩‍👩‍👧")
    }

    @Test func `what is too long is refused, whatever it is said of`() throws {
        let long = String(repeating: "x", count: 2_001)
        #expect(throws: ProtectError.self) { try ProtectWords.comment(long) }
        #expect(try ProtectWords.comment(String(long.dropLast())) == String(long.dropLast()))
        #expect(throws: TermsError.tooLong("reason", most: 200)) { try Terms.checked(long, "reason", most: 200) }
        // One character on the screen, as many as there are in truth.
        let heaped = "a" + String(repeating: "\u{301}", count: 2_001)
        #expect(throws: ProtectError.self) { try ProtectWords.comment(heaped) }
    }
}
