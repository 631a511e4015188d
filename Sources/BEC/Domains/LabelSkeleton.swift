/// What a registered label looks like to a hurried reader: look-alike characters and letter pairs folded to one form.
enum LabelSkeleton {
    static func of(_ label: String) -> String {
        let plain = label.utf8.allSatisfy { $0 < 0x80 } ? Array(label.utf8) : Array(latin(label).utf8)
        return String(decoding: folded(plain), as: UTF8.self)
    }

    /// What a label of other letters is written like in ASCII beside its looks: "gruenwald" for "grünwald". Empty for ASCII.
    static func spellings(of label: String) -> [String] {
        guard label.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
        var spelled = ""
        for letter in label { spelled += digraphs[letter] ?? String(letter) }
        return spelled == label || !spelled.utf8.allSatisfy { $0 < 0x80 } ? [] : [spelled]
    }

    private static let digraphs: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "þ": "th",
    ]

    /// A skeleton with the rarer pairs of letters that look like one folded, too: `lc` k, `rl` n, `nn` and `rr` m, `uu` w.
    static func drawn(_ skeleton: String) -> String {
        var bytes: [UInt8] = []
        for byte in skeleton.utf8 {
            guard let last = bytes.last, let one = drawnPair(last, byte) else {
                bytes.append(byte)
                continue
            }
            bytes[bytes.count - 1] = one
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func drawnPair(_ one: UInt8, _ other: UInt8) -> UInt8? {
        switch (one, other) {
        case (UInt8(ascii: "l"), UInt8(ascii: "c")): UInt8(ascii: "k")
        case (UInt8(ascii: "r"), UInt8(ascii: "l")): UInt8(ascii: "n")
        case (UInt8(ascii: "n"), UInt8(ascii: "n")), (UInt8(ascii: "r"), UInt8(ascii: "r")): UInt8(ascii: "m")
        case (UInt8(ascii: "u"), UInt8(ascii: "u")): UInt8(ascii: "w")
        default: nil
        }
    }

    /// Immediate repeats of one or two characters taken once: `calllderaramoss` and `calderamoss` give one form.
    static func collapsed(_ label: String) -> String {
        var bytes: [UInt8] = []
        for byte in label.utf8 {
            bytes.append(byte)
            var shrunk = true
            while shrunk {
                shrunk = false
                let count = bytes.count
                if count >= 2, bytes[count - 1] == bytes[count - 2] {
                    bytes.removeLast()
                    shrunk = true
                } else if count >= 4, bytes[count - 1] == bytes[count - 3], bytes[count - 2] == bytes[count - 4] {
                    bytes.removeLast(2)
                    shrunk = true
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The Latin letters that a label of other letters looks like.
    private static func latin(_ label: String) -> String {
        label.split(separator: "-", omittingEmptySubsequences: false).map { part in
            NameReading(String(part)).tokens.map { token in
                String(decoding: token.lookalike ?? token.key, as: UTF8.self)
            }.joined()
        }.joined(separator: "-")
    }

    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (bytes[index], next) {
            case (UInt8(ascii: "r"), UInt8(ascii: "n")):
                out.append(UInt8(ascii: "m"))
                index += 2
            case (UInt8(ascii: "v"), UInt8(ascii: "v")):
                out.append(UInt8(ascii: "w"))
                index += 2
            case (UInt8(ascii: "c"), UInt8(ascii: "l")):
                out.append(UInt8(ascii: "d"))
                index += 2
            default:
                out.append(single(bytes[index]))
                index += 1
            }
        }
        return out
    }

    private static func single(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "i"), UInt8(ascii: "|"): UInt8(ascii: "l")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"): UInt8(ascii: "a")
        case UInt8(ascii: "5"): UInt8(ascii: "s")
        case UInt8(ascii: "7"): UInt8(ascii: "t")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        case UInt8(ascii: "9"), UInt8(ascii: "q"): UInt8(ascii: "g")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: byte
        }
    }
}
