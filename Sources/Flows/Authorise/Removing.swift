import Foundation
import Store

/// Takes an integration away with everything that was read through it.
public struct Removing: Sendable {
    let store: Store

    public init(store: Store) { self.store = store }

    /// - Parameter keepsProtected: its protected people become people typed in.
    /// - Returns: how many people stay protected.
    @discardableResult
    public func remove(_ integration: Integration, keepsProtected: Bool, _ deed: Deed) throws -> Int {
        let kept =
            keepsProtected
            ? try ProtectKeep(store: store, now: deed.at).copies(of: integration, by: deed.actor) : 0
        try store.remove(integration.id)
        try store.note(
            deed.entry("integration.remove", integration.name, keepsProtected ? "protected people kept" : nil))
        return kept
    }
}
