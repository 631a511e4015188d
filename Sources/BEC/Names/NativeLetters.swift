/// The letters of a word of a script that is not spelled out in Latin, a byte each, for finding wrong letters.
enum NativeLetters {
    /// Whether words of the script are compared letter by letter.
    static func areCompared(in script: NameScript) -> Bool {
        script == .arabic || script == .hebrew || script == .thai || script == .other
    }

    /// The low byte of each letter, which tells the letters of one script apart; Thai without tone marks.
    static func bytes(of key: [UInt8]) -> [UInt8] {
        String(decoding: key, as: UTF8.self).unicodeScalars.compactMap { letter in
            switch letter.value {
            case 0xE47...0xE4E: nil
            default: UInt8(truncatingIfNeeded: letter.value)
            }
        }
    }

    /// Letters that stand for one another in everyday spelling: أ and ا, ة and ه, ם and מ.
    static func folded(_ code: UInt32) -> UInt32 {
        switch code {
        case 0x622, 0x623, 0x625, 0x671: 0x627
        case 0x629, 0x6C0, 0x6C1, 0x6D5: 0x647
        case 0x649, 0x6CC, 0x6D2: 0x64A
        case 0x6A9: 0x643
        case 0x5DA, 0x5DD, 0x5DF, 0x5E3, 0x5E5: code + 1
        // People leave out the dots of ё.
        case 0x451: 0x435
        default: code
        }
    }
}
