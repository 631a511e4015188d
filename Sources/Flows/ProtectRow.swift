import Foundation
import Model

/// One person of a file that is imported.
public struct ProtectRow: Sendable, Hashable {
    /// Where it stands in the file, the first line being 1.
    public var line: Int
    /// The id in a directory, or of an entry that was exported.
    public var id: String?
    public var name: String
    public var givenName: String?
    public var surname: String?
    public var jobTitle: String?
    public var addresses: [String]
    /// A regular expression in place of addresses.
    public var pattern: String?
    public var secondaryEmails: [ProtectedPerson.SecondaryEmail]
    public var comment: String?
    public var expires: Date?

    /// A row that cannot be used, and why.
    public struct Refusal: Error, Sendable, Hashable {
        public var line: Int
        public var why: String
    }

    /// What a file says of a person, before anything of it is believed.
    struct Raw {
        var line: Int
        var id: String?
        var name: String?
        var givenName: String?
        var surname: String?
        var jobTitle: String?
        var emails: [String] = []
        var secondaryEmails: [String] = []
        var comment: String?
        var isPattern = false
        var expires: String?
    }

    /// - Parameters:
    ///   - now: an entry that ended before is refused.
    ///   - compile: says why an expression cannot be used; nil where it can.
    init(_ raw: Raw, asOf now: Date, compile: (String) -> String?) throws {
        func text(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        do {
            line = raw.line
            id = text(raw.id)
            (givenName, surname, jobTitle) = (text(raw.givenName), text(raw.surname), text(raw.jobTitle))
            name = try ProtectWords.name(raw.name ?? "")
            comment = text(try ProtectWords.comment(raw.comment, isExported: id != nil))
            secondaryEmails = try raw.secondaryEmails.map { try ProtectWords.secondaryEmail($0) }
            addresses = raw.isPattern ? [] : Protect.distinct(try raw.emails.map { try ProtectWords.address($0) })
        } catch let error as ProtectError {
            throw Refusal(line: raw.line, why: "\(error)")
        }
        if let expires = raw.expires, !expires.isEmpty {
            guard let moment = ProtectWords.moment(expires) else {
                throw Refusal(line: line, why: "\"\(expires)\" is no date such as 2026-12-31")
            }
            guard moment > now else {
                throw Refusal(
                    line: line,
                    why: "the protection of \(name) ended on \(expires): leave the row out, or give a later day")
            }
            self.expires = moment
        }
        // Somebody who was exported may have none: the id says who it is.
        guard !raw.emails.isEmpty || id != nil && !raw.isPattern else {
            throw Refusal(line: line, why: "\(name) has no address")
        }
        if raw.isPattern {
            let expression = raw.emails.joined(separator: ",")
            if let why = compile(expression) { throw Refusal(line: line, why: "\(expression): \(why)") }
            pattern = expression
        }
    }
}
