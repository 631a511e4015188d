import Foundation

/// The lines of a header block, found without looking at what they mean. Every byte is looked at a fixed number of times.
struct HeaderBlock {
    static let longestBlock = 16 << 20
    static let longestField = 1 << 20
    static let mostFields = 10_000

    /// Offsets into the block; a block has at most 16 MB.
    struct Span: Sendable {
        var nameStart: UInt32
        var nameEnd: UInt32
        var bodyStart: UInt32
        var bodyEnd: UInt32
        /// Of the name in lower case; equal names have equal keys.
        var key: UInt32
        var isAfterBareCR: Bool

        var nameRange: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var bodyRange: Range<Int> { Int(bodyStart)..<Int(bodyEnd) }
    }

    private(set) var spans: [Span] = []
    private(set) var defects: Set<MessageDefect> = []
    /// How many bytes belong to the block, the empty line left out.
    private(set) var length = 0
    private var hasCRLF = false
    private var hasBareLF = false
    /// A field is open, so that a line with a leading blank continues it.
    private var isFieldOpen = false

    init(_ whole: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeBufferPointer(rebasing: whole.prefix(Self.longestBlock))
        spans.reserveCapacity(32)
        read(bytes)
        if whole.count > bytes.count, length == bytes.count { defects.insert(.longBlock) }
        if hasCRLF, hasBareLF { defects.insert(.mixedLineEnds) }
        if Self.first(0, in: bytes, from: 0, to: length) != nil { defects.insert(.nul) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = start(of: bytes)
        while place < bytes.count {
            let (end, next) = line(from: place, in: bytes)
            if end == place {
                length = place
                return
            }
            guard spans.count < Self.mostFields else {
                defects.insert(.tooManyFields)
                length = place
                return
            }
            take(place..<end, in: bytes)
            place = next
        }
        length = bytes.count
    }

    /// Past a byte order mark, empty lines and an mbox separator (RFC 4155).
    private mutating func start(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = place
        while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
        if place > first { defects.insert(.blankStart) }
        guard bytes[place...].starts(with: Array("From ".utf8)) else { return place }
        let (end, next) = line(from: place, in: bytes)
        let colon = Self.first(UInt8(ascii: ":"), in: bytes, from: place, to: end)
        return colon.map { Self.isName(bytes, place..<$0) } == true ? place : next
    }

    /// - Returns: where the text of the line ends, and where the next line begins.
    private mutating func line(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, next: Int) {
        guard let feed = Self.first(0x0A, in: bytes, from: start, to: bytes.count) else {
            return (bytes.count, bytes.count)
        }
        if feed > start, bytes[feed - 1] == 0x0D {
            hasCRLF = true
            return (feed - 1, feed + 1)
        }
        hasBareLF = true
        return (feed, feed + 1)
    }

    private mutating func take(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        if bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 {
            if isFieldOpen {
                lengthen(to: line.upperBound)
            } else if spans.isEmpty, !defects.contains(.notAField) {
                defects.insert(.blankStart)
                open(line, in: bytes, isAfterBareCR: false)
            }
        } else {
            open(line, in: bytes, isAfterBareCR: false)
        }
        if Self.first(0x0D, in: bytes, from: line.lowerBound, to: line.upperBound) != nil {
            takeParts(of: line, in: bytes)
        }
    }

    private mutating func lengthen(to end: Int) {
        guard let last = spans.indices.last(where: { !spans[$0].isAfterBareCR }) else { return }
        let longest = Int(spans[last].bodyStart) + Self.longestField
        if end > longest { defects.insert(.longField) }
        spans[last].bodyEnd = UInt32(min(end, longest))
    }

    /// A line that holds a field becomes a span; another line closes the field before it.
    private mutating func open(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, isAfterBareCR: Bool) {
        let colon = Self.first(UInt8(ascii: ":"), in: bytes, from: line.lowerBound, to: line.upperBound)
        guard let colon, Self.isName(bytes, line.lowerBound..<colon) else {
            if !isAfterBareCR {
                defects.insert(.notAField)
                isFieldOpen = false
            }
            return
        }
        let name = Self.trimmed(bytes, line.lowerBound..<colon)
        if name.upperBound < colon { defects.insert(.blankBeforeColon) }
        if line.upperBound - colon - 1 > Self.longestField { defects.insert(.longField) }
        let end = min(line.upperBound, colon + 1 + Self.longestField)
        spans.append(
            Span(
                nameStart: UInt32(name.lowerBound), nameEnd: UInt32(name.upperBound), bodyStart: UInt32(colon + 1),
                bodyEnd: UInt32(end), key: Self.key(bytes[name]), isAfterBareCR: isAfterBareCR))
        if !isAfterBareCR { isFieldOpen = true }
    }

    /// The fields that a line hides behind bare CRs.
    private mutating func takeParts(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        defects.insert(.bareCR)
        var place = line.lowerBound
        while let cut = Self.first(0x0D, in: bytes, from: place, to: line.upperBound), spans.count < Self.mostFields {
            let end = Self.first(0x0D, in: bytes, from: cut + 1, to: line.upperBound) ?? line.upperBound
            open((cut + 1)..<end, in: bytes, isAfterBareCR: true)
            place = end
        }
    }
}

extension HeaderBlock {
    /// Of a name in lower case (FNV-1a).
    static func key(_ name: some Sequence<UInt8>) -> UInt32 {
        name.reduce(2_166_136_261) { ($0 ^ UInt32(lowered($1))) &* 16_777_619 }
    }

    static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func first(
        _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int? {
        guard start < end, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a name stands there: at most 256 bytes, blanks and controls around it only.
    private static func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let name = trimmed(bytes, range)
        return !name.isEmpty && name.count <= 256 && name.allSatisfy { bytes[$0] > 0x20 && bytes[$0] != 0x7F }
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
