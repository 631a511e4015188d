/// A member of a zip archive as its directory describes it; the sizes may lie.
struct ZipMember {
    var name: String
    var method: Int
    var isEncrypted: Bool
    var compressedSize: Int
    var size: Int
    /// Where its local header stands.
    var offset: Int

    var isFolder: Bool { name.hasSuffix("/") && size == 0 }
    var isReadable: Bool { !isEncrypted && (method == 0 || method == 8) }
}
