/// The distinct words of all listed names, one block of bytes.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var scripts: [UInt8] = []
    /// How many forms hold the word.
    private(set) var uses: [UInt32] = []
    /// A bit for each script.
    private(set) var scriptBits: UInt32 = 0
    /// Open addressing; 0 is free, else id + 1. A power of two, at most half full.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)

    var count: Int { uses.count }

    /// The id of a word, nil if nobody bears it.
    func id(_ key: [UInt8]) -> UInt32? {
        let slot = find(key)
        return slots[slot] == 0 ? nil : slots[slot] - 1
    }

    mutating func add(_ key: [UInt8], _ script: NameScript) -> UInt32 {
        let slot = find(key)
        if slots[slot] != 0 {
            uses[Int(slots[slot] - 1)] += 1
            return slots[slot] - 1
        }
        bytes += key
        starts.append(UInt32(bytes.count))
        scripts.append(script.rawValue)
        scriptBits |= 1 << UInt32(script.rawValue)
        uses.append(1)
        slots[slot] = UInt32(uses.count)
        if uses.count * 2 > slots.count { grow() }
        return UInt32(uses.count - 1)
    }

    func key(_ id: UInt32) -> [UInt8] { Array(bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]) }

    /// The word where it lies, for the time of the call.
    @inline(__always)
    func withKey<Answer>(_ id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        let range = Int(starts[Int(id)])..<Int(starts[Int(id) + 1])
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func isKey(_ id: UInt32, _ word: [UInt8]) -> Bool { withKey(id) { Self.areEqual($0, word) } }

    func script(_ id: UInt32) -> NameScript { NameScript(rawValue: scripts[Int(id)]) ?? .other }

    func length(_ id: UInt32) -> Int { Int(starts[Int(id) + 1] - starts[Int(id)]) }

    private static func areEqual(_ key: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
        guard key.count == word.count else { return false }
        return word.withUnsafeBufferPointer { word in
            for index in 0..<key.count where key[index] != word[index] { return false }
            return true
        }
    }

    private func find(_ key: [UInt8]) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: NameHash.of(key, .word)) & mask
        while slots[slot] != 0 {
            if isKey(slots[slot] - 1, key) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for id in 0..<uses.count {
            var slot = Int(truncatingIfNeeded: NameHash.of(bytes[Int(starts[id])..<Int(starts[id + 1])], .word)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(id + 1)
        }
    }
}
