import Foundation

/// Who a user is for the services around the directory.
enum Person {
    case handMade(id: String, object: JSON)
    case synthetic(SyntheticUser)
}

extension Reply {
    func users() throws(GraphFailure) -> SimulatedAnswer {
        try directoryList(context: "users", kind: .user) { selection, form throws(GraphFailure) in
            try UserPopulation(world: world, synthetic: synthetic, selection: selection, form: form)
        }
    }

    func userCount() throws(GraphFailure) -> SimulatedAnswer {
        try directoryCount(kind: .user) { selection, form throws(GraphFailure) in
            try UserPopulation(world: world, synthetic: synthetic, selection: selection, form: form)
        }
    }

    func usersDelta() throws(GraphFailure) -> SimulatedAnswer {
        try deltaRound(
            context: "users",
            { selection, form throws(GraphFailure) in
                try UserPopulation(world: world, synthetic: synthetic, selection: selection, form: form)
            }, kind: .user)
    }

    /// A user by id or user principal name.
    func user(_ name: String) throws(GraphFailure) -> SimulatedAnswer {
        let selection = try Selection(.user, call.option("$select"))
        return one(try object(of: person(name), selection), context: context("users\(names(selection))/$entity"))
    }

    func object(of person: Person, _ selection: Selection) throws(GraphFailure) -> JSON {
        switch person {
        case .handMade(_, let object): return selection.list(object)
        case .synthetic(let user):
            var bytes: [UInt8] = [32]
            SyntheticUserWriter(synthetic, selection, skipsNulls: false).write(user, to: &bytes)
            return (try? JSONReader.read(bytes)) ?? [:]
        }
    }

    private func names(_ selection: Selection) -> String {
        selection.names.map { "(\($0.joined(separator: ",")))" } ?? ""
    }

    /// The user of that id or sign-in name.
    func person(_ name: String) throws(GraphFailure) -> Person {
        let wanted = name == "me" ? call.caller.delegatedUserID ?? name : name
        if let object = world.users.object(wanted), let id = object["id"]?.text {
            return .handMade(id: id, object: object)
        }
        if let index = synthetic.userIDs.index(wanted, below: synthetic.users) ?? syntheticIndex(signInName: wanted) {
            let user = SyntheticUser(index, in: synthetic, day: world.day)
            if !user.isRemoved { return .synthetic(user) }
        }
        throw .noResource(name)
    }

    /// `Ada.Berg.17@contoso.example`, or a guest's `Ada.Berg.31_partner.example#EXT#@contoso.onmicrosoft.com`.
    private func syntheticIndex(signInName: String) -> Int? {
        guard let local = signInName.split(separator: "@").first?.split(separator: "_").first,
            let index = Int(local.split(separator: ".").last ?? ""),
            index >= 0, index < synthetic.users
        else { return nil }
        let user = SyntheticUser(index, in: synthetic, day: 0)
        return signInName.caseInsensitiveCompare(user.signInName) == .orderedSame ? index : nil
    }

    func id(of person: Person) -> String {
        switch person {
        case .handMade(let id, _): id
        case .synthetic(let user): synthetic.userIDs.text(user.index)
        }
    }

    /// The user whose mailbox is asked for.
    /// - Throws: 404 where there is no mailbox, 403 where the caller may not read it.
    func mailbox(_ name: String) throws(GraphFailure) -> Person {
        let person = try person(name)
        let id = id(of: person)
        if configuration.deniedMailboxes.contains(id) { throw .mailboxDenied }
        switch person {
        case .handMade(_, let object):
            let isGuest = object["userType"]?.text == "Guest"
            guard object["mail"]?.text != nil, !isGuest, !world.mailboxless.contains(id) else { throw .noMailbox }
        case .synthetic(let user):
            guard user.hasMailbox else { throw .noMailbox }
        }
        return person
    }

    /// Whether a signed-in caller asks for somebody else's things.
    func isForeign(_ person: Person) -> Bool {
        call.caller.delegatedUserID.map { $0 != id(of: person) } ?? false
    }
}
