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
        default: throw Halt.damaged("\(member.name) is compressed by method \(member.method)")
        }
    }

    /// All of a member.
    func content(of member: ZipMember, of archive: ZipArchive) throws -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(min(member.size, budget.remainingBytes, (member.compressedSize + 64) * limits.ratio))
        try stream(member, of: archive) { content.append(contentsOf: $0) }
        return content
    }
}
