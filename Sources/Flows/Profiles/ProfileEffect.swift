import Model
import Store

extension ProfileBook {
    /// Whether the next scan of an integration looks at every stored file again, for what its profiles look for by now.
    public func readsAgain(_ integration: Integration) throws -> Bool {
        let known = ScannedFor(try store.scannedFor(integration.id) ?? "")
        let wanted = try AttachedProfiles(named: integration.dlpProfiles, in: store).scannedFor(known.limits)
        return wanted.renames(since: known) == nil
    }
}
