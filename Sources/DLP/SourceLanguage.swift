import Glibc

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

    /// How much of it a text has; 0 where it has none of what is its own.
    func score(in text: UnsafeBufferPointer<UInt8>) -> Int {
        let mine = own.reduce(0) { $0 + Self.count($1, in: text) }
        return mine == 0 ? 0 : mine * 3 + shared.reduce(0) { $0 + Self.count($1, in: text) }
    }

    private static func count(_ turn: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let length = turn.utf8CodeUnitCount
        var (found, at) = (0, 0)
        while found < most, at + length <= text.count,
            let hit = memchr(base + at, Int32(turn.utf8Start[0]), text.count - length - at + 1)
        {
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            let isIt = memcmp(base + at, turn.utf8Start, length) == 0
            found += isIt ? 1 : 0
            at += isIt ? length : 1
        }
        return found
    }
}
