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

    public var description: String {
        switch self {
        case .badName:
            "a name has 1 to \(Account.longestName) letters, digits, spaces or any of . _ - @ + ', and a letter or digit first"
        case .nameTaken(let name): "there is an account named \"\(name)\" already: choose another name"
        case .unknown(let name): "there is no account \"\(name)\""
        case .lastAdministrator(let name):
            "\"\(name)\" is the last administrator who can sign in: make another administrator first"
        case .linkIsOver: "this link was used already, was replaced by a newer one, or is too old"
        case .hasStarted: "there is an administrator already: sign in, or ask them for an account"
        case .entraTaken(let name): "\"\(name)\" is linked to this person in Entra already"
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
            })
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
