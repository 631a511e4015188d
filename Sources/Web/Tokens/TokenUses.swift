import Synchronization

/// The tokens whose use is being noted at the moment.
final class TokenUses: Sendable {
    private let ids = Mutex<Set<String>>([])

    /// - Returns: false where the token's use is being noted already.
    func begin(_ id: String) -> Bool { ids.withLock { $0.insert(id).inserted } }

    func end(_ id: String) { ids.withLock { _ = $0.remove(id) } }
}
