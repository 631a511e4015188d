/// The words in the local part of an address: cut at dots, dashes, underscores and digits, titles taken off the ends.
struct LocalPart {
    var tokens: [NameToken] = []

    init(_ local: String) {
        let plain = String(local.prefix(64)).prefix { $0 != "+" }
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for byte in plain.lowercased().utf8 {
            if byte &- 0x61 < 26 || byte >= 0x80 {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        let names = words.filter { !TitleWords.all.contains($0) }
        if names.count == 1 { words = [Self.withoutTitle(names[0])] } else if !names.isEmpty { words = names }
        tokens = words.prefix(6).flatMap(Self.tokens)
    }

    private static func tokens(of word: [UInt8]) -> [NameToken] {
        let text = String(decoding: word, as: UTF8.self)
        guard word.allSatisfy({ $0 < 0x80 }) else { return NameReading(text).tokens }
        // What the reading of a single small Latin word comes to.
        var token = NameToken(
            text: text, range: 0..<word.count, key: word, script: .latin, lookalike: nil, isDisguised: false,
            isCapitals: false, camel: [])
        token.isTitle = TitleWords.all.contains(word)
        token.isParticle = TitleWords.particles.contains(word)
        return [token]
    }

    /// "mariarossiceo", "drmariarossi"
    private static func withoutTitle(_ word: [UInt8]) -> [UInt8] {
        for ending in endings where word.count >= ending.count + 6 && word.suffix(ending.count).elementsEqual(ending) {
            return Array(word.dropLast(ending.count))
        }
        return word
    }

    private static let endings = [
        "ceo", "cfo", "coo", "cto", "cio", "hr", "finance", "office", "mail", "email", "work", "private", "privat",
        "official",
        "director", "president", "ceooffice", "exec", "executive", "mobile", "personal", "home",
    ].map { Array($0.utf8) }
}
