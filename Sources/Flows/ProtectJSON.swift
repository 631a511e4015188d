import Foundation
import Model

/// People in JSON: an array of `{"name", "emails", "secondaryEmails", "comments"}` (or one such object a line), or a directory snapshot,
/// whose listed people are taken.
enum ProtectJSON {
    /// A person of an array. Unknown keys are other people's business.
    struct Person: Decodable {
        var name: String?
        var emails: [String]?
        var secondaryEmails: [Secondary]?
        var comments: String?
        var isRegex: Bool?
        var expires: String?
        var givenName: String?
        var surname: String?
        var jobTitle: String?
        var id: String?

        /// Another kind of object altogether.
        var isNobody: Bool { name == nil && emails == nil && givenName == nil && surname == nil && id == nil }

        /// An address by itself, or with limits.
        enum Secondary: Decodable {
            case plain(String)
            case limited(Limited)

            struct Limited: Decodable {
                var address: String
                var expires: String?
                var needsAuthentication: Bool?
            }

            init(from decoder: any Decoder) throws {
                if let text = try? decoder.singleValueContainer().decode(String.self) {
                    self = .plain(text)
                } else {
                    self = .limited(try Limited(from: decoder))
                }
            }

            /// In the words of `ProtectWords.secondaryEmail`.
            var words: String {
                switch self {
                case .plain(let text): text
                case .limited(let email):
                    email.address + (email.expires.map { " until \($0)" } ?? "")
                        + (email.needsAuthentication == true ? " authenticated" : "")
                }
            }
        }
    }

    /// A person of a directory snapshot, with Graph's names.
    struct SnapshotPerson: Decodable {
        struct Listing: Decodable {
            var listed: Bool?
            var secondaryAddresses: [String]?
        }
        var id: String?
        var displayName: String?
        var givenName: String?
        var surname: String?
        var jobTitle: String?
        var mail: String?
        var proxyAddresses: [String]?
        var bec: Listing?

        var addresses: [String] {
            var user = User(id: id ?? "")
            user.mail = mail
            user.proxyAddresses = proxyAddresses ?? []
            return user.mailboxAddresses.map(\.description)
        }
    }

    private struct Snapshot: Decodable { var people: [SnapshotPerson] }

    /// - Throws: what is wrong with the file as a whole.
    static func rows(_ bytes: Data, asOf now: Date, compile: (String) -> String?) throws -> (
        rows: [ProtectRow], refused: [ProtectRow.Refusal]
    ) {
        if let snapshot = try? JSONDecoder().decode(Snapshot.self, from: bytes) {
            return people(snapshot, in: bytes, asOf: now, compile)
        }
        var rows: [ProtectRow] = []
        var refused: [ProtectRow.Refusal] = []
        for element in JSONElements.of([UInt8](bytes)) {
            do {
                let person = try decoded(Person.self, element.bytes, line: element.line)
                guard !person.isNobody else {
                    throw ProtectRow.Refusal(
                        line: element.line,
                        why: "there is neither name nor emails; an array of {\"name\", \"emails\"} is needed")
                }
                rows.append(try row(person, line: element.line, asOf: now, compile))
            } catch let refusal as ProtectRow.Refusal {
                refused.append(refusal)
            }
        }
        return (rows, refused)
    }

    private static func row(
        _ person: Person, line: Int, asOf now: Date, _ compile: (String) -> String?
    ) throws -> ProtectRow {
        try ProtectRow(
            ProtectRow.Raw(
                line: line, id: person.id, name: person.name, givenName: person.givenName, surname: person.surname,
                jobTitle: person.jobTitle, emails: person.emails ?? [],
                secondaryEmails: (person.secondaryEmails ?? []).map(\.words), comment: person.comments,
                isPattern: person.isRegex ?? false, expires: person.expires), asOf: now, compile: compile)
    }

    private static func decoded<T: Decodable>(_ type: T.Type, _ bytes: ArraySlice<UInt8>, line: Int) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch DecodingError.typeMismatch(_, let context) {
            let key = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw ProtectRow.Refusal(
                line: line, why: key.isEmpty ? "it is no JSON object" : "\(key) has a value it cannot have")
        } catch {
            throw ProtectRow.Refusal(line: line, why: "it is no JSON object")
        }
    }

    private static func people(
        _ snapshot: Snapshot, in bytes: Data, asOf now: Date, _ compile: (String) -> String?
    ) -> (rows: [ProtectRow], refused: [ProtectRow.Refusal]) {
        var rows: [ProtectRow] = []
        var refused: [ProtectRow.Refusal] = []
        let lines = JSONElements.of([UInt8](bytes), inKey: "people").map(\.line)
        for (place, person) in snapshot.people.enumerated() where person.bec?.listed == true {
            let raw = ProtectRow.Raw(
                line: place < lines.count ? lines[place] : 1, id: person.id, name: person.displayName,
                givenName: person.givenName, surname: person.surname, jobTitle: person.jobTitle,
                emails: person.addresses, secondaryEmails: person.bec?.secondaryAddresses ?? [])
            do {
                rows.append(try ProtectRow(raw, asOf: now, compile: compile))
            } catch let refusal as ProtectRow.Refusal {
                refused.append(refusal)
            } catch {
                refused.append(.init(line: raw.line, why: "\(error)"))
            }
        }
        return (rows, refused)
    }
}
