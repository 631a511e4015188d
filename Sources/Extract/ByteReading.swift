import Glibc

/// Numbers out of bytes; nil outside of them. Least significant byte first, as Microsoft's formats and zip have it.
extension RandomAccessCollection where Element == UInt8, Index == Int {
    func byte(at place: Int) -> UInt8? {
        place >= 0 && place < count ? self[startIndex + place] : nil
    }

    func u16(at place: Int) -> Int? {
        guard place >= 0, count >= 2, place <= count - 2 else { return nil }
        return Int(self[startIndex + place]) | Int(self[startIndex + place + 1]) << 8
    }

    func u32(at place: Int) -> Int? {
        guard let low = u16(at: place), let high = u16(at: place + 2) else { return nil }
        return low | high << 16
    }

    /// Nil too where it exceeds an `Int`.
    func u64(at place: Int) -> Int? {
        guard let low = u32(at: place), let high = u32(at: place + 4) else { return nil }
        return Int(exactly: UInt64(low) | UInt64(high) << 32)
    }

    func double(at place: Int) -> Double? {
        guard let low = u32(at: place), let high = u32(at: place + 4) else { return nil }
        return Double(bitPattern: UInt64(low) | UInt64(high) << 32)
    }

    /// As much of it as there is.
    func bytes(at place: Int, count wanted: Int) -> SubSequence {
        let start = Swift.min(Swift.max(place, 0), count)
        let end = wanted <= 0 ? start : Swift.min(start + Swift.min(wanted, count), count)
        return self[(startIndex + start)..<(startIndex + end)]
    }

    func hasPrefix(_ text: String) -> Bool { starts(with: text.utf8) }

    /// The offset of the first occurrence, within the first `within` bytes.
    func offset(of text: String, within: Int = .max) -> Int? {
        let wanted = Array(text.utf8)
        let found = withContiguousStorageIfAvailable { Self.offset(of: wanted, in: $0.prefix(Swift.max(0, within))) }
        if let found { return found }
        guard let first = wanted.first, count >= wanted.count else { return nil }
        let last = Swift.min(count, within) - wanted.count
        guard last >= 0 else { return nil }
        for place in 0...last where self[startIndex + place] == first {
            if self[(startIndex + place)...].starts(with: wanted) { return place }
        }
        return nil
    }

    /// The offset of the last occurrence.
    func lastOffset(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return nil }
        for place in (0...(count - wanted.count)).reversed() where self[startIndex + place] == first {
            if self[(startIndex + place)...].starts(with: wanted) { return place }
        }
        return nil
    }

    private static func offset(of wanted: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let buffer = UnsafeBufferPointer(rebasing: bytes)
        guard let start = buffer.baseAddress, let first = wanted.first, buffer.count >= wanted.count else { return nil }
        var place = 0
        while place + wanted.count <= buffer.count,
            let next = memchr(start + place, Int32(first), buffer.count - wanted.count - place + 1)
        {
            place = UnsafeRawPointer(next) - UnsafeRawPointer(start)
            if memcmp(next, wanted, wanted.count) == 0 { return place }
            place += 1
        }
        return nil
    }
}
