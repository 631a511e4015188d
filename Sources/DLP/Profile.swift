import Model

/// What a content profile does with the matches of a text.
public typealias Profile = ContentProfile

extension ContentProfile {
    /// Bytes within which matches are close to each other: a record of a table, an entry of a list.
    static let closeness = 400

    /// Those of the matches of one text that the profile tells of.
    /// - Parameter matches: in order of place.
    public func told(_ matches: [Match]) -> [Match] {
        var telling = ProfilesTelling([self])
        let told = telling.add(matches) + telling.finish()
        return told.count > allowed ? told.map(\.match) : []
    }

    public func contains(_ match: Match) -> Bool { entries.contains(match.detector) || entries.contains(match.entry) }
}
