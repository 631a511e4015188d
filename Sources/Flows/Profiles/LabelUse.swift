import Model
import Store

/// Who needs the labels of an integration: what has to be told when it is removed.
public struct LabelUse: Sendable, Hashable {
    /// The profiles of one's own that hold a label of it which no other integration has.
    public var profiles: [String] = []
    /// The names of the other integrations that use the profile of its labels.
    public var users: [String] = []

    public init() {}

    /// What becomes of them, a sentence each without its full stop.
    /// - Parameter isGone: it is removed already.
    public func words(of integration: String, isGone: Bool) -> [String] {
        let labels = "labels of \(integration), which \(isGone ? "are" : "will be") found no more"
        return [
            profiles.isEmpty
                ? nil
                : "\(profiles.joined(separator: ", ")) \(profiles.count == 1 ? "holds" : "hold") \(labels); \(profiles.count == 1 ? "it keeps" : "they keep") them until somebody takes them out",
            users.isEmpty
                ? nil
                : "\(users.joined(separator: ", ")) \(isGone ? (users.count == 1 ? "uses" : "use") : "will use") the profile of its labels no longer",
        ].compactMap(\.self)
    }
}

extension ProfileBook {
    /// Who needs the labels of an integration.
    public func use(ofLabelsOf integration: Integration) throws -> LabelUse {
        let catalogue = try catalogue()
        let items = try items(catalogue)
        func labels(_ isWanted: (String) -> Bool) -> Set<String> {
            Set(catalogue.labels.map(\.entry).filter { isWanted($0.note) }.map(\.id))
        }
        let lost = labels { $0 == integration.name }.subtracting(labels { $0 != integration.name })
        var use = LabelUse()
        use.profiles = items.filter { $0.origin.isCustom && !lost.isDisjoint(with: $0.lines.map(\.id)) }
            .map(\.profile.name)
        use.users = try users(ofLabelsOf: integration).map(\.name)
        return use
    }

    private func users(ofLabelsOf integration: Integration) throws -> [Integration] {
        let key = KeptProfile.key(integration.labelProfile)
        return try store.integrations().filter { other in
            other.id != integration.id && other.dlpProfiles.contains { KeptProfile.key($0) == key }
        }
    }

    /// Takes the profile of an integration's labels from the others that use it, lest a new integration of the name be attached unasked.
    func detachLabels(of integration: Integration, _ deed: Deed) throws {
        let key = KeptProfile.key(integration.labelProfile)
        for user in try users(ofLabelsOf: integration) {
            let left = user.dlpProfiles.filter { KeptProfile.key($0) != key }
            try store.setProfiles(
                left, of: user,
                deed.entry("integration.profiles", user.name, left.isEmpty ? "none" : left.joined(separator: ", ")))
        }
    }

    /// Those of the profiles that are the labels of other tenants than the one of an integration: files that bear such labels are found, and
    /// its own are not.
    public func ofOtherTenants(among names: [String], for integration: Integration) throws -> [String] {
        let keys = Set(names.map(KeptProfile.key))
        return try store.integrations().filter { other in
            other.tenantID != integration.tenantID && keys.contains(KeptProfile.key(other.labelProfile))
        }.map(\.labelProfile)
    }
}
