/// The consonants of a Latin word, in the classes that a script without settled vowels tells apart.
enum LatinConsonants {
    static func arabic(_ word: [UInt8]) -> [UInt8] {
        read(
            word,
            pairs: [
                0x6B68: 0x68, 0x6768: 0x67, 0x7468: 0x74, 0x6468: 0x64, 0x7368: 0x73, 0x6368: 0x63, 0x7A68: 0x7A,
                0x7068: 0x66, 0x6F75: 0,
            ]
        ) {
            switch $0 {
            case 0x71, 0x63: 0x6B
            case 0x77: 0x76
            case 0x78: 0x6B
            default: $0
            }
        }
    }

    static func hebrew(_ word: [UInt8]) -> [UInt8] {
        read(
            word,
            pairs: [0x6B68: 0x6B, 0x6368: 0x6B, 0x7368: 0x73, 0x7468: 0x74, 0x7473: 0x7A, 0x747A: 0x7A, 0x7068: 0x70]
        ) {
            switch $0 {
            case 0x71, 0x63: 0x6B
            case 0x76, 0x77: 0x62
            case 0x66: 0x70
            case 0x78: 0x6B
            default: $0
            }
        }
    }

    static func thai(_ word: [UInt8]) -> [UInt8] {
        var letters = read(
            word, pairs: [0x6E67: 0x67, 0x7468: 0x74, 0x7068: 0x70, 0x6B68: 0x6B, 0x6368: 0x63, 0x7368: 0x63],
            keepsBreath: false
        ) {
            switch $0 {
            case 0x62: 0x70
            case 0x64: 0x74
            case 0x67, 0x71: 0x6B
            case 0x6A: 0x63
            case 0x76: 0x77
            case 0x6C, 0x72: 0x6E
            case 0x78: 0x73
            case 0x79: 0
            case 0x7A: 0x73
            default: $0
            }
        }
        letters = letters.enumerated().filter { $0.offset == 0 || $0.element != 0x77 }.map(\.element)
        return letters
    }

    /// Drops vowels; x counts as its k alone; y and w within a word are vowels too; h at the end is not heard; double letters count once.
    private static func read(
        _ word: [UInt8], pairs: [UInt16: UInt8], keepsBreath: Bool = true, single: (UInt8) -> UInt8
    ) -> [UInt8] {
        var letters: [UInt8] = []
        var index = 0
        while index < word.count {
            let letter = word[index]
            let isLast = index == word.count - 1
            if !isLast, let class_ = pairs[UInt16(letter) << 8 | UInt16(word[index + 1])] {
                if class_ != 0 { letters.append(class_) }
                index += 2
                continue
            }
            index += 1
            if index > 1, word[index - 2] == letter { continue }
            switch letter {
            case 0x61, 0x65, 0x69, 0x6F, 0x75: continue
            case 0x79 where index > 1, 0x77 where index > 1: continue
            case 0x68 where isLast || !keepsBreath: continue
            default:
                let class_ = single(letter)
                if class_ != 0 { letters.append(class_) }
            }
        }
        return letters
    }
}
