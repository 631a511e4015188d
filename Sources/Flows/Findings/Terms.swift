import Foundation
import Store

/// On what terms somebody lives with a problem: why, who answers for it, until when.
public struct Terms: Sendable, Hashable {
    /// The reasons that forms offer; any other text will do.
    public static let usualReasons = [
        "Accepted for now", "Not a problem here", "Covered by another control", "Will be fixed by then",
    ]

    public var reason: String
    public var comment: String?
    public var owner: String?
    public var expires: Date?

    public init(reason: String, comment: String? = nil, owner: String? = nil, expires: Date? = nil) {
        self.reason = reason
        self.comment = comment
        self.owner = owner
        self.expires = expires
    }

    func acceptance(_ deed: Deed) throws -> Acceptance {
        let reason = try Self.checked(reason, "reason", most: FreeText.mostOfReason)
        if let expires, expires <= deed.at { throw TermsError.endsInThePast }
        return Acceptance(
            reason: reason,
            comment: try comment.map { try Self.checked($0, "comment", .lines, most: FreeText.mostOfComment) },
            owner: try owner.map { try Self.checked($0, "owner", most: FreeText.mostOfOwner) }, expires: expires,
            by: deed.actor, at: deed.at)
    }

    /// - Throws: `TermsError` where there is nothing in it, or too much.
    static func checked(_ text: String, _ field: String, _ shape: FreeText.Shape = .line, most: Int) throws -> String {
        let clean = try FreeText.checked(text, field, shape, most: most) { _ in TermsError.tooLong(field, most: most) }
        guard let clean, !clean.isEmpty else { throw TermsError.missing(field) }
        return clean
    }
}

/// Why a decision cannot be taken as it was put.
public enum TermsError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case tooLong(String, most: Int)
    case endsInThePast

    /// The form field that it is about.
    public var field: String {
        switch self {
        case .missing(let field), .tooLong(let field, _): field
        case .endsInThePast: "expires"
        }
    }

    public var description: String {
        switch self {
        case .missing(let field): "say the \(field): whoever looks at it in a year wants to know"
        case .tooLong(let field, let most): FreeText.tooLong(field, most)
        case .endsInThePast: "the end lies in the past: choose a later day, or none"
        }
    }
}
