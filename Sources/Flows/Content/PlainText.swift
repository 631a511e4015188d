import Model

/// A file that is text by itself, decoded: UTF-8, UTF-16 with or without a mark, else Windows-1252.
public enum PlainText {
    /// - Returns: one segment, or the status `unsupported` for bytes that are no text.
    public static func extraction(_ bytes: [UInt8]) -> Extraction {
        guard let text = text(bytes) else {
            return Extraction(status: .unsupported, detail: "the file is no text")
        }
        return Extraction(segments: [ExtractedSegment(part: "", kind: .text, text: text)], status: .ok)
    }

    /// How a text is written, told by how it begins.
    enum Form {
        /// UTF-16, with so many bytes of a mark before.
        case wide(isLittle: Bool, mark: Int)
        /// UTF-8, or Windows-1252 where it is not.
        case narrow(mark: Int)

        var mark: Int {
            switch self {
            case .wide(_, let mark), .narrow(let mark): mark
            }
        }
    }

    /// - Returns: nil for what is no text.
    static func form(of bytes: ArraySlice<UInt8>) -> Form? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .narrow(mark: 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return .wide(isLittle: true, mark: 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .wide(isLittle: false, mark: 2) }
        let sample = bytes.prefix(4_096)
        let zeros = sample.count { $0 == 0 }
        if zeros > sample.count / 4 {
            let odd = sample.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
            // Zeros here and there are those of programs and documents.
            guard min(odd, zeros - odd) * 20 <= zeros else { return nil }
            return .wide(isLittle: odd > zeros / 2, mark: 0)
        }
        guard zeros == 0, sample.count(where: isControl) <= sample.count / 50 else { return nil }
        return .narrow(mark: 0)
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        guard let form = form(of: bytes[...]) else { return nil }
        let rest = bytes.dropFirst(form.mark)
        if case .wide(let isLittle, _) = form { return wide(rest, isLittle: isLittle) }
        if form.mark > 0 { return String(decoding: rest, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self) ?? String(decoding: windows1252(rest), as: UTF8.self)
    }

    static func wide(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { at -> UInt16 in
            let (low, high) = isLittle ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt16(high) << 8 | UInt16(low)
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Windows-1252 in UTF-8.
    static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(String(String.UnicodeScalarView(bytes.map(windows1252))).utf8)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 32 && byte != 9 && byte != 10 && byte != 12 && byte != 13 && byte != 27
    }

    /// The characters of 0x80 to 0x9F that are not those of Latin-1.
    private static let upper: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
}
