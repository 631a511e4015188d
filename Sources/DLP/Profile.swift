import Model

/// What a content profile does with the matches of a text.
public typealias Profile = ContentProfile

extension ContentProfile {
    /// Bytes within which matches are close to each other: a record of a table, an entry of a list.
    static let closeness = 400

    public func contains(_ match: Match) -> Bool { entries.contains(match.detector) || entries.contains(match.entry) }
}
