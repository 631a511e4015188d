import Foundation

/// The names that HTML has for letters, and for signs that people type: `&ouml;`, `&rsquo;`, `&amp;`.
enum NamedCharacters {
    static func code(_ name: String) -> UInt32? { codes[name] }

    private static let codes: [String: UInt32] = {
        var codes = others
        let letters = "aceghijklnorstuwyz"
        for letter in letters + letters.uppercased() {
            for (name, mark) in marks {
                let joined = "\(letter)\(mark)".precomposedStringWithCanonicalMapping.unicodeScalars
                if joined.count == 1 { codes["\(letter)\(name)"] = joined.first?.value }
            }
        }
        // A sign of mathematics.
        codes["sdot"] = nil
        return codes
    }()

    /// How the names of letters with marks end.
    private static let marks: [(name: String, mark: Unicode.Scalar)] = [
        ("grave", "\u{300}"), ("acute", "\u{301}"), ("circ", "\u{302}"), ("tilde", "\u{303}"), ("macr", "\u{304}"),
        ("breve", "\u{306}"), ("dot", "\u{307}"), ("uml", "\u{308}"), ("ring", "\u{30A}"), ("dblac", "\u{30B}"),
        ("caron", "\u{30C}"), ("cedil", "\u{327}"), ("ogon", "\u{328}"),
    ]

    private static let others: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "lsquo": 0x2018, "rsquo": 0x2019,
        "prime": 0x2032, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "sbquo": 0x201A, "laquo": 0xAB,
        "raquo": 0xBB, "acute": 0xB4, "hellip": 0x2026, "middot": 0xB7, "sect": 0xA7, "para": 0xB6, "deg": 0xB0,
        "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122,
        "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28, "rpar": 0x29, "ast": 0x2A, "comma": 0x2C,
        "lowbar": 0x5F, "excl": 0x21, "quest": 0x3F, "equals": 0x3D, "semi": 0x3B,
        "AElig": 0xC6, "aelig": 0xE6, "OElig": 0x152, "oelig": 0x153, "Oslash": 0xD8, "oslash": 0xF8,
        "szlig": 0xDF, "ETH": 0xD0, "eth": 0xF0, "THORN": 0xDE, "thorn": 0xFE, "Lstrok": 0x141, "lstrok": 0x142,
        "Dstrok": 0x110, "dstrok": 0x111, "inodot": 0x131,
    ]
}
