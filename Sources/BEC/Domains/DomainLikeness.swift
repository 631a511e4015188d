/// How a foreign domain resembles one of the organization's own.
struct DomainLikeness: Hashable, Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case homoglyph, otherSuffix, typo, repeated, hyphen, affix, joinedSuffix, subdomain, sharedWord
    }

    let kind: Kind
    /// The own domain that it resembles.
    let own: String
    /// The foreign domain's registrable part, as a person sees it.
    let seen: String
    /// Edits between the two labels.
    let distance: Int
    /// One sentence for a person.
    let text: String

    /// 0 to 1: how seldom two strangers' domains stand so close by chance.
    var weight: Double {
        switch kind {
        case .homoglyph, .hyphen, .repeated, .joinedSuffix: 0.6
        case .typo, .affix, .subdomain: 0.55
        case .otherSuffix: 0.5
        case .sharedWord: 0.2
        }
    }
}
