/// Reads a Latin word, sound by sound, into a key of `CrossSound`.
struct CrossSoundReader {
    private let word: [UInt8]
    private let reading: LatinReading
    private var key: [UInt8] = []
    private var index = 0
    /// What was read last was a vowel, or nothing yet.
    private var isAfterVowel = true

    init(word: [UInt8], reading: LatinReading) {
        self.reading = reading
        var word = word
        if reading.hasSilentEnd {
            let last = word.removeLast()
            // "Robert", "Roberts": an s behind another silent letter takes it along.
            if last == UInt8(ascii: "s"), let before = word.last, LatinReading.silent.contains(before) {
                word.removeLast()
            }
        }
        self.word = word
    }

    /// Asked after reading.
    var endsInVowel: Bool { isAfterVowel && key.last != CrossSound.vowel }

    mutating func read() -> [UInt8] {
        key.reserveCapacity(word.count)
        skipSilentStart()
        while index < word.count { if !group() { letter() } }
        return key
    }

    private func at(_ offset: Int) -> UInt8 { index + offset < word.count ? word[index + offset] : 0 }

    private func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private func isFront(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "e") || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "y")
    }

    /// "Knight", "Wright", "Whitney".
    private mutating func skipSilentStart() {
        guard word.count > 2 else { return }
        switch (word[0], word[1]) {
        case (UInt8(ascii: "k"), UInt8(ascii: "n")), (UInt8(ascii: "g"), UInt8(ascii: "n")),
            (UInt8(ascii: "w"), UInt8(ascii: "r")), (UInt8(ascii: "p"), UInt8(ascii: "s")),
            (UInt8(ascii: "p"), UInt8(ascii: "n")):
            index = 1
        default: break
        }
    }

    /// Whether the letters stand at `index`.
    private func has(_ letters: StaticString) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard index + count <= word.count, letters.utf8Start[0] == word[index] else { return false }
        return (1..<max(count, 1)).allSatisfy { letters.utf8Start[$0] == word[index + $0] }
    }

    private mutating func put(_ sound: Character, _ count: Int) -> Bool {
        guard let sound = sound.asciiValue else { return false }
        put(sound)
        index += count
        return true
    }

    private mutating func put(_ sound: UInt8) {
        if isAfterVowel || key.last != sound { key.append(sound) }
        isAfterVowel = false
    }

    private mutating func vowel() {
        if key.isEmpty { key.append(CrossSound.vowel) }
        isAfterVowel = true
    }

    /// Sounds that are written with several letters.
    private mutating func group() -> Bool {
        if index == 0, reading.hasBroadS, has("st") || has("sp") { return put("C", 1) }
        if reading.hasLiquidL, has("ll") {
            index += 2
            vowel()
            return true
        }
        if has("stl") {
            put(UInt8(ascii: "S"))
            return put("L", 3)
        }
        for (letters, sound) in Self.groups where has(letters) { return put(sound, letters.utf8CodeUnitCount) }
        if has("sch") { return put("C", 3) }
        if has("ch") {
            put(reading.ch)
            index += 2
            return true
        }
        if has("sc"), isFront(at(2)) {
            return reading.softC == UInt8(ascii: "C") ? put("C", 2) : put("S", 2)
        }
        if has("th") { return put(reading.isSyllabic ? "S" : "T", 2) }
        if has("kh"), index > 0, !reading.hasInnerBreath {
            index += 2
            return true
        }
        if has("kh") { return put("K", 2) }
        if has("gh") {
            if index == 0 || isVowel(at(2)) && reading.ch == UInt8(ascii: "K") { return put("K", 2) }
            index += 2
            return true
        }
        if has("x") {
            put(UInt8(ascii: "K"))
            return put("S", 1)
        }
        return false
    }

    private static let groups: [(StaticString, Character)] = [
        ("shch", "C"), ("tsch", "C"), ("tch", "C"), ("dzh", "C"), ("tsh", "C"), ("sh", "C"), ("zh", "C"), ("dg", "C"),
        ("dj", "C"), ("ph", "F"), ("ck", "K"), ("qu", "K"), ("ts", "S"), ("tz", "S"), ("cz", "C"), ("sz", "C"),
        ("dz", "S"),
        ("dt", "T"),
    ]

    private mutating func letter() {
        let byte = word[index]
        let next = at(1)
        index += 1
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "p"): put(UInt8(ascii: "P"))
        case UInt8(ascii: "f"), UInt8(ascii: "v"): put(UInt8(ascii: "F"))
        case UInt8(ascii: "s"), UInt8(ascii: "z"): put(UInt8(ascii: "S"))
        case UInt8(ascii: "k"), UInt8(ascii: "q"): put(UInt8(ascii: "K"))
        case UInt8(ascii: "c"):
            // The cedilla of François is gone by now.
            let isCedilla = reading.hasCedilla && index > 1 && word[index - 2] == UInt8(ascii: "n") && isVowel(next)
            let isSoft = isFront(next) || isCedilla
            put(isSoft ? reading.softC : UInt8(ascii: "K"))
        case UInt8(ascii: "g"): put(isFront(next) ? reading.softG : UInt8(ascii: "K"))
        case UInt8(ascii: "t"): put(UInt8(ascii: "T"))
        case UInt8(ascii: "d"): put(UInt8(ascii: "D"))
        case UInt8(ascii: "m"): put(UInt8(ascii: "M"))
        case UInt8(ascii: "n"): put(UInt8(ascii: "N"))
        case UInt8(ascii: "l"): put(UInt8(ascii: "L"))
        case UInt8(ascii: "r"):
            let isHeard = isVowel(next) && !(next == UInt8(ascii: "e") && index + 1 == word.count)
            if reading.hasFirmR || isHeard { put(UInt8(ascii: "R")) }
        case UInt8(ascii: "h"): if key.isEmpty { put(UInt8(ascii: "K")) }
        case UInt8(ascii: "j"): half(reading.j)
        case UInt8(ascii: "w"): half(reading.w)
        default: vowel()
        }
    }

    private mutating func half(_ sound: UInt8) {
        if sound == 0 { vowel() } else { put(sound) }
    }
}
