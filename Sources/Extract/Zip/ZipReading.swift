import Model

/// Reading members within the budget.
extension Extractor {
    /// Passes the content of a member on, piece by piece.
    func stream(_ member: ZipMember, of archive: ZipArchive, to take: (UnsafeBufferPointer<UInt8>) throws -> Void)
        throws
    {
        guard !member.isEncrypted else { throw Halt.encrypted("it has a password") }
        let data = try archive.data(of: member)
        switch member.method {
        case 0:
            try budget.spend(bytes: data.count)
            try data.withUnsafeBufferPointer(take)
        case 8: try inflate(data, as: .raw, to: take)
        default:
            let method = Self.methods[member.method] ?? "method \(member.method)"
            throw Halt.unsupported("\(name: member.name) is compressed by \(method), which is not read")
        }
    }

    /// APPNOTE.TXT 4.4.5.
    private static let methods = [
        9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd",
    ]

    /// All of a member; where a limit ends it, what came before, with a remark.
    func content(of member: ZipMember, of archive: ZipArchive) throws -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(min(member.size, budget.remainingBytes, (member.compressedSize + 64) * limits.ratio))
        do {
            try stream(member, of: archive) { content.append(contentsOf: $0) }
        } catch let halt as Halt {
            guard case .limit = halt, !content.isEmpty else { throw halt }
            remark(halt)
        }
        return content
    }
}
