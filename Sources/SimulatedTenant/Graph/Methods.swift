extension Reply {
    /// `/reports/authenticationMethods/userRegistrationDetails`.
    func registrationDetails() throws(GraphFailure) -> SimulatedAnswer {
        let token = try listToken()
        let selection = try Selection(.userRegistrationDetails, token.select)
        let report = RegistrationReport(reply: self, selection: selection)
        let context = context("reports/authenticationMethods/userRegistrationDetails", selection)
        if token.pause { return page(context: context, next: link(token.at(token.position)), value: []) }
        let cut = PageCut.list(report, from: token.position, limit: pageSize(token.top, usual: 500)) { _ in true }
        var answer = page(
            context: context, next: cut.next.map { link(token.at($0.position, pause: configuration.emptyPages)) },
            value: cut.value)
        answer.headers += Assumption.headers(["registration-page"])
        return answer
    }

    /// `/users/{id}/authentication/{methods|fido2Methods|windowsHelloForBusinessMethods}`.
    func authenticationMethods(_ name: String, _ collection: String) throws(GraphFailure) -> SimulatedAnswer {
        let person = try person(name)
        if call.caller.delegatedUserID != nil, call.caller.directoryRoles.isDisjoint(with: Self.methodReaders) {
            throw GraphFailure(
                status: 403, code: "accessDenied", message: "Request Authorization failed", assumed: ["methods-role"])
        }
        for option in call.query where option.name.hasPrefix("$") && option.name.lowercased() != "$skiptoken" {
            throw .badRequest("The query option '\(option.name)' is not supported.", code: "BadRequest")
        }
        let all = methods(of: person)
        let owner = "users('\(id(of: person))')/authentication"
        switch collection {
        case "methods": return try self.collection(all, context: context("\(owner)/methods"))
        case "fido2Methods":
            return try self.collection(
                Self.narrowed(all, to: "fido2AuthenticationMethod"), context: context("\(owner)/fido2Methods"))
        case "windowsHelloForBusinessMethods":
            return try self.collection(
                Self.narrowed(all, to: "windowsHelloForBusinessAuthenticationMethod"),
                context: context("\(owner)/windowsHelloForBusinessMethods"))
        default: throw .noSegment(collection)
        }
    }

    private static let methodReaders: Set<String> = [
        "Global Reader", "Authentication Administrator", "Privileged Authentication Administrator",
        "Global Administrator",
    ]

    /// Objects of one type only; their type needs no note then.
    private static func narrowed(_ methods: [JSON], to type: String) -> [JSON] {
        methods.filter { $0["@odata.type"]?.text == "#microsoft.graph.\(type)" }
            .map { .object($0.members.filter { $0.name != "@odata.type" }) }
    }

    func methods(of person: Person) -> [JSON] {
        switch person {
        case .handMade(let id, let object):
            let changed = object["lastPasswordChangeDateTime"] ?? .null
            guard object["userType"]?.text != "Guest" else { return [] }
            return [Self.password(changed)] + (world.methods[id] ?? [])
        case .synthetic(let user):
            return user.isGuest
                ? [] : [Self.password(.string(synthetic.time(daysAgo: 30)))] + user.methods(in: synthetic)
        }
    }

    private static func password(_ changed: JSON) -> JSON {
        [
            "@odata.type": "#microsoft.graph.passwordAuthenticationMethod",
            "id": "28c10230-6103-485e-b985-444c60001490",
            "password": nil, "createdDateTime": changed,
        ]
    }
}

/// The rows of the registration report: a user each, guests too.
struct RegistrationReport: Population {
    let kind = ObjectKind.userRegistrationDetails
    let reply: Reply
    let selection: Selection

    private var handMade: Int { reply.world.users.entries.count }
    var count: Int { handMade + reply.synthetic.users }
    func hasChanged(at position: Int, since: Mark) -> Bool { false }

    func id(at position: Int) -> String {
        position < handMade ? reply.world.users.entries[position].id : reply.synthetic.userIDs.text(position - handMade)
    }

    func presence(at position: Int) -> Presence {
        if position < handMade {
            return reply.world.users.entries[position].removal.map { .removed(reason: $0) } ?? .present
        }
        return SyntheticUser(position - handMade, in: reply.synthetic, day: reply.world.day).isRemoved
            ? .removed(reason: "changed") : .present
    }

    func write(at position: Int, part: Int, to out: inout [UInt8]) {
        if position < handMade {
            let user = reply.world.users.entries[position]
            row(
                id: user.id, user: user.object, methods: reply.methods(of: .handMade(id: user.id, object: user.object))
            ).write(to: &out)
        } else {
            let user = SyntheticUser(position - handMade, in: reply.synthetic, day: reply.world.day)
            let object: JSON = [
                "userPrincipalName": .string(user.signInName), "displayName": .string(user.displayName),
                "userType": user.isGuest ? "Guest" : "Member",
            ]
            row(id: id(at: position), user: object, methods: reply.methods(of: .synthetic(user))).write(to: &out)
        }
    }

    private func row(id: String, user: JSON, methods: [JSON]) -> JSON {
        let registered = methods.compactMap(Self.registeredName)
        let strong = !registered.isEmpty
        let passwordless = registered.contains { $0 != "mobilePhone" && $0 != "microsoftAuthenticatorPush" }
        let newest = methods.compactMap { $0["createdDateTime"]?.text }.max() ?? reply.now.graphTime
        return selection.list([
            "id": .string(id), "userPrincipalName": user["userPrincipalName"] ?? .null,
            "userDisplayName": user["displayName"] ?? .null,
            "userType": user["userType"]?.text == "Guest" ? "guest" : "member",
            "isAdmin": .bool(reply.world.admins.contains(id)), "isSsprRegistered": .bool(strong), "isSsprEnabled": true,
            "isSsprCapable": .bool(strong), "isMfaRegistered": .bool(strong), "isMfaCapable": .bool(strong),
            "isPasswordlessCapable": .bool(passwordless),
            "methodsRegistered": .array(registered.map(JSON.string)),
            "isSystemPreferredAuthenticationMethodEnabled": true, "systemPreferredAuthenticationMethods": [],
            "userPreferredMethodForSecondaryAuthentication": strong ? "push" : "none",
            "lastUpdatedDateTime": .string(newest),
        ])
    }

    private static func registeredName(_ method: JSON) -> String? {
        switch method["@odata.type"]?.text {
        case "#microsoft.graph.fido2AuthenticationMethod":
            method["passkeyType"]?.text == "synced" ? "passKeySynced" : "passKeyDeviceBound"
        case "#microsoft.graph.windowsHelloForBusinessAuthenticationMethod": "windowsHelloForBusiness"
        case "#microsoft.graph.microsoftAuthenticatorAuthenticationMethod": "microsoftAuthenticatorPush"
        case "#microsoft.graph.phoneAuthenticationMethod": "mobilePhone"
        default: nil
        }
    }
}
