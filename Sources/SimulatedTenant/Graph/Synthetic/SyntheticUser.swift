/// A synthetic user on a given day: what the properties are made from.
struct SyntheticUser {
    let index: Int
    let bits: UInt64
    /// Grows with each change of the job title.
    private(set) var titleVersion = 0
    private(set) var familyVersion = 0
    private(set) var enabledFlips = 0
    private(set) var isRemoved = false
    private let seed: UInt64

    init(_ index: Int, in tenant: Synthetic, day: Int) {
        self.index = index
        seed = tenant.seed
        bits = Mix.bits(tenant.seed, index, 1)
        guard tenant.churn > 0, day > 0 else { return }
        for day in 1...day {
            guard !isRemoved, let change = tenant.change(.user, index, on: day) else { continue }
            switch change % 50 {
            case 0: isRemoved = true
            case 1..<5: enabledFlips += 1
            case 5..<15: familyVersion += 1
            default: titleVersion += 1
            }
        }
    }

    /// Bits for one question about the user; different questions are independent.
    @inline(__always)
    private func chance(_ question: UInt64, _ share: Double) -> Bool {
        Mix.happens(Mix.bits(bits &+ question &* 0x9E37_79B9), share)
    }

    /// Every 32nd is a guest, so that the others can be counted.
    var isGuest: Bool { index % 32 == 31 }
    var isEnabled: Bool { chance(2, 0.02) == (enabledFlips % 2 == 1) }
    var hasMailbox: Bool { !isGuest && chance(3, 0.93) }
    var isSynced: Bool { !isGuest && chance(4, 0.33) }
    var wasSynced: Bool { !isGuest && !isSynced && chance(5, 0.005) }
    var neverExpires: Bool { chance(6, 0.02) }
    var hasWeakPasswords: Bool { chance(7, 0.01) }
    var hasOldPassword: Bool { chance(8, 0.02) }
    var isSyncOld: Bool { chance(9, 0.02) }
    var isMinor: Bool { !isGuest && chance(10, 0.005) }
    var hasAlias: Bool { hasMailbox && chance(11, 0.03) }
    var hasProvisioningError: Bool { isSynced && chance(12, 0.01) }
    var hasRule: Bool { hasMailbox && chance(13, 0.055) }
    var forwardsOutside: Bool { chance(14, 0.25) }
    var hasSecondCalendar: Bool { hasMailbox && chance(15, 0.2) }
    var sharesCalendarOutside: Bool { chance(16, 0.01) }
    var hasPasskey: Bool { !isGuest && chance(17, 0.08) }
    var hasHello: Bool { !isGuest && chance(18, 0.13) }
    var isPasskeyUnattested: Bool { chance(19, 0.15) }
    var isHelloWeak: Bool { chance(20, 0.1) }

    var given: StaticString { SyntheticNames.given[Int(bits & 63)] }
    var family: StaticString { SyntheticNames.family[(Int(bits >> 6 & 63) + familyVersion) & 63] }
    /// The sign-in name keeps the family name of the first day.
    var signInFamily: StaticString { SyntheticNames.family[Int(bits >> 6 & 63)] }
    var title: StaticString { SyntheticNames.titles[(Int(bits >> 12 & 15) + titleVersion) & 15] }

    var displayName: String { "\(given) \(family)" }
    var signInName: String {
        "\(given).\(signInFamily).\(index)"
            + (isGuest ? "_partner.example#EXT#@contoso.onmicrosoft.com" : "@contoso.example")
    }

    /// Days since something, 0 to `days` - 1.
    func age(_ question: UInt64, within days: Int) -> Int {
        Int(Mix.bits(bits &+ question) % UInt64(days))
    }
}
