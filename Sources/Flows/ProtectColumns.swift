import Foundation

/// Which column of a file holds what. Names are taken in any case, with space or underscore.
struct ProtectColumns {
    enum Name: String, CaseIterable {
        case name = "display name"
        case email = "email"
        case secondary = "secondary emails"
        case comments = "comments"
        case isRegex = "is regex"
        case expires = "expires"
        case givenName = "given name"
        case surname = "surname"
        case jobTitle = "job title"
        case id = "id"
    }

    private var places: [Name: Int] = [:]
    private let count: Int
    /// Names of columns that mean nothing here.
    private(set) var unknown: [String] = []

    private static let others: [String: Name] = [
        "name": .name, "emails": .email, "email address": .email, "email addresses": .email,
        "secondary email": .secondary, "secondaryemails": .secondary, "displayname": .name, "comment": .comments,
        "isregex": .isRegex, "regex": .isRegex, "givenname": .givenName, "first name": .givenName,
        "last name": .surname, "jobtitle": .jobTitle,
        "title": .jobTitle,
    ]

    /// - Throws: `ProtectRow.Refusal` where the file has no usable head.
    init(_ head: ProtectCSV.Record) throws {
        count = head.fields.count
        for (place, field) in head.fields.enumerated() {
            let key = field.replacing("_", with: " ").lowercased().split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            guard let name = Name(rawValue: key) ?? Self.others[key] else {
                if !key.isEmpty { unknown.append(field) }
                continue
            }
            guard places.updateValue(place, forKey: name) == nil else {
                throw ProtectRow.Refusal(line: head.line, why: "the column \"\(field)\" stands twice")
            }
        }
        for name in [Name.name, .email] where places[name] == nil {
            throw ProtectRow.Refusal(
                line: head.line,
                why:
                    "there is no column \"\(name.rawValue.capitalized)\": the first line has to name the columns (Display Name, Email, Secondary Emails, Comments, Is Regex)"
            )
        }
    }

    /// - Throws: `ProtectRow.Refusal`.
    func raw(_ record: ProtectCSV.Record) throws -> ProtectRow.Raw {
        guard record.fields.dropFirst(count).allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
            throw ProtectRow.Refusal(
                line: record.line, why: "\(record.fields.count) fields, where the first line names \(count) columns")
        }
        func field(_ name: Name) -> String {
            guard let place = places[name], place < record.fields.count else { return "" }
            return Self.unguarded(record.fields[place].trimmingCharacters(in: .whitespaces))
        }
        let isPattern = try flag(field(.isRegex), line: record.line)
        let email = field(.email)
        return ProtectRow.Raw(
            line: record.line, id: field(.id), name: field(.name), givenName: field(.givenName),
            surname: field(.surname), jobTitle: field(.jobTitle),
            emails: isPattern && !email.isEmpty ? [email] : Self.several(email),
            secondaryEmails: Self.several(field(.secondary)), comment: field(.comments), isPattern: isPattern,
            expires: field(.expires))
    }

    private func flag(_ text: String, line: Int) throws -> Bool {
        switch text.lowercased() {
        case "", "false", "no", "0", "n", "f": return false
        case "true", "yes", "1", "y", "t": return true
        default: throw ProtectRow.Refusal(line: line, why: "Is Regex has to be true or false, not \"\(text)\"")
        }
    }

    private static func several(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "," || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    /// Without the apostrophe that an export sets before `=`, `+`, `-` and `@` so that no spreadsheet runs the field; of several the first is
    /// the export's.
    private static func unguarded(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.first == "'" else { return text }
        let first = scalars.first { $0 != " " && $0 != "'" }
        return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } == true
            ? String(scalars.dropFirst()) : text
    }
}
