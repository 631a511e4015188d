/// The characters of a text in the order in which they are seen, without those that are not drawn.
struct Visible {
    var glyphs: [Glyph] = []
    var obfuscations: [Obfuscation] = []

    /// For text of ASCII alone: no table, no Foundation.
    init(ascii bytes: some Collection<UInt8>) {
        glyphs.reserveCapacity(bytes.count)
        var offset: Int32 = 0
        for byte in bytes {
            let isUpper = byte &- 0x41 < 26
            if byte != 0 {
                glyphs.append(Glyph(code: UInt32(isUpper ? byte | 0x20 : byte), shape: UInt32(byte), at: offset))
            }
            offset += 1
        }
    }

    init(_ text: String) {
        let scalars = text.unicodeScalars.map(\.value)
        var order = Array(scalars.indices)
        let hasOverride = scalars.contains(0x202E) || scalars.contains(0x202D)
        if hasOverride {
            order = Self.applyingOverrides(scalars)
            let at = scalars.indices.filter { scalars[$0] == 0x202E || scalars[$0] == 0x202D }
            obfuscations.append(
                Obfuscation(kind: .bidi, at: at, text: "the direction of writing is overridden (U+202E)"))
        }
        var hidden: [Int] = []
        var disguised: [Int] = []
        var marksOnLetter = 0
        for index in order {
            let code = scalars[index]
            if Self.isIgnorable(code) {
                hidden.append(index)
            } else if GlyphFold.isMark(code) {
                marksOnLetter += 1
                if marksOnLetter == 3 || GlyphFold.isDisguisingMark(code) { disguised.append(index) }
                recompose(code)
            } else {
                marksOnLetter = 0
                append(code, at: index)
            }
        }
        note(hidden: hidden, in: scalars)
        if !disguised.isEmpty {
            obfuscations.append(
                Obfuscation(kind: .marks, at: disguised, text: "marks are put over or around letters"))
        }
    }

    private mutating func append(_ code: UInt32, at index: Int) {
        if code < 0x80 {
            let lower = code &- 0x41 < 26 ? code | 0x20 : code
            glyphs.append(Glyph(code: lower, shape: code, at: Int32(index)))
        } else {
            GlyphFold.fold(code, at: Int32(index), into: &glyphs)
        }
    }

    /// й, ё, ї and ў written as a letter and a mark are letters of their own.
    private mutating func recompose(_ mark: UInt32) {
        guard let last = glyphs.last else { return }
        let composed: UInt32? =
            switch (last.code, mark) {
            case (0x438, 0x306): 0x439
            case (0x435, 0x308): 0x451
            case (0x456, 0x308): 0x457
            case (0x443, 0x306): 0x45E
            default: nil
            }
        if let composed { glyphs[glyphs.count - 1].code = composed }
    }

    /// Emoji use joiners and variation selectors lawfully; only those beside a letter hide something.
    private mutating func note(hidden: [Int], in scalars: [UInt32]) {
        let telling = hidden.filter { index in
            guard !(0xFE00...0xFE0F).contains(scalars[index]), !(0x202A...0x202E).contains(scalars[index]) else {
                return false
            }
            let before = scalars[..<index].last { !Self.isIgnorable($0) }
            let after = scalars[(index + 1)...].first { !Self.isIgnorable($0) }
            let isJoiner = scalars[index] == 0x200C || scalars[index] == 0x200D
            return [before, after].contains { code in
                guard let code, let script = NameScript.of(code) else { return false }
                return !isJoiner || script == .latin || script == .cyrillic || script == .greek
            }
        }
        guard let first = telling.first else { return }
        let code = Self.hex(scalars[first])
        let text =
            telling.count == 1
            ? "an invisible character (\(code)) stands at position \(first + 1)"
            : "\(telling.count) invisible characters (\(code) and so on), the first at position \(first + 1)"
        obfuscations.append(Obfuscation(kind: .ignorable, at: telling, text: text))
    }

    /// U+202E turns what follows around until U+202C or the end of the text.
    private static func applyingOverrides(_ scalars: [UInt32]) -> [Int] {
        var order: [Int] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index] == 0x202E else {
                order.append(index)
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, scalars[end] != 0x202C, scalars[end] != 0x202E, scalars[end] != 0x202D {
                end += 1
            }
            order.append(contentsOf: (index + 1..<end).reversed())
            index = end
        }
        return order
    }

    static func isIgnorable(_ code: UInt32) -> Bool {
        switch code {
        case 0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3,
            0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    static func hex(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
