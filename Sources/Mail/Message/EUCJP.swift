import Foundation

/// EUC-JP by way of ISO-2022-JP, which Foundation reads where it does not read this.
enum EUCJP {
    /// Nil for what is none.
    static func decode(_ octets: [UInt8]) -> String? {
        var shifted: [UInt8] = []
        var isShifted = false
        var place = 0
        while place < octets.count {
            let octet = octets[place]
            if octet < 0x80 {
                if isShifted { shifted += escape("(B") }
                isShifted = false
                shifted.append(octet)
                place += 1
                continue
            }
            guard (0xA1...0xFE).contains(octet), place + 1 < octets.count, octets[place + 1] >= 0xA1 else { return nil }
            if !isShifted { shifted += escape("$B") }
            isShifted = true
            shifted += [octet & 0x7F, octets[place + 1] & 0x7F]
            place += 2
        }
        return String(bytes: shifted + (isShifted ? escape("(B") : []), encoding: .iso2022JP)
    }

    /// The sequences of RFC 1468 that change the character set.
    private static func escape(_ set: String) -> [UInt8] { [0x1B] + Array(set.utf8) }
}
