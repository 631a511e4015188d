/// How many bytes a character set takes at a time, and in which order: what tells text of different sets apart at first sight.
enum TextUnit: Equatable {
    /// ASCII and all sets that contain it.
    case byte
    case little16, big16, little32, big32

    var size: Int {
        switch self {
        case .byte: 1
        case .little16, .big16: 2
        case .little32, .big32: 4
        }
    }

    /// What iconv calls it; nil where bytes alone do not tell.
    var charset: String? {
        switch self {
        case .byte: nil
        case .little16: "UTF-16LE"
        case .big16: "UTF-16BE"
        case .little32: "UTF-32LE"
        case .big32: "UTF-32BE"
        }
    }

    /// Of a set that a document claims; what says nothing of the order is taken as Windows writes it.
    init(claimed name: String) {
        let name = name.uppercased()
        let isBig = name.hasSuffix("BE") || name.contains("BIG")
        // Such as unicode-1-1-utf-8.
        if ["UTF-8", "UTF8", "UTF-7", "UTF7"].contains(where: name.contains) {
            self = .byte
        } else if ["UTF-32", "UTF32", "UCS-4", "UCS4"].contains(where: name.contains) {
            self = isBig ? .big32 : .little32
        } else if ["UTF-16", "UTF16", "UCS-2", "UCS2", "UNICODE", "10646"].contains(where: name.contains) {
            self = isBig ? .big16 : .little16
        } else {
            self = .byte
        }
    }

    /// By the mark at the start of a text, with the length of the mark.
    static func marked(_ bytes: some RandomAccessCollection<UInt8>) -> (unit: TextUnit, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.byte, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.little32, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.big32, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.little16, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.big16, 2) }
        return nil
    }

    /// Without a mark, by where zeros stand.
    static func unmarked(_ bytes: [UInt8]) -> TextUnit? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 4, sample.contains(0) else { return nil }
        return sampled32(sample) ?? sampled16(sample)
    }

    /// UTF-32: nothing but characters, many of them of ASCII. Numbers of four bytes have others too.
    private static func sampled32(_ sample: ArraySlice<UInt8>) -> TextUnit? {
        guard sample.count >= 8 else { return nil }
        let isLittle = sample[0] != 0
        var plain = 0
        for place in stride(from: 0, to: sample.count - 3, by: 4) {
            let value = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(sample[isLittle ? place + 3 - $1 : place + $1]) }
            guard value >= 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains(value), Unicode.Scalar(value) != nil else {
                return nil
            }
            plain += value < 0x80 ? 1 : 0
        }
        return plain * 10 >= sample.count / 4 * 4 ? (isLittle ? .little32 : .big32) : nil
    }

    /// UTF-16: where nearly every second byte of a Western text, or every second byte of blanks and line ends, is zero.
    private static func sampled16(_ sample: ArraySlice<UInt8>) -> TextUnit? {
        var zeros = [0, 0]
        var blanks = [0, 0]
        for (place, byte) in sample.enumerated() where byte == 0 {
            zeros[place % 2] += 1
            let other = sample.startIndex + (place ^ 1)
            if other < sample.endIndex, [0x20, 0x0A, 0x0D].contains(sample[other]) { blanks[place % 2] += 1 }
        }
        let half = sample.count / 2
        let isLittle = zeros[1] > zeros[0]
        let (many, few) = isLittle ? (zeros[1], zeros[0]) : (zeros[0], zeros[1])
        guard few * 20 <= many, many * 10 >= half * 4 || blanks.reduce(0, +) * 50 >= half else { return nil }
        return isLittle ? .little16 : .big16
    }
}
