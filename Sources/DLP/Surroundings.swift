/// What stands around a candidate and names it.
struct Surroundings {
    enum Naming: Equatable {
        /// Nothing within reach.
        case none
        /// A word, this many characters away.
        case near(Int)
        /// The column, the key, the tag or the label bears the name.
        case field
    }

    let naming: Naming
    /// Something nearer says that it is something else.
    let isDenied: Bool
    /// Whether it is only somewhere near a word that names it, where that is little for its detector.
    let isLoose: Bool
    /// Bytes of the word that names it: of two that end in one place, the longer says more.
    let wordLength: Int

    /// Characters before a value within which a word names it.
    static let before = 300
    /// Characters after it, on the same line.
    static let after = 80
    /// Characters after it, on the same line, within which a word behind which no other number stands names it.
    static let farAfter = 300
    /// Characters within which a word counts although a field of another name stands between.
    static let inOtherField = 80
    /// Characters before a value within which it may be called something else.
    static let denial = 40
    /// Characters before a value within which a word names what is much else as well; and behind it.
    static let near = 64
    static let close = 16

    init(of candidate: Candidate, near: Nearby, tables: inout TableReader, scan: TextScan) {
        let text = tables.text
        let field = FieldName(before: candidate.start, in: text)
        if let field, near.isNamed(within: field.range) {
            self.init(.field, isDenied: false, wordLength: near.wordLength)
            return
        }
        let later = field.flatMap { LaterName(of: $0, after: candidate.end, in: text) }
        if let later, near.isNamedLater(within: later.ranges) {
            self.init(.field, isDenied: false, wordLength: near.wordLength(laterWithin: later.ranges))
            return
        }
        var (reach, isOtherColumn) = (Self.before, false)
        switch tables.header(at: candidate.start, by: scan) {
        // A label right before the value says more than what may be a header far above.
        case .cell(let mask, _, let isSure) where mask[candidate.detector] && (isSure || !near.isCalledAnother):
            self.init(.field, isDenied: false, wordLength: near.wordLength)
            return
        case .cell(let mask, let denies, let isSure):
            isOtherColumn = denies[candidate.detector]
            if isSure {
                if !isOtherColumn, Self.isLabelled(near, in: text) {
                    self.init(mask.isEmpty ? .field : .near(0), isDenied: false, wordLength: near.wordLength)
                    return
                }
                reach = 0
            }
        case .none: break
        }
        if let field, field.isStrict, reach > 0 {
            let isOther =
                near.isNamedOtherwise(within: field.range)
                || later.map { near.isNamedOtherwise(later: $0.ranges) } == true
            reach = isOther ? 0 : Self.inOtherField
        }
        var after = reach < Self.before ? 0 : Self.after
        if let floor = tables.floor(at: candidate.start), floor.names[candidate.detector] {
            reach = min(reach, Self.reach(from: floor.place, to: candidate.start, in: text))
        }
        if case .wordWithin(let most) = candidate.need {
            reach = min(reach, most)
            after = most < Self.near ? 0 : min(after, Self.close)
        }
        let distance = near.distance(before: reach, after: after)
        self.init(
            distance.map { .near($0) } ?? .none,
            isDenied: isOtherColumn || Self.isDenied(candidate, near, field, named: distance),
            isLoose: scan.detectors[candidate.detector].yields && !near.isCalled,
            wordLength: near.wordLength)
    }

    /// Characters between a place and a value, as far as words count.
    private static func reach(from place: Int, to value: Int, in text: TextBytes) -> Int {
        value - place > before * 4 ? before : text.characters(in: max(0, place)..<value)
    }

    /// Whether the label beside the value, in its row, names it: what is taken for a header may be the first row of a form.
    private static func isLabelled(_ near: Nearby, in text: TextBytes) -> Bool {
        let value = near.candidate.start..<near.candidate.end
        if let label = RowLabel(before: value.lowerBound, in: text) {
            return near.isNamed(within: label.range, asWord: true)
        }
        return RowLabel(behind: value, in: text).map { near.isNamedLater(within: [$0.range]) } ?? false
    }

    /// Whether a word says that it is something else: of a value that speaks for itself one right before it, of others any that is nearer
    /// than what names it.
    private static func isDenied(_ candidate: Candidate, _ near: Nearby, _ field: FieldName?, named distance: Int?)
        -> Bool
    {
        guard let far = near.denial(within: denial), distance.map({ far < $0 }) ?? true else { return false }
        return candidate.need != .nothing || near.isCalledOtherwise(in: field)
    }

    /// Of what stands by itself.
    static let nothing = Surroundings(.none, isDenied: false, wordLength: 0)

    private init(_ naming: Naming, isDenied: Bool, isLoose: Bool = false, wordLength: Int) {
        self.isLoose = isLoose
        self.naming = naming
        self.isDenied = isDenied
        self.wordLength = wordLength
    }
}
