/// The table of shared strings, which runs on over continuations; where one begins within a string, it begins with the
/// width of the characters.
struct ExcelStrings {
    private let pieces: [ArraySlice<UInt8>]
    private var piece = 0
    private var place = 8

    init(_ record: ExcelRecords.Record) { pieces = [record.body] + record.continuations }

    /// MS-XLS 2.5.293: length, flags, counts of runs and of phonetic bytes, characters, then those.
    mutating func next() -> String? {
        skipEmpty()
        guard let length = word(), let flags = byte() else { return nil }
        let runs = flags & 0x08 != 0 ? word() ?? 0 : 0
        let phonetic = flags & 0x04 != 0 ? (word() ?? 0) | (word() ?? 0) << 16 : 0
        let text = characters(length, isWide: flags & 1 != 0)
        skip(runs * 4 + phonetic)
        return text
    }

    private mutating func skipEmpty() {
        while pieces.indices.contains(piece), place >= pieces[piece].count {
            piece += 1
            place = 0
        }
    }

    private mutating func byte() -> Int? {
        skipEmpty()
        guard pieces.indices.contains(piece) else { return nil }
        defer { place += 1 }
        return pieces[piece].byte(at: place).map { Int($0) }
    }

    private mutating func word() -> Int? {
        guard let low = byte(), let high = byte() else { return nil }
        return low | high << 8
    }

    private mutating func characters(_ length: Int, isWide start: Bool) -> String {
        var (text, left, isWide) = ("", length, start)
        while left > 0, pieces.indices.contains(piece) {
            let raw = pieces[piece].bytes(at: place, count: isWide ? left * 2 : left)
            text += Self.text(raw, isWide: isWide)
            left -= isWide ? (raw.count + 1) / 2 : raw.count
            place += raw.count
            guard left > 0 else { break }
            piece += 1
            place = 0
            guard let flags = byte() else { break }
            isWide = flags & 1 != 0
        }
        return text
    }

    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0, pieces.indices.contains(piece) {
            let step = min(left, pieces[piece].count - place)
            place += step
            left -= step
            if left > 0 {
                piece += 1
                place = 0
            }
        }
    }

    /// Narrow characters are the low bytes of UTF-16.
    static func text(_ raw: ArraySlice<UInt8>, isWide: Bool) -> String {
        if isWide { return String(decoding: TextEncoding.utf16(raw), as: UTF8.self) }
        return String(decoding: raw.map { UInt16($0) }, as: UTF16.self)
    }
}
