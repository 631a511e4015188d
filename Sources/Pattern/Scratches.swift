import CHyperscan

/// Working memory that no scan is using.
struct Scratches {
    private var idle: [Scratch] = []

    mutating func put(_ scratch: Scratch) { idle.append(scratch) }

    mutating func take() -> Scratch? { idle.popLast() }

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
