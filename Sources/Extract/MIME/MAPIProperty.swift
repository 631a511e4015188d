/// A property of a message as `winmail.dat` lists them (MS-OXTNEF 2.1.3.4).
struct MAPIProperty {
    let id: Int
    private let type: Int
    /// The first of several.
    let value: ArraySlice<UInt8>

    var isObject: Bool { type == 0x0D }
    var isString: Bool { type == 0x1E || type == 0x1F }

    /// UTF-8.
    var text: [UInt8] {
        let text = type == 0x1F ? TextEncoding.utf16(value) : TextEncoding.decode(value, named: nil)
        return Array(text.prefix { $0 != 0 })
    }

    /// Those with a length of their own; reading ends at a type that is not known.
    static func all(_ body: ArraySlice<UInt8>) -> [MAPIProperty] {
        var found: [MAPIProperty] = []
        var place = 4
        for _ in 0..<min(body.u32(at: 0) ?? 0, 10_000) {
            guard let type = body.u16(at: place), let id = body.u16(at: place + 2) else { break }
            place += 4
            if id >= 0x8000 { place = behindName(body, at: place) }
            let isMany = type & 0x1000 != 0
            let single = type & 0xEFFF
            if [0x0D, 0x1E, 0x1F, 0x102].contains(single) {
                let count = body.u32(at: place) ?? 0
                place += 4
                for index in 0..<min(count, 10_000) {
                    guard let size = body.u32(at: place) else { return found }
                    let value = body.bytes(at: place + 4, count: size)
                    if index == 0 { found.append(MAPIProperty(id: id, type: single, value: value)) }
                    place += 4 + (size + 3) / 4 * 4
                }
            } else {
                guard let size = sizes[single] else { break }
                let count = isMany ? body.u32(at: place) ?? 0 : 1
                place += (isMany ? 4 : 0) + size * min(count, 1 << 24)
            }
        }
        return found
    }

    /// A set of names, then a number or a name in it.
    private static func behindName(_ body: ArraySlice<UInt8>, at place: Int) -> Int {
        guard body.u32(at: place + 16) == 1 else { return place + 24 }
        return place + 24 + ((body.u32(at: place + 20) ?? 0) + 3) / 4 * 4
    }

    /// Of values of a fixed length, filled up to four bytes.
    private static let sizes = [
        0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16,
    ]
}
