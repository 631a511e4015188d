import Foundation

/// Makes the hand-made company from its texts: fills in what goes without saying, gives ids, dates everything from now.
struct ContosoBuilder {
    let configuration: SimulatedConfiguration
    let now: Date

    init(_ configuration: SimulatedConfiguration, now: Date) {
        self.configuration = configuration
        self.now = now
    }

    func world() -> World {
        var world = World()
        world.organization = organization()
        world.domains = read(Contoso.domains).elements.map(domain)
        addUsers(to: &world)
        addGroups(to: &world)
        addApps(to: &world)
        addMailboxes(to: &world)
        addDrives(to: &world)
        world.labels = read(Contoso.labels).elements
        world.previewLabels = read(Contoso.previewLabels).elements
        return world
    }

    /// A text of the company with its placeholders and times filled in. A text that is no JSON is an empty list; a test sees to it.
    func read(_ text: String) -> JSON {
        let filled = text.replacing("{tenant}", with: configuration.tenantID)
            .replacing("{client}", with: configuration.clientID)
            .replacing("{user:MeganB}", with: Contoso.userID("MeganB@contoso.example"))
        return ((try? JSONReader.read(filled)) ?? []).mapStrings { Moment.text($0, now: now) }
    }

    /// `MeganB` or a whole sign-in name.
    func signInName(_ short: String) -> String { short.contains("@") ? short : "\(short)@contoso.example" }

    func ago(_ days: Int) -> JSON { .string(now.addingTimeInterval(-86400 * Double(days)).graphTime) }

    private func organization() -> JSON {
        var organization = read(Contoso.organization)
        let verified = read(Contoso.domains).elements.filter { $0["isVerified"] != false }
        organization["verifiedDomains"] = .array(
            verified.map { domain in
                [
                    "capabilities": "Email, OfficeCommunicationsOnline", "isDefault": domain["isDefault"] ?? false,
                    "isInitial": domain["isInitial"] ?? false, "name": domain["id"] ?? .null,
                    "type": domain["authenticationType"] ?? "Managed",
                ]
            })
        return organization
    }

    private func domain(_ given: JSON) -> JSON {
        let usual: JSON = [
            "authenticationType": "Managed", "availabilityStatus": nil, "isAdminManaged": true, "isDefault": false,
            "isInitial": false, "isVerified": true, "passwordNotificationWindowInDays": nil,
            "passwordValidityPeriodInDays": nil, "state": nil,
        ]
        return given.filled(from: usual)
    }

    private func addApps(to world: inout World) {
        for app in read(Contoso.applications).elements { world.applications.add(app, names: ["appId"]) }
        for app in read(Contoso.servicePrincipals).elements {
            world.servicePrincipals.add(withRoles(app), names: ["appId"])
        }
        world.grants = read(Contoso.grants).elements
        let graph = "a1000000-5f1e-4c1a-9d2e-000000000008"
        let reeve = "a1000000-5f1e-4c1a-9d2e-000000000003"
        world.roleAssignments = read(Contoso.assignments).elements
        world.roleAssignments += configuration.permissions.sorted().compactMap { permission in
            GraphRoles.ids[permission].map { role in
                [
                    "id": .string(Mix.guid("assignment \(permission)")), "deletedDateTime": nil,
                    "appRoleId": .string(role),
                    "createdDateTime": ago(1), "principalDisplayName": "Reeve", "principalId": .string(reeve),
                    "principalType": "ServicePrincipal", "resourceDisplayName": "Microsoft Graph",
                    "resourceId": .string(graph),
                ]
            }
        }
    }

    /// Microsoft Graph's own service principal lists the permissions it knows.
    private func withRoles(_ app: JSON) -> JSON {
        guard app["appId"] == "00000003-0000-0000-c000-000000000000" else { return app }
        var app = app
        app["appRoles"] = .array(
            GraphRoles.ids.sorted { $0.key < $1.key }.map { permission, id in
                [
                    "allowedMemberTypes": ["Application"], "description": .string(permission),
                    "displayName": .string(permission), "id": .string(id), "isEnabled": true, "origin": "Application",
                    "value": .string(permission),
                ]
            })
        app["oauth2PermissionScopes"] = []
        return app
    }
}

extension JSON {
    /// With the members of another object that this one lacks.
    func filled(from other: JSON) -> JSON {
        .object(members + other.members.filter { self[$0.name] == nil })
    }
    func without(_ names: String...) -> JSON { .object(members.filter { !names.contains($0.name) }) }
}

extension Shelf {
    /// - Parameter names: properties by whose value the object is found as well.
    mutating func add(_ object: JSON, names: [String]) {
        add(Entry(id: object["id"]?.text ?? "", object: object), names: names.compactMap { object[$0]?.text })
    }
}
