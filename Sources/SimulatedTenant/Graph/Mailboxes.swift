extension Reply {
    /// `/users/{id}/mailFolders/inbox/messageRules`.
    func messageRules(_ name: String) throws(GraphFailure) -> SimulatedAnswer {
        let person = try mailbox(name)
        guard !isForeign(person) else { throw .mailboxDenied }
        let selection = try Selection(.messageRule, listToken().select)
        let rules: [JSON] =
            switch person {
            case .handMade(let id, _): world.rules[id] ?? []
            case .synthetic(let user): user.rules(in: synthetic)
            }
        return try collection(
            rules.map(selection.list),
            context: context("users('\(id(of: person))')/mailFolders('inbox')/messageRules", selection))
    }

    /// `/users/{id}/mailboxSettings`, or its `userPurpose` alone.
    func mailboxSettings(_ name: String, purposeOnly: Bool) throws(GraphFailure) -> SimulatedAnswer {
        let person = try mailbox(name)
        guard !isForeign(person) else { throw .mailboxDenied }
        let id = id(of: person)
        let purpose = world.mailboxPurposes[id] ?? "user"
        let place = "users('\(id)')/mailboxSettings"
        if purposeOnly { return one(["value": .string(purpose)], context: context("\(place)/userPurpose")) }
        let selection = try Selection(.mailboxSettings, call.option("$select"))
        return one(
            selection.list([
                "archiveFolder": nil, "timeZone": "UTC", "dateFormat": "yyyy-MM-dd", "timeFormat": "HH:mm",
                "delegateMeetingMessageDeliveryOptions": "sendToDelegateOnly", "userPurpose": .string(purpose),
            ]), context: context(place))
    }
}
