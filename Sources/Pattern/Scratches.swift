import CHyperscan
import Synchronization

/// Working memory that no scan is using.
struct Scratches {
    private var idle: [Scratch] = []

    mutating func put(_ scratch: Scratch) { idle.append(scratch) }

    private mutating func take() -> Scratch? { idle.popLast() }

    /// One that is idle, else a new one for the database; nil where there is no memory. The lock is not held while one is made.
    static func take(from pool: borrowing Mutex<Scratches>, for database: OpaquePointer) -> Scratch? {
        if let known = pool.withLock({ $0.take() }) { return known }
        var fresh: OpaquePointer?
        guard hs_alloc_scratch(database, &fresh) == HS_SUCCESS, let fresh else { return nil }
        return Scratch(pointer: fresh)
    }

    mutating func free() {
        for scratch in idle { hs_free_scratch(scratch.pointer) }
        idle = []
    }
}

/// A scratch on its way in or out of the pool. `@unchecked Sendable`, because it is handed over and never shared: who gives it away
/// keeps no copy.
struct Scratch: @unchecked Sendable {
    let pointer: OpaquePointer
}
