/// A file inside of an address: `data:text/plain;base64,…` (RFC 2397).
struct HTMLEmbedded {
    /// `text/plain`, in lower case.
    let type: String
    let content: [UInt8]

    /// - Returns: nil for other addresses, and for files that are fonts, sound or films.
    init?(_ address: String) {
        guard address.prefix(5).lowercased() == "data:" else { return nil }
        let bytes = Array(address.utf8.dropFirst(5))
        guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        let head = String(decoding: bytes[..<comma], as: UTF8.self).lowercased()
        let type = String(head.prefix { $0 != ";" })
        guard !["font", "audio/", "video/", "application/x-font"].contains(where: { type.hasPrefix($0) }) else {
            return nil
        }
        self.type = type
        let data = bytes[(comma + 1)...]
        let plain = Array(percentDecoded(String(decoding: data, as: UTF8.self)).utf8)
        content = head.hasSuffix("base64") ? TransferEncoding.base64(plain[...]) : plain
    }
}
