import Foundation

/// Whether new evidence says that a thing has got worse since somebody accepted it: what reopens a hidden instance before its time.
extension Evidence {
    /// What "worse" means for one key.
    fileprivate enum Worse {
        /// A list that has gained a member.
        case gains
        /// A list of addresses that has gained a guest, however each is written.
        case gainsGuest
        /// A list that has lost a member: conditions that narrow a rule down.
        case loses
        /// A flag that says so now and did not before.
        case becomes(Bool)
        /// A later moment, or none where there was one.
        case later
        /// A word further to the right.
        case climbs([String])
        /// A smaller number.
        case falls
        /// Any other text.
        case changes
    }

    /// Keys that are not named here (times, names, counts that grow by themselves) never reopen anything.
    private static let rules: [String: Worse] = [
        "recipients": .gains, "permissionIds": .gains, "roles": .gains, "addresses": .gains, "via": .gains,
        "entries": .gains, "guests": .gainsGuest,
        "conditions": .loses,
        "delete": .becomes(true), "stopProcessingRules": .becomes(true), "isTesting": .becomes(true),
        "hasPassword": .becomes(false), "preventsDownload": .becomes(false), "hasVerifiedPublisher": .becomes(false),
        "isCertified": .becomes(false), "isAttested": .becomes(false), "expires": .later,
        "scope": .climbs(["existingAccess", "users", "organization", "anonymous"]),
        "linkType": .climbs(["view", "embed", "blocksDownload", "review", "createOnly", "edit"]),
        "access": .climbs(["read", "write"]),
        "role": .climbs([
            "none", "freeBusyRead", "limitedRead", "read", "write", "delegateWithoutPrivateEventAccess",
            "delegateWithPrivateEventAccess",
        ]),
        "policy": .climbs(["reject", "quarantine", "none"]),
        "subdomainPolicy": .climbs(["reject", "quarantine", "none"]),
        "nonexistentPolicy": .climbs(["reject", "quarantine", "none"]), "pct": .falls,
        "keyStrength": .climbs(["normal", "weak"]),
        "sharedWith": .changes, "openingTerm": .changes,
    ]

    /// Keys that came later, each with one that came with it: where evidence has neither, nobody looked for it then, and that it is there
    /// now says nothing.
    private static let cameWith = ["guests": "reach"]

    /// The keys that got worse since `earlier`, sorted; empty where nothing did.
    public func widened(since earlier: Evidence) -> [String] {
        Self.rules.filter { key, rule in
            earlier.looked(for: key) && rule.holds(from: earlier[key] ?? .none, to: self[key] ?? .none)
        }.keys.sorted()
    }

    private func looked(for key: String) -> Bool {
        guard let other = Self.cameWith[key] else { return true }
        return self[key] != nil || self[other] != nil
    }
}

extension Evidence.Worse {
    fileprivate func holds(from old: Evidence.Value, to new: Evidence.Value) -> Bool {
        switch self {
        case .gains: !Set(new.members).isSubset(of: old.members)
        case .gainsGuest: !Set(new.members.map(GuestAddress.key)).isSubset(of: old.members.map(GuestAddress.key))
        case .loses: !Set(old.members).isSubset(of: new.members)
        case .becomes(let bad): new == .flag(bad) && old != new
        case .later: old != .none && (new == .none || new.words > old.words)
        case .climbs(let ladder): Self.step(new, ladder) > Self.step(old, ladder)
        case .falls: if case .number(let a) = old, case .number(let b) = new { b < a } else { false }
        case .changes: old != new
        }
    }

    /// How far up a word stands; a word that the ladder does not have stands below it.
    private static func step(_ value: Evidence.Value, _ ladder: [String]) -> Int {
        ladder.firstIndex { $0.lowercased() == value.words.lowercased() } ?? -1
    }
}

extension Evidence.Value {
    fileprivate var members: [String] { if case .list(let list) = self { list } else { [] } }
    fileprivate var words: String { if case .text(let text) = self { text } else { "" } }
}
