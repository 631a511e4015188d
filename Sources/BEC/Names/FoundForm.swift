/// A form of a listed name that a written name was matched with.
struct FoundForm {
    /// One word of the form and the written word that stands for it.
    struct Pairing {
        let written: Int
        let listed: Int
        let bend: Candidate.Bend
        let cost: Int

        /// Letters that are wrong.
        var distance: Int {
            if case .typo(let count) = bend { return count }
            return 0
        }
    }

    let form: UInt32
    let person: Int32
    var pairings: [Pairing] = []
    /// Found by the whole string without blanks.
    var isWhole = false
    var isReordered = false
    var isJoined = false
    var isDerived = false
    var isPartial = false
    var isDisguised = false
    /// The written words that pairings and `unexplained` point into; nil: those of the reading.
    var tokens: [NameToken]?
    var unexplained: [Int] = []
    var distance = 0
    var threshold = 1
    var cost = 0

    init(form: UInt32, person: Int32) {
        self.form = form
        self.person = person
    }

    var isPerfect: Bool { cost <= 1 && !isPartial && unexplained.isEmpty && !isDerived }

    /// - Parameter bytes: the written name without blanks; must be that of the form, so that a collision is found out.
    static func joined(
        _ form: UInt32, in index: NameTables, _ bytes: [UInt8], words: Int, isDisguised: Bool
    ) -> FoundForm? {
        let view = index.form(form)
        let keys = (0..<view.words.count).map { index.words.key(view.id($0)) }
        guard keys.reduce(0, { $0 + $1.count }) == bytes.count || keys.count > 2 else { return nil }
        guard bytes.starts(with: keys[0]) || keys.contains(where: { bytes.starts(with: $0) }) else { return nil }
        var match = FoundForm(form: form, person: view.person)
        match.isWhole = true
        match.isDerived = view.isDerived
        match.isDisguised = isDisguised
        let isSame = words == keys.count
        match.isJoined = !isSame && !(index.words.script(view.id(0)).isEastAsian)
        match.isReordered = !view.isSurnameFirst && keys.count > 1 && !bytes.starts(with: keys[0])
        match.cost = (match.isJoined ? 2 : 0) + (match.isDerived ? 1 : 0) + (isDisguised ? 1 : 0)
        match.threshold = bytes.count >= 14 ? 2 : 1
        return match
    }
}
