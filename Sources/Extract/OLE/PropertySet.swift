/// A property set stream (MS-OLEPS): the texts of its sections, user-defined ones with their names.
enum PropertySet {
    /// - Returns: in order; the key of a property without a name is empty.
    static func all(_ stream: [UInt8]) -> [(key: String, value: String)] {
        guard stream.u16(at: 0) == 0xFFFE, let count = stream.u32(at: 24) else { return [] }
        var found: [(String, String)] = []
        for index in 0..<min(count, 8) {
            guard let start = stream.u32(at: 28 + index * 20 + 16), start < stream.count else { continue }
            found += section(stream[start...])
        }
        return found
    }

    private static func section(_ section: ArraySlice<UInt8>) -> [(String, String)] {
        guard let count = section.u32(at: 4) else { return [] }
        var offsets: [(id: Int, offset: Int)] = []
        for index in 0..<min(count, 2000) {
            guard let id = section.u32(at: 8 + index * 8), let offset = section.u32(at: 12 + index * 8) else { break }
            offsets.append((id, offset))
        }
        let codePage = offsets.first { $0.id == 1 }.flatMap { section.u16(at: $0.offset + 4) } ?? 1252
        let names = offsets.first { $0.id == 0 }.map { dictionary(section, at: $0.offset, codePage: codePage) } ?? [:]
        return offsets.compactMap { id, offset in
            guard id > 1, let value = text(section, at: offset, codePage: codePage), !value.isEmpty else { return nil }
            return (names[id] ?? "", value)
        }
    }

    private static func dictionary(_ section: ArraySlice<UInt8>, at start: Int, codePage: Int) -> [Int: String] {
        guard let count = section.u32(at: start) else { return [:] }
        var names: [Int: String] = [:]
        var place = start + 4
        for _ in 0..<min(count, 2000) {
            guard let id = section.u32(at: place), let length = section.u32(at: place + 4), length <= 1 << 12 else {
                break
            }
            let size = codePage == 1200 ? length * 2 : length
            names[id] = string(section.bytes(at: place + 8, count: size), codePage: codePage)
            place += 8 + (codePage == 1200 ? (size + 3) / 4 * 4 : size)
        }
        return names
    }

    /// VT_LPSTR, VT_LPWSTR, VT_BOOL and VT_I4; others have no text.
    private static func text(_ section: ArraySlice<UInt8>, at place: Int, codePage: Int) -> String? {
        guard let type = section.u16(at: place), let first = section.u32(at: place + 4) else { return nil }
        switch type {
        case 0x1E: return string(section.bytes(at: place + 8, count: min(first, 1 << 20)), codePage: codePage)
        case 0x1F: return string(section.bytes(at: place + 8, count: min(first, 1 << 19) * 2), codePage: 1200)
        case 0x0B: return first & 0xFFFF == 0 ? "false" : "true"
        case 0x03: return String(Int32(truncatingIfNeeded: first))
        default: return nil
        }
    }

    private static func string(_ bytes: ArraySlice<UInt8>, codePage: Int) -> String {
        let text = TextEncoding.decode(bytes, codePage: codePage)
        return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
}
