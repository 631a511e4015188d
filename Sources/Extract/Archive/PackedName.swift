/// What a file is called that was compressed by itself.
enum PackedName {
    /// `memo.eml` of `memo.eml.gz`. It decides between kinds of text only.
    static func inside(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
            endings.contains(name[name.index(after: dot)...].lowercased())
        else { return name }
        return String(name[..<dot])
    }

    private static let endings: Set<String> = ["gz", "bz2", "xz", "zst", "lz4", "lzma", "z", "gzip", "bzip2", "zstd"]
}
