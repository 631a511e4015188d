/// One way in which a listed person's name is written, by words.
struct NameForm: Hashable {
    enum Role: UInt32 { case given = 0, surname, middle, either }

    struct Word: Hashable {
        var key: [UInt8]
        var script: NameScript
        var role: Role
        /// Latin spellings, for words of another script.
        var romanised: [[UInt8]] = []
        var text = ""
    }

    var words: [Word]
    /// Made by us from another script's letters, not written so by anybody.
    var isDerived = false
    /// The list writes the surname first.
    var isSurnameFirst = false
}

/// All forms of a person's name that the index takes in.
struct PersonForms {
    private(set) var forms: [NameForm] = []
    private let given: [NameForm.Word]
    private let surname: [NameForm.Word]

    init(_ person: IndexedPerson) {
        given = Self.words(person.given, .given)
        surname = Self.words(person.surname, .surname)
        if !given.isEmpty || !surname.isEmpty { add(NameForm(words: given + surname)) }
        let plain = [person.given, person.surname].compactMap(\.self).joined(separator: " ")
        for name in person.names.prefix(16) where name != plain || forms.isEmpty { take(name) }
        if forms.contains(where: { $0.words.count > 1 }) { forms.removeAll { $0.words.count == 1 && !$0.isCJK } }
        glue(person.given, person.surname)
        for form in forms where !form.isDerived { splitEastAsian(form) }
        for form in forms where !form.isDerived { derive(form) }
    }

    private static func words(_ text: String?, _ role: NameForm.Role) -> [NameForm.Word] {
        guard let text, !text.isEmpty else { return [] }
        if isPlainWord(text) {
            return [.init(key: Array(text.lowercased().utf8), script: .latin, role: role, text: text)]
        }
        let reading = NameReading(text)
        let kept = reading.tokens.filter { !$0.isParticle }
        return (kept.isEmpty ? reading.tokens : kept).prefix(4).map { word($0, role) }
    }

    /// A single word of ASCII letters, which nothing can be read out of but itself.
    private static func isPlainWord(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    }

    private static func word(_ token: NameToken, _ role: NameForm.Role) -> NameForm.Word {
        NameForm.Word(
            key: token.key, script: token.script, role: role, romanised: Romaniser.latin(token.text, token.script),
            text: token.text)
    }

    private mutating func add(_ form: NameForm) {
        guard !form.words.isEmpty, form.words.count <= 6, forms.count < 12 else { return }
        if let same = forms.firstIndex(where: { $0.isSameSet(as: form) }) {
            if form.isSurnameFirst { forms[same].isSurnameFirst = true }
        } else {
            forms.append(form)
        }
    }

    private mutating func take(_ name: String) {
        let reading = NameReading(name)
        takeGroup(reading.tokens, comma: reading.beforeComma)
        for group in reading.alternatives {
            let isOtherScript = group.first?.script != reading.tokens.first?.script
            if isOtherScript || (group.count > 1 && !group.contains(where: \.isTitle)) { takeGroup(group, comma: 0) }
        }
    }

    private mutating func takeGroup(_ tokens: [NameToken], comma: Int) {
        let (given, surname) = (given, surname)
        let isGiven = { (token: NameToken) in given.contains { $0.key == token.key } }
        let isSurname = { (token: NameToken) in surname.contains { $0.key == token.key } }
        let known = { (token: NameToken) in isGiven(token) || isSurname(token) }
        var kept = tokens.enumerated().filter { known($0.element) || !($0.element.isParticle || $0.element.isTitle) }
        if kept.isEmpty { kept = Array(tokens.enumerated()) }
        guard let last = kept.last?.offset, let first = kept.first?.offset else { return }
        let hasFields = kept.contains { isGiven($0.element) } && kept.contains { isSurname($0.element) }
        let hasCapitals =
            !hasFields && kept.contains { $0.element.isCapitals } && kept.contains { !$0.element.isCapitals }
        let words = kept.map { offset, token -> NameForm.Word in
            let role: NameForm.Role
            if hasFields {
                role = isSurname(token) ? .surname : isGiven(token) ? .given : .middle
            } else if comma > 0 {
                role = offset < comma ? .surname : .given
            } else if hasCapitals {
                role = token.isCapitals && token.key.count > 1 ? .surname : .given
            } else if kept.count == 2 {
                role = offset == last ? .surname : .given
            } else {
                role = offset == last || offset == first ? .either : .middle
            }
            return Self.word(token, role)
        }
        let isSurnameFirst = words.first?.role == .surname && words.count > 1
        let ordered =
            isSurnameFirst ? words.filter { $0.role != .surname } + words.filter { $0.role == .surname } : words
        add(NameForm(words: ordered, isSurnameFirst: isSurnameFirst))
    }

    /// "Al-Shammari" is also written "Alshammari", "van der Berg" "Vanderberg", "Carter-Hume" carterhume@, "Hye-jin" "Hyejin".
    private mutating func glue(_ given: String?, _ surname: String?) {
        let givenGlued = Self.glued(given, .given)
        let surnameGlued = Self.glued(surname, .surname)
        if let surnameGlued, !self.given.isEmpty { add(NameForm(words: self.given + [surnameGlued])) }
        if let givenGlued, !self.surname.isEmpty { add(NameForm(words: [givenGlued] + self.surname)) }
        if let givenGlued, let surnameGlued { add(NameForm(words: [givenGlued, surnameGlued])) }
    }

    /// Several Latin words as one; nil where there is but one.
    private static func glued(_ text: String?, _ role: NameForm.Role) -> NameForm.Word? {
        guard let text else { return nil }
        let tokens = NameReading(text).tokens
        guard (2...4).contains(tokens.count), tokens.allSatisfy({ $0.script == .latin }) else { return nil }
        // "van 't Hof" is one word, "Anna B." is not.
        guard let first = tokens.first, let last = tokens.last, !first.isInitial, !last.isInitial else { return nil }
        return NameForm.Word(key: tokens.flatMap(\.key), script: .latin, role: role)
    }

    /// A Chinese, Japanese or Korean name without a blank: surname first, by length of the surname.
    private mutating func splitEastAsian(_ form: NameForm) {
        guard form.words.count == 1, let words = EastAsianSplit.words(form.words[0].text, form.words[0].script) else {
            return
        }
        add(NameForm(words: words, isSurnameFirst: true))
    }

    /// The form in Latin letters, in its two most usual spellings.
    private mutating func derive(_ form: NameForm) {
        guard form.words.contains(where: { $0.script != .latin }) else { return }
        let canSpell = form.words.allSatisfy {
            $0.script == .latin
                || (!$0.romanised.isEmpty && ($0.script == .hangul || !$0.script.isComparedByConsonants))
        }
        guard canSpell else { return }
        for choice in 0..<2 {
            let words = form.words.map { word -> NameForm.Word in
                guard word.script != .latin else { return word }
                let key = word.romanised[min(choice, word.romanised.count - 1)]
                return NameForm.Word(key: key, script: .latin, role: word.role)
            }
            add(NameForm(words: words, isDerived: true, isSurnameFirst: form.isSurnameFirst))
        }
    }
}

extension NameForm {
    var isCJK: Bool { words.count == 1 && words[0].script.isEastAsian }

    func isSameSet(as other: NameForm) -> Bool {
        guard words.count == other.words.count else { return false }
        return words.allSatisfy { word in other.words.contains { $0.key == word.key } }
    }
}
