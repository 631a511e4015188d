/// Images of formats that tesseract does not read, by their first bytes. Telephones take their pictures so: they hold words as others do.
enum UnreadableImage {
    /// What the format is called; nil for all others.
    static func name(_ bytes: [UInt8]) -> String? {
        if let name = boxed(bytes) { return name }
        return starts.first { bytes.starts(with: $0.bytes) }?.name
    }

    private static let starts: [(bytes: [UInt8], name: String)] = [
        ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "JPEG XL"), ([0xFF, 0x0A], "JPEG XL"),
        ([0x49, 0x49, 0xBC, 1], "JPEG XR"), (Array("8BPS\0".utf8), "PSD"), ([0x49, 0x49, 0x2B, 0], "BigTIFF"),
        ([0x4D, 0x4D, 0, 0x2B], "BigTIFF"),
    ]

    /// ISO 14496-12: the brand of the file, and those it is compatible with; films are of the same form.
    private static func boxed(_ bytes: [UInt8]) -> String? {
        guard bytes.bytes(at: 4, count: 4).hasPrefix("ftyp"), let size = bytes.byte(at: 3), bytes.byte(at: 0) == 0
        else { return nil }
        let fields = stride(from: 8, to: min(Int(size), bytes.count) - 3, by: 4).map { bytes.bytes(at: $0, count: 4) }
        let brands = fields.map { String(decoding: $0, as: UTF8.self) }
        if brands.contains(where: { ["avif", "avis"].contains($0) }) { return "AVIF" }
        let first = brands.first ?? ""
        return heif.contains(first) || (first.hasPrefix("hei") || first.hasPrefix("hev")) ? "HEIF" : nil
    }

    private static let heif: Set<String> = [
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "miaf", "jpeg",
    ]
}
