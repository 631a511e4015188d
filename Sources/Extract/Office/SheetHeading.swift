/// The header or footer of a sheet: `&L`, `&C` and `&R` begin its parts, other codes are looks.
enum SheetHeading {
    static func text(_ code: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var place = 0
        while place < code.count {
            guard code[place] == UInt8(ascii: "&"), place + 1 < code.count else {
                out.append(code[place])
                place += 1
                continue
            }
            place = skip(code, from: place + 1, &out)
        }
        return out
    }

    /// - Returns: where to read on behind a code.
    private static func skip(_ code: [UInt8], from start: Int, _ out: inout [UInt8]) -> Int {
        switch code[start] {
        case UInt8(ascii: "&"): out.append(UInt8(ascii: "&"))
        case UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "R"): out.append(0x0A)
        case UInt8(ascii: "\""):
            return (code[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count - 1) + 1
        case 0x30...0x39:
            return code[start...].prefix(3).prefix { (0x30...0x39).contains($0) }.endIndex
        default: break
        }
        return start + 1
    }
}
