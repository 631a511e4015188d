import Foundation

/// Something about the list that is worth a look.
public struct ProtectRemark: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// One word matches everybody who bears it as given name or surname.
        case oneWordName = "one-word-name"
        /// Two listed people, or a listed one and a colleague, have one name: an address of either is fine.
        case sameName = "same-name"
        /// A person typed in who is also a protected user of a directory.
        case listedTwice = "listed-twice"
        /// Mail in the name is a detection wherever it comes from.
        case noAddress = "no-address"
        case disabled, left
        case secondaryExpired = "secondary-expired"
        /// A secondary email is also an address of somebody else on the list.
        case sharedAddress = "shared-address"
        case emptyGroup = "empty-group"
        /// The directory has no such group any more.
        case groupGone = "group-gone"
        case entryExpired = "entry-expired"
        case unusablePattern = "unusable-pattern"
        /// An expression that every address matches.
        case broadPattern = "broad-pattern"
        /// A trusted domain for which nothing is silenced.
        case uselessTrust = "useless-trust"
        /// So many are listed that strangers bear a listed name by chance.
        case coincidence
    }

    public var kind: Kind
    /// Whom or what it is about: a name; empty for the list as a whole.
    public var name: String
    public var id: String
    /// One sentence for a person, with what to do.
    public var text: String

    public init(_ kind: Kind, _ name: String, id: String, _ text: String) {
        self.kind = kind
        self.name = name
        self.id = id
        self.text = text
    }
}

/// How often a stranger's name is on the list by chance.
public enum Coincidence {
    /// People listed, and of 10,000 strangers drawn from the same population how many bear a listed name. Measured with generated names of
    /// natural frequency; the worst case, as strangers in the mail of one company are more varied.
    private static let measured: [(people: Double, perTenThousand: Double)] = [
        (300, 0.3), (1_000, 1.4), (10_000, 18), (100_000, 141), (1_000_000, 606),
    ]

    /// Of 10,000 strangers, how many bear a listed name exactly; between the measured points along a straight line of logarithms.
    public static func perTenThousand(listed people: Int) -> Double {
        guard people > 0 else { return 0 }
        let wanted = log(Double(people))
        let above = measured.firstIndex { log($0.people) >= wanted } ?? measured.count - 1
        let (a, b) = (measured[max(0, above - 1)], measured[max(1, above)])
        let slope = log(b.perTenThousand / a.perTenThousand) / log(b.people / a.people)
        return min(10_000, exp(log(a.perTenThousand) + slope * (wanted - log(a.people))))
    }

    /// The rate in a sentence; nil while so few are listed that it does not matter.
    public static func remark(listed people: Int) -> String? {
        guard people >= 1_000 else { return nil }
        let rate = perTenThousand(listed: people)
        let shown = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))"
        return
            "\(people) people are listed: about \(shown) of 10,000 strangers bear one of these names by chance; with more than 10,000, a name alone is never more than a note. List those whose name an attacker would use"
    }
}
