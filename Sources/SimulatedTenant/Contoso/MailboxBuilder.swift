extension ContosoBuilder {
    func addMailboxes(to world: inout World) {
        for member in read(Contoso.rules).members {
            world.rules[Contoso.userID(signInName(member.name))] = member.value.elements
        }
        for member in read(Contoso.methods).members {
            world.methods[Contoso.userID(signInName(member.name))] = member.value.elements
        }
        for member in read(Contoso.calendars).members {
            let owner = world.users.object(signInName(member.name))
            world.calendars[Contoso.userID(signInName(member.name))] = member.value.elements.map { given in
                calendar(given, owner: owner ?? [:], in: world)
            }
        }
    }

    private func calendar(_ given: JSON, owner: JSON, in world: World) -> SharedCalendar {
        let title = given["calendar"]?.text ?? "Calendar"
        let other = given["owner"]?.text.flatMap { world.users.object(signInName($0)) }
        let person = other ?? owner
        let address = person["mail"]?.text ?? ""
        let name = person["displayName"]?.text ?? ""
        let permissions = (given["shared"]?.elements ?? []).map(permission)
        return title == "Calendar"
            ? SharedCalendar.main(of: address, name: name, permissions: permissions)
            : SharedCalendar.second(title, of: address, name: name, permissions: permissions)
    }

    /// Name, address, role, inside.
    private func permission(_ given: JSON) -> JSON {
        let words = given.elements
        guard words.count == 4 else { return [:] }
        let inside: Bool? = if case .bool(let value) = words[3] { value } else { nil }
        return SharedCalendar.permission(
            name: words[0].text ?? "", address: words[1].text ?? "", role: words[2].text ?? "", inside: inside)
    }
}
