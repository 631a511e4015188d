/// One key for the spellings that languages give the same sounds: Yury, Juri and Iurii; Popov and Popoff.
enum SoundKey {
    /// - Parameter word: lower-case ASCII. Capitals in the key stand for sounds that Latin writes with several letters.
    static func key(_ word: [UInt8]) -> [UInt8] {
        var reader = Reader(word: word)
        return reader.read()
    }

    /// "Tichomirow" as "Tikhomirow": German and Polish write ch where English writes kh; nil for a word without it.
    static func withHarshBreath(_ word: [UInt8]) -> [UInt8]? {
        guard word.count >= 5 else { return nil }
        for index in 0..<word.count - 1 where word[index] == 0x63 && word[index + 1] == 0x68 {
            if index > 0, word[index - 1] == 0x73 || word[index - 1] == 0x74 { continue }
            if index + 2 < word.count, word[index + 2] == 0x72 || word[index + 2] == 0x6C { continue }
            var harsh = word
            harsh[index] = 0x6B
            return harsh
        }
        return nil
    }

    private struct Reader {
        let word: [UInt8]
        var key: [UInt8] = []
        var index = 0

        mutating func read() -> [UInt8] {
            key.reserveCapacity(word.count)
            while index < word.count {
                if !consonantGroup() { letter() }
            }
            finish()
            return key
        }

        func at(_ offset: Int) -> UInt8 { index + offset < word.count ? word[index + offset] : 0 }

        func isVowel(_ byte: UInt8) -> Bool {
            byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75 || byte == 0x79 || byte == 0x6A
        }

        /// "Tsvetaev" has no umlaut, nor have "Choe", "Mae" and "Sue".
        var isUmlaut: Bool { at(2) != 0x76 && at(2) != 0x77 && at(2) != 0 }

        mutating func put(_ byte: UInt8) { if key.last != byte { key.append(byte) } }

        mutating func take(_ byte: UInt8, _ count: Int) -> Bool {
            put(byte)
            index += count
            return true
        }

        /// Sounds written with several letters.
        mutating func consonantGroup() -> Bool {
            let a = at(0)
            let b = at(1)
            let c = at(2)
            let h: UInt8 = 0x68
            switch a {
            case 0x73 where b == h && c == 0x63 && at(3) == h: return take(0x53, 4)
            case 0x73 where b == 0x63 && c == h: return take(0x53, 3)
            case 0x73 where b == h: return take(0x53, 2)
            case 0x74 where b == 0x73 && c == 0x63 && at(3) == h: return take(0x43, 4)
            case 0x74 where b == 0x63 && c == h: return take(0x43, 3)
            case 0x74 where b == 0x73 && c == h: return take(0x43, 3)
            case 0x63 where b == h: return take(at(2) == 0x72 || at(2) == 0x6C ? 0x6B : 0x43, 2)
            case 0x74 where b == 0x73 || b == 0x7A: return take(0x73, 2)
            case 0x74 where b == h: return take(0x74, 2)
            case 0x6B where b == h: return take(0x68, 2)
            case 0x67 where b == h: return take(0x67, 2)
            case 0x64 where b == h: return take(0x64, 2)
            case 0x62 where b == h: return take(0x62, 2)
            case 0x70 where b == h: return take(0x66, 2)
            case 0x7A where b == h: return take(0x5A, 2)
            case 0x63 where b == 0x6B: return take(0x6B, 2)
            case 0x71 where b == 0x75: return take(0x6B, 2)
            default: return false
            }
        }

        mutating func letter() {
            let a = at(0)
            let b = at(1)
            switch a {
            case 0x63: put(b == 0x65 || b == 0x69 || b == 0x79 ? 0x73 : 0x6B)
            case 0x71: put(0x6B)
            // German writes s for the Slavic z, and z for ts.
            case 0x7A: put(0x73)
            case 0x77: put(0x76)
            case 0x78:
                put(0x6B)
                put(0x73)
            case 0x68:
                let isAfterVowel = index > 0 && isVowel(word[index - 1])
                if !isAfterVowel || isVowel(b) { put(0x68) }
            case 0x61 where b == 0x65 && at(2) != 0x6C && isUmlaut: return pass(0x61, 2)
            case 0x6F where b == 0x65 && isUmlaut: return pass(0x6F, 2)
            case 0x75 where b == 0x65 && isUmlaut: return pass(0x75, 2)
            case 0x6F where b == 0x75 || b == 0x6F: return pass(0x75, 2)
            case 0x65 where b == 0x65: return pass(0x69, 2)
            case 0x79, 0x6A, 0x69: glide()
            default: put(a)
            }
            index += 1
        }

        mutating func pass(_ byte: UInt8, _ count: Int) {
            put(byte)
            index += count
        }

        /// i, y and j: at the beginning before a vowel, and in iu, ye, unheard; else i.
        mutating func glide() {
            let next = at(1)
            let isInitial = index == 0 && isVowel(next) && next != 0x69 && next != 0x79
            let isSoft = next == 0x75 || (next == 0x65 && word[index] != 0x69)
            let isShort = word[index] == 0x6A && word.count <= 3 && index == 0
            if isShort { put(0x6A) } else if !isInitial, !isSoft { put(0x69) }
        }

        /// Popoff is Popov; Dmitrii is Dmitri.
        mutating func finish() {
            if key.count > 3, key.last == 0x66, key[key.count - 2] == 0x6F || key[key.count - 2] == 0x65 {
                key[key.count - 1] = 0x76
            }
        }
    }
}
