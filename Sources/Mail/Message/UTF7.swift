/// UTF-7 (RFC 2152): Base64 of UTF-16 between "+" and "-".
enum UTF7 {
    static func decode(_ octets: [UInt8]) -> String {
        var units: [UInt16] = []
        var place = 0
        while place < octets.count {
            guard octets[place] == UInt8(ascii: "+") else {
                units.append(UInt16(octets[place]))
                place += 1
                continue
            }
            place += 1
            if place < octets.count, octets[place] == UInt8(ascii: "-") {
                units.append(UInt16(UInt8(ascii: "+")))
                place += 1
            } else {
                shifted(octets, &place, into: &units)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Up to the first octet that is no Base64 digit; a "-" there is swallowed. Bits that make no whole unit are padding.
    private static func shifted(_ octets: [UInt8], _ place: inout Int, into units: inout [UInt16]) {
        var bits: UInt32 = 0
        var count = 0
        while place < octets.count, let digit = value(octets[place]) {
            bits = bits << 6 | UInt32(digit)
            count += 6
            if count >= 16 {
                count -= 16
                units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
            }
            place += 1
        }
        if place < octets.count, octets[place] == UInt8(ascii: "-") { place += 1 }
    }

    private static func value(_ octet: UInt8) -> UInt8? {
        switch octet {
        case 0x41...0x5A: octet - 0x41
        case 0x61...0x7A: octet - 0x47
        case 0x30...0x39: octet + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"), UInt8(ascii: ","): 63
        default: nil
        }
    }
}
