import Foundation
import Testing

/// A Graph that answers nonsense, or worse. What was stored before stays, the run says what it could not read, and no token goes elsewhere.
@Suite(.needsPython)
struct HostileAnswerTests {
    /// Answers and the words that the coverage of the users finds for them; each row is tried on one tenant.
    static let ofUsers: [[(what: String, words: String)]] = [
        [
            ("garbage", "malformed"), ("foreign_next", "another host"), ("deep", "malformed"), ("self_next", "endless"),
            ("cut", "ends too early"),
        ],
        [
            ("truncated", "malformed"), ("own_host_user_info", "another host"), ("array", "malformed"),
            ("cycle", "endless"),
        ],
        [
            ("error_inside", "malformed"), ("redirect", "another host"), ("null", "malformed"),
            ("empty_pages", "endless"),
        ],
        [
            ("html", "malformed"), ("redirect_permanently", "another host"), ("without_value", "malformed"),
            ("endless", "larger than"),
        ],
        [
            ("empty", "malformed"), ("gone_elsewhere", "another host"), ("wrong_value", "malformed"),
            ("bomb", "larger than"),
        ],
        [("refused", "403 Authorization_RequestDenied"), ("unavailable", "throttled")],
    ]

    @Test(arguments: ofUsers) func `a list of users that is hostile costs nothing but the users`(
        row: [(what: String, words: String)]
    ) async throws {
        try await withHostileDoor { reeve, door in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            #expect(before.count > 50)
            for (what, words) in row {
                try door.turn(what, at: "/v1\\.0/users(/delta)?\\?")
                let answer = try await reeve("scan", "--full", "--format", "json", "--require-coverage", limit: 200)
                #expect(answer.status == 4, "\(what): \(answer.errorText.suffix(300))")
                #expect(
                    try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(
                        from: before) == [], "\(what)")
                let coverage = try answer.object()["coverage"] as? [[String: Any]] ?? []
                let users = coverage.filter { $0["collector"] as? String == "users" && $0["state"] as? String != "ok" }
                #expect(users.count == 1, "\(what): \(users)")
                #expect((users.first?["detail"] as? String)?.contains(words) == true, "\(what): \(users)")
                #expect(door.foreignRequests == [], "\(what): something was sent to another host")
            }
            try door.turnHonest()
            let after = try await reeve("scan", "--format", "jsonl")
            #expect(after.status == 0)
            #expect(try Instances(after).differences(from: before) == [])
        }
    }

    /// Other places, where another piece of the product reads the answer.
    static let places = [
        ["/v1\\.0/organization", "/v1\\.0/domains", "/v1\\.0/groups/delta"],
        ["/v1\\.0/applications", "/v1\\.0/servicePrincipals", "/sensitivityLabels"],
        ["/userRegistrationDetails", "/authentication/methods", "/sites/getAllSites"],
        ["/root/delta", "/permissions", "/v1\\.0/\\$batch"],
    ]

    @Test(arguments: places) func `nonsense in any one place opens nothing and resolves nothing`(row: [String])
        async throws
    {
        try await withHostileDoor { reeve, door in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            for (place, what) in row.flatMap({ place in ["garbage", "error_inside", "foreign_next"].map { (place, $0) }
            }) {
                try door.turn(what, at: place)
                // A batch is tried several times before it counts as broken; the batches of one check are enough.
                let part = place.contains("batch") ? ["--check", "mail-rule-forwards"] : []
                let answer = try await reeve.run(["scan", "--full", "--quiet"] + part, limit: 200)
                #expect([0, 1].contains(answer.status), "\(place) \(what): \(answer.errorText.suffix(300))")
                #expect(answer.mistakes.count <= 1, "\(place) \(what): \(answer.errorText.suffix(300))")
                #expect(
                    try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(
                        from: before) == [],
                    "\(place) \(what)")
            }
            #expect(door.foreignRequests == [], "something was sent to another host")
        }
    }

    @Test func `a delta link to another host is not followed, now or later`() async throws {
        try await withHostileDoor { reeve, door in
            try door.turn("foreign_delta", at: "/v1\\.0/users/delta\\?")
            _ = try await reeve("scan", "--quiet")
            _ = try await reeve("scan", "--quiet")
            try door.turnHonest()
            let last = try await reeve("scan", "--format", "jsonl")
            #expect(last.status == 0)
            #expect(door.foreignRequests == [])
        }
    }

    @Test func `credentials that lead to another tenant are told, and nothing of it is stored`() async throws {
        try await withHostileDoor { reeve, door in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            try door.turn("another_tenant", at: "/v1\\.0/organization")
            let answer = try await reeve("scan", "--full")
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains("11111111-2222-3333-4444-555555555555"))
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: before)
                    == [])
            let tested = try await reeve("integration", "test", "contoso")
            #expect(tested.status == 1)
            try door.turnHonest()
            #expect(try Instances(await reeve.succeed("scan", "--format", "jsonl")).differences(from: before) == [])
        }
    }

    static let signIns = [
        ["garbage", "error_inside", "html", "empty", "array", "null", "deep"], ["truncated", "endless"],
        ["bomb", "redirect"], ["cut", "refused"],
        ["unavailable"],
    ]

    @Test(arguments: signIns) func `a sign-in service that talks nonsense is one clear line`(row: [String]) async throws
    {
        try await withHostileDoor { reeve, door in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            #expect(before.count > 50)
            for what in row {
                try door.turn(what, at: "/oauth2/v2\\.0/token")
                let answer = try await reeve("scan", limit: 200)
                #expect(answer.status == 1, "\(what)")
                #expect(answer.mistakes.count == 1, "\(what): \(answer.errorText.suffix(400))")
                #expect(answer.errorText.hasPrefix("reeve: contoso: "), "\(what)")
                #expect(answer.output.isEmpty, "\(what)")
                #expect(door.foreignRequests == [], "\(what): the secret went to another host")
                #expect(
                    try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(
                        from: before) == [], "\(what)")
            }
            try door.turnHonest()
            try await reeve.succeed("integration", "test", "contoso")
        }
    }

    /// Permissions and the collectors that are refused without them.
    @Test func `a permission that was taken away is coverage, not an all-clear`() async throws {
        let all = [
            "User.Read.All", "Group.Read.All", "Domain.Read.All", "Application.Read.All", "AuditLog.Read.All",
            "UserAuthenticationMethod.Read.All",
            "MailboxSettings.Read", "Calendars.Read", "Files.Read.All", "InformationProtectionPolicy.Read.All",
            "Sites.Read.All",
        ]
        try await withHostileDoor { reeve, door in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            for (permission, collector) in [
                ("MailboxSettings.Read", "messageRules"), ("Calendars.Read", "calendars"),
                ("Application.Read.All", "applications"),
                ("UserAuthenticationMethod.Read.All", "authenticationMethods"), ("Files.Read.All", "driveItems"),
                ("Domain.Read.All", "domains"),
                ("User.Read.All", "users"),
            ] {
                // Sites.Read.All lets an app read files as well.
                try door.grant(
                    all.filter { $0 != permission && !(permission == "Files.Read.All" && $0 == "Sites.Read.All") })
                let answer = try await reeve("scan", "--format", "json", "--require-coverage")
                #expect(answer.status == 4, "\(permission)")
                let coverage = try answer.object()["coverage"] as? [[String: Any]] ?? []
                let entry = coverage.first {
                    $0["collector"] as? String == collector && $0["state"] as? String == "denied"
                }
                #expect((entry?["detail"] as? String)?.contains("needs ") == true, "\(permission): \(entry ?? [:])")
                #expect(
                    try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(
                        from: before) == [],
                    "\(permission)")
                let doctor = try await reeve("doctor")
                #expect(doctor.text.contains(try Regex("(?m)^\(permission) +no ")), "\(permission)")
                let table = try await reeve.succeed("scan")
                #expect(table.text.contains(/needs\s/), "\(permission)")
                #expect(table.text.contains("\"fine\""), "\(permission)")
            }
            try door.grant([])
            for command in ["scan", "doctor"] {
                let answer = try await reeve(command)
                #expect(answer.status == 1)
                #expect((answer.text + answer.errorText).contains("no permission is granted"))
            }
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: before)
                    == [])
        }
    }
}
