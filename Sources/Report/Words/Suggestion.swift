/// The word that was probably meant; nil where none is near. Case does not count, and swapping two neighbours is one slip.
public func suggestion(for word: String, among known: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(100))
    let limit = max(1, min(3, typed.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in known {
        let letters = Array(candidate.lowercased())
        guard abs(letters.count - typed.count) <= limit else { continue }
        let distance = editDistance(typed, letters)
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    if let best { return best.word }
    guard typed.count >= 4 else { return nil }
    let beginning = known.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    return beginning.count == 1 ? beginning[0] : nil
}

/// How many letters have to be put in, taken out, changed or swapped with their neighbour (optimal string alignment).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var earlier = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var current = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            current[j] = min(change, previous[j] + 1, current[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                current[j] = min(current[j], earlier[j - 2] + 1)
            }
        }
        (earlier, previous) = (previous, current)
    }
    return previous[b.count]
}
