import Glibc

/// The runs of a text that are of one byte or of two a character: logs to which PowerShell and others wrote in turn are both.
struct TextRuns {
    struct Run {
        var range: Range<Int>
        let unit: TextUnit
    }

    private(set) var runs: [Run] = []
    /// There were too many to follow, or what is left between them is no text.
    private(set) var isCut = false

    private static let most = 1_000_000

    /// - Parameter claimed: what the document says of itself, where there is neither a mark nor a sign in the bytes.
    init(_ bytes: [UInt8], claimed: TextUnit = .byte) {
        let mark = TextUnit.marked(bytes)
        let start = mark?.length ?? 0
        let unit = mark?.unit ?? (Self.startsNarrow(bytes) ? .byte : TextUnit.unmarked(bytes) ?? claimed)
        guard unit.size < 4, unit.size == 2 || bytes.contains(0) else {
            runs = [Run(range: start..<bytes.count, unit: unit)]
            return
        }
        bytes.withUnsafeBufferPointer { divide(RunScan(bytes: $0), from: start, as: unit) }
    }

    static func startsWide(_ bytes: [UInt8]) -> Bool {
        (TextUnit.marked(bytes)?.unit ?? TextUnit.unmarked(bytes) ?? .byte) != .byte
    }

    /// Whether UTF-8 stands before the first zero, letters of more than one byte in it: other bytes are hardly ever such by accident.
    private static func startsNarrow(_ bytes: [UInt8]) -> Bool {
        guard let zero = bytes.firstIndex(of: 0), zero > 4 else { return false }
        let head = Array(bytes[..<(zero - 1)].prefix(4096))
        return head.contains { $0 >= 0xC2 } && head.count < 4096 && TextEncoding.isUTF8(head)
    }

    var doubted: TextRuns {
        var other = self
        other.isCut = true
        return other
    }

    var isNarrow: Bool { runs.allSatisfy { $0.unit == .byte } }
    /// Characters, near enough.
    var count: Int { runs.reduce(0) { $0 + $1.range.count / $1.unit.size } }

    /// The bytes of the runs of one byte a character.
    func narrow(of bytes: [UInt8]) -> [UInt8] {
        if let only = runs.first, runs.count == 1, only.range == bytes.indices {
            return only.unit == .byte ? bytes : []
        }
        return runs.reduce(into: []) { if $1.unit == .byte { $0 += bytes[$1.range] } }
    }

    /// The first and the last characters, cut between characters.
    func parts(of bytes: [UInt8], head: Int, tail: Int, isUTF8: Bool) -> (head: [Run], tail: [Run]) {
        let isInside = { (place: Int, unit: TextUnit) in
            unit == .byte && isUTF8 && place < bytes.count && bytes[place] & 0xC0 == 0x80
        }
        var (first, last): ([Run], [Run]) = ([], [])
        var left = head
        for run in runs where left > 0 {
            var end = min(run.range.upperBound, run.range.lowerBound + left * run.unit.size)
            while end < run.range.upperBound, isInside(end, run.unit) { end += 1 }
            first.append(Run(range: run.range.lowerBound..<end, unit: run.unit))
            left -= (end - run.range.lowerBound) / run.unit.size
        }
        left = tail
        for run in runs.reversed() where left > 0 {
            let most = run.range.count / run.unit.size
            var start = run.range.lowerBound + max(0, most - left) * run.unit.size
            while start < run.range.upperBound, isInside(start, run.unit) { start += 1 }
            last.insert(Run(range: start..<run.range.upperBound, unit: run.unit), at: 0)
            left -= min(left, most)
        }
        return (first, last)
    }

    private mutating func divide(_ scan: RunScan, from start: Int, as first: TextUnit) {
        var (place, unit) = (start, first)
        while place < scan.bytes.count {
            guard runs.count < Self.most else {
                runs.append(Run(range: place..<scan.bytes.count, unit: unit))
                isCut = true
                return
            }
            let next = unit == .byte ? scan.narrowEnd(from: place) : scan.wideEnd(from: place, as: unit)
            if place < next.end { runs.append(Run(range: place..<next.end, unit: unit)) }
            (place, unit) = (next.start, next.unit)
        }
    }
}

/// Where one run of a text ends and the next one begins.
private struct RunScan {
    struct Next {
        let end: Int
        /// Behind the mark, where there is one.
        let start: Int
        let unit: TextUnit
    }

    let bytes: UnsafeBufferPointer<UInt8>

    private func isText(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func unit(_ place: Int, _ order: TextUnit) -> (low: UInt8, high: UInt8) {
        order == .little16 ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
    }

    /// Whether four characters of ASCII stand there in UTF-16, not one and the same four times: so may other characters look.
    private func begins(_ place: Int, _ order: TextUnit) -> Bool {
        guard place >= 0, place + 8 <= bytes.count else { return false }
        var isVaried = false
        for number in 0..<4 {
            let (low, high) = unit(place + number * 2, order)
            guard high == 0, isText(low) else { return false }
            if low != unit(place, order).low { isVaried = true }
        }
        return isVaried
    }

    private func mark(at place: Int) -> TextUnit? {
        guard place + 1 < bytes.count else { return nil }
        switch (bytes[place], bytes[place + 1]) {
        case (0xFF, 0xFE): return .little16
        case (0xFE, 0xFF): return .big16
        default: return nil
        }
    }

    func narrowEnd(from start: Int) -> Next {
        var place = start
        while place < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + place, 0, bytes.count - place)
        {
            let zero = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if let marked = lastMark(from: place, to: zero) { return marked }
            if zero > start, begins(zero - 1, .little16), !isBig(at: zero) {
                let first = firstUnit(before: zero - 1, from: start)
                return Next(end: first, start: first, unit: .little16)
            }
            if begins(zero, .big16) { return Next(end: zero, start: zero, unit: .big16) }
            place = zero + 1
            while place < bytes.count, bytes[place] == 0 { place += 1 }
        }
        return Next(end: bytes.count, start: bytes.count, unit: .byte)
    }

    /// Whether the upper half comes first. In letters of ASCII both orders look the same but for one byte at each end: the text before ends
    /// with its line, or else what is behind comes out even.
    private func isBig(at zero: Int) -> Bool {
        guard begins(zero, .big16), bytes[zero - 1] != 0x0A else { return begins(zero, .big16) }
        return !(zero >= 2 && bytes[zero - 2] == 0x0A) && (bytes.count - zero) % 2 == 0
    }

    /// A mark inside of the text, with a zero not far behind it as UTF-16 has it: no text of one byte has those two in a row.
    private func lastMark(from start: Int, to zero: Int) -> Next? {
        var place = zero - 1
        while place >= max(start, zero - 512) {
            if let unit = mark(at: place), (zero - place) % 2 == (unit == .little16 ? 1 : 0) {
                return Next(end: place, start: place + 2, unit: unit)
            }
            place -= 1
        }
        return nil
    }

    /// Letters of Europe and the Near East before the first ones of ASCII belong to it: their other bytes are controls.
    private func firstUnit(before place: Int, from start: Int) -> Int {
        var place = place
        while place - 2 >= start {
            let (low, high) = unit(place - 2, .little16)
            guard (1...8).contains(high) || (high == 0 && (low >= 0xA0 || isText(low))) else { break }
            place -= 2
        }
        return place
    }

    func wideEnd(from start: Int, as order: TextUnit) -> Next {
        var place = start
        while place + 1 < bytes.count {
            let high = unit(place, order).high
            if high == 0 {
                place += 2
                continue
            }
            if let marked = mark(at: place) { return Next(end: place, start: place + 2, unit: marked) }
            // A single byte stands between two runs.
            if begins(place + 1, order) { return Next(end: place, start: place, unit: .byte) }
            guard isText(bytes[place]), isText(bytes[place + 1]) else {
                place += 2
                continue
            }
            let end = narrowStretch(from: place, order)
            let isOdd = (end - place) % 2 == 1 && (end >= bytes.count || begins(end, order))
            let isLine = place == start || unit(place - 2, order) == (0x0A, 0)
            if isOdd || isNarrow(place..<end, order) || isLine && isNarrowLine(place..<end, order) {
                return Next(end: place, start: place, unit: .byte)
            }
            place += max(2, (end - place) / 2 * 2)
        }
        // With half a character, which is none of another run either.
        return Next(end: bytes.count, start: bytes.count, unit: .byte)
    }

    /// Where bytes of ASCII end that stand in a row.
    private func narrowStretch(from place: Int, _ order: TextUnit) -> Int {
        var end = place
        while end < bytes.count, end - place < 4096, isText(bytes[end]) { end += 1 }
        let isBeforeZero = order == .little16 && end < bytes.count && bytes[end] == 0
        return isBeforeZero ? end - 1 : end
    }

    /// Whether ASCII it is and not letters of the East, of which many are a pair of such bytes too. The blocks where a blank, a comma or a digit
    /// would be the upper half are hardly in use, two different ones of them in a row never; and of small letters alone no word of the East is.
    private func isNarrow(_ range: Range<Int>, _ order: TextUnit) -> Bool {
        var (rare, small, total) = (Set<UInt8>(), 0, 0)
        for place in stride(from: range.lowerBound, to: range.upperBound - 1, by: 2) {
            let (low, high) = unit(place, order)
            if high == 0x20 || (0x2C...0x2F).contains(high) || (0x31...0x4D).contains(high) { rare.insert(high) }
            if isSmall(low), isSmall(high) { small += 1 }
            total += 1
        }
        return (rare.count >= 2 && total >= 3) || (small >= 6 && small * 2 >= total)
    }

    /// The same of what begins a line, and ends with the line of one byte or with the file.
    private func isNarrowLine(_ range: Range<Int>, _ order: TextUnit) -> Bool {
        if bytes[range.upperBound - 1] == 0x0A {
            return range.upperBound == bytes.count || begins(range.upperBound, order)
        }
        let uppers = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).map { unit($0, order).high }
        return range.upperBound == bytes.count && uppers.count >= 4 && Set(uppers).count >= 3
    }

    private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte == 0x20 }
}
