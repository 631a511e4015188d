/// Contents that have no words of their own, by their first bytes: fonts, drawings, sound, film, what a Mac keeps beside files.
enum Wordless {
    static func isOne(_ bytes: [UInt8]) -> Bool {
        isFont(bytes) || isPicture(bytes) || isSoundOrFilm(bytes) || isBesideFiles(bytes)
    }

    private static func isFont(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0, 1, 0, 0, 0]) || bytes.hasPrefix("OTTO\0") || bytes.hasPrefix("true\0") {
            return true
        }
        if bytes.hasPrefix("ttcf\0") { return true }
        if bytes.hasPrefix("wOFF") || bytes.hasPrefix("wOF2") {
            return bytes.bytes(at: 4, count: 4).elementsEqual([0, 1, 0, 0])
                || bytes.bytes(at: 4, count: 4).hasPrefix("OTTO")
        }
        // Embedded OpenType, by its mark behind the fixed part.
        return bytes.u16(at: 34) == 0x504C && bytes.u32(at: 0) == bytes.count
    }

    private static func isPicture(_ bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [
            [0xD7, 0xCD, 0xC6, 0x9A], [1, 0, 9, 0, 0, 3], [2, 0, 9, 0, 0, 3],
            Array("VCLMTF".utf8), Array("icns\0".utf8), Array("glTF\u{2}\0".utf8),
        ]
        if starts.contains(where: { bytes.starts(with: $0) }) { return true }
        if bytes.u32(at: 0) == 1, bytes.bytes(at: 40, count: 4).hasPrefix(" EMF") { return true }
        // Icons and pointers, with their count.
        if bytes.u16(at: 0) == 0, let kind = bytes.u16(at: 2), kind == 1 || kind == 2 {
            return (1...64).contains(bytes.u16(at: 4) ?? 0) && bytes.byte(at: 9) == 0
        }
        // A profile of colours.
        return bytes.byte(at: 0) == 0 && bytes.bytes(at: 36, count: 4).hasPrefix("acsp")
    }

    private static func isSoundOrFilm(_ bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [
            [0x1A, 0x45, 0xDF, 0xA3], [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], [0, 0, 1, 0xBA],
            [0, 0, 1, 0xB3], Array("OggS\0".utf8), Array("fLaC\0".utf8), Array("MThd\0".utf8), Array("FLV\u{1}".utf8),
            Array("#!AMR\n".utf8), [0xFF, 0xFB, 0x90], [0xFF, 0xFB, 0x92], [0xFF, 0xF3, 0x40],
        ]
        if starts.contains(where: { bytes.starts(with: $0) }) { return true }
        if bytes.byte(at: 0) == 0, bytes.bytes(at: 4, count: 4).hasPrefix("ftyp") { return true }
        if bytes.hasPrefix("ID3"), let version = bytes.byte(at: 3), version < 0x10 { return true }
        let form = bytes.bytes(at: 8, count: 4)
        if bytes.hasPrefix("RIFF") { return form.hasPrefix("WAVE") || form.hasPrefix("AVI ") }
        return bytes.hasPrefix("FORM") && (form.hasPrefix("AIFF") || form.hasPrefix("AIFC"))
    }

    /// AppleDouble and the looks of a folder.
    private static func isBesideFiles(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0, 5, 0x16, 7]) { return bytes.count < 1 << 16 }
        return bytes.starts(with: [0, 0, 0, 1]) && bytes.bytes(at: 4, count: 4).hasPrefix("Bud1")
    }
}
