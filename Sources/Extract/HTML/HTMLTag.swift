/// A start or end tag, with the attributes of a start.
struct HTMLTag {
    /// In lower case, without a prefix.
    let name: String
    let isEnd: Bool
    private(set) var attributes: [String: String] = [:]
    /// Just behind it.
    private(set) var end: Int

    /// - Returns: nil where a `<` begins no tag.
    init?(_ bytes: [UInt8], at start: Int) {
        var place = start + 1
        isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        guard place < bytes.count, Self.isLetter(bytes[place]) || [0x21, 0x3F].contains(bytes[place]) else {
            return nil
        }
        let raw = bytes[place...].prefix(64).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">") && ($0 != UInt8(ascii: "/"))
        }
        let whole = String(decoding: raw, as: UTF8.self).lowercased()
        name = whole.split(separator: ":").last.map(String.init) ?? whole
        end = raw.endIndex
        readAttributes(bytes)
    }

    private mutating func readAttributes(_ bytes: [UInt8]) {
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: ">") {
                end += 1
                return
            }
            if byte == UInt8(ascii: "<") { return }
            if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") {
                end += 1
                continue
            }
            readAttribute(bytes)
        }
    }

    private mutating func readAttribute(_ bytes: [UInt8]) {
        let key = bytes[end...].prefix { $0 > 0x20 && ![0x3D, 0x3E, 0x2F].contains($0) }
        end = max(key.endIndex, end + 1)
        skipBlanks(bytes)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else { return }
        end += 1
        skipBlanks(bytes)
        guard end < bytes.count else { return }
        let quote = bytes[end]
        let value: ArraySlice<UInt8>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            value = bytes[(end + 1)...].prefix { $0 != quote }
            end = min(bytes.count, value.endIndex + 1)
        } else {
            value = bytes[end...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            end = value.endIndex
        }
        guard attributes.count < 64, !key.isEmpty else { return }
        attributes[String(decoding: key.prefix(64), as: UTF8.self).lowercased()] = HTMLReferences.resolved(value)
    }

    private mutating func skipBlanks(_ bytes: [UInt8]) {
        while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
