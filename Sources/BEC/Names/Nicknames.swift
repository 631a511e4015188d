/// Which given names are forms of one another.
enum Nicknames {
    /// The names that share a family with this one, without itself; at most 48.
    static func relatives(of name: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for spelling in [name] + endingSpellings(name) {
            for family in families(of: spelling) {
                for member in members[Int(family)] where member != name && !found.contains(member) {
                    found.append(member)
                }
            }
        }
        return Array(found.prefix(48))
    }

    /// Flossy is Flossie.
    private static func endingSpellings(_ name: [UInt8]) -> [[UInt8]] {
        guard name.count >= 4, let last = name.last, last == 0x79 || last == 0x69 || last == 0x65, !isKnown(name) else {
            return []
        }
        guard let old = petEndings.last(where: { name.suffix($0.count).elementsEqual($0) }) else { return [] }
        let stem = Array(name.dropLast(old.count))
        return petEndings.filter { $0 != old }.map { stem + $0 }
    }

    private static let petEndings: [[UInt8]] = ["y", "i", "ie", "ey"].map { Array($0.utf8) }

    /// The two are Latin spellings of one Arabic or Korean name, be it a given name or a surname.
    static func areSpellings(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let second = families(of: other)
        return families(of: one).contains { Int($0) >= firstSpelling && second.contains($0) }
    }

    static func isKnown(_ name: [UInt8]) -> Bool { table.words.id(name) != nil }

    /// "Gabby", "Bev", "Tommy": a short form by rule, of three letters and more that begin the full name.
    static func isShortForm(_ short: [UInt8], of full: [UInt8]) -> Bool {
        guard short.count >= 3, full.count > short.count || short.count >= 4 else { return false }
        if full.count >= short.count + 2, full.starts(with: short) { return true }
        for ending in endings where short.count >= ending.count + 3 && short.suffix(ending.count).elementsEqual(ending)
        {
            var stem = short.dropLast(ending.count)
            if stem.count >= 3, full.count > stem.count + 1, full.starts(with: stem) { return true }
            if stem.count >= 4, stem.last == stem.dropLast().last {
                stem = stem.dropLast()
                if full.count > stem.count + 1, full.starts(with: stem) { return true }
            }
        }
        return false
    }

    private static let endings: [[UInt8]] = ["y", "ie", "i", "ey", "ito", "ita", "inho", "chen"].map { Array($0.utf8) }

    private static let members: [[[UInt8]]] = [
        NicknameRows.english, NicknameRows.romance, NicknameRows.germanic, NicknameRows.slavic, NicknameRows.others,
        NicknameRows.spellings,
    ].flatMap { rows in
        rows.split(whereSeparator: { $0 == "|" || $0.isNewline }).map { row in
            row.split(separator: " ").map { Array($0.utf8) }
        }
    }

    private static let firstSpelling =
        members.count - NicknameRows.spellings.split(whereSeparator: { $0 == "|" || $0.isNewline }).count

    private static func families(of name: [UInt8]) -> [UInt16] {
        table.words.id(name).map { table.families[Int($0)] } ?? []
    }

    private static let table: (words: WordTable, families: [[UInt16]]) = {
        var words = WordTable()
        var families: [[UInt16]] = []
        for (index, family) in members.enumerated() {
            for name in family {
                let id = Int(words.add(name, .latin))
                if id == families.count { families.append([]) }
                families[id].append(UInt16(index))
            }
        }
        return (words, families)
    }()
}
