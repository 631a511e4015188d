import Foundation

/// Everything of the tenant beyond the hand-made company: computed from the seed and an index whenever it is asked for.
struct Synthetic: Sendable {
    let seed: UInt64
    let churn: Double
    let users: Int
    let groups: Int
    let drives: Int
    let items: Int
    /// Seconds since 1970; the ages of things count back from here.
    let base: Int
    let userIDs: SyntheticID
    let groupIDs: SyntheticID
    let methodIDs: SyntheticID

    /// - Parameters: the numbers of things beyond the hand-made ones.
    init(seed: UInt64, churn: Double, users: Int, groups: Int, drives: Int, items: Int, now: Date) {
        self.seed = seed
        self.churn = churn
        self.users = max(0, users)
        self.groups = max(0, groups)
        self.drives = max(0, drives)
        self.items = self.drives == 0 ? 0 : max(self.drives, items)
        base = Int(now.timeIntervalSince1970)
        userIDs = SyntheticID(seed: seed, salt: 11)
        groupIDs = SyntheticID(seed: seed, salt: 12)
        methodIDs = SyntheticID(seed: seed, salt: 13)
    }

    /// What may happen to a thing on a day.
    enum Fate: UInt64 { case user = 101, group = 102, item = 103 }

    /// Whether a thing changed on that simulated day; the bits say how. Nil where it did not.
    @inline(__always)
    func change(_ fate: Fate, _ index: Int, on day: Int) -> UInt64? {
        let bits = Mix.bits(seed &+ UInt64(truncatingIfNeeded: day) &* 0x1_0000_0001, index, fate.rawValue)
        return Mix.happens(bits, churn) ? Mix.bits(bits) : nil
    }

    /// Whether a thing changed on one of the days after the first and up to the last.
    @inline(__always)
    func changed(_ fate: Fate, _ index: Int, after first: Int, upTo last: Int) -> Bool {
        guard churn > 0, first < last else { return false }
        for day in (first + 1)...last where change(fate, index, on: day) != nil { return true }
        return false
    }
}
