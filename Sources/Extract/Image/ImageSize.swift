/// How many pixels an image says it has, by its first bytes.
struct ImageSize: Equatable {
    let width: Int
    let height: Int

    var pixels: Int { width.multipliedReportingOverflow(by: height).overflow ? .max : width * height }

    private init?(_ width: Int?, _ height: Int?) {
        guard let width, let height else { return nil }
        (self.width, self.height) = (width, abs(height))
    }

    /// Nil for formats that are not known here.
    init?(_ bytes: [UInt8]) {
        func big(_ place: Int, _ count: Int) -> Int? {
            let field = bytes.bytes(at: place, count: count)
            return field.count == count ? field.reduce(0) { $0 << 8 | Int($1) } : nil
        }
        func little(_ place: Int, _ count: Int) -> Int? {
            let field = bytes.bytes(at: place, count: count)
            return field.count == count ? field.reversed().reduce(0) { $0 << 8 | Int($1) } : nil
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self.init(big(16, 4), big(20, 4))
        } else if bytes.hasPrefix("GIF8") {
            self.init(little(6, 2), little(8, 2))
        } else if bytes.hasPrefix("BM") {
            self.init(little(18, 4), little(22, 4).map { Int(Int32(truncatingIfNeeded: $0)) })
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            guard let frame = Self.jpegFrame(bytes) else { return nil }
            self.init(big(frame + 7, 2), big(frame + 5, 2))
        } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) {
            self.init(tiff: { little($0, $1) })
        } else if bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            self.init(tiff: { big($0, $1) })
        } else {
            return nil
        }
    }

    /// The place of the segment that begins a frame.
    private static func jpegFrame(_ bytes: [UInt8]) -> Int? {
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let kind = bytes[place + 1]
            // C4, C8 and CC are tables.
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) { return place }
            place += 2 + max(2, Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        }
        return nil
    }

    /// Width and height are the tags 256 and 257 of the first directory.
    private init?(tiff number: (_ place: Int, _ count: Int) -> Int?) {
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        func tag(_ wanted: Int) -> Int? {
            for entry in 0..<min(count, 4096) where number(directory + 2 + entry * 12, 2) == wanted {
                let value = directory + 10 + entry * 12
                return number(value - 6, 2) == 3 ? number(value, 2) : number(value, 4)
            }
            return nil
        }
        self.init(tag(256), tag(257))
    }
}
