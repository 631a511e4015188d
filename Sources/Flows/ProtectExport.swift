import Foundation
import Model
import Store

/// The list as a document that `ProtectFile` reads again.
public enum ProtectExport {
    /// The first record of the CSV.
    public static let columns = [
        "Display Name", "Email", "Secondary Emails", "Comments", "Is Regex", "Expires", "Given Name", "Surname",
        "Job Title", "Id",
    ]

    /// A record under `columns`. The quoting is the writer's.
    public static func record(_ entry: ProtectedEntry) -> [String] {
        let emails = entry.person.addresses + entry.person.addressPatterns
        return [
            entry.person.name, emails.joined(separator: ";"),
            entry.person.secondaryEmails.map { ProtectWords.text(of: $0) }.joined(separator: ";"), entry.comment ?? "",
            entry.kind == .pattern ? "true" : "false", entry.expires.map { ProtectWords.text(of: $0) } ?? "",
            entry.person.givenName ?? "", entry.person.surname ?? "", entry.person.jobTitle ?? "", entry.person.id,
        ]
    }

    private struct Person: Encodable {
        var name: String
        var emails: [String]
        var secondaryEmails: [String]
        var comments: String
        /// Left out where it is false.
        var isRegex: Bool?
        var expires: String?
        var givenName: String?
        var surname: String?
        var jobTitle: String?
        var id: String
    }

    /// One JSON object without line breaks; keys in the order of the alphabet.
    public static func object(_ entry: ProtectedEntry) throws -> String {
        let person = Person(
            name: entry.person.name, emails: entry.person.addresses + entry.person.addressPatterns,
            secondaryEmails: entry.person.secondaryEmails.map { ProtectWords.text(of: $0) },
            comments: entry.comment ?? "",
            isRegex: entry.kind == .pattern ? true : nil, expires: entry.expires.map { ProtectWords.text(of: $0) },
            givenName: entry.person.givenName, surname: entry.person.surname, jobTitle: entry.person.jobTitle,
            id: entry.person.id)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(person), as: UTF8.self)
    }
}
