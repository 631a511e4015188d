/// An object as OLE 1.0 stores it, which RTF has in hexadecimal digits (MS-OLEDS 2.2.5).
enum EmbeddedObject {
    /// The content: a compound file, or the file that the packager wrapped.
    static func content(_ object: [UInt8]) -> [UInt8] {
        var place = 8
        // Class, topic and item, each behind its length.
        for _ in 0..<3 { place += 4 + min(object.u32(at: place) ?? 0, object.count) }
        guard let size = object.u32(at: place) else { return [] }
        let data = object.bytes(at: place + 4, count: size)
        if data.starts(with: CompoundFile.magic) { return Array(data) }
        return Array(CompoundDocument.packaged([0, 0, 0, 0] + data))
    }
}
