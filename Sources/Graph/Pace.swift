/// A token bucket whose rate rises slowly while all is well and falls at once when the server throttles.
struct Pace: Sendable {
    private let quota: Lane.Quota
    private(set) var rate: Double
    private var tokens: Double
    private var filledAt: Double
    private var changedAt: Double

    /// Starts empty: the server has just said that there was too much.
    init(_ quota: Lane.Quota, now: Double) {
        self.quota = quota
        rate = quota.unitsPerSecond
        tokens = 0
        filledAt = now
        changedAt = now
    }

    var burst: Double { quota.burst }

    /// Seconds until so many units may go; 0 where they may go now.
    mutating func wait(for units: Double, now: Double) -> Double {
        fill(now)
        let needed = min(units, quota.burst)
        // A wait shorter than the clock's grain would never end.
        return tokens + 1e-6 >= needed ? 0 : max(0.001, (needed - tokens) / rate)
    }

    /// Units in excess of a burst are a debt that later requests wait for.
    mutating func take(_ units: Double, now: Double) {
        fill(now)
        tokens -= units
    }

    mutating func succeed(now: Double) {
        guard now - changedAt >= 10 else { return }
        fill(now)
        rate = min(quota.ceiling, rate + quota.unitsPerSecond * 0.05)
        changedAt = now
    }

    mutating func slowDown(now: Double) {
        fill(now)
        rate = max(quota.unitsPerSecond / 20, rate * 0.7)
        changedAt = now
    }

    private mutating func fill(_ now: Double) {
        tokens = min(quota.burst, tokens + max(0, now - filledAt) * rate)
        filledAt = max(filledAt, now)
    }
}
