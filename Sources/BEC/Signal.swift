import Model

/// One thing that speaks for or against an impersonation: what it is called, why it matters, what to do about it, and how it is found.
public struct Signal: Sendable, Identifiable {
    /// Public and stable: verdicts, API, documentation. Never renamed, never reused.
    public let id: String
    public let title: String
    /// At most, above 0 for and below 0 against; what one finding weighs may be less, never more.
    public let weight: Double
    /// Why it matters, in one or two sentences.
    public let why: String
    /// What to do where it speaks wrongly, or where it speaks rightly.
    public let remedy: String
    private let question: @Sendable (Suspicion) -> Clue?

    init(
        id: String, title: String, weight: Double, why: String, remedy: String,
        examine: @escaping @Sendable (Suspicion) -> Clue?
    ) {
        self.id = id
        self.title = title
        self.weight = weight
        self.why = why
        self.remedy = remedy
        question = examine
    }

    /// Whether it speaks of this suspicion; its weight bounded by the signal's.
    func reason(for suspicion: Suspicion) -> Verdict.Reason? {
        guard let clue = question(suspicion) else { return nil }
        let share = min(max(clue.share, 0), 1)
        return Verdict.Reason(
            signal: id, field: clue.field ?? suspicion.origin.field, value: clue.value ?? suspicion.origin.shown,
            entry: clue.entry ?? suspicion.entry, distance: clue.distance, threshold: clue.threshold,
            weight: (weight * share * 1000).rounded() / 1000, text: clue.text, at: clue.at)
    }
}

/// What a signal found.
struct Clue: Sendable {
    /// 0 to 1 of the signal's weight.
    var share = 1.0
    /// Where not the originator's own field.
    var field: String?
    /// Where not what is shown of the originator.
    var value: String?
    var entry: String?
    var distance: Int?
    var threshold: Int?
    var text: String
    var at: [Int]?
}
