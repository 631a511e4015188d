/// Transfer encodings of mail (RFC 2045 §6), read leniently: what does not belong is passed over.
enum TransferEncoding {
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let digit = digit(byte) else {
                // Padding ends a run; another one may follow.
                if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
                continue
            }
            bits = bits << 6 | digit
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x47
        case 0x30...0x39: UInt32(byte) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            guard bytes[place] == UInt8(ascii: "=") else {
                out.append(bytes[place])
                place += 1
                continue
            }
            if place + 2 < bytes.endIndex, let high = hexValue(bytes[place + 1]), let low = hexValue(bytes[place + 2]) {
                out.append(high << 4 | low)
                place += 3
            } else if let next = softBreak(bytes, after: place) {
                place = next
            } else {
                out.append(bytes[place])
                place += 1
            }
        }
        return out
    }

    /// `=` at the end of a line, blanks behind it allowed.
    private static func softBreak(_ bytes: ArraySlice<UInt8>, after mark: Int) -> Int? {
        var place = mark + 1
        while place < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
        if place == bytes.endIndex { return place }
        return bytes[place] == 0x0A ? place + 1 : nil
    }

    /// Lines of uuencode between `begin` and `end`.
    static func unixEncoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for line in bytes.split(separator: 0x0A) {
            guard let first = line.first, !line.starts(with: "begin ".utf8), !line.starts(with: "end".utf8) else {
                continue
            }
            let count = Int((first &- 0x20) & 0x3F)
            var decoded: [UInt8] = []
            var (bits, filled) = (UInt32(0), 0)
            for byte in line.dropFirst() where byte >= 0x20 {
                bits = bits << 6 | UInt32((byte &- 0x20) & 0x3F)
                filled += 6
                if filled >= 8 {
                    filled -= 8
                    decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
                }
            }
            out += decoded.prefix(count)
        }
        return out
    }
}
