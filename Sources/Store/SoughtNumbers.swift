/// The numbers of the words in which a search's text stands, and of those that hold what a filter names, looked for once an integration: its
/// strata share them.
struct SoughtNumbers {
    private var known: [Int: Set<Int64>] = [:]

    /// - Parameter text: of one search always the same. Instances that tell of no content have no words.
    mutating func of(
        _ text: SoughtText, in integration: Int, _ connection: any SQLConnection
    ) throws -> Set<Int64> {
        guard text.labels != nil else { return [] }
        if let known = known[integration] { return known }
        let numbers = try ContentWords.numbers(with: text, of: integration, connection)
        known[integration] = numbers
        return numbers
    }

    private var holding: [Int: Set<Int64>] = [:]

    /// - Parameter content: of one search always the same.
    /// - Returns: nil where it names nothing.
    mutating func holding(
        _ content: ContentFilter, in integration: Int, _ connection: any SQLConnection
    ) throws -> Set<Int64>? {
        guard !content.isEmpty else { return nil }
        if let known = holding[integration] { return known }
        let numbers = try ContentWords.numbers(holding: content, of: integration, connection)
        holding[integration] = numbers
        return numbers
    }
}
