/// The search for one written name. Holds what has been found so far; its work is bounded by counts, not by the list.
struct NameSearch {
    let index: NameTables
    private let candidates: CandidateSearch
    private(set) var found: [FoundForm] = []
    private var probes = 0

    init(_ index: NameTables) {
        self.index = index
        candidates = CandidateSearch(index: index)
    }

    /// - Parameter isLocalPart: the words come from an address, so one word may be a given name and a surname.
    mutating func run(_ tokens: [NameToken], isLocalPart: Bool = false) {
        let kept = Array(tokens.prefix(9))
        guard !kept.isEmpty else { return }
        var written = Written(tokens: kept, candidates: kept.map(candidates.exact))
        pairs(written)
        whole(written)
        if found.contains(where: { $0.isPerfect }) { return }
        if Self.isPlainPair(written) {
            guard bendPair(&written) else { return }
        } else {
            for position in kept.indices
            where !kept[position].isInitial && !(kept[position].isTitle && kept.count > 3) {
                written.candidates[position] += candidates.bent(kept[position])
            }
        }
        pairs(written)
        initials(written)
        beginnings(written)
        if found.isEmpty, (3...5).contains(kept.count) { neighbours(kept) }
        if written.core.count == 1 { mononym(written, written.core[0]) }
        if written.core.count == 1 || isLocalPart { split(written, written.core[0], isLocalPart: isLocalPart) }
    }

    /// A given name and a surname in Latin letters, and nothing else.
    private static func isPlainPair(_ written: Written) -> Bool {
        written.tokens.count == 2 && written.core.count == 2
            && written.tokens.allSatisfy { $0.script == .latin && !$0.isInitial }
    }

    /// Bends the words of a plain pair, the second only where the first leaves something to find; false: nothing is left.
    ///
    /// A bent Latin word costs 2 or more, so beside a word that nobody bears it leads nowhere.
    private func bendPair(_ written: inout Written) -> Bool {
        let first = written.candidates[0].isEmpty || !written.candidates[1].isEmpty ? 0 : 1
        let other = 1 - first
        written.candidates[first] += candidates.bent(written.tokens[first])
        if written.candidates[first].isEmpty, !begins(written, first, beside: other) { return false }
        written.candidates[other] += candidates.bent(written.tokens[other])
        return true
    }

    /// Whether a listed name begins like one word and has the other.
    private func begins(_ written: Written, _ first: Int, beside other: Int) -> Bool {
        guard let beginning = NameHash.beginning(written.tokens[first].key) else { return false }
        return written.candidates[other].contains {
            $0.cost <= 1 && index.pairs.count(NameHash.pair(beginning, $0.word), limit: 1) > 0
        }
    }

    /// Both words of a pair are listed, in any order; one of them may be bent, both where the two are far from common.
    private mutating func pairs(_ written: Written) {
        for one in written.tokens.indices {
            for other in written.tokens.indices where other > one {
                for first in written.candidates[one] {
                    for second in written.candidates[other]
                    where first.cost == 0 || second.cost == 0 || first.cost + second.cost <= 6 {
                        guard probes < 600 else { return }
                        probe(NameHash.pair(first.word, second.word), written)
                    }
                }
            }
        }
    }

    private mutating func probe(_ key: UInt64, _ written: Written, limit: Int = 24) {
        probes += 1
        var seen = 0
        var forms: [UInt32] = []
        index.pairs.forEach(key) { form in
            forms.append(form)
            seen += 1
            return seen < limit
        }
        for form in forms { consider(form, written) }
    }

    private mutating func consider(_ form: UInt32, _ written: Written) {
        guard !found.contains(where: { $0.form == form && $0.isWhole == false }), found.count < 96 else { return }
        if let match = Alignment(form, in: index, of: written).found { found.append(match) }
    }

    /// The whole name without blanks: other blanks than listed, names of one word, East Asian names.
    private mutating func whole(_ written: Written) {
        var orders: [[Int]] = [written.core]
        let all = Array(written.tokens.indices)
        if all.count != written.core.count { orders.append(all) }
        for order in orders where !order.isEmpty && order.count <= 6 {
            joined(order.map { written.tokens[$0].key }, order, written, isLookalike: false)
            let looks = order.map { written.tokens[$0].lookalike ?? written.tokens[$0].key }
            if order.contains(where: { written.tokens[$0].lookalike != nil }) {
                joined(looks, order, written, isLookalike: true)
            }
        }
    }

    private mutating func joined(_ keys: [[UInt8]], _ order: [Int], _ written: Written, isLookalike: Bool) {
        let bytes = Array(keys.joined())
        guard bytes.count >= 3 else { return }
        var forms: [UInt32] = []
        index.wholes.forEach(NameHash.of(bytes, .whole)) { form in
            forms.append(form)
            return forms.count < 32
        }
        for form in forms where !found.contains(where: { $0.form == form }) && found.count < 96 {
            let isDisguised = isLookalike || order.contains { written.tokens[$0].isDisguised }
            if let match = FoundForm.joined(form, in: index, bytes, words: keys.count, isDisguised: isDisguised) {
                found.append(match)
            }
        }
    }

    /// "M. Rossi", "Rossi, M.", "Maria R."
    private mutating func initials(_ written: Written) {
        for one in written.tokens.indices {
            let letters = written.tokens[one].initialLetters
            guard !letters.isEmpty else { continue }
            for other in written.tokens.indices where other != one && written.tokens[other].initialLetters.isEmpty {
                for candidate in written.candidates[other] where candidate.cost <= 2 || candidate.bend == .consonants {
                    for letter in letters {
                        probe(NameHash.pair(NameHash.initial(letter), candidate.word), written, limit: 24)
                        guard candidate.cost <= 1, written.core.count <= 3 else { continue }
                        probe(NameHash.pair(NameHash.surnameInitial(letter), candidate.word), written, limit: 24)
                    }
                }
            }
        }
    }

    /// A short form that no list has ("Bev" for Beverly), and several wrong letters in a long given name.
    private mutating func beginnings(_ written: Written) {
        for one in written.core where written.tokens[one].script == .latin {
            guard let beginning = NameHash.beginning(written.tokens[one].key) else { continue }
            for other in written.core where other != one {
                for candidate in written.candidates[other] where candidate.cost <= 1 {
                    probe(NameHash.pair(beginning, candidate.word), written, limit: 24)
                }
            }
        }
    }

    /// "Ji-young Park" for 박지영, "Al-Sharif" for الشريف: two words that are one where the name is listed.
    private mutating func neighbours(_ tokens: [NameToken]) {
        for first in tokens.indices.dropLast() where !tokens[first].isTitle && !tokens[first + 1].isTitle {
            guard tokens[first].script == tokens[first + 1].script else { continue }
            var merged = tokens
            merged[first] = tokens[first].glued(to: tokens[first + 1])
            merged.remove(at: first + 1)
            var written = Written(tokens: merged, candidates: merged.map(candidates.exact))
            written.isSplit = true
            for position in merged.indices { written.candidates[position] += candidates.bent(merged[position]) }
            pairs(written)
        }
    }

    /// Listed people of one word, with wrong letters.
    private mutating func mononym(_ written: Written, _ position: Int) {
        for candidate in written.candidates[position] where candidate.cost > 0 {
            let key = index.words.key(candidate.word)
            guard key.count >= 6 || candidate.edits == 0 else { continue }
            var forms: [UInt32] = []
            index.wholes.forEach(NameHash.of(key, .whole)) { form in
                forms.append(form)
                return forms.count < 16
            }
            for form in forms where index.form(form).words.count == 1 { consider(form, written) }
        }
    }

    /// One word that holds a given name and a surname: "MariaRossi", "mrossi", "rossim", "mariarosi".
    private mutating func split(_ written: Written, _ position: Int, isLocalPart: Bool) {
        let token = written.tokens[position].withoutTitle
        guard token.script == .latin, token.key.count >= 4, token.key.count <= 40 else { return }
        let cuts = token.camel.isEmpty || isLocalPart ? Array(1..<token.key.count) : token.camel
        for cut in cuts {
            guard isLocalPart || cut > 1 && cut < token.key.count - 1 || !token.camel.isEmpty else { continue }
            let parts = [token.part(0..<cut), token.part(cut..<token.key.count)]
            var pieces = Written(tokens: parts, candidates: parts.map(candidates.exact))
            pieces.isSplit = true
            let hasOne = pieces.candidates.indices.contains {
                !pieces.candidates[$0].isEmpty && parts[$0].key.count >= 3
            }
            guard hasOne else { continue }
            for other in parts.indices where pieces.candidates[other].isEmpty && parts[other].key.count >= 3 {
                pieces.candidates[other] = candidates.bent(parts[other]).filter { $0.cost <= 4 }
            }
            pairs(pieces)
            if parts.contains(where: \.isInitial) { initials(pieces) }
        }
    }
}
