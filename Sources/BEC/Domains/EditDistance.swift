/// Edits between two words: insertion, deletion, substitution, and exchange of neighbours (optimal string alignment).
enum EditDistance {
    /// - Complexity: O(n·m) in bytes; both are cut at 64.
    static func between(_ first: String, _ second: String) -> Int {
        let first = Array(first.utf8.prefix(64))
        let second = Array(second.utf8.prefix(64))
        if first == second { return 0 }
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var older = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        for row in 1...first.count {
            var current = [Int](repeating: row, count: second.count + 1)
            for column in 1...second.count {
                let same = first[row - 1] == second[column - 1]
                var least = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    least = min(least, older[column - 2] + 1)
                }
                current[column] = least
            }
            older = previous
            previous = current
        }
        return previous[second.count]
    }
}
