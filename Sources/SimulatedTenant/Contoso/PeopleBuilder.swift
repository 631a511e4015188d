import Foundation

extension ContosoBuilder {
    func addUsers(to world: inout World) {
        for given in read(Contoso.users).elements {
            let name = given["userPrincipalName"]?.text ?? ""
            world.users.add(
                Shelf.Entry(id: Contoso.userID(name), object: user(given, name)), names: [name])
        }
        world.users.add(
            Shelf.Entry(id: Mix.guid("user long gone"), object: [:], removal: "deleted"))
        world.admins = Set(Contoso.admins.map(Contoso.userID))
        world.mailboxless = Set(Contoso.mailboxless.map(Contoso.userID))
        for (name, purpose) in Contoso.purposes { world.mailboxPurposes[Contoso.userID(name)] = purpose }
    }

    /// A whole user. Properties that never had a value stay out; lists give them as null.
    private func user(_ given: JSON, _ name: String) -> JSON {
        let chance = Mix.name(name)
        let words = (given["displayName"]?.text ?? "").split(separator: " ").map(String.init)
        let isGuest = name.contains("#EXT#")
        let mail = given["mail"] ?? .string(name)
        var usual: JSON = [
            "id": .string(Contoso.userID(name)), "businessPhones": [], "givenName": .string(words.first ?? ""),
            "surname": .string(words.dropFirst().joined(separator: " ")), "mail": mail, "otherMails": [],
            "proxyAddresses": .array(isGuest ? [] : addresses(mail.text)), "userType": "Member", "accountEnabled": true,
            "createdDateTime": ago(300 + Int(chance % 1200)),
            "lastPasswordChangeDateTime": ago(3 + Int(chance >> 20 % 76)),
            "onPremisesProvisioningErrors": [],
            "assignedLicenses": [["disabledPlans": [], "skuId": "06ebc4ee-1bb5-47dd-8120-11324bc54e06"]],
        ]
        if given["synced"] == true {
            usual["onPremisesSyncEnabled"] = true
            usual["onPremisesLastSyncDateTime"] = .string(
                now.addingTimeInterval(-3600 * Double(1 + chance % 100)).graphTime)
            usual["onPremisesImmutableId"] = .string(Data("\(chance)".utf8).base64EncodedString())
        }
        return given.without("synced").filled(from: usual)
    }

    private func addresses(_ mail: String?) -> [JSON] {
        guard let mail, let local = mail.split(separator: "@").first else { return [] }
        return [.string("SMTP:\(mail)"), .string("smtp:\(local)@contoso.onmicrosoft.com")]
    }

    func addGroups(to world: inout World) {
        for given in read(Contoso.groups).elements {
            guard let name = given["displayName"]?.text else { continue }
            let id = Contoso.groupID(name)
            world.groups.add(Shelf.Entry(id: id, object: group(given, id)), names: [name])
            world.members[id] = (given["members"]?.elements ?? []).compactMap(\.text).map { member in
                member.hasPrefix("group:")
                    ? GroupMember(id: Contoso.groupID(String(member.dropFirst(6))), kind: .group)
                    : GroupMember(id: Contoso.userID(signInName(member)), kind: .user)
            }
        }
    }

    private func group(_ given: JSON, _ id: String) -> JSON {
        let kind = given["kind"]?.text ?? "security"
        let isTeam = kind == "team" || kind == "dynamic"
        let hasMail = kind != "security"
        let mail = given["mail"]?.text
        let types: [JSON] = (kind == "dynamic" ? ["DynamicMembership"] : []) + (isTeam ? ["Unified"] : [])
        let nickname = (given["displayName"]?.text ?? "").lowercased().replacing(" ", with: "")
        let usual: JSON = [
            "id": .string(id), "createdDateTime": ago(700), "groupTypes": .array(types),
            "mail": mail.map(JSON.string) ?? .null,
            "mailEnabled": .bool(hasMail), "mailNickname": .string(nickname),
            "securityEnabled": .bool(kind == "security" || kind == "mailSecurity"),
            "proxyAddresses": .array(mail.map { [.string("SMTP:\($0)")] } ?? []), "visibility": nil,
        ]
        return given.without("kind", "members").filled(from: usual)
    }
}
