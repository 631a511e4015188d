import CUchardet
import Glibc

/// Bytes of any character set to UTF-8.
enum TextEncoding {
    /// What became of a long text, of which the middle may be left out.
    struct Cut {
        var text: [UInt8]
        /// Of more than the limit, head and tail are there.
        let isCut: Bool
        /// The character sets changed too often for all of it to be read rightly.
        let isDoubtful: Bool
    }

    /// Text of an unknown character set.
    /// - Returns: nil for what is no text.
    static func decode(_ bytes: [UInt8]) -> [UInt8]? { decode(bytes, atMost: .max)?.text }

    /// The same of a long text, whose middle is left out before it takes memory.
    /// - Parameter limit: characters that are decoded; those of the head are three quarters of it.
    /// - Returns: nil for what is no text.
    static func decode(_ bytes: [UInt8], atMost limit: Int) -> Cut? {
        guard let (runs, name) = runs(bytes) else { return nil }
        guard runs.count > limit else {
            return Cut(text: withoutZeros(convert(runs.runs, of: bytes, name)), isCut: false, isDoubtful: runs.isCut)
        }
        let (head, tail) = runs.parts(of: bytes, head: limit / 4 * 3, tail: limit / 4, isUTF8: name == utf8)
        var text = convert(head, of: bytes, name)
        // No number stands over the gap.
        text.append(0x0A)
        text += convert(name.hasPrefix("ISO-2022") ? fromLineEnd(tail, in: bytes) : tail, of: bytes, name)
        return Cut(text: withoutZeros(text), isCut: true, isDoubtful: runs.isCut)
    }

    /// Shifts end with their lines.
    private static func fromLineEnd(_ tail: [TextRuns.Run], in bytes: [UInt8]) -> [TextRuns.Run] {
        guard var first = tail.first, let end = bytes[first.range].firstIndex(of: 0x0A) else { return tail }
        first.range = end..<first.range.upperBound
        return [first] + tail.dropFirst()
    }

    /// The same as UTF-8 where it begins in a set that ASCII is no part of. Other text is as it is: files may lie in it as they are.
    static func narrowed(_ bytes: [UInt8]) -> [UInt8] {
        let unit = TextUnit.marked(bytes)?.unit ?? TextUnit.unmarked(bytes) ?? .byte
        guard unit != .byte || EBCDIC.isText(bytes), let (runs, name) = runs(bytes) else { return bytes }
        return convert(runs.runs, of: bytes, name)
    }

    private static let utf8 = "UTF-8"

    /// The runs of a text and the character set of those that are of one byte; nil for what is no text.
    private static func runs(_ bytes: [UInt8]) -> (TextRuns, String)? {
        let runs = TextRuns(bytes)
        // A mark is taken at its word.
        if runs.isNarrow, runs.runs.first?.range.lowerBound != 0 { return (runs, utf8) }
        let narrow = runs.narrow(of: bytes)
        guard !runs.isNarrow else { return charset(narrow).map { (runs, $0) } }
        guard isNoise(narrow) else { return (runs, isUTF8(narrow) ? utf8 : guess(narrow)) }
        // Numbers with a few words between them, unless it looks like text from its beginning on.
        return TextRuns.startsWide(bytes) ? (runs.doubted, guess(narrow)) : nil
    }

    /// Of bytes that are left between characters of two bytes; a few say nothing.
    private static func isNoise(_ bytes: [UInt8]) -> Bool { bytes.count > 64 && isBinary(bytes) }

    private static func convert(_ runs: [TextRuns.Run], of bytes: [UInt8], _ name: String) -> [UInt8] {
        if let only = runs.first, runs.count == 1, only.unit == .byte, name == utf8 {
            return only.range == bytes.indices ? bytes : Array(String(decoding: bytes[only.range], as: UTF8.self).utf8)
        }
        return runs.reduce(into: []) { out, run in
            let part = bytes[run.range]
            // What is left over between others is no sign of what the rest is.
            let isPlain = run.unit == .byte && runs.count > 1 && isUTF8(Array(part))
            let name = isPlain ? utf8 : run.unit.charset ?? name
            // Numbers are the same in whatever set iconv does not know.
            out += convert(part, from: name) ?? windows1252(part)
        }
    }

    /// The character set of text of one byte a character, or of several that ASCII is a part of; nil for what is no text.
    private static func charset(_ bytes: [UInt8]) -> String? {
        if EBCDIC.isText(bytes) { return EBCDIC.name }
        if let name = shifting(bytes) { return name }
        guard !isBinary(bytes) else { return nil }
        return isUTF8(bytes) ? utf8 : guess(bytes)
    }

    /// Seven-bit text that shifts to Japanese or Korean and back (RFC 1468, RFC 1557): taken as it is it would pass for ASCII.
    private static func shifting(_ bytes: [UInt8]) -> String? {
        var (place, others, found) = (0, 0, String?.none)
        while others < 4_096, let sign = bytes[place...].firstIndex(of: 0x1B) {
            place = sign + 1
            let name = Self.shift(bytes, at: place)
            if name == nil, found == nil { others += 1 }
            if found == nil || name == iso2022JP2 { found = name ?? found }
            if found != nil, found != iso2022JP { break }
        }
        return found != nil && bytes.allSatisfy { (1..<0x80).contains($0) } ? found : nil
    }

    /// The character set that has the shift behind an escape; nil where there is none.
    private static func shift(_ bytes: [UInt8], at place: Int) -> String? {
        guard place + 1 < bytes.count else { return nil }
        let final = place + 2 < bytes.count ? bytes[place + 2] : 0
        switch (bytes[place], bytes[place + 1], final) {
        // $@ $B (I
        case (0x24, 0x40, _), (0x24, 0x42, _), (0x28, 0x49, _): return iso2022JP
        // $(O $(Q
        case (0x24, 0x28, 0x4F), (0x24, 0x28, 0x51): return iso2022JP
        // $(D
        case (0x24, 0x28, 0x44): return iso2022JP2
        // $)C
        case (0x24, 0x29, 0x43): return "ISO-2022-KR"
        default: return nil
        }
    }

    /// With what Windows writes beside: half-width letters.
    private static let iso2022JP = "ISO-2022-JP-3"
    /// With the rare characters of JIS X 0212.
    private static let iso2022JP2 = "ISO-2022-JP-2"

    /// Text whose document names the character set. An unknown name is guessed, and so is one that the bytes contradict.
    static func decode(_ bytes: some Collection<UInt8>, named name: String?) -> [UInt8] {
        let all = Array(bytes)
        let claim = CharsetClaim(name, of: all)
        let runs = TextRuns(all, claimed: claim.unit)
        guard runs.isNarrow else {
            let narrow = runs.narrow(of: all)
            return withoutZeros(convert(runs.runs, of: all, isUTF8(narrow) ? utf8 : claim.name ?? guess(narrow)))
        }
        if TextUnit.marked(all) != nil { return convert(runs.runs, of: all, utf8) }
        guard let name = claim.name else { return decode(all) ?? convert(all[...], from: guess(all)) ?? all }
        if claim.isCommon {
            if let name = shifting(all) { return convert(all[...], from: name) ?? all }
            return isUTF8(all) ? all : convert(all[...], from: name) ?? all
        }
        return convert(all[...], from: name == iso2022JP ? shifting(all) ?? name : name) ?? decode(all) ?? all
    }

    /// Of a code page of Windows.
    static func decode(_ bytes: some Collection<UInt8>, codePage: Int) -> [UInt8] {
        let all = Array(bytes)
        if codePage != 1200, all.allSatisfy({ $0 < 0x80 }) { return all }
        switch codePage {
        case 65001: return all
        case 1200: return convert(all[...], from: "UTF-16LE") ?? all
        case 10000: return convert(all[...], from: "MACINTOSH") ?? all
        case 0, 1, 28591: return convert(all[...], from: "WINDOWS-1252") ?? all
        default: return convert(all[...], from: "CP\(codePage)") ?? convert(all[...], from: "WINDOWS-1252") ?? all
        }
    }

    static func utf16(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let all = Array(bytes)
        let units = stride(from: 0, to: all.count - all.count % 2, by: 2).map {
            UInt16(all[$0]) | UInt16(all[$0 + 1]) << 8
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The name of an archive member; without the flag it is of the packer's code page.
    static func memberName(_ bytes: some Collection<UInt8>, isUTF8 isMarked: Bool) -> String {
        let all = Array(bytes)
        let text = isMarked || isUTF8(all) ? all : convert(all[...], from: "CP437") ?? all
        return String(String(decoding: text, as: UTF8.self).prefix(512))
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

    private static func withoutZeros(_ text: [UInt8]) -> [UInt8] {
        text.contains(0) ? text.map { $0 == 0 ? 0x20 : $0 } : text
    }

    /// Many controls that no text has, or zeros that do not stand in runs between pieces of text, as they do in a log that was
    /// cut while somebody wrote it.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let start = bytes.firstIndex { $0 != 0 } ?? bytes.count
        var (controls, zeros, runs, high) = (0, start, start > 0 ? 1 : 0, 0)
        var last: UInt8 = 1
        let sample = bytes[start...].prefix(65_536)
        for byte in sample {
            if byte == 0 {
                zeros += 1
                if last != 0 { runs += 1 }
            } else if byte < 0x20, ![0x09, 0x0A, 0x0C, 0x0D, 0x1B, 0x08].contains(byte) {
                controls += 1
            } else if byte >= 0x80 {
                high += 1
            }
            last = byte
        }
        guard zeros > 0 else { return controls * 50 > sample.count }
        let count = sample.count - (zeros - start)
        return count < 16 || controls * 200 > count || high * 10 > count || runs * 8 > count
    }

    private static func guess(_ bytes: [UInt8]) -> String {
        guard let detector = uchardet_new() else { return "WINDOWS-1252" }
        defer { uchardet_delete(detector) }
        let sample = bytes.prefix(1 << 18)
        _ = sample.withUnsafeBytes {
            uchardet_handle_data(detector, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        uchardet_data_end(detector)
        let name = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
        let isLatin = name.isEmpty || name == "ASCII" || name.hasPrefix("ISO-8859-1") || name == "UTF-8"
        guard isLatin || name == "WINDOWS-1252" else { return alias(name.lowercased()) }
        return hasWideDigits(sample) ? "CP932" : "WINDOWS-1252"
    }

    /// Whether digits of full width stand in a row, as in Shift-JIS: too few words are no other sign of it. In Latin that would be low
    /// quotes before one capital each.
    private static func hasWideDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (run, place) = (0, bytes.startIndex)
        while place + 1 < bytes.endIndex {
            if bytes[place] == 0x82, (0x4F...0x58).contains(bytes[place + 1]) {
                run += 1
                place += 2
                if run == 4 { return true }
            } else {
                run = 0
                place += 1
            }
        }
        return false
    }

    /// What iconv calls it.
    static func alias(_ name: String) -> String {
        switch name {
        case "gb2312", "gbk", "x-gbk", "hz-gb-2312": "GB18030"
        case "shift_jis", "shift-jis", "x-sjis", "sjis", "ms_kanji", "windows-31j": "CP932"
        case "ks_c_5601-1987", "ks_c_5601", "uhc", "euc-kr": "CP949"
        case "big5", "x-x-big5": "BIG5-HKSCS"
        case "iso-2022-jp", "csiso2022jp", "iso-2022-jp-1", "iso-2022-jp-ms", "cp50220", "cp50221": iso2022JP
        case "iso-8859-8-i", "iso-8859-8-e": "ISO-8859-8"
        case "x-mac-cyrillic", "mac-cyrillic": "MAC-CYRILLIC"
        default: name.uppercased()
        }
    }

    /// As the WHATWG reads it: the five octets without a character are controls.
    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else if byte < 0xA0 {
                out += String(upper1252[Int(byte) - 0x80]).utf8
            } else {
                out += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
            }
        }
        return out
    }

    private static let upper1252 = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map { Character($0) })

    /// By iconv; a byte that the set does not hold becomes U+FFFD.
    /// - Returns: nil where iconv does not know the set.
    static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
        guard name != "UTF-8" else { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
        guard name != "WINDOWS-1252" else { return windows1252(bytes) }
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / (name.hasPrefix("UTF-16") ? 2 : 1))
        bytes.withUnsafeBytes { raw in
            // Iconv moves the pointer and leaves alone what it points to.
            var next = UnsafeMutablePointer(mutating: raw.bindMemory(to: CChar.self).baseAddress)
            var left = raw.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32_768) { piece in
                while left > 0 {
                    var place = piece.baseAddress
                    var room = piece.count
                    let answer = iconv(converter, &next, &left, &place, &room)
                    let fault = errno
                    out.append(contentsOf: piece[..<(piece.count - room)].lazy.map { UInt8(bitPattern: $0) })
                    guard answer == -1, left > 0 else { break }
                    if fault == E2BIG { continue }
                    out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    next = next.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return name == EBCDIC.name ? EBCDIC.withLineEnds(out) : out
    }
}
