/// A listed person whom a written name may mean.
public struct NameHit: Hashable, Sendable {
    /// Position in the `PersonTable`.
    public let person: Int32
    /// The strongest of `transformations`; `.exact` where there is none.
    public let match: NameMatch
    /// All that had to be done to the written name, the strongest first.
    public let transformations: [NameMatch]
    /// Wrong letters, counted over the whole name.
    public let distance: Int
    /// How many wrong letters would still have counted for a name of this length.
    public let threshold: Int
    /// Sentences for a person: "one letter left out: Hernadez for Hernandez".
    public let explanation: [String]
    /// 0 (many on the list have this name or its parts) to 1 (nobody else on the list).
    public let rarity: Double
    /// Listed people with the very same name, this one included; counted up to 256.
    public let sameNameCount: Int
    /// The part that differs is a name in its own right (Daniela for Daniel): more likely another person than a typo.
    public let isOtherKnownName: Bool
    /// The written name stands for little by itself: an initial and a surname, one word of several.
    public let isWeak: Bool
    /// Words of the written name that are neither in the listed name nor a title.
    public let unexplained: [String]
    static let countLimit = 256

    public init(
        person: Int32, transformations: [NameMatch], distance: Int = 0, threshold: Int = 0, explanation: [String] = [],
        rarity: Double = 1, sameNameCount: Int = 1, isOtherKnownName: Bool = false, isWeak: Bool = false,
        unexplained: [String] = []
    ) {
        self.person = person
        let ordered = transformations.sorted { $0.rank > $1.rank }
        self.transformations = ordered
        match = ordered.first ?? .exact
        self.distance = distance
        self.threshold = threshold
        self.explanation = explanation
        self.rarity = rarity
        self.sameNameCount = sameNameCount
        self.isOtherKnownName = isOtherKnownName
        self.isWeak = isWeak
        self.unexplained = unexplained
    }
}
