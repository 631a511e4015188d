/// Lays a written name beside a listed one, word by word, and decides whether it may mean it.
struct Alignment {
    private(set) var found: FoundForm?

    init(_ form: UInt32, in index: NameTables, of written: Written) {
        let view = index.form(form)
        var match = FoundForm(form: form, person: view.person)
        match.isDerived = view.isDerived
        match.isJoined = written.isSplit
        match.tokens = written.tokens
        match.pairings = Self.pairings(view, index, written)
        guard Self.covers(match.pairings, view, written) else { return }
        guard Self.areHeardEnough(match.pairings) else { return }
        let letters = match.pairings.reduce(0) { $0 + index.letterCount(view.id($1.listed)) }
        match.threshold = letters >= 13 ? 2 : 1
        match.distance = match.pairings.reduce(0) { $0 + $1.distance }
        guard match.distance <= match.threshold else { return }
        let bent = match.pairings.filter { $0.cost >= 3 }.count
        guard bent <= 1 || match.distance == 0 || letters >= 13 else { return }
        Self.judgeRest(&match, view, index, written)
        // "Maria R. Schmidt" is not Maria Rossi.
        guard match.unexplained.isEmpty || !match.pairings.contains(where: { $0.bend == .initial && $0.cost > 5 })
        else {
            return
        }
        guard match.unexplained.count <= 2 || Self.isContiguous(match, written) else { return }
        match.isReordered = Self.isReordered(match.pairings, view)
        match.cost =
            match.pairings.reduce(0) { $0 + $1.cost } + match.unexplained.count * 3 + (match.isPartial ? 2 : 0)
            + (match.isDerived ? 1 : 0) + (match.isJoined ? 1 : 0)
        found = match
    }

    /// Cheapest first, each word once.
    private static func pairings(_ view: NameTables.FormView, _ index: NameTables, _ written: Written) -> [FoundForm
        .Pairing]
    {
        var all: [FoundForm.Pairing] = []
        for position in written.tokens.indices {
            for listed in 0..<view.words.count {
                if let pairing = pairing(position, listed, view, index, written) { all.append(pairing) }
            }
        }
        all.sort { ($0.cost, $0.written, $0.listed) < ($1.cost, $1.written, $1.listed) }
        var chosen: [FoundForm.Pairing] = []
        for pairing in all
        where !chosen.contains(where: { $0.written == pairing.written || $0.listed == pairing.listed }) {
            chosen.append(pairing)
        }
        return chosen
    }

    private static func pairing(
        _ position: Int, _ listed: Int, _ view: NameTables.FormView, _ index: NameTables, _ written: Written
    ) -> FoundForm.Pairing? {
        let id = view.id(listed)
        let role = view.role(listed)
        if let candidate = written.candidates[position].first(where: { $0.word == id }) {
            if candidate.bend == .nickname, role == .surname { return nil }
            return .init(written: position, listed: listed, bend: candidate.bend, cost: candidate.cost)
        }
        let token = written.tokens[position]
        if role == .surname || role == .either, listed > 0, !token.initialLetters.isEmpty, written.core.count <= 3,
            index.words.script(id) == .latin, token.key.first == index.words.key(id).first
        {
            return .init(written: position, listed: listed, bend: .initial, cost: 6)
        }
        if role != .surname, token.script != .latin || index.words.script(id) != .latin,
            case let letters = token.initialLetters, !letters.isEmpty,
            index.initials(of: id).contains(where: letters.contains)
        {
            return .init(written: position, listed: listed, bend: .initial, cost: 5)
        }
        guard role != .surname, token.script == .latin, index.words.script(id) == .latin else { return nil }
        let key = index.words.key(id)
        if token.isInitial, key.first == token.key.first, key.count > 1 {
            return .init(written: position, listed: listed, bend: .initial, cost: 5)
        }
        if Nicknames.isShortForm(token.key, of: key) {
            return .init(written: position, listed: listed, bend: .shortForm, cost: 3)
        }
        if key.count >= 7, token.key.count >= 6, let edits = Edits(token.key, key, limit: 2), edits.count > 0 {
            return .init(written: position, listed: listed, bend: .typo(edits.count), cost: 2 + edits.weight)
        }
        return nil
    }

    /// Few consonants are shared by many names, so of words that only sound alike five must agree, or two in each; three beside
    /// another bent word; two beside an equal one.
    private static func areHeardEnough(_ pairings: [FoundForm.Pairing]) -> Bool {
        var heard: [Int] = []
        for pairing in pairings {
            if case .heard(let count) = pairing.bend { heard.append(count) }
        }
        guard let least = heard.min() else { return true }
        let sum = heard.reduce(0, +)
        if heard.count == pairings.count { return least >= 2 && sum >= 4 || sum >= 6 }
        return sum >= (pairings.contains { $0.bend == .consonants || $0.distance > 0 } ? 3 : 2)
    }

    /// A given name and a surname, or the only word there is.
    private static func covers(_ pairings: [FoundForm.Pairing], _ view: NameTables.FormView, _ written: Written) -> Bool
    {
        if view.words.count == 1 { return pairings.count == 1 && written.core.count == 1 }
        guard pairings.count >= 2 else { return false }
        let roles = pairings.map { view.role($0.listed) }
        let surnames = roles.filter { $0 == .surname || $0 == .either }.count
        let givens = roles.filter { $0 != .surname }.count
        return surnames >= 1 && givens >= 1 && surnames + givens >= 2 && pairings.contains { $0.bend != .initial }
    }

    /// What is left over on both sides.
    private static func judgeRest(
        _ match: inout FoundForm, _ view: NameTables.FormView, _ index: NameTables, _ written: Written
    ) {
        for listed in 0..<view.words.count where !match.pairings.contains(where: { $0.listed == listed }) {
            if view.role(listed) != .middle || index.words.length(view.id(listed)) > 1 { match.isPartial = true }
        }
        for position in written.tokens.indices where !match.pairings.contains(where: { $0.written == position }) {
            let token = written.tokens[position]
            let isSaidTwice = match.pairings.contains { pairing in
                if written.tokens[pairing.written].key == token.key { return true }
                let key = index.words.key(view.id(pairing.listed))
                return pairing.bend == .none && view.role(pairing.listed) != .surname
                    && (Nicknames.isShortForm(token.key, of: key) || Nicknames.relatives(of: token.key).contains(key))
            }
            if !token.isTitle, !token.isParticle, !token.isInitial, !isSaidTwice { match.unexplained.append(position) }
        }
    }

    /// A listed name written exactly, within other words: "message from Maria Rossi".
    private static func isContiguous(_ match: FoundForm, _ written: Written) -> Bool {
        guard !match.isPartial, match.pairings.allSatisfy({ $0.cost <= 1 }) else { return false }
        let positions = match.pairings.map(\.written).sorted()
        return zip(positions, positions.dropFirst()).allSatisfy { $1 - $0 == 1 }
    }

    private static func isReordered(_ pairings: [FoundForm.Pairing], _ view: NameTables.FormView) -> Bool {
        guard !view.isSurnameFirst else { return false }
        let order = pairings.sorted { $0.written < $1.written }.map(\.listed)
        return zip(order, order.dropFirst()).contains { $0 > $1 }
    }
}
