/// Turns a match into a hit: what was done to the name, in words, and how much the name says.
struct HitDescription {
    let index: NameTables
    let match: FoundForm
    let tokens: [NameToken]
    let obfuscations: [Obfuscation]

    var hit: NameHit {
        let names = sameNames
        return NameHit(
            person: match.person, transformations: transformations, distance: match.distance,
            threshold: match.threshold, explanation: explanation, rarity: rarity(names), sameNameCount: names,
            isOtherKnownName: isOtherKnownName, isWeak: isWeak,
            unexplained: match.unexplained.map { tokens[$0].text })
    }

    private var view: NameTables.FormView { index.form(match.form) }

    private var transformations: [NameMatch] {
        var found: [NameMatch] = []
        func add(_ kind: NameMatch) { if !found.contains(kind) { found.append(kind) } }
        if match.isReordered { add(.reordered) }
        if match.isPartial || !match.unexplained.isEmpty { add(.partial) }
        if match.isJoined { add(.joined) }
        if match.isDisguised { add(.confusable) }
        if match.isDerived { add(.transliterated) }
        for pairing in match.pairings {
            switch pairing.bend {
            case .none: break
            case .lookalike, .visual: add(.confusable)
            case .romanised, .consonants, .sound, .spelling, .heard: add(.transliterated)
            case .nickname, .shortForm: add(.nickname)
            case .initial: add(.initials)
            case .typo: break
            }
        }
        if match.distance > 0 { add(.typo(match.distance)) }
        return found
    }

    private var isWeak: Bool {
        match.pairings.contains { $0.bend == .initial } || (match.isWhole && view.words.count == 1 && match.isJoined)
    }

    private func written(_ pairing: FoundForm.Pairing) -> String {
        pairing.written < tokens.count ? tokens[pairing.written].text : ""
    }

    private var explanation: [String] {
        var sentences: [String] = []
        if match.isReordered { sentences.append("the words stand in another order than listed") }
        if match.isJoined { sentences.append("given name and surname stand with other blanks than listed") }
        if match.isDerived { sentences.append("the listed name is written in another script") }
        for pairing in match.pairings { sentences += sentence(pairing) }
        if match.isDisguised || match.pairings.contains(where: { $0.bend == .lookalike }) {
            sentences += obfuscations.filter {
                $0.kind == .mixedScript || $0.kind == .lookalikeWord || $0.kind == .styledAlphabet
            }
            .prefix(4).map(\.text)
        }
        if match.isPartial { sentences.append("a part of the listed name is left out") }
        for position in match.unexplained {
            sentences.append("'\(tokens[position].text)' is not part of the listed name")
        }
        for token in tokens where token.isTitle && !isPaired(token) {
            sentences.append("'\(token.text)' is not part of the listed name")
        }
        return sentences
    }

    private func isPaired(_ token: NameToken) -> Bool {
        match.isWhole || match.pairings.contains { $0.written < tokens.count && tokens[$0.written] == token }
    }

    private func sentence(_ pairing: FoundForm.Pairing) -> [String] {
        let id = view.id(pairing.listed)
        let listed = Edits.capitalised(index.words.key(id))
        let seen = written(pairing)
        switch pairing.bend {
        case .none: return []
        case .lookalike: return ["'\(seen)' looks like \(listed)"]
        case .visual: return ["'\(seen)' is written with signs that look like those of \(listed)"]
        case .romanised, .consonants, .heard: return ["'\(seen)' is \(listed) in another script or spelling"]
        case .sound, .spelling: return ["'\(seen)' is another spelling of \(listed)"]
        case .nickname, .shortForm: return ["'\(seen)' is a short or other form of \(listed)"]
        case .initial: return ["'\(seen)' is the initial of \(listed)"]
        case .typo:
            let key = pairing.written < tokens.count ? tokens[pairing.written].key : []
            return [Edits.words(key, for: index.words.key(id))]
        }
    }

    /// Daniela for Daniel, Langan for Laing: the word that differs is a name of its own.
    private var isOtherKnownName: Bool {
        match.pairings.contains { pairing in
            switch pairing.bend {
            case .typo, .sound, .shortForm, .visual: break
            default: return false
            }
            guard pairing.written < tokens.count else { return false }
            let seen = tokens[pairing.written].key
            let listed = index.words.key(view.id(pairing.listed))
            if CommonNames.contains(seen) || index.words.id(seen) != nil { return true }
            return view.role(pairing.listed) != .surname && Self.areOfTwoSexes(seen, listed)
        }
    }

    /// Mario and Maria, Daniel and Daniela, Paul and Paula.
    private static func areOfTwoSexes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let vowels: Set<UInt8> = [0x61, 0x65, 0x6F, 0x69]
        guard let last = one.last, let otherLast = other.last else { return false }
        if one.count == other.count {
            return one.dropLast().elementsEqual(other.dropLast()) && vowels.contains(last) && vowels.contains(otherLast)
        }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return long.count == short.count + 1 && long.starts(with: short) && (long.last == 0x61 || long.last == 0x65)
    }

    /// The word of the form that is a given name and the one that is a surname.
    private var mainWords: (UInt32, UInt32)? {
        let form = view
        guard form.words.count > 1 else { return nil }
        let surname = (0..<form.words.count).last { form.role($0) == .surname } ?? form.words.count - 1
        let given = (0..<form.words.count).first { $0 != surname } ?? 0
        return (form.id(given), form.id(surname))
    }

    private var sameNames: Int {
        guard let (given, surname) = mainWords else {
            return max(
                1, index.wholes.count(NameHash.of(index.words.key(view.id(0)), .whole), limit: NameHit.countLimit))
        }
        return max(1, index.pairs.count(NameHash.pair(given, surname), limit: NameHit.countLimit))
    }

    /// One over the number of people who bear the name or, by the frequency of its parts, would be expected to.
    private func rarity(_ names: Int) -> Double {
        guard let (given, surname) = mainWords else { return 1 / Double(names) }
        let bearers = Double(index.words.uses[Int(given)] - 1) * Double(index.words.uses[Int(surname)] - 1)
        return 1 / (Double(names) + bearers / Double(max(index.count, 1)))
    }
}
