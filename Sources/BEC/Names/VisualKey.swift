/// One key for the ASCII spellings that look alike: rn and m, vv and w, cl and d, 1 and l and i, 0 and o.
enum VisualKey {
    static func key(_ word: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(word.count + 4)
        for byte in word {
            switch byte {
            case 0x6D: key += [0x72, 0x6E]
            case 0x77: key += [0x76, 0x76]
            case 0x64: key += [0x63, 0x6C]
            case 0x30: key.append(0x6F)
            case 0x69, 0x6A, 0x31, 0x21, 0x7C: key.append(0x6C)
            case 0x33: key.append(0x65)
            case 0x34, 0x40: key.append(0x61)
            case 0x35, 0x24: key.append(0x73)
            case 0x37: key.append(0x74)
            case 0x38: key.append(0x62)
            case 0x39, 0x71, 0x36: key.append(0x67)
            case 0x32: key.append(0x7A)
            default: key.append(byte)
            }
        }
        return key
    }
}
