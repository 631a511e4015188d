import Model

/// Words that only one or two listed people are known by; what a bare "brad@" at a look-alike domain can be traced to.
struct SingleNames: Sendable {
    private var owners: [String: [Int32]] = [:]

    /// Words from the name's parts and from the local parts of the person's addresses; three letters or more.
    mutating func take(_ person: ProtectedPerson, at position: Int32) {
        var words: Set<String> = []
        for name in [person.name, person.givenName ?? ""] {
            for token in NameReading(name).tokens where !token.isTitle && !token.isParticle {
                words.insert(token.letters)
            }
        }
        for address in person.addresses.prefix(4) {
            for word in Self.words(of: address.prefix { $0 != "@" }) { words.insert(word) }
        }
        for word in words where word.count > 2 && owners[word, default: []].count < 3 {
            owners[word, default: []].append(position)
        }
    }

    /// At most two; empty for a word that more people share.
    func people(named word: String) -> [Int32] {
        guard let people = owners[word], people.count < 3 else { return [] }
        return people
    }

    /// The people whom a local part or a name of a single word may mean.
    func people(in origin: Originator) -> [Int32] {
        var words = origin.address.map { Self.words(of: $0.local[...]) } ?? []
        words += origin.name.tokens.filter { !$0.isTitle }.map(\.letters)
        var found: [Int32] = []
        for word in words.prefix(6) {
            for person in people(named: word) where !found.contains(person) { found.append(person) }
        }
        return found
    }

    private static func words(of local: Substring) -> [String] {
        local.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
