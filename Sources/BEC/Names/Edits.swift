/// How many letters of two words differ: Damerau–Levenshtein in its restricted form (optimal string alignment).
struct Edits {
    /// A letter left out, added, replaced, or two neighbours swapped, each counts one.
    let count: Int
    /// Half edits: a neighbouring key, a look-alike or a doubled letter counts one, everything else two.
    let weight: Int

    /// Nil when more than `limit` letters differ.
    init?(_ seen: [UInt8], _ listed: [UInt8], limit: Int) {
        let total = seen.withUnsafeBufferPointer { seen in
            listed.withUnsafeBufferPointer { Self.sixteenths(seen, $0, limit: limit) }
        }
        guard let total else { return nil }
        self.init(sixteenths: total)
    }

    /// Of words as they lie in memory; nil when more than `limit` letters differ.
    init?(_ seen: UnsafeBufferPointer<UInt8>, _ listed: UnsafeBufferPointer<UInt8>, limit: Int) {
        guard let total = Self.sixteenths(seen, listed, limit: limit) else { return nil }
        self.init(sixteenths: total)
    }

    private init(sixteenths total: Int) {
        count = (total + 15) / 16
        weight = total / 8
    }

    private typealias Word = UnsafeBufferPointer<UInt8>

    /// The distance, a full edit counting 16 and a likely one 14; nil beyond the limit.
    private static func sixteenths(_ seen: Word, _ listed: Word, limit: Int) -> Int? {
        guard abs(seen.count - listed.count) <= limit, seen.count <= 40, listed.count <= 40 else { return nil }
        var start = 0
        let shorter = min(seen.count, listed.count)
        while start < shorter, seen[start] == listed[start] { start += 1 }
        var (seenEnd, listedEnd) = (seen.count, listed.count)
        while seenEnd > start, listedEnd > start, seen[seenEnd - 1] == listed[listedEnd - 1] {
            seenEnd -= 1
            listedEnd -= 1
        }
        // Most pairs of words differ in one place, or in too many; neither needs the table below.
        switch (seenEnd - start, listedEnd - start) {
        case (0, 0): return 0
        case _ where limit < 1: return nil
        case (1, 0): return start > 0 && seen[start] == seen[start - 1] ? 14 : 16
        case (0, 1): return start > 0 && listed[start] == listed[start - 1] ? 14 : 16
        case (1, 1): return areNear(seen[start], listed[start]) ? 14 : 16
        case (2, 2) where seen[start] == listed[start + 1] && seen[start + 1] == listed[start]: return 14
        case _ where limit == 1: return nil
        default: return table(seen, listed, limit: limit)
        }
    }

    /// Only the cells near the diagonal are filled: the others are beyond the limit.
    private static func table(_ seen: Word, _ listed: Word, limit: Int) -> Int? {
        let width = listed.count + 1
        let most = limit * 16
        let total = withUnsafeTemporaryAllocation(of: Int16.self, capacity: width * (seen.count + 1)) { rows -> Int in
            rows.initialize(repeating: Int16(most + 1))
            for column in 0...min(limit, listed.count) { rows[column] = Int16(column * 16) }
            for row in 0..<seen.count {
                if row < limit { rows[(row + 1) * width] = Int16((row + 1) * 16) }
                var least = row < limit ? (row + 1) * 16 : most + 1
                for column in max(0, row - limit)..<max(max(0, row - limit), min(listed.count, row + limit + 1)) {
                    let value = cell(row, column, seen, listed, rows, width)
                    rows[(row + 1) * width + column + 1] = Int16(min(value, most + 1))
                    least = min(least, value)
                }
                // A swap may still reach over one row.
                if least > most, row > 0, isLost(rows, row, width, most) { return most + 1 }
            }
            return Int(rows[seen.count * width + listed.count])
        }
        return total > most ? nil : total
    }

    private static func isLost(_ rows: UnsafeMutableBufferPointer<Int16>, _ row: Int, _ width: Int, _ most: Int) -> Bool
    {
        !rows[(row * width)..<((row + 1) * width)].contains { Int($0) + 14 <= most }
    }

    private static func cell(
        _ row: Int, _ column: Int, _ seen: Word, _ listed: Word, _ rows: UnsafeMutableBufferPointer<Int16>, _ width: Int
    ) -> Int {
        let corner = Int(rows[row * width + column])
        var best = seen[row] == listed[column] ? corner : corner + (areNear(seen[row], listed[column]) ? 14 : 16)
        let added = row > 0 && seen[row] == seen[row - 1] ? 14 : 16
        let dropped = column > 0 && listed[column] == listed[column - 1] ? 14 : 16
        best = min(best, Int(rows[row * width + column + 1]) + added, Int(rows[(row + 1) * width + column]) + dropped)
        if row > 0, column > 0, seen[row] == listed[column - 1], seen[row - 1] == listed[column] {
            best = min(best, Int(rows[(row - 1) * width + column - 1]) + 14)
        }
        return best
    }

    private static func areNear(_ one: UInt8, _ other: UInt8) -> Bool {
        guard one &- 0x61 < 26, other &- 0x61 < 26 else { return true }
        return near[Int(one - 0x61)] & (1 << UInt32(other - 0x61)) != 0
    }

    /// Neighbours on a QWERTY keyboard, and letters that look alike.
    private static let near: [UInt32] = {
        let rows = [
            "a": "qwszeo", "b": "vghnd", "c": "xdfvkeo", "d": "serfcxb", "e": "wsdrac", "f": "drtgvc", "g": "ftyhbvq",
            "h": "gyujnbn", "i": "ujkolyj", "j": "huikmni", "k": "jiolmc", "l": "kopi", "m": "njkn", "n": "bhjmh",
            "o": "iklpac", "p": "olq", "q": "wagp", "r": "edft", "s": "awedxzc", "t": "rfgyd", "u": "yhjiv",
            "v": "cfgbuw",
            "w": "qasev", "x": "zsdc", "y": "tghui", "z": "asxs",
        ]
        var near = [UInt32](repeating: 0, count: 26)
        for (letter, others) in rows {
            guard let index = letter.utf8.first else { continue }
            for other in others.utf8 {
                near[Int(index - 0x61)] |= 1 << UInt32(other - 0x61)
                near[Int(other - 0x61)] |= 1 << UInt32(index - 0x61)
            }
        }
        return near
    }()

    /// "one letter left out: Hernadez for Hernandez"
    static func words(_ seen: [UInt8], for listed: [UInt8]) -> String {
        let shown = "\(capitalised(seen)) for \(capitalised(listed))"
        guard let edits = Edits(seen, listed, limit: 1) else { return "several letters differ: \(shown)" }
        if edits.count == 0 { return shown }
        if seen.count < listed.count { return "one letter left out: \(shown)" }
        if seen.count > listed.count { return "one letter too many: \(shown)" }
        let different = seen.indices.filter { seen[$0] != listed[$0] }
        return different.count == 2 ? "two letters swapped: \(shown)" : "one letter replaced: \(shown)"
    }

    static func capitalised(_ word: [UInt8]) -> String {
        let text = String(decoding: word, as: UTF8.self)
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
