import Flows
import Foundation
import Store

/// A token that somebody asks for, as a form or the API has it.
struct TokenWish: Sendable {
    private static let longestName = 100

    let name: String
    let scopes: [APIScope]
    /// As it was typed.
    let expiresText: String?
    let expires: Date?
    /// What is wrong, by field: `name`, `scope`, `expires`.
    var troubles: [String: String] = [:]

    /// - Parameter expires: the last day, `2027-06-30`, or a moment in ISO 8601.
    init(name: String, scopes: [String], expires: String?, at now: Date) {
        self.name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        let known = scopes.compactMap(APIScope.init(rawValue:))
        self.scopes = APIScope.allCases.filter(known.contains)
        expiresText = expires
        self.expires = expires.flatMap { ProtectWords.moment($0) }
        if !(1...Self.longestName).contains(self.name.count) || !self.name.unicodeScalars.allSatisfy(Self.isShowable) {
            troubles["name"] = "1 to \(Self.longestName) characters on one line."
        }
        if known.count != scopes.count || known.isEmpty {
            troubles["scope"] = "Choose among \(APIScope.allCases.map(\.rawValue).joined(separator: ", "))."
        }
        if expires != nil, self.expires.map({ $0 <= now }) ?? true {
            troubles["expires"] = "A day that is still to come, such as 2027-06-30."
        }
    }

    private static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        default: true
        }
    }
}
