/// Decides which pieces of a display string are the name, which are other names, and which only stand beside it.
struct PieceSort {
    var main: [NameToken] = []
    var alternatives: [[NameToken]] = []
    var extras: [String] = []
    /// Words of `main` that stand before a comma.
    var beforeComma = 0

    init(_ pieces: [WordScan.Piece]) {
        var groups: [(words: [NameToken], comma: Int)] = []
        for piece in pieces {
            var words = piece.words
            cutCarrier(&words, &groups)
            for index in words.indices {
                if let name = GluedTitle.name(in: words[index]) { words[index] = name }
                words[index].isTitle = TitleWords.all.contains(words[index].key)
                words[index].isParticle = TitleWords.particles.contains(words[index].key)
            }
            guard !words.isEmpty else { continue }
            if words.allSatisfy(\.isTitle), !(groups.isEmpty && pieces.count == 1) {
                extras.append(words.map(\.text).joined(separator: " "))
            } else if piece.after == .comma, let last = groups.indices.last, groups[last].comma == 0,
                groups[last].words.count <= 4, words.count <= 4
            {
                groups[last].comma = groups[last].words.count
                groups[last].words += words
            } else {
                groups.append((words, 0))
            }
        }
        if let first = groups.first {
            main = first.words
            beforeComma = first.comma
            extras += first.words.filter(\.isTitle).map(\.text)
        }
        alternatives = groups.dropFirst().prefix(4).map(\.words)
        if let around = Self.around(groups.map(\.words)) { alternatives = [around] + alternatives.prefix(3) }
    }

    /// "Adele (Addie) Vance": the name around what stands between its words.
    private static func around(_ groups: [[NameToken]]) -> [NameToken]? {
        guard groups.count > 1, groups[0].count(where: { !$0.isTitle }) == 1 else { return nil }
        let last = groups[min(2, groups.count - 1)]
        return last.count <= 2 ? groups[0] + last : nil
    }

    /// "Maria Rossi via Dropbox": what follows the word is another piece.
    private mutating func cutCarrier(_ words: inout [NameToken], _ groups: inout [(words: [NameToken], comma: Int)]) {
        guard let cut = words.firstIndex(where: { TitleWords.carriers.contains($0.key) }), words.count > 1 else {
            return
        }
        let rest = Array(words[(cut + 1)...])
        extras.append(words[cut...].map(\.text).joined(separator: " "))
        words = cut == 0 ? rest : Array(words[..<cut])
    }

    /// "M a r i a  R o s s i" becomes one word; the joined table knows where the name parts. Returns whether it did.
    mutating func joinSpacedLetters() -> Bool {
        guard main.count >= 5, let first = main.first, let last = main.last,
            main.allSatisfy({ $0.key.count <= 1 || ($0.script != .latin && $0.text.unicodeScalars.count == 1) }),
            !first.script.isEastAsian
        else { return false }
        let low = min(first.range.lowerBound, last.range.lowerBound)
        let high = max(first.range.upperBound, last.range.upperBound)
        main = [
            NameToken(
                text: main.map(\.text).joined(), range: low..<high, key: main.flatMap(\.key), script: first.script,
                lookalike: nil, isDisguised: main.contains(where: \.isDisguised), isCapitals: false, camel: [])
        ]
        beforeComma = 0
        return true
    }
}
