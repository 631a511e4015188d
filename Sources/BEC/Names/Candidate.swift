/// A listed word that a written word may stand for.
struct Candidate {
    enum Bend: Equatable {
        case none, lookalike, visual, romanised, sound, consonants, spelling, nickname, shortForm, initial
        case typo(Int)
        /// The same to the ear in another script; so many consonants are shared.
        case heard(Int)
    }

    let word: UInt32
    let bend: Bend
    /// How far it had to be bent; 0 for the word itself.
    let cost: Int

    /// Letters that are wrong.
    var edits: Int {
        if case .typo(let count) = bend { return count }
        return 0
    }
}

/// The listed words that the words of one name may stand for.
struct CandidateSearch {
    let index: NameTables

    /// Words that are written, or drawn, just so.
    func exact(_ token: NameToken) -> [Candidate] {
        var found: [Candidate] = []
        if let id = index.words.id(token.key) {
            found.append(
                Candidate(word: id, bend: token.isDisguised ? .lookalike : .none, cost: token.isDisguised ? 1 : 0))
        }
        if let lookalike = token.lookalike, let id = index.words.id(lookalike) {
            found.append(Candidate(word: id, bend: .lookalike, cost: 1))
        }
        return found
    }

    /// Everything else, at most 32.
    func bent(_ token: NameToken) -> [Candidate] {
        var found: [Candidate] = []
        if token.script == .latin {
            spellings(token.key, isRomanised: false, &found)
            for script in Self.consonantScripts {
                guard index.holds(script), let key = ConsonantKey.latin(token.key, as: script) else { continue }
                consonants(key, script: script, &found)
            }
        } else {
            if let lookalike = token.lookalike { spellings(lookalike, isRomanised: false, &found) }
            for spelling in Romaniser.latin(token.text, token.script) { spellings(spelling, isRomanised: true, &found) }
            if found.isEmpty, let single = Self.withoutRepeat(token.text) {
                for spelling in Romaniser.latin(single, token.script) {
                    if let id = index.words.id(spelling) { add(Candidate(word: id, bend: .typo(1), cost: 4), &found) }
                }
            }
            let letters = token.text.unicodeScalars.map(\.value)
            for key in ConsonantKey.native(letters, token.script) { consonants(key, script: .latin, &found) }
            nativeTypos(token, &found)
            if token.script == .han { nativeLooks(token, &found) }
        }
        heard(token, &found)
        if found.count > 1 { found.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.word < $1.word } }
        if found.count > 32 { found.removeLast(found.count - 32) }
        return found
    }

    /// A word of another alphabet with its first doubled letter taken once; nil where none is doubled.
    private static func withoutRepeat(_ text: String) -> String? {
        let letters = Array(text)
        guard letters.count > 4,
            let place = letters.indices.dropFirst().first(where: { letters[$0] == letters[$0 - 1] })
        else { return nil }
        return String(letters[..<place] + letters[(place + 1)...])
    }

    private static let consonantScripts: [NameScript] = [.arabic, .hebrew, .thai, .hangul]

    private func add(_ candidate: Candidate, _ found: inout [Candidate]) {
        if let same = found.firstIndex(where: { $0.word == candidate.word }) {
            if found[same].cost > candidate.cost { found[same] = candidate }
        } else if found.count < 64 {
            found.append(candidate)
        }
    }

    private func spellings(_ key: [UInt8], isRomanised: Bool, _ found: inout [Candidate]) {
        guard key.count >= 2, key.count <= 40 else { return }
        if isRomanised, let id = index.words.id(key) { add(Candidate(word: id, bend: .romanised, cost: 1), &found) }
        var probes = 0
        index.edges.forEach(NameHash.of(SoundKey.key(key), .sound)) { id in
            let crosses = isRomanised || index.words.script(id) != .latin
            if !index.words.isKey(id, key), crosses || (key.count >= 4 && edits(key, id, limit: 1) == nil) {
                add(Candidate(word: id, bend: crosses ? .romanised : .sound, cost: crosses ? 2 : 3), &found)
            }
            probes += 1
            return probes < 32
        }
        if let harsh = SoundKey.withHarshBreath(key) {
            index.edges.forEach(NameHash.of(SoundKey.key(harsh), .sound)) { id in
                add(Candidate(word: id, bend: .sound, cost: 3), &found)
                probes += 1
                return probes < 48
            }
        }
        for relative in Nicknames.relatives(of: key) {
            guard let id = index.words.id(relative) else { continue }
            let isSpelling = Nicknames.areSpellings(key, relative)
            add(Candidate(word: id, bend: isSpelling ? .spelling : .nickname, cost: isSpelling ? 2 : 3), &found)
        }
        index.edges.forEach(NameHash.of(VisualKey.key(key), .visual)) { id in
            if !index.words.isKey(id, key) { add(Candidate(word: id, bend: .visual, cost: 2), &found) }
            return true
        }
        typos(key, &found)
    }

    /// How far a listed word is from a written one.
    private func edits(_ key: [UInt8], _ id: UInt32, limit: Int) -> Edits? {
        key.withUnsafeBufferPointer { key in index.words.withKey(id) { Edits(key, $0, limit: limit) } }
    }

    private func typos(_ key: [UInt8], _ found: inout [Candidate]) {
        guard key.count >= 3 else { return }
        key.withUnsafeBufferPointer { word in
            // The word that was tried last stands behind several of the deletions.
            var tried: UInt32?
            typo(NameHash.of(word, .delete), word, &found, &tried)
            for position in word.indices where position == 0 || word[position] != word[position - 1] {
                typo(NameHash.deletion(word, position), word, &found, &tried)
            }
        }
    }

    private func typo(
        _ hash: UInt64, _ key: UnsafeBufferPointer<UInt8>, _ found: inout [Candidate], _ tried: inout UInt32?
    ) {
        var probes = 0
        index.edges.forEach(hash) { id in
            let length = index.words.length(id)
            if abs(length - key.count) > 2 { return true }
            if tried != id {
                if found.contains(where: { $0.word == id }) { return true }
                let edits = index.words.withKey(id) { Edits(key, $0, limit: length >= 8 ? 2 : 1) }
                if let edits, edits.count > 0 {
                    add(Candidate(word: id, bend: .typo(edits.count), cost: 2 + edits.weight), &found)
                } else {
                    tried = id
                }
            }
            probes += 1
            return probes < 24
        }
    }

    /// Words of another script that sound the same.
    private func heard(_ token: NameToken, _ found: inout [Candidate]) {
        let isLatin = token.script == .latin
        if isLatin, !index.holdsForeign { return }
        let keys =
            isLatin
            ? CrossSound.latin(token.key)
            : CrossSound.native(
                token.text, token.script, romanised: Romaniser.latin(token.text, token.script))
        var probes = 0
        for key in keys {
            let weight = CrossSound.weight(of: key)
            index.edges.forEach(NameHash.of(key, .heard)) { id in
                let script = index.words.script(id)
                // A single consonant is no better a reason than the one there is.
                if (script == .latin) != isLatin, script != token.script,
                    weight > 1 || !found.contains(where: { $0.word == id })
                {
                    add(Candidate(word: id, bend: .heard(weight), cost: 3), &found)
                }
                probes += 1
                return probes < 64
            }
        }
    }

    /// One wrong letter in a word of four letters or more.
    private func nativeTypos(_ token: NameToken, _ found: inout [Candidate]) {
        guard NativeLetters.areCompared(in: token.script) else { return }
        let letters = NativeLetters.bytes(of: token.key)
        guard letters.count >= 3, letters.count <= 40 else { return }
        letters.withUnsafeBufferPointer { word in
            nativeTypo(NameHash.of(word, .delete), token, letters, &found)
            for gap in word.indices { nativeTypo(NameHash.deletion(word, gap), token, letters, &found) }
        }
    }

    private func nativeTypo(_ hash: UInt64, _ token: NameToken, _ letters: [UInt8], _ found: inout [Candidate]) {
        var probes = 0
        index.edges.forEach(hash) { id in
            if index.words.script(id) == token.script,
                let edits = Edits(letters, NativeLetters.bytes(of: index.words.key(id)), limit: 1), edits.count > 0
            {
                add(Candidate(word: id, bend: .typo(1), cost: 2 + edits.weight), &found)
            }
            probes += 1
            return probes < 24
        }
    }

    private func nativeLooks(_ token: NameToken, _ found: inout [Candidate]) {
        index.edges.forEach(NameHash.of(HanLooks.key(token.text), .visual)) { id in
            if index.words.script(id) == .han, !index.words.isKey(id, token.key) {
                add(Candidate(word: id, bend: .visual, cost: 2), &found)
            }
            return true
        }
    }

    private func consonants(_ key: [UInt8], script: NameScript, _ found: inout [Candidate]) {
        var probes = 0
        index.edges.forEach(NameHash.of(key, .consonants)) { id in
            if index.words.script(id) == script { add(Candidate(word: id, bend: .consonants, cost: 3), &found) }
            probes += 1
            return probes < 32
        }
    }
}
