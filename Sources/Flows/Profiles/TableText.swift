/// A table in UTF-8, piece by piece, whatever it was written in: UTF-16, UTF-8, and what a line is in that is neither is Windows-1252.
struct TableText {
    /// Whether something was neither UTF-8 nor UTF-16.
    private(set) var isOld = false
    private var old = OldText()
    /// Whether what was neither UTF-8 nor UTF-16 cannot have been Windows-1252 either.
    var isForeign: Bool { old.isForeign }
    private let form: PlainText.Form
    /// Whether lines end with a carriage return alone, as old Macs wrote them.
    private let endsWithReturns: Bool
    private var isFirst = true
    /// The beginning of a character that the next piece ends; UTF-16 alone needs it.
    private var rest: [UInt8] = []

    /// - Parameter sample: how the table begins.
    /// - Returns: nil for what is no text.
    init?(_ sample: ArraySlice<UInt8>) {
        guard let form = PlainText.form(of: sample) else { return nil }
        self.form = form
        endsWithReturns = !sample.contains(10) && sample.dropLast().contains(13)
    }

    /// - Parameter piece: whole lines of a table that is not UTF-16.
    mutating func add(_ piece: [UInt8]) -> [UInt8] {
        let bytes = isFirst ? Array(piece.dropFirst(form.mark)) : piece
        isFirst = false
        switch form {
        case .narrow: return narrow(endsWithReturns ? bytes.map { $0 == 13 ? 10 : $0 } : bytes)
        case .wide(let isLittle, _): return wide(rest + bytes, isLittle: isLittle)
        }
    }

    private mutating func wide(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
        var end = bytes.count & ~1
        if end >= 2, bytes[isLittle ? end - 1 : end - 2] & 0xFC == 0xD8 { end -= 2 }
        rest = Array(bytes[end...])
        return Array(PlainText.wide(bytes[..<end], isLittle: isLittle).utf8)
    }

    private mutating func narrow(_ bytes: [UInt8]) -> [UInt8] {
        guard !Self.isUTF8(bytes[...]) else {
            if bytes.contains(0x1B) { old.add(bytes.filter { $0 < 0x80 }[...]) }
            return bytes
        }
        isOld = true
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        return Array(lines.map { narrow(line: $0) }.joined(separator: [10]))
    }

    private mutating func narrow(line: ArraySlice<UInt8>) -> [UInt8] {
        guard !Self.isUTF8(line) else { return Array(line) }
        old.add(line)
        return PlainText.windows1252(line)
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }
}
