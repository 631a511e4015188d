import Foundation

/// Makes permissions of drive items from a few words, in Graph's form:
/// - `anonymous edit`, `organization view`, `users view MeganB`, `existingAccess view`: a sharing link
/// - `everyone read`: a grant to "Everyone except external users"; `everybody read`: to "Everyone"
/// - `person write MeganB`: a grant to a person; `limited MeganB`: the traversal grant that goes with one
///
/// After these may stand `expires=-3d` (negative: past), `never` (the year 1), `password`, `nodownload`, `id=...`.
struct Sharing {
    let world: World
    let now: Date

    /// Nil where the words make no sense.
    func permission(_ words: String, on item: String) -> JSON? {
        var words = words.split(separator: " ").map(String.init)
        guard words.count >= 2 else { return nil }
        let id =
            words.first { $0.hasPrefix("id=") }.map { String($0.dropFirst(3)) }
            ?? Mix.guid("permission \(item) \(words)")
        let options = words.filter { $0.contains("=") || ["never", "password", "nodownload"].contains($0) }
        words.removeAll(where: options.contains)
        var permission: JSON? =
            switch words[0] {
            case "anonymous", "organization", "users", "existingAccess": link(id, words, options)
            case "everyone":
                grant(
                    id, words[1], name: "Everyone except external users",
                    login: "c:0-.f|rolemanager|spo-grid-all-users/\(world.organization["id"]?.text ?? "")")
            case "everybody": grant(id, words[1], name: "Everyone", login: "c:0(.s|true")
            case "person": person(words[2...].joined(separator: " ")).map { grant(id, words[1], to: $0) }
            case "limited": person(words[1...].joined(separator: " ")).map { grant(id, "sp.limited access", to: $0) }
            default: nil
            }
        if options.contains("password") { permission?["hasPassword"] = true }
        if options.contains("never") { permission?["expirationDateTime"] = "0001-01-01T00:00:00Z" }
        if let age = options.first(where: { $0.hasPrefix("expires=") }) {
            permission?["expirationDateTime"] = .string(Moment.text("@" + age.dropFirst(8), now: now))
        }
        return permission
    }

    private func link(_ id: String, _ words: [String], _ options: [String]) -> JSON {
        let type = words[1]
        let role = ["edit", "createOnly", "review"].contains(type) ? "write" : "read"
        var permission: JSON = [
            "id": .string(id), "roles": [.string(role)], "hasPassword": false,
            "link": [
                "scope": .string(words[0]), "type": .string(type),
                "preventsDownload": .bool(options.contains("nodownload")),
            ],
        ]
        let people = words.dropFirst(2).compactMap(person)
        if !people.isEmpty { permission["grantedToIdentitiesV2"] = .array(people.map(identity)) }
        return permission
    }

    private func grant(_ id: String, _ role: String, name: String, login: String) -> JSON {
        let site: JSON = ["id": "5", "displayName": .string(name), "loginName": .string(login)]
        return ["id": .string(id), "roles": [.string(role)], "grantedToV2": ["siteUser": site]]
    }

    private func grant(_ id: String, _ role: String, to person: JSON) -> JSON {
        let role = role == "sp.limited" ? "sp.limited access" : role
        return ["id": .string(id), "roles": [.string(role)], "grantedToV2": identity(person)]
    }

    private func identity(_ person: JSON) -> JSON {
        let name = person["displayName"] ?? .null
        return [
            "user": ["id": person["id"] ?? .null, "displayName": name],
            "siteUser": [
                "id": "11", "displayName": name,
                "loginName": .string("i:0#.f|membership|\((person["userPrincipalName"]?.text ?? "").lowercased())"),
            ],
        ]
    }

    private func person(_ name: String) -> JSON? {
        world.users.object(name.contains("@") ? name : "\(name)@contoso.example")
    }
}

/// Times told by their distance from now: `@-120d`, `@+40d`, `@-2h`.
enum Moment {
    static func text(_ word: String, now: Date) -> String {
        guard word.hasPrefix("@"), let unit = word.last, let number = Int(word.dropFirst().dropLast()) else {
            return word
        }
        let seconds: Double? =
            switch unit {
            case "d": 86400
            case "h": 3600
            case "m": 60
            default: nil
            }
        guard let seconds else { return word }
        return now.addingTimeInterval(Double(number) * seconds).graphTime
    }
}
