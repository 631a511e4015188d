import CBytes
import Model

/// Files that are certainly text in UTF-8 and nothing else: a worker would say the same of them.
public enum ClearText {
    /// Endings of names of data, notes and source code. Web pages and messages are no such files: they have text behind their text.
    private static let endings: Set<String> = [
        "txt", "csv", "tsv", "json", "jsonl", "ndjson", "log", "md", "sql", "yaml", "yml", "ini", "toml", "conf", "cfg",
        "env",
        "properties", "tf", "py", "rb", "js", "ts", "go", "rs", "c", "h", "cpp", "java", "kt", "swift", "cs", "php",
        "sh", "ps1",
    ]

    /// - Returns: nil where somebody who knows formats has to look.
    public static func extraction(_ bytes: [UInt8], named name: String, limits: ExtractionLimits) -> Extraction? {
        guard bytes.contains(where: { $0 > 0x20 }), bytes.count <= limits.text, isNamedSo(name), isPlain(bytes),
            !opensLikeAFormat(bytes),
            !MessageHead.opens(bytes.prefix(MessageHead.size).drop { $0 <= 0x20 }, named: name.lowercased())
        else { return nil }
        return Extraction(segments: [ExtractedSegment(part: "text", kind: .text, bytes: bytes)], status: .ok)
    }

    private static func isNamedSo(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    /// UTF-8 without a mark, and without control characters, of which every binary format has some.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes[0] != 0xEF && bytes.withUnsafeBufferPointer { bytes_are_clear($0.baseAddress, $0.count) }
    }

    /// Whether it begins as a format of letters does: PDF, RTF, markup, an archive of text headers.
    private static func opensLikeAFormat(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(1200), as: UTF8.self)
        let start = head.drop { $0.isWhitespace }
        if start.isEmpty || start.hasPrefix("<") || start.hasPrefix("-----BEGIN PGP") || head.contains("%PDF-") {
            return true
        }
        let magic = ["{\\rtf", "BM", "BZh", "GIF8", "RIFF", "MSCF", "PK", "xar!", "0707", "!<arch>", "ID3", ".pfile"]
        if magic.contains(where: { start.hasPrefix($0) }) || head.contains("ustar") || head.contains("{\\rtf") {
            return true
        }
        return bytes.count > 32_774 && bytes[32_769...].starts(with: Array("CD001".utf8))
    }
}
