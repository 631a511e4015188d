import Model
import Store

extension ProfileBook {
    /// Those of the profiles of which no entry is on.
    public func idle(among names: [String]) throws -> [String] {
        let keys = Set(names.map(KeptProfile.key))
        return try items().filter { item in
            // Labels that were not read yet are on when they are.
            if case .labels = item.origin, item.lines.isEmpty { return false }
            return keys.contains(KeptProfile.key(item.profile.name)) && item.isIdle
        }.map(\.profile.name)
    }

    /// Whether the next scan of an integration looks at every stored file again, for what its profiles look for by now.
    public func readsAgain(_ integration: Integration) throws -> Bool {
        let known = ScannedFor(try store.scannedFor(integration.id) ?? "")
        let wanted = try AttachedProfiles(named: integration.dlpProfiles, in: store)
            .scannedFor(known.limits, readsDocuments: known.readsDocuments, readsImages: known.readsImages)
        return wanted.reuse(of: known) == nil
    }
}
