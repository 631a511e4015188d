import DLP
import Model

/// What a scan looks for, by the names that somebody gave.
public struct ChosenDetectors: Sendable {
    public let detectors: [Detector]
    /// None where every match is told.
    public let profiles: [Profile]
    public let minimum: Match.Confidence

    /// - Parameters:
    ///   - detectors: ids of detectors or of their kinds; with profiles empty too, all predefined ones.
    ///   - profiles: names, in any letter case.
    ///   - minimum: goes before that of the profiles.
    public init(detectors ids: [String], profiles names: [String], minimum: Match.Confidence?) throws(MailTrouble) {
        var profiles: [Profile] = []
        for name in names {
            guard var profile = Profile.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw MailTrouble("there is no profile \"\(name)\" (reeve dlp profile list)")
            }
            if let minimum { profile.minimum = minimum }
            profiles.append(profile)
        }
        if !ids.isEmpty {
            let known = Set(Detector.all.flatMap { [$0.id] + $0.kinds.map(\.id) })
            if let unknown = ids.first(where: { !known.contains($0) }) {
                throw MailTrouble("there is no detector \"\(unknown)\" (reeve dlp detector list)")
            }
            profiles += Self.profiles(of: ids, minimum: minimum ?? .medium)
        }
        let entries = profiles.reduce(into: Set<String>()) { $0.formUnion($1.entries) }
        detectors =
            profiles.isEmpty
            ? Detector.all
            : Detector.all.filter { entries.contains($0.id) || $0.kinds.contains { entries.contains($0.id) } }
        self.profiles = profiles
        self.minimum = profiles.map(\.minimum).min() ?? minimum ?? .medium
    }

    /// The chosen entries under the names of the predefined profiles they are in.
    private static func profiles(of ids: [String], minimum: Match.Confidence) -> [Profile] {
        var left = Set(ids)
        var found: [Profile] = []
        for profile in Profile.all where profile.together == 1 {
            let kinds = Detector.all.filter { profile.entries.contains($0.id) }.flatMap { $0.kinds.map(\.id) }
            let own = left.intersection(profile.entries.union(kinds))
            guard !own.isEmpty else { continue }
            found.append(Profile(name: profile.name, entries: own, minimum: minimum))
            left.subtract(own)
        }
        return left.isEmpty ? found : found + [Profile(name: "", entries: left, minimum: minimum)]
    }
}
