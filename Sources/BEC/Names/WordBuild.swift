/// Makes a word of a name from its visible characters, and says what is hidden in it.
struct WordBuild {
    var token: NameToken?
    var obfuscations: [Obfuscation] = []

    init(_ glyphs: ArraySlice<Glyph>) {
        var allASCII = true
        var digits = 0
        var letters = 0
        var upper = 0
        for glyph in glyphs {
            if glyph.code >= 0x80 || glyph.isStyled { allASCII = false }
            if glyph.code &- 0x30 < 10 || glyph.code == 0x24 || glyph.code == 0x21 || glyph.code == 0x7C { digits += 1 }
            if glyph.shape != glyph.code { upper += 1 }
        }
        letters = glyphs.count - digits
        guard letters > 0, glyphs.count <= 64 else { return }
        if allASCII {
            latin(glyphs, isCapitals: upper == letters && letters > 1)
        } else {
            foreign(glyphs, isCapitals: upper == letters && letters > 1)
        }
        if digits > 0, letters > 1, let token {
            obfuscations.append(
                Obfuscation(kind: .digits, at: Array(token.range), text: "digits or signs stand in '\(token.text)'"))
        }
    }

    private mutating func latin(_ glyphs: ArraySlice<Glyph>, isCapitals: Bool) {
        var key: [UInt8] = []
        var text: [UInt8] = []
        var camel: [Int] = []
        key.reserveCapacity(glyphs.count)
        text.reserveCapacity(glyphs.count)
        var wasSmall = false
        for glyph in glyphs {
            text.append(UInt8(truncatingIfNeeded: glyph.shape < 0x80 ? glyph.shape : glyph.code))
            guard glyph.code != 0x27, glyph.code != 0x60 else { continue }
            let isUpper = glyph.shape != glyph.code
            if isUpper, wasSmall { camel.append(key.count) }
            wasSmall = !isUpper
            key.append(UInt8(glyph.code))
        }
        token = NameToken(
            text: String(decoding: text, as: UTF8.self), range: Self.range(glyphs), key: key, script: .latin,
            lookalike: nil, isDisguised: false, isCapitals: isCapitals, camel: camel)
    }

    private mutating func foreign(_ glyphs: ArraySlice<Glyph>, isCapitals: Bool) {
        let scripts = Self.scripts(glyphs)
        let styled = glyphs.filter(\.isStyled)
        let isMixed = scripts.count > 1 && !scripts.contains(where: \.isEastAsian)
        let looks = Self.looks(glyphs)
        let native = Self.native(glyphs)
        var script = scripts.first { $0 != .latin } ?? .latin
        var key = native
        var lookalike: [UInt8]?
        var isDisguised = !styled.isEmpty
        if script == .latin || isMixed {
            if script == .cyrillic, Self.isCyrillicAtHeart(glyphs), let whole = Self.cyrillic(glyphs) {
                isDisguised = true
                key = whole
                noteLatin(glyphs)
            } else if glyphs.contains(where: \.isDisguise), let looks {
                isDisguised = true
                key = looks
                // Волков with Latin letters may be meant as well, or Pappas with a Greek π.
                lookalike = (script == .cyrillic ? Self.cyrillic(glyphs) : nil) ?? MixedSpelling(glyphs)?.bySound
                script = .latin
                noteLookalikes(glyphs)
            } else if isMixed, script == .cyrillic, let whole = Self.cyrillic(glyphs) {
                isDisguised = true
                key = whole
                noteLatin(glyphs)
            } else if isMixed, let spelled = MixedSpelling(glyphs) {
                isDisguised = true
                (key, lookalike, script) = (spelled.bySight, spelled.bySound, .latin)
                noteScripts(scripts, glyphs)
            }
        } else if !script.isEastAsian {
            lookalike = script == .cyrillic && Self.isCyrillicAtHeart(glyphs) ? nil : looks
            if script == .other, let looks {
                key = looks
                script = .latin
                isDisguised = true
                noteLookalikes(glyphs)
            }
        }
        if !styled.isEmpty {
            obfuscations.append(
                Obfuscation(
                    kind: .styledAlphabet, at: styled.map { Int($0.at) },
                    text: "letters of a decorative alphabet (\(Visible.hex(styled[0].shape)) and the like) are used"))
        }
        token = NameToken(
            text: Self.text(glyphs), range: Self.range(glyphs), key: key, script: script, lookalike: lookalike,
            isDisguised: isDisguised, isCapitals: isCapitals, camel: [])
    }

    private mutating func noteLookalikes(_ glyphs: ArraySlice<Glyph>) {
        var count = 0
        for (position, glyph) in glyphs.enumerated() where glyph.code >= 0x80 && count < 4 {
            guard let script = glyph.script, script != .latin || glyph.shape > 0x24F,
                let latin = Lookalikes.latin(glyph.shape)
            else { continue }
            count += 1
            let shown = String(decoding: latin, as: UTF8.self)
            let sentence =
                "letter \(position + 1) of '\(Self.text(glyphs))' is \(script.name) \(Visible.hex(glyph.shape)), looks like Latin \(shown)"
            obfuscations.append(Obfuscation(kind: .mixedScript, at: [Int(glyph.at)], text: sentence))
        }
    }

    private mutating func noteLatin(_ glyphs: ArraySlice<Glyph>) {
        let latin = glyphs.filter { $0.script == .latin }
        guard let first = latin.first else { return }
        obfuscations.append(
            Obfuscation(
                kind: .mixedScript, at: latin.prefix(4).map { Int($0.at) },
                text: "'\(Self.text(glyphs))' is Cyrillic with Latin letters in it, as \(Visible.hex(first.shape))"))
    }

    private mutating func noteScripts(_ scripts: [NameScript], _ glyphs: ArraySlice<Glyph>) {
        let names = scripts.map(\.name).joined(separator: " and ")
        obfuscations.append(
            Obfuscation(
                kind: .mixedScript, at: glyphs.filter { $0.script != .latin }.prefix(4).map { Int($0.at) },
                text: "'\(Self.text(glyphs))' is written in \(names) letters at once"))
    }

    private static func scripts(_ glyphs: ArraySlice<Glyph>) -> [NameScript] {
        var found: [NameScript] = []
        for glyph in glyphs {
            if let script = glyph.script, !found.contains(script) { found.append(script) }
        }
        return found
    }

    /// The word in Latin letters of the same looks; nil where a letter looks like none.
    private static func looks(_ glyphs: ArraySlice<Glyph>) -> [UInt8]? {
        var key: [UInt8] = []
        for glyph in glyphs {
            if glyph.code < 0x80 {
                if glyph.code != 0x27 { key.append(UInt8(glyph.code)) }
            } else if let latin = Lookalikes.latin(glyph.shape) ?? Lookalikes.latin(glyph.code) {
                key.append(contentsOf: latin)
            } else if glyph.script != nil {
                return nil
            }
        }
        return key.isEmpty ? nil : key
    }

    /// Two letters or more look like no Latin ones.
    private static func isCyrillicAtHeart(_ glyphs: ArraySlice<Glyph>) -> Bool {
        glyphs.count { glyph in
            switch glyph.code {
            case 0x431, 0x433, 0x434, 0x436, 0x437, 0x438, 0x439, 0x43B, 0x43F, 0x444, 0x446...0x449, 0x44B,
                0x44D...0x44F:
                true
            default: false
            }
        } > 1
    }

    /// A Cyrillic word with Latin letters of the same looks among its own; nil where one looks like none.
    private static func cyrillic(_ glyphs: ArraySlice<Glyph>) -> [UInt8]? {
        var whole: [Glyph] = []
        for var glyph in glyphs {
            if glyph.script == .latin {
                guard let letter = Lookalikes.cyrillic(glyph.shape) ?? Lookalikes.cyrillic(glyph.code) else {
                    return nil
                }
                glyph.code = letter
            }
            whole.append(glyph)
        }
        return native(whole[...])
    }

    private static func native(_ glyphs: ArraySlice<Glyph>) -> [UInt8] {
        var key: [UInt8] = []
        for glyph in glyphs where glyph.code < 0x80 ? glyph.code != 0x27 : glyph.script != nil {
            if let scalar = Unicode.Scalar(NativeLetters.folded(glyph.code)) {
                key.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        return key
    }

    private static func text(_ glyphs: ArraySlice<Glyph>) -> String {
        var text = String.UnicodeScalarView()
        for glyph in glyphs {
            if let scalar = Unicode.Scalar(glyph.shape) { text.append(scalar) }
        }
        return String(text)
    }

    private static func range(_ glyphs: ArraySlice<Glyph>) -> Range<Int> {
        var low = Int32.max
        var high = Int32.min
        for glyph in glyphs {
            low = min(low, glyph.at)
            high = max(high, glyph.at)
        }
        return Int(low)..<Int(high) + 1
    }
}
