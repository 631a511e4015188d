import Mail
import Model

/// What signals ask a suspicion more than once.
extension Suspicion {
    /// The hit of the originator's own name; nil where the person is only named elsewhere.
    var namedHit: NameHit? { isInherited ? nil : hit }

    /// An own domain is imitated, which no acquaintance excuses.
    var isPretending: Bool { (likeness?.weight ?? 0) >= 0.3 }

    /// Nothing but a single word points at the person, at a domain that resembles ours.
    var isNamedByOneWord: Bool {
        person != nil && hit == nil && localHit == nil && mention == nil && !isTwin && likeness != nil && !isInherited
    }

    /// Answers lead elsewhere, and there to a mailbox in the person's name.
    var answersInTheName: Bool {
        scene.replyTo.contains { reply in
            !reply.isOwn && reply.owners.isEmpty
                && (reply.hits.contains { $0.person == person }
                    || reply.localHits.contains { $0.person == person && !$0.isWeak })
        }
    }

    /// How much a local part tells: much where no name is shown, less where the name has told it already.
    func localShare(of local: NameHit) -> Double {
        let strength = local.isWeak ? 0.35 : 1
        if isTwin { return 1 }
        if let namedHit { return otherIdentity(namedHit) == nil ? 0.5 * strength : 0.05 }
        // "Sita Rahayu" at sita56@ has her own name, whoever is listed as Sita alone.
        if !showsNoName, isListedByOneWord { return 0.1 }
        // Another's full name is shown, and the address is that name's as much.
        if case .typo = local.match, !showsNoName { return 0.3 * strength }
        if scene.isTwoWay == true { return 0.4 * strength }
        let hides = FreeMail.contains(origin.domain) || ThrowAway.contains(origin.domain) || isPretending
        if showsNoName { return (hides ? 1 : 0.6) * strength }
        return (hides ? 0.8 : 0.4) * strength
    }

    /// The display name is empty, the address itself, or the subject.
    private var showsNoName: Bool {
        let shown = origin.view.displayName.lowercased()
        let words = origin.name.tokens.filter { !$0.isTitle }
        if words.count < 2, !words.contains(where: { $0.script.isEastAsian && $0.text.count > 1 }) { return true }
        return shown.contains("@") || shown == scene.message.subject?.lowercased()
    }

    /// What tells that a name which resembles is another person's: it is a name in its own right, or the address spells it as shown.
    func otherIdentity(_ hit: NameHit) -> Clue? {
        guard origin.name.obfuscations.isEmpty else { return nil }
        switch hit.match {
        case .typo:
            if addressSpellsShown { return Clue(share: hides ? 0.8 : 1, text: "the address spells the name as shown") }
            guard hit.isOtherKnownName else { return nil }
            let isTheirs = hit.transformations.contains(.partial) || (!hides && addressNamesShown)
            return Clue(
                share: isTheirs ? 0.8 : max(hides ? 0.4 : 0.3, company.shareOfNearNames),
                text: "the part that differs is a name in its own right")
        case .transliterated:
            guard !hides, addressSpellsShown else { return nil }
            return Clue(share: 0.8, text: "the address spells the name as shown")
        case .initials:
            return addressSpellsOut ? Clue(text: "the address spells another given name out") : nil
        case .partial, .nickname:
            if hit.isOtherKnownName {
                let isTheirs = hit.match == .partial || addressSpellsShown || (!hides && addressNamesShown)
                return Clue(
                    share: isTheirs ? 0.85 : hides ? 0.4 : 0.3,
                    text: "the part that differs is a name in its own right")
            }
            if hit.match == .nickname, !hides, addressNamesShown {
                return Clue(share: 0.7, text: "the address goes with the name as shown")
            }
            if hit.match == .partial, hit.unexplained.isEmpty, !hides, addressSpellsAllShown {
                return Clue(share: 0.7, text: "the address spells the name as shown, which is not the whole listed one")
            }
            let rest = localBesidesListed
            let extra = hit.unexplained.contains { $0.count > 2 && rest.contains($0.lowercased()) }
            return extra ? Clue(share: 0.8, text: "the address spells the word that is not in the listed name") : nil
        default: return nil
        }
    }

    /// A Latin spelling of a listed word of another script: natalia for Наталья.
    private func soundsListed(_ word: String) -> Bool {
        let sound = SoundKey.key(Array(word.utf8))
        return NameReading(personName).tokens.contains { token in
            Romaniser.latin(token.text, token.script).contains { SoundKey.key($0) == sound }
        }
    }

    private var hides: Bool { FreeMail.contains(origin.domain) || ThrowAway.contains(origin.domain) }

    private var localLetters: String { (origin.address?.local.lowercased() ?? "").filter(\.isLetter) }

    /// The letters of the local part without the words of the listed name.
    private var localBesidesListed: String {
        listedWords.filter { $0.count > 2 }.sorted { $0.count > $1.count }
            .reduce(localLetters) { $0.replacing($1, with: " ") }
    }

    /// The local part contains a word of the shown name, as people's own addresses do and role mailboxes do not.
    private var addressNamesShown: Bool {
        let letters = localLetters
        let words = (origin.address?.local.lowercased() ?? "").split { !$0.isLetter }.map(String.init)
        return origin.name.tokens.contains { token in
            let shown = String(decoding: token.key, as: UTF8.self)
            return token.key.count > 2 ? letters.contains(shown) : words.contains(shown)
        }
    }

    /// Every word of the shown name stands in the local part.
    private var addressSpellsAllShown: Bool {
        let letters = localLetters
        return origin.name.tokens.filter { !$0.isTitle && !$0.isInitial }.allSatisfy {
            letters.contains(String(decoding: $0.key, as: UTF8.self))
        }
    }

    /// At a look-alike domain, "Omar" at omar.haddad@ is not who is listed as Omar alone.
    fileprivate var addressHasMoreThanOneWord: Bool {
        guard likeness != nil, !isTwin, let address = origin.address, isListedByOneWord else { return false }
        return LocalPart(address.local).tokens.filter { !$0.isTitle }.count > 1
    }

    /// Known by a given name alone; East Asian names are one word by writing only.
    private var isListedByOneWord: Bool {
        let words = NameReading(personName).tokens
        return words.count == 1 && !words[0].script.isEastAsian
    }

    private var listedIsForeign: Bool {
        NameReading(personName).tokens.contains { $0.script != .latin }
    }

    private var listedWords: [String] { NameReading(personName).tokens.map { String(decoding: $0.key, as: UTF8.self) } }

    /// The local part contains a word of the shown name that the listed name has not, and not the listed spelling of it.
    /// Only between two Latin spellings: a native name is always written otherwise in an address.
    private var addressSpellsShown: Bool {
        let listed = listedWords
        guard listed.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return false }
        let letters = localLetters
        let shown = origin.name.tokens.map { String(decoding: $0.key, as: UTF8.self) }
        let differing = shown.filter { $0.count > 2 && !listed.contains($0) }
        let missing = listed.filter { $0.count > 2 && !shown.contains($0) }
        guard let spelled = differing.first(where: letters.contains) else { return false }
        let rest = letters.replacing(spelled, with: "")
        return !missing.contains(where: rest.contains)
    }

    /// "B. Woods" at bryan.woods@: a word in the local part begins with the initial and is not the listed given name.
    private var addressSpellsOut: Bool {
        guard let local = origin.address?.local.lowercased() else { return false }
        let words = local.split { !$0.isLetter }.map(String.init)
        // The surname of a name in another script, and what else is shown in full, is no other given name.
        let shown = origin.name.tokens.filter { $0.key.count > 1 }.map { String(decoding: $0.key, as: UTF8.self) }
        if let localHit, !localHit.isWeak, listedIsForeign { return false }
        let listed = listedWords + shown
        let carriesSurname = listed.contains { $0.count > 2 && localLetters.contains($0) }
        let initials = origin.name.tokens.flatMap(\.initialLetters).map { String(decoding: [$0], as: UTF8.self) }
        return initials.contains { initial in
            let spelled = words.filter {
                $0.count > 2 && $0.hasPrefix(initial) && !listed.contains($0)
                    && (carriesSurname || CommonNames.contains(Array($0.utf8)))
            }
            return spelled.contains { word in
                !listed.contains { $0.hasPrefix(initial) && (word.hasPrefix($0) || $0.hasPrefix(word)) }
                    && !soundsListed(word)
            }
        }
    }
}

extension Clue {
    /// What a name says, weighed by how much of the listed name it is.
    static func name(_ hit: NameHit, in suspicion: Suspicion, _ text: String) -> Clue {
        var share = hit.isWeak && hit.match != .initials ? 0.5 : 1
        if !hit.unexplained.isEmpty { share *= 0.75 }
        if suspicion.addressHasMoreThanOneWord { share *= 0.4 }
        if hit.distance > 1 { share *= 0.85 }
        if suspicion.origin.isSender { share *= 0.5 }
        let said = hit.explanation.isEmpty ? text : hit.explanation.joined(separator: "; ")
        return Clue(share: share, distance: hit.distance, threshold: hit.threshold, text: said)
    }
}
