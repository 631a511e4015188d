/// How a written name came to be read as a listed one. Ordered by how far it had to be bent, least first.
public enum NameMatch: Hashable, Sendable {
    /// The same words in the same order; letter case, accents and punctuation aside.
    case exact
    /// The same words in another order: "Rossi Maria", "Rossi, Maria".
    case reordered
    /// A middle name or a second surname is left out, or one is added.
    case partial
    /// The same letters with blanks elsewhere: "MariaRossi", "Mi Kyung" for "Mikyung".
    case joined
    /// Look-alike letters of another script or alphabet stand in for Latin ones; or digits, or "rn" for "m".
    case confusable
    /// The same name in another script or another romanisation.
    case transliterated
    /// A short or pet form of the given name.
    case nickname
    /// Given name as an initial: "M. Rossi".
    case initials
    /// Some letters are wrong.
    case typo(Int)

    /// 0 for `.exact`, growing with the distance from the listed name.
    public var rank: Int {
        switch self {
        case .exact: 0
        case .reordered: 1
        case .partial: 2
        case .joined: 3
        case .confusable: 4
        case .transliterated: 5
        case .nickname: 6
        case .typo: 7
        case .initials: 8
        }
    }
}
