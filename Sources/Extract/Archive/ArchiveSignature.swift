/// How archives and compressed files begin. Texts begin with letters too: of signatures of letters the header behind is looked at.
enum ArchiveSignature {
    static func isOne(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!\u{1A}\u{7}".utf8), Array("MSCF\0\0\0\0".utf8),
            Array("xar!\0".utf8),
        ]
        return signatures.contains { bytes.starts(with: $0) } || isPacked(bytes) || isTar(bytes) || isCpio(bytes)
            || isAr(bytes) || isLHA(bytes) || isDisc(bytes)
    }

    /// One file, compressed: what is inside has a format of its own.
    static func isPacked(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x1F, 0x8B], [0x1F, 0x9D], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
            [0x04, 0x22, 0x4D, 0x18],
        ]
        if signatures.contains(where: { bytes.starts(with: $0) }) { return true }
        if bytes.hasPrefix("BZh"), let level = bytes.byte(at: 3), (0x31...0x39).contains(level),
            !bytes.isClear(within: 4096)
        {
            // The first block, or the end of an empty file.
            let block = bytes.bytes(at: 4, count: 6)
            return block.elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
                || block.elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
        }
        // The size of the dictionary in the header of LZMA.
        return bytes.starts(with: [0x5D, 0, 0]) && bytes.count > 13
    }

    /// By its mark, or, where it is older than that, by the sum of its header.
    private static func isTar(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 512, bytes[0] != 0 else { return false }
        if bytes.bytes(at: 257, count: 5).hasPrefix("ustar") { return bytes.prefix(512).contains(0) }
        let field = bytes[148..<156]
        let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, digits.count < 8 else { return false }
        let sum = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        // The sum counts its own field as blanks.
        return sum == bytes[..<148].reduce(0) { $0 + Int($1) } + 8 * 0x20 + bytes[156..<512].reduce(0) { $0 + Int($1) }
    }

    private static func isCpio(_ bytes: [UInt8]) -> Bool {
        func holds(_ count: Int, _ isDigit: (UInt8) -> Bool) -> Bool {
            let fields = bytes.bytes(at: 6, count: count)
            return fields.count == count && fields.allSatisfy(isDigit)
        }
        if bytes.hasPrefix("070701") || bytes.hasPrefix("070702") {
            return holds(104) { (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }
        }
        return bytes.hasPrefix("070707") && holds(70) { (0x30...0x37).contains($0) }
    }

    /// Its first member's header ends with a mark.
    private static func isAr(_ bytes: [UInt8]) -> Bool {
        bytes.hasPrefix("!<arch>\n") && (bytes.count == 8 || bytes.bytes(at: 66, count: 2).hasPrefix("`\n"))
    }

    private static func isLHA(_ bytes: [UInt8]) -> Bool {
        let method = bytes.bytes(at: 2, count: 5)
        return (method.hasPrefix("-lh") || method.hasPrefix("-lz")) && method.last == UInt8(ascii: "-")
            && (bytes.byte(at: 20) ?? .max) < 4
    }

    /// ISO 9660; the kind of the descriptor stands before its mark.
    private static func isDisc(_ bytes: [UInt8]) -> Bool {
        bytes.bytes(at: 32_769, count: 5).hasPrefix("CD001") && [0, 1, 2, 3, 0xFF].contains(bytes[32_768])
    }
}
