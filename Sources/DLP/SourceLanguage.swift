import Pattern

/// A programming language by its own turns of phrase: what hardly any other has counts three times, what several share once.
struct SourceLanguage: Sendable {
    let id: String
    let title: String
    private let own: [StaticString]
    private let shared: [StaticString]
    /// A file in it.
    let example: String

    /// What a file has to reach.
    static let least = 20
    /// Times that one turn counts.
    private static let most = 3

    static let all: [SourceLanguage] = [
        c, cPlusPlus, cSharp, go, haskell, java, javaScript, lua, python, r, rust, swift,
    ]

    init(_ id: String, _ title: String, own: [StaticString], shared: [StaticString], example: String) {
        self.id = id
        self.title = title
        self.own = own
        self.shared = shared
        self.example = example
    }

    /// How much of each language a text has, in the order of `all`; 0 where it has none of what is the language's own.
    static func scores(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var hits: [LiteralHit] = []
        guard let turns, turns.database.scan(text, into: &hits) else { return all.map { _ in 0 } }
        var counts = [Int](repeating: 0, count: turns.texts.count)
        var ends = counts
        for hit in hits {
            let (turn, end) = (Int(hit.literal), Int(hit.end))
            // One that overlaps the last of its kind is not counted.
            guard counts[turn] < most, end - turns.texts[turn].utf8CodeUnitCount >= ends[turn] else { continue }
            counts[turn] += 1
            ends[turn] = end
        }
        var place = 0
        return all.map { language in
            let mine = counts[place..<(place + language.own.count)].reduce(0, +)
            let others = counts[(place + language.own.count)..<(place + language.turns.count)].reduce(0, +)
            place += language.turns.count
            return mine == 0 ? 0 : mine * 3 + others
        }
    }

    private var turns: [StaticString] { own + shared }

    /// The turns of all languages, one after the other; nil only where there is no memory for them.
    private static let turns: (texts: [StaticString], database: LiteralDatabase)? = {
        let texts = all.flatMap(\.turns)
        let literals = texts.map { LiteralDatabase.Literal("\($0)", letterCase: .counts) }
        return (try? LiteralDatabase(literals)).map { (texts, $0) }
    }()
}
