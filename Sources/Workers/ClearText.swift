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

    /// With which formats of letters begin, after white space: markup, protected mail, RTF, pictures, archives of text headers.
    private static let beginnings = [
        "<", "-----BEGIN PGP", "{\\rtf", "BM", "BZh", "GIF8", "RIFF", "MSCF", "PK", "xar!", "0707", "!<arch>", "ID3",
        ".pfile",
    ].map { Array($0.utf8) }
    /// What they have near their beginning.
    private static let marks = ["%PDF-", "ustar", "{\\rtf"].map { Array($0.utf8) }

    private static func opensLikeAFormat(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(1200)
        guard let first = head.firstIndex(where: { $0 > 0x20 }) else { return true }
        return beginnings.contains { head[first...].starts(with: $0) } || marks.contains { holds(head, $0) }
            || (bytes.count > 32_774 && bytes[32_769...].starts(with: "CD001".utf8))
    }

    private static func holds(_ head: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
        head.indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
    }
}
