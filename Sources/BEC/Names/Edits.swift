/// How many letters of two words differ: Damerau–Levenshtein in its restricted form (optimal string alignment).
struct Edits {
    /// A letter left out, added, replaced, or two neighbours swapped, each counts one.
    let count: Int
    /// Half edits: a neighbouring key, a look-alike or a doubled letter counts one, everything else two.
    let weight: Int

    /// Nil when more than `limit` letters differ.
    init?(_ seen: [UInt8], _ listed: [UInt8], limit: Int) {
        guard abs(seen.count - listed.count) <= limit, seen.count <= 40, listed.count <= 40 else { return nil }
        var start = 0
        let shorter = min(seen.count, listed.count)
        while start < shorter, seen[start] == listed[start] { start += 1 }
        var seenEnd = seen.count
        var listedEnd = listed.count
        while seenEnd > start, listedEnd > start, seen[seenEnd - 1] == listed[listedEnd - 1] {
            seenEnd -= 1
            listedEnd -= 1
        }
        // Most words differ in more places than one; without this most of the time goes into the table below.
        if limit == 1, max(seenEnd, listedEnd) - start > 2 { return nil }
        let total = Self.sixteenths(seen, listed)
        count = (total + 15) / 16
        weight = total / 8
        if count > limit { return nil }
    }

    /// The distance, a full edit counting 16 and a likely one 14.
    private static func sixteenths(_ seen: [UInt8], _ listed: [UInt8]) -> Int {
        let width = listed.count + 1
        var rows = [Int](repeating: 0, count: width * (seen.count + 1))
        for column in 0..<width { rows[column] = column * 16 }
        for row in 0..<seen.count {
            rows[(row + 1) * width] = (row + 1) * 16
            for column in 0..<listed.count {
                let here = (row + 1) * width + column + 1
                let same = seen[row] == listed[column]
                var best =
                    rows[row * width + column] + (same ? 0 : 14 + (areNear(seen[row], listed[column]) ? 0 : 2))
                let added = row > 0 && seen[row] == seen[row - 1] ? 14 : 16
                let dropped = column > 0 && listed[column] == listed[column - 1] ? 14 : 16
                best = min(best, rows[row * width + column + 1] + added, rows[(row + 1) * width + column] + dropped)
                if row > 0, column > 0, seen[row] == listed[column - 1], seen[row - 1] == listed[column] {
                    best = min(best, rows[(row - 1) * width + column - 1] + 14)
                }
                rows[here] = best
            }
        }
        return rows[seen.count * width + listed.count]
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
