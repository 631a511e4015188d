import DLP
import Model
import Pattern

/// What a scan looks for, by the names that somebody gave.
public struct ChosenDetectors: Sendable {
    public let detectors: [Detector]
    /// None where every match is told.
    public let profiles: [ContentProfile]
    public let minimum: Match.Confidence
    /// Entries of one's own, and labels.
    let custom: CustomScan?

    /// - Parameters:
    ///   - detectors: ids of detectors or of their kinds, and of the entries that are wanted by themselves; with profiles empty too, all
    ///     predefined ones.
    ///   - wanted: profiles, with the entries that are on.
    ///   - minimum: goes before that of the profiles.
    public init(
        detectors ids: [String], wanted: ProfileBook.Wanted, minimum: Match.Confidence?
    ) throws(MailTrouble) {
        var profiles = wanted.profiles
        custom = wanted.custom
        if let minimum {
            for place in profiles.indices { (profiles[place].minimum, profiles[place].usesContext) = (minimum, true) }
        }
        if !ids.isEmpty {
            let known = Self.predefined.union(custom?.entries.map(\.id) ?? [])
            if let unknown = ids.first(where: { !known.contains($0) }) {
                throw MailTrouble(
                    "there is no detector or entry \"\(unknown)\" (reeve dlp detector list, reeve dlp entry list)")
            }
            profiles += Self.profiles(of: ids, minimum: minimum ?? .medium)
        }
        let entries = profiles.reduce(into: Set<String>()) { $0.formUnion($1.entries) }
        detectors =
            profiles.isEmpty
            ? Detector.all
            : Detector.all.filter { entries.contains($0.id) || $0.kinds.contains { entries.contains($0.id) } }
        self.profiles = profiles
        self.minimum = profiles.map(\.threshold).min() ?? minimum ?? .medium
    }

    /// The ids of detectors and of their kinds.
    public static let predefined = Set(Detector.all.flatMap { [$0.id] + $0.kinds.map(\.id) })

    /// The detectors made ready; takes a moment.
    /// - Parameter minimum: in place of what the profiles ask for.
    /// - Throws: a sentence where they cannot be.
    public func scan(from minimum: Match.Confidence? = nil) throws(MailTrouble) -> TextScan {
        do {
            return try TextScan(detectors, custom: custom, minimum: minimum ?? self.minimum)
        } catch {
            throw MailTrouble("cannot make the detectors ready: \(error)")
        }
    }

    /// The chosen entries under the names of the predefined profiles they are in.
    private static func profiles(of ids: [String], minimum: Match.Confidence) -> [ContentProfile] {
        var left = Set(ids)
        var found: [ContentProfile] = []
        for profile in ContentProfile.all where profile.together == 1 {
            let kinds = Detector.all.filter { profile.entries.contains($0.id) }.flatMap { $0.kinds.map(\.id) }
            let own = left.intersection(profile.entries.union(kinds))
            guard !own.isEmpty else { continue }
            found.append(ContentProfile(name: profile.name, entries: own, minimum: minimum))
            left.subtract(own)
        }
        return left.isEmpty ? found : found + [ContentProfile(name: "", entries: left, minimum: minimum)]
    }
}
