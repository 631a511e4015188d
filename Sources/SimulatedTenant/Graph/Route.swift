import Foundation

extension Reply {
    /// The answer to the call's path.
    func answer() throws(GraphFailure) -> SimulatedAnswer {
        guard call.method == "GET" || call.method == "POST" && call.segments.last == Self.labelAction else {
            throw GraphFailure(
                status: 405, code: "Request_BadRequest", message: "Specified HTTP method is not allowed.")
        }
        guard let first = call.segments.first else { throw .noSegment("") }
        let (name, key) = Self.keyed(first)
        let rest = call.segments.dropFirst()
        switch name {
        case "users": return try users(rest)
        case "me": return try user("me", rest)
        case "groups": return try groups(rest)
        case "organization":
            guard let id = rest.first else { return try organizations() }
            return try organization(id)
        case "domains":
            guard let id = rest.first else { return try domains() }
            return try domain(id)
        case "applications": return try apps(.application, key, rest)
        case "servicePrincipals": return try apps(.servicePrincipal, key, rest)
        case "oauth2PermissionGrants" where rest.isEmpty: return try delegatedGrants()
        case "reports" where Array(rest) == ["authenticationMethods", "userRegistrationDetails"]:
            return try registrationDetails()
        case "drives":
            guard let id = rest.first else { throw .noSegment(first) }
            return try inside(drive(id), rest.dropFirst())
        case "sites": return try sites(rest)
        case "security": return try security(Array(rest))
        default: throw .noSegment(first)
        }
    }

    /// `servicePrincipals(appId='x')` into its name and the key's value.
    private static func keyed(_ segment: String) -> (name: String, key: String?) {
        guard segment.hasSuffix("')"), let open = segment.range(of: "(appId='") else { return (segment, nil) }
        return (String(segment[..<open.lowerBound]), String(segment[open.upperBound...].dropLast(2)))
    }

    private func users(_ rest: ArraySlice<String>) throws(GraphFailure) -> SimulatedAnswer {
        switch rest.first {
        case nil: return try users()
        case "$count": return try userCount()
        case "delta", "delta()", "microsoft.graph.delta()": return try usersDelta()
        case let name?: return try user(name, rest.dropFirst())
        }
    }

    private func user(_ name: String, _ rest: ArraySlice<String>) throws(GraphFailure) -> SimulatedAnswer {
        let path = Array(rest)
        switch path.first {
        case nil: return try user(name)
        case "drive": return try inside(driveOfUser(name), rest.dropFirst())
        case "drives" where path.count == 1: return try driveList([driveOfUser(name)])
        case "authentication" where path.count == 2: return try authenticationMethods(name, path[1])
        case "mailboxSettings" where path.count == 1: return try mailboxSettings(name, purposeOnly: false)
        case "mailboxSettings" where path == ["mailboxSettings", "userPurpose"]:
            return try mailboxSettings(name, purposeOnly: true)
        case "mailFolders" where path.count == 3 && path[1].lowercased() == "inbox" && path[2] == "messageRules":
            return try messageRules(name)
        case "calendar" where path.count == 1: return try calendar(name, nil)
        case "calendar" where path == ["calendar", "calendarPermissions"]: return try calendarPermissions(name, nil)
        case "calendars" where path.count == 1: return try calendars(name)
        case "calendars" where path.count == 2: return try calendar(name, path[1])
        case "calendars" where path.count == 3 && path[2] == "calendarPermissions":
            return try calendarPermissions(name, path[1])
        default: throw .noSegment(path.last ?? "")
        }
    }

    private func groups(_ rest: ArraySlice<String>) throws(GraphFailure) -> SimulatedAnswer {
        let path = Array(rest)
        switch path.count {
        case 0: return try groups()
        case 1 where path[0] == "$count": return try groupCount()
        case 1 where ["delta", "delta()", "microsoft.graph.delta()"].contains(path[0]): return try groupsDelta()
        case 1: return try group(path[0])
        default: break
        }
        switch path[1] {
        case "members" where path.count <= 3, "transitiveMembers" where path.count <= 3:
            return try members(path[0], transitive: path[1] != "members", cast: path.count == 3 ? path[2] : nil)
        case "drives" where path.count == 2: return try driveList(drivesOfGroup(path[0]))
        case "drive":
            guard let first = try drivesOfGroup(path[0]).first else { throw .noItem }
            return try inside(first, rest.dropFirst(2))
        default: throw .noSegment(path.last ?? "")
        }
    }

    private func apps(
        _ kind: ObjectKind, _ key: String?, _ rest: ArraySlice<String>
    ) throws(GraphFailure) -> SimulatedAnswer {
        var rest = rest
        guard let key = key ?? rest.popFirst() else { return try apps(kind) }
        switch (key, rest.first) {
        case ("$count", nil): return try appCount(kind)
        case ("delta", nil), ("delta()", nil), ("microsoft.graph.delta()", nil): return try appsDelta(kind)
        case (_, nil): return try app(kind, key)
        case (_, "appRoleAssignments") where kind == .servicePrincipal,
            (_, "appRoleAssignedTo") where kind == .servicePrincipal:
            return try roleAssignments(key, rest.first ?? "")
        default: throw .noSegment(rest.last ?? "")
        }
    }

    private func sites(_ rest: ArraySlice<String>) throws(GraphFailure) -> SimulatedAnswer {
        let path = Array(rest)
        switch path.count {
        case 1
        where path[0] == "getAllSites" || path[0] == "getAllSites()" || path[0] == "microsoft.graph.getAllSites()":
            return try allSites()
        case 1: return try site(path[0])
        case 2 where path[1] == "drives": return try driveList(drivesOfSite(path[0]))
        case 2... where path[1] == "drive":
            guard let first = try drivesOfSite(path[0]).first else { throw .noItem }
            return try inside(first, rest.dropFirst(2))
        default: throw .noSegment(path.last ?? "sites")
        }
    }

    private func security(_ path: [String]) throws(GraphFailure) -> SimulatedAnswer {
        let wanted =
            call.version == "beta"
            ? ["informationProtection", "sensitivityLabels"] : ["dataSecurityAndGovernance", "sensitivityLabels"]
        guard path == wanted else { throw .noSegment(path.last ?? "security") }
        return try sensitivityLabels()
    }
}
