/// A word of letters of several scripts in Latin letters, where not all of them look like Latin ones: Sergeй.
struct MixedSpelling {
    /// Foreign letters as what they look like, and where they look like nothing, as what they sound like.
    let bySight: [UInt8]
    /// Foreign letters as what they sound like; nil where that makes no difference.
    let bySound: [UInt8]?

    /// Nil where a letter cannot be read.
    init?(_ glyphs: ArraySlice<Glyph>) {
        var sight: [UInt8] = []
        var sound: [UInt8] = []
        for glyph in glyphs {
            if glyph.code < 0x80 {
                guard glyph.code != 0x27 else { continue }
                sight.append(UInt8(glyph.code))
                sound.append(UInt8(glyph.code))
            } else if let script = glyph.script {
                let looks = Lookalikes.latin(glyph.shape) ?? Lookalikes.latin(glyph.code)
                guard let heard = Self.heard(glyph.code, script) ?? looks else { return nil }
                sight += looks ?? heard
                sound += heard
            }
        }
        guard !sight.isEmpty else { return nil }
        bySight = sight
        bySound = sound == sight ? nil : sound
    }

    private static func heard(_ code: UInt32, _ script: NameScript) -> [UInt8]? {
        guard script != .latin, let scalar = Unicode.Scalar(code) else { return nil }
        return Romaniser.latin(String(scalar), script).first
    }
}
