import Foundation

/// Why something about accounts cannot be done. The words may be shown as they are.
public enum AccountError: Error, Hashable, Sendable, CustomStringConvertible {
    case badName
    case nameTaken(String)
    case unknown(String)
    /// Without it nobody could look after the installation.
    case lastAdministrator(String)
    /// The link was used, replaced or is too old; or it never was one.
    case linkIsOver
    /// There is an account already, so that the first one is not to be made.
    case hasStarted
    /// Somebody else is linked to this person in Entra.
    case entraTaken(String)
    /// The address was given to another account: whoever signs in with it could become either.
    case addressTaken(String, by: String)

    /// Whether it is about a Microsoft account, and not about the name of an account here.
    public var isAboutAddress: Bool {
        switch self {
        case .entraTaken, .addressTaken: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .badName:
            "a name has 1 to \(Account.longestName) letters of one alphabet, digits, spaces or any of . _ - @ + ', and a letter or digit first"
        case .nameTaken(let name): "there is an account named \"\(name)\" already: choose another name"
        case .unknown(let name): "there is no account \"\(name)\""
        case .lastAdministrator(let name):
            "\"\(name)\" is the last administrator who can sign in: make another administrator first"
        case .linkIsOver: "this link was used already, was replaced by a newer one, or is too old"
        case .hasStarted: "there is an administrator already: sign in, or ask them for an account"
        case .entraTaken(let name): "\"\(name)\" is linked to this person in Entra already"
        case .addressTaken(let address, let name):
            "the account \"\(name)\" has \(address) already: a Microsoft account signs in to one account; take it from that one first"
        }
    }
}

extension Account {
    static let longestName = 64

    /// A name as it is kept: spaces at the ends go.
    /// - Throws: `AccountError.badName`; a name that could pass for another, or for two lines of a log, is none.
    static func checkedName(_ text: String) throws -> String {
        let name = text.precomposedStringWithCompatibilityMapping.split(separator: " ").joined(separator: " ")
        guard let first = name.first, first.isLetter || first.isNumber, name.count <= longestName,
            name.unicodeScalars.count <= 2 * longestName,
            name.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || isMarkOrDigit($0) || " ._-@+'".unicodeScalars.contains($0)
            }), Set(name.unicodeScalars.compactMap(Alphabet.init)).count <= 1
        else { throw AccountError.badName }
        return name
    }

    private static func isMarkOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// What names are compared by.
    static func nameKey(_ name: String) -> String {
        name.precomposedStringWithCompatibilityMapping.split(separator: " ").joined(separator: " ").lowercased()
    }
}

/// Alphabets whose letters pass for each other's: whoever mixes them writes a name that looks like another one.
private enum Alphabet {
    case latin, greek, cyrillic, armenian, cherokee

    /// Nil for what is of none of them.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        case 0x41...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF:
            self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        case 0x530...0x58F: self = .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
        default: return nil
        }
    }
}
