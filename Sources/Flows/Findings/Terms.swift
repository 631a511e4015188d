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
        if let wrong = TermsError(try problems(at: deed.at)) { throw wrong }
        return Acceptance(
            reason: try Self.checked(reason, "reason", most: FreeText.mostOfReason),
            comment: try comment.map { try Self.checked($0, "comment", .lines, most: FreeText.mostOfComment) },
            owner: try owner.map { try Self.checked($0, "owner", most: FreeText.mostOfOwner) }, expires: expires,
            by: deed.actor, at: deed.at)
    }

    /// All that is wrong with them.
    public func problems(at now: Date) throws -> [TermsError] {
        try TermsError.gathered([
            { _ = try Self.checked(reason, "reason", most: FreeText.mostOfReason) },
            { _ = try comment.map { try Self.checked($0, "comment", .lines, most: FreeText.mostOfComment) } },
            { _ = try owner.map { try Self.checked($0, "owner", most: FreeText.mostOfOwner) } },
            { if let expires, expires <= now { throw TermsError.endsInThePast } },
        ])
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
    case noDay(String)
    case endsInThePast
    case asksInThePast
    /// More than one thing is wrong.
    indirect case several([TermsError])

    /// Nil where nothing is wrong.
    public init?(_ errors: [TermsError]) {
        guard let first = errors.first else { return nil }
        self = errors.count == 1 ? first : .several(errors)
    }

    /// What is wrong, one by one.
    public var each: [TermsError] {
        if case .several(let errors) = self { errors } else { [self] }
    }

    /// The form field that it is about; the first one where there are several.
    public var field: String {
        switch self {
        case .missing(let field), .tooLong(let field, _): field
        case .noDay, .endsInThePast, .asksInThePast: "expires"
        case .several(let errors): errors.first?.field ?? ""
        }
    }

    public var description: String {
        switch self {
        case .missing("decision"): "choose allowed, under review or not allowed"
        case .missing(let field): "say the \(field): whoever looks at it in a year wants to know"
        case .tooLong(let field, let most): FreeText.tooLong(field, most)
        case .noDay(let text): "\"\(text.prefix(40))\" is no date such as 2026-12-31"
        case .endsInThePast: "the end lies in the past: choose a later day, or none"
        case .asksInThePast: "that day has come already: choose a later one, or none"
        case .several(let errors): errors.map(\.description).joined(separator: "; ")
        }
    }

    /// Runs each, and keeps what is wrong.
    static func gathered(_ checks: [() throws -> Void]) throws -> [TermsError] {
        try checks.compactMap { check in
            do { try check() } catch let error as TermsError { return error }
            return nil
        }
    }
}
