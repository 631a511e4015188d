import DLP
import Foundation
import Model

/// What files were looked through for by one profile, as a line of `ScannedFor` keeps it: the profile, the entries of one's own in it, and
/// when those were changed that have more to them than they say.
struct ScannedProfile {
    let profile: ContentProfile
    /// Sorted by id.
    let own: [CustomEntry]
    /// Seconds since 1970, one for each of `own` that needs material.
    let made: [Double]

    init(_ profile: ContentProfile, own: [CustomEntry], made: [Double]) {
        (self.profile, self.own, self.made) = (profile, own, made)
    }

    /// Nil where the line is none of ours.
    init?(line: String) {
        let (values, decoder) = (Self.values(of: line), JSONDecoder())
        guard let first = values.first, let profile = try? decoder.decode(ContentProfile.self, from: first) else {
            return nil
        }
        self.profile = profile
        own = values.count > 1 ? (try? decoder.decode([CustomEntry].self, from: values[1])) ?? [] : []
        made = values.count > 2 ? (try? decoder.decode([Double].self, from: values[2])) ?? [] : []
    }

    /// Equal for equal profiles.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let parts = [
            try? encoder.encode(profile), try? encoder.encode(own), made.isEmpty ? nil : try? encoder.encode(made),
        ].compactMap(\.self)
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// The values of JSON, objects and lists, that stand behind one another.
    private static func values(of line: String) -> [Data] {
        var (found, value) = ([Data](), Data())
        var (depth, isText, isEscaped) = (0, false, false)
        for byte in line.utf8 {
            if depth > 0 || byte != UInt8(ascii: " ") { value.append(byte) }
            if isText {
                if !isEscaped, byte == UInt8(ascii: "\"") { isText = false }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 {
                    found.append(value)
                    value = Data()
                }
            default: break
            }
        }
        return found
    }
}

extension ScannedProfile {
    /// The labels that this one asks for and a former one did not: which labels a file bears is kept, whoever asked for them.
    func newLabels(since former: ScannedProfile?) -> [CustomEntry] {
        own.filter { $0.isLabel && former?.profile.entries.contains($0.id) != true }
    }

    private func without(_ labels: [CustomEntry]) -> ScannedProfile {
        var rest = profile
        rest.entries.subtract(labels.map(\.id))
        return ScannedProfile(rest, own: own.filter { !labels.contains($0) }, made: made)
    }

    /// Whether what was found for another one holds all that this one tells, new labels apart: nothing differs but the name and entries that
    /// are gone.
    ///
    /// Where a number of matches is allowed, or several entries have to stand together, what is kept of a file does not say what fewer entries
    /// come to.
    func isLess(than former: ScannedProfile) -> Bool {
        let rest = without(newLabels(since: former))
        var alike = former.profile
        (alike.name, alike.entries) = (rest.profile.name, rest.profile.entries)
        guard alike == rest.profile, rest.hasSameOwn(as: former) else { return false }
        return !isNarrower(than: former)
            || profile.allowed == 0 && profile.together <= 1
                && rest.profile.entryNames.isSubset(of: former.profile.entryNames)
    }

    func isNarrower(than former: ScannedProfile) -> Bool {
        without(newLabels(since: former)).profile.entries != former.profile.entries
    }

    /// Whether nothing but labels is asked for.
    var isOfLabels: Bool { without(newLabels(since: nil)).profile.entries.isEmpty }

    private func hasSameOwn(as former: ScannedProfile) -> Bool {
        let needing = former.own.filter(\.needsMaterial)
        guard needing.count == former.made.count else { return false }
        let made = zip(needing, former.made).filter { profile.entries.contains($0.0.id) }.map(\.1)
        return own == former.own.filter { profile.entries.contains($0.id) } && self.made == made
    }
}

extension ContentProfile {
    /// Everything that its matches may be called: its entries, and the kinds of those that are detectors.
    var entryNames: Set<String> {
        Detector.all.filter { entries.contains($0.id) }.reduce(into: entries) { $0.formUnion($1.kinds.map(\.id)) }
    }

    /// Whether a detector has to be asked.
    func needs(_ detector: Detector) -> Bool {
        entries.contains(detector.id) || detector.kinds.contains { entries.contains($0.id) }
    }
}

extension ScannedFor {
    /// How what was read for an earlier scan serves this one.
    struct Reuse: Equatable {
        /// What became of the names of profiles.
        var renames: [String: String] = [:]
        /// Labels that nobody asked for: the files that bear them are read again.
        var newLabels: [CustomEntry] = []
    }

    /// What has to be done with what an earlier scan found, where everything that is looked for now was looked for then, labels apart; nil
    /// where all files have to be read again.
    ///
    /// Detectors that look at the same place decide between them what stands there. So one that nobody asks for any more means reading
    /// again where a profile has lost entries.
    func reuse(of earlier: ScannedFor) -> Reuse? {
        let new = profiles.filter { !earlier.profiles.contains($0) }
        guard !new.isEmpty else { return Reuse() }
        let (now, before) = (profiles.compactMap(ScannedProfile.init), earlier.profiles.compactMap(ScannedProfile.init))
        guard now.count == profiles.count, before.count == earlier.profiles.count, !before.isEmpty else { return nil }
        let names = Set(now.map(\.profile.name))
        var (reuse, isNarrower) = (Reuse(), false)
        for (line, one) in zip(profiles, now) where new.contains(line) {
            let former =
                before.first { $0.profile.name == one.profile.name }
                ?? before.first {
                    !names.contains($0.profile.name) && reuse.renames[$0.profile.name] == nil && one.isLess(than: $0)
                }
            reuse.newLabels += one.newLabels(since: former)
            guard let former else {
                guard one.isOfLabels else { return nil }
                continue
            }
            guard one.isLess(than: former) else { return nil }
            if former.profile.name != one.profile.name { reuse.renames[former.profile.name] = one.profile.name }
            isNarrower = isNarrower || one.isNarrower(than: former)
        }
        guard isNarrower else { return reuse }
        return Self.detectors(now) == Self.detectors(before) ? reuse : nil
    }

    private static func detectors(_ profiles: [ScannedProfile]) -> [String] {
        Detector.all.filter { detector in profiles.contains { $0.profile.needs(detector) } }.map(\.id)
    }
}
