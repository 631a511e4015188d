import Foundation
import Testing

@testable import BEC

struct NameReadingTests {
    @Test(arguments: [
        ("Maria  Rossi", "maria rossi"), ("Rossi, Maria", "rossi maria"), ("MARIA.ROSSI", "maria rossi"),
        ("Мария Росси", "мария росси"), ("M\u{0430}ria Rossi", "maria rossi"), ("Ｍａｒｉａ Rossi", "maria rossi"),
        ("𝐌𝐚𝐫𝐢𝐚 Rossi", "maria rossi"), ("ᴍᴀʀɪᴀ Rossi", "maria rossi"), ("🅼🅰🆁🅸🅰 Rossi", "maria rossi"),
        ("Ꮇaria Rossi", "maria rossi"), ("ꓟaria Rossi", "maria rossi"), ("Ma\u{200B}ria Ro\u{00AD}ssi", "maria rossi"),
        ("M\u{0489}a\u{20DD}ria Rossi", "maria rossi"), ("\u{202E}issoR airaM", "maria rossi"),
        ("O'Brien Pat", "obrien pat"),
        ("O’Brien Pat", "obrien pat"), ("Jean-Luc Picard", "jean luc picard"), ("Łukasz Wójcik", "lukasz wojcik"),
        ("Straße Øre Æsir", "strasse ore aesir"), ("😀 Maria Rossi ❤️", "maria rossi"),
    ]) func `reads as`(text: String, expected: String) { #expect(NameReading(text).readAs == expected) }

    @Test(arguments: [
        ("Maria Rossi (IT)", "IT"), ("Maria Rossi - Finance Director", "Finance Director"),
        ("Maria Rossi | CEO", "CEO"),
        ("Maria Rossi, PhD", "PhD"), ("Maria Rossi via Dropbox", "via Dropbox"), ("Dr. Maria Rossi", "Dr"),
    ]) func `sets titles apart`(text: String, extra: String) {
        let reading = NameReading(text)
        #expect(reading.extras.contains(extra))
        #expect(reading.tokens.filter { !$0.isTitle }.map(\.letters) == ["maria", "rossi"])
    }

    @Test func `a native form in brackets is another name`() {
        let reading = NameReading("Aisha Haddad (عائشة حداد)")
        #expect(reading.readAs == "aisha haddad")
        #expect(reading.alternatives.count == 1)
    }

    @Test(arguments: [
        ("Maria Rossi maria.rossi@contoso.com", "maria.rossi@contoso.com"),
        ("maria.rossi＠contoso.com", "maria.rossi@contoso.com"),
        ("maria․rossi@contoso․com", "maria.rossi@contoso.com"),
        ("maria.rossi at contoso dot com", "maria.rossi@contoso.com"),
        ("maria.rossi (at) contoso.com", "maria.rossi@contoso.com"),
        ("ma\u{200B}ria@contoso.com.", "maria@contoso.com"),
        ("(Maria@Contoso.com)", "maria@contoso.com"),
    ]) func `finds an address in the name`(text: String, address: String) {
        #expect(NameReading(text).addressesInText == [address])
    }

    @Test func `a name without an address has none`() {
        for text in ["Maria Rossi", "Meet at noon", "Bugzilla@Mozilla", "Ana at Contoso"] {
            #expect(NameReading(text).addressesInText.isEmpty)
        }
    }

    @Test func `honest names hide nothing`() {
        for text in [
            "Zoë Brontë", "Nguyễn Thúy Hạnh".decomposedStringWithCanonicalMapping, "Иван Петров", "王小明", "ณัฐพล สายทอง",
            "Maria 👩‍💻 Rossi ❤️",
        ] {
            #expect(NameReading(text).obfuscations.filter { $0.kind != .lookalikeWord }.isEmpty)
        }
    }

    @Test func `each disguise is named`() {
        let kinds: [(String, Obfuscation.Kind)] = [
            ("M\u{0430}ria", .mixedScript), ("Ma\u{200B}ria", .ignorable), ("\u{202E}airaM", .bidi),
            ("M\u{20DD}aria", .marks),
            ("𝐌𝐚𝐫𝐢𝐚", .styledAlphabet), ("Mar1a", .digits), ("M a r i a R o s s i", .spacedLetters),
            ("Соок", .lookalikeWord),
        ]
        for (text, kind) in kinds { #expect(NameReading(text).obfuscations.contains { $0.kind == kind }, "\(kind)") }
    }

    @Test func `offsets are those of the original scalars`() throws {
        let found = try #require(NameReading("Ma\u{200B}r\u{0456}a").obfuscations.first { $0.kind == .mixedScript })
        #expect(found.at == [4])
        #expect(found.text.contains("letter 4") && found.text.contains("U+0456"))
    }
}
