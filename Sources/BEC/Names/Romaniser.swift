import Foundation

/// Latin spellings of a word in any script.
enum Romaniser {
    /// Lower-case ASCII, the most usual spelling first; at most 6. Empty for Latin words and for what cannot be read.
    static func latin(_ text: String, _ script: NameScript) -> [[UInt8]] {
        let word = text.lowercased().unicodeScalars.map(\.value)
        let spellings: [[UInt8]]
        switch script {
        case .latin: return []
        case .cyrillic: spellings = Cyrillic.latin(word)
        case .greek: spellings = Greek.latin(word.map(unaccented))
        case .armenian, .georgian: spellings = CaucasianLetters.latin(word)
        case .devanagari: spellings = Devanagari.latin(word)
        case .hangul: spellings = Hangul.latin(word)
        case .kana: spellings = kana(text)
        case .han: spellings = JapaneseReadings.latin(text) + [transformed(text)]
        case .arabic, .hebrew, .thai, .other: spellings = [transformed(text)]
        }
        return Array(spellings.filter { !$0.isEmpty }.prefix(6))
    }

    private static func unaccented(_ code: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(code) else { return code }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? code
    }

    private static func transformed(_ text: String) -> [UInt8] {
        let latin =
            text.applyingTransform(StringTransform(rawValue: "Any-Latin; Latin-ASCII; Lower"), reverse: false) ?? ""
        return latin.utf8.filter { $0 &- 0x61 < 26 }
    }

    /// With long vowels as they are written, and shortened as passports do.
    private static func kana(_ text: String) -> [[UInt8]] {
        let full = transformed(text)
        var short: [UInt8] = []
        for byte in full {
            let last = short.last
            let isLong = (byte == 0x75 && (last == 0x6F || last == 0x75)) || (byte == 0x6F && last == 0x6F)
            if !isLong { short.append(byte) }
        }
        return short == full ? [full] : [short, full]
    }
}
