import Foundation

/// One character of a name after normalising, and where it came from.
struct Glyph {
    /// Lower case, compatibility forms resolved, marks dropped.
    var code: UInt32
    /// As `code`, with its letter case: `В` looks like b, `в` does not.
    var shape: UInt32
    /// Offset in Unicode scalars of the original text.
    var at: Int32
    /// A Latin letter of a mathematical, fullwidth, circled or squared alphabet, or a small capital.
    var isStyled = false

    var script: NameScript? { NameScript.of(code) }

    /// No ASCII character, and drawn like a letter: ₳ as well as а.
    var isDisguise: Bool { code >= 0x80 && (script != nil || Lookalikes.latin(shape) != nil) }
}

/// What single characters become, in the order of steps: compatibility form, letter case, marks.
enum GlyphFold {
    /// The glyphs of one character beyond ASCII.
    static func fold(_ code: UInt32, at offset: Int32, into glyphs: inout [Glyph]) {
        if code >= firstCached, code < lastCached {
            for pair in cached[Int(code - firstCached)] {
                glyphs.append(Glyph(code: pair.code, shape: pair.shape, at: offset))
            }
            return
        }
        if isUnchanged(code) {
            glyphs.append(Glyph(code: code, shape: code, at: offset))
            return
        }
        let isStyled = isStyledAlphabet(code)
        for pair in pairs(code) {
            glyphs.append(
                Glyph(
                    code: pair.code, shape: pair.shape, at: offset,
                    isStyled: isStyled && NameScript.of(pair.code) == .latin))
        }
    }

    private static let firstCached: UInt32 = 0x80
    private static let lastCached: UInt32 = 0x530
    private static let cached = (firstCached..<lastCached).map(pairs)

    /// Ideographs, Hangul syllables, kana, Thai, Devanagari and Arabic letters are their own folded form.
    private static func isUnchanged(_ code: UInt32) -> Bool {
        switch code {
        case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x901...0x957, 0xE01...0xE4E, 0x621...0x652: true
        default: false
        }
    }

    static func isStyledAlphabet(_ code: UInt32) -> Bool {
        switch code {
        case 0x1D400...0x1D7FF, 0xFF21...0xFF5A, 0x249C...0x24E9, 0x1F110...0x1F1FF, 0x1D00...0x1D6A, 0x2100...0x214F,
            0x2070...0x209C, 0x2C7C, 0xA730, 0xA731, 0x1D78...0x1DBF, 0x2B0...0x2B8, 0x262, 0x26A, 0x274, 0x280, 0x28F,
            0x299, 0x29C, 0x29F:
            true
        default: false
        }
    }

    private static func pairs(_ code: UInt32) -> [(code: UInt32, shape: UInt32)] {
        if (0x249C...0x24B5).contains(code) || (0x1F110...0x1F1FF).contains(code), let latin = Lookalikes.latin(code) {
            return latin.map { (UInt32($0), UInt32($0)) }
        }
        // Trade and service marks stand behind a name and are none of its letters.
        guard code != 0x2122, code != 0x2120, let scalar = Unicode.Scalar(code) else { return [] }
        var result: [(code: UInt32, shape: UInt32)] = []
        for shape in String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars {
            let base = Self.base(shape)
            let lower = base.count == 1 && shape.value == base[0] ? shape.properties.lowercaseMapping : nil
            let lowered = lower.map { $0.unicodeScalars.flatMap { Self.base($0) } } ?? base.flatMap(Self.lowered)
            for low in lowered.flatMap(latinFold) where !isMark(low) {
                result.append((low, base.count == 1 ? base[0] : low))
            }
        }
        return result
    }

    private static func lowered(_ code: UInt32) -> [UInt32] {
        Unicode.Scalar(code).map { $0.properties.lowercaseMapping.unicodeScalars.map(\.value) } ?? []
    }

    /// A letter without its marks. й, ё, ї and ў are letters of their own.
    private static func base(_ scalar: Unicode.Scalar) -> [UInt32] {
        switch scalar.value {
        case 0x419, 0x439, 0x401, 0x451, 0x407, 0x457, 0x40E, 0x45E: return [scalar.value]
        case 0x3041...0x30FF, 0xAC00...0xD7A3, 0x900...0xDFF, 0xE00...0xFFF: return [scalar.value]
        default: break
        }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value).filter { !isMark($0) }
    }

    /// Latin letters that have no decomposition but a usual spelling in ASCII.
    private static func latinFold(_ code: UInt32) -> [UInt32] {
        let spelling: String
        switch code {
        case 0xDF: spelling = "ss"
        case 0xE6: spelling = "ae"
        case 0xF8: spelling = "o"
        case 0x153: spelling = "oe"
        case 0xF0, 0x111: spelling = "d"
        case 0x127: spelling = "h"
        case 0x131: spelling = "i"
        case 0x142: spelling = "l"
        case 0x14B: spelling = "ng"
        case 0x167: spelling = "t"
        case 0xFE: spelling = "th"
        case 0x259: spelling = "a"
        case 0x1A1: spelling = "o"
        case 0x1B0: spelling = "u"
        default: return [code]
        }
        return spelling.utf8.map { UInt32($0) }
    }

    /// Marks that are dropped: those of Latin, Greek, Cyrillic, Hebrew and Arabic, enclosing ones, variation selectors.
    static func isMark(_ code: UInt32) -> Bool {
        switch code {
        case 0..<0x300: false
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
        case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0x1CD0...0x1CF9: true
        default: false
        }
    }

    /// Marks that no language puts on a letter of a name: strokes through it, things around it.
    static func isDisguisingMark(_ code: UInt32) -> Bool {
        switch code {
        case 0x334...0x338, 0x488, 0x489, 0x20D0...0x20FF: true
        default: false
        }
    }
}
