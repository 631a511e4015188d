/// The scripts that names are told apart by.
enum NameScript: UInt8, Hashable, Sendable {
    case latin, cyrillic, greek, armenian, georgian, hebrew, arabic, thai, devanagari, hangul, kana, han, other

    /// The script of a letter; nil for what is no letter.
    static func of(_ code: UInt32) -> NameScript? {
        switch code {
        case 0x61...0x7A, 0x41...0x5A: return .latin
        case 0..<0xAA: return nil
        case 0xC0...0x24F where code != 0xD7 && code != 0xF7: return .latin
        case 0xAA, 0xBA, 0x250...0x2B8, 0x1D00...0x1D25, 0x1D2C...0x1DBF, 0x1E00...0x1EFF: return .latin
        case 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB64: return .latin
        case 0x370...0x373, 0x376...0x37D, 0x37F...0x3E1, 0x3F0...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x482, 0x48A...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: return .cyrillic
        case 0x531...0x556, 0x560...0x588: return .armenian
        case 0x5D0...0x5F4, 0xFB1D...0xFB4F: return .hebrew
        case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE:
            return .arabic
        case 0x901...0x963, 0x970...0x97F: return .devanagari
        case 0xE01...0xE4E: return .thai
        case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: return .georgian
        case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF: return .hangul
        case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .kana
        case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .han
        default: return otherLetter(code)
        }
    }

    private static func otherLetter(_ code: UInt32) -> NameScript? {
        guard let scalar = Unicode.Scalar(code) else { return nil }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return .other
        case .spacingMark: return .other
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .latin: "Latin"
        case .cyrillic: "Cyrillic"
        case .greek: "Greek"
        case .armenian: "Armenian"
        case .georgian: "Georgian"
        case .hebrew: "Hebrew"
        case .arabic: "Arabic"
        case .thai: "Thai"
        case .devanagari: "Devanagari"
        case .hangul: "Hangul"
        case .kana: "Kana"
        case .han: "Han"
        case .other: "another script's"
        }
    }

    /// Names are written together in these, and mixing them in one word is usual.
    var isEastAsian: Bool { self == .han || self == .hangul || self == .kana }

    /// Written without vowels, or with vowels that have no fixed Latin spelling: compared by consonants.
    var isComparedByConsonants: Bool { self == .hebrew || self == .arabic || self == .thai || self == .hangul }
}
