import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import SimulatedTenant

private let permissionFile = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/graph/permissions.json").standardizedFileURL

struct DoorAccessTests {
    @Test func `refuses a missing, made up or expired token`() async throws {
        let visit = DoorVisit { $0.tokenLife = 60 }
        let token = try await visit.token()
        #expect(try await visit.get("/v1.0/users", token: token).status == 200)
        for answer in [
            try await visit.send(.get, "/v1.0/users"), try await visit.get("/v1.0/users", token: "abc"),
            try await visit.get("/v1.0/users", token: token + "x"),
        ] {
            #expect(answer.status == 401)
            #expect(answer.code == "InvalidAuthenticationToken")
            #expect(answer.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        }
        visit.clock.advance(by: 60)
        #expect(try await visit.get("/v1.0/users", token: token).code == "InvalidAuthenticationToken")
    }

    @Test(arguments: [
        ("/v1.0/users?$select=id", "User.Read.All", "Authorization_RequestDenied"),
        ("/v1.0/groups/delta", "Group.Read.All", "Authorization_RequestDenied"),
        ("/v1.0/users/a/mailFolders/inbox/messageRules", "MailboxSettings.Read", "ErrorAccessDenied"),
        ("/v1.0/users/a/calendar/calendarPermissions", "Calendars.Read", "ErrorAccessDenied"),
        ("/v1.0/sites/getAllSites()", "Sites.Read.All", "accessDenied"),
        (
            "/v1.0/reports/authenticationMethods/userRegistrationDetails", "AuditLog.Read.All",
            "Authentication_MSGraphPermissionMissing"
        ),
        (
            "/beta/security/informationProtection/sensitivityLabels", "InformationProtectionPolicy.Read.All",
            "Authorization_RequestDenied"
        ),
    ])
    func `refuses in the words of the service where its permission is missing`(
        path: String, permission: String, code: String
    ) async throws {
        let without = DoorVisit { $0.permissions.remove(permission) }
        let refused = try await without.get(path, token: without.token())
        #expect(refused.status == 403)
        #expect(refused.code == code)
        let with = DoorVisit { $0.permissions = [permission] }
        #expect(try await with.get(path, token: with.token()).status != 403)
    }

    @Test func `opens drives to either file permission and closes them without both`() async throws {
        for (permissions, status) in [(["Files.Read.All"], 404), (["Sites.Read.All"], 404), (["User.Read.All"], 403)] {
            let visit = DoorVisit { $0.permissions = Set(permissions) }
            let answer = try await visit.get("/v1.0/drives/none/items/none/permissions", token: visit.token())
            #expect(answer.status == status, "\(permissions)")
        }
    }

    @Test func `refuses reports without a licence and mailboxes that a policy keeps`() async throws {
        let visit = DoorVisit { $0.premium = false }
        let token = try await visit.token()
        let report = try await visit.get("/v1.0/reports/authenticationMethods/userRegistrationDetails", token: token)
        #expect(report.code == "Authentication_RequestFromNonPremiumTenantOrB2CTenant")
        let mailbox = try #require(visit.tenant.configuration.deniedMailboxes.first)
        let rules = try await visit.get("/v1.0/users/\(mailbox)/mailFolders/inbox/messageRules", token: token)
        #expect(rules.status == 403)
        #expect(rules.code == "ErrorAccessDenied")
        #expect(rules.header("x-reeve-assumed")?.contains("mailbox-denied") == true)
    }

    @Test func `refuses to write and to be somebody without a person`() async throws {
        let visit = DoorVisit()
        let token = try await visit.token()
        let item = "/v1.0/drives/b!none/items/none"
        #expect(try await visit.send(.post, item, ["Authorization": "Bearer \(token)"]).status == 403)
        let write = try await visit.send(.delete, "/v1.0/users/a", ["Authorization": "Bearer \(token)"])
        #expect(write.status == 403)
        #expect(try await visit.get("/v1.0/me", token: token).status == 400)
    }

    @Test func `carries Graph's headers and echoes the request id of the client`() async throws {
        let visit = DoorVisit()
        let token = try await visit.token()
        let answer = try await visit.get("/v1.0/users?$select=id", token: token, ["client-request-id": "c-1"])
        #expect(answer.header("client-request-id") == "c-1")
        #expect(answer.header("request-id") != nil)
        #expect(answer.header("OData-Version") == "4.0")
        #expect(answer.header("x-ms-resource-unit") == "1")
        #expect(answer.header("Content-Type")?.hasPrefix("application/json;odata.metadata=minimal") == true)
        #expect(try await visit.get("/v1.0/users", token: token).header("x-ms-resource-unit") == "2")
        let failure = try await visit.get("/v1.0/users/nobody", token: token, ["client-request-id": "c-2"])
        let inner = failure.json["error"]?["innerError"]
        #expect(inner?["client-request-id"]?.text == "c-2")
        #expect(inner?["request-id"]?.text == failure.header("request-id"))
    }

    @Test func `writes every request and every part of a batch to the log`() async throws {
        let lines = LineBox()
        let visit = DoorVisit(log: { lines.append($0) })
        let token = try await visit.token()
        _ = try await visit.get("/v1.0/users/$count", token: token, ["ConsistencyLevel": "eventual"])
        _ = try await visit.batch(
            [
                ["id": "1", "method": "GET", "url": "/organization"],
                ["id": "2", "method": "GET", "url": "domains?$top=1"],
            ],
            token: token)
        #expect(
            lines.all == [
                "GET http://127.0.0.1:9400/v1.0/users/$count eventual", "POST http://127.0.0.1:9400/v1.0/$batch",
                "GET http://127.0.0.1:9400/v1.0/organization", "GET http://127.0.0.1:9400/v1.0/domains?$top=1",
            ])
    }

    @Test func `finds the route behind casts, keys, counts and drives of people`() {
        for (path, pattern) in [
            ("groups/g/members/microsoft.graph.user", "groups/*/members"), ("users/$count", "users"),
            ("servicePrincipals(appId='x')", "serviceprincipals/*"), ("users/microsoft.graph.delta()", "users/delta"),
            ("users/u/drive/root/delta", "drives/*/root/delta"), ("sites/getAllSites()", "sites/getallsites"),
            ("Users/u/mailFolders/Inbox/messageRules", "users/*/mailfolders/inbox/messagerules"),
            ("sites/s/drives/d/items/i/permissions", "drives/*/items/*/permissions"),
        ] {
            let segments = path.split(separator: "/").map { String($0) }
            #expect(GraphRoute.of(segments)?.pattern == pattern)
        }
        #expect(GraphRoute.of(["nonsense"]) == nil)
        #expect(GraphRoute.of(["users", "u", "messages"]) == nil)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: permissionFile.path), "needs ../shared"))
    func `knows for each path the permissions that Microsoft's map lists`() throws {
        struct File: Decodable {
            struct Entry: Decodable { var app: [String]?; var del: [String]? }
            var paths: [String: Entry]
        }
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: permissionFile))
        // Permissions of device management, agents and the like, which no app of this kind has.
        let exotic = ["AgentId", "DeviceManagement", "Group-", "Group.Manage", "User.ReadWrite.CrossCloud"]
        func plain(_ names: [String]?) -> Set<String> {
            Set((names ?? []).filter { name in !exotic.contains { name.hasPrefix($0) } })
        }
        let rows = Dictionary(
            uniqueKeysWithValues: AccessRow.all.flatMap { row in row.paths.map { ($0, row) } })
        let actions = Set(rows.values.filter { $0.method == "POST" }.flatMap(\.paths).map { "POST /" + $0 })
        for (key, entry) in file.paths where key != "GET /me" {
            let name = key.replacing("{id}", with: "*")
            guard key.hasPrefix("GET /") || actions.contains(name), let slash = name.firstIndex(of: "/") else {
                continue
            }
            let path = String(name[name.index(after: slash)...])
            #expect(rows[path]?.application == plain(entry.app), "\(path)")
            #expect(rows[path]?.delegated == plain(entry.del), "\(path)")
        }
        for (path, row) in rows where row.isDocumented {
            #expect(file.paths["\(row.method) /" + path.replacing("*", with: "{id}")] != nil, "\(path)")
        }
    }
}

/// Lines in the order they came.
final class LineBox: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func append(_ line: String) { lines.withLock { $0.append(line) } }
}
