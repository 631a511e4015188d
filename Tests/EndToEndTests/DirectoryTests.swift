import Foundation
import Testing

/// `reeve directory`: users, groups and who is in which.
struct DirectoryTests {
    @Test func `sync reads users and groups, and judges nothing`() async throws {
        try await withContoso { reeve, _ in
            let log = reeve.file("requests.log")
            let answer = try await reeve.succeed("directory", "sync", environment: ["REEVE_REQUEST_LOG": log.path])
            #expect(answer.text.hasPrefix("contoso: 42 users, 14 groups · "))
            let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            #expect(
                requests.allSatisfy {
                    $0.contains("/v1.0/users") || $0.contains("/v1.0/groups") || $0.contains("/v1.0/organization")
                })
            #expect(try await reeve.succeed("finding", "export", "--format", "jsonl").output.isEmpty)
            let listed = try await reeve.succeed("directory", "list", "--format", "json").array()
            #expect(listed.count == 1)
            #expect(listed[0]["users"] as? Int == 42)
            #expect(listed[0]["groups"] as? Int == 14)
            #expect((listed[0]["lastSync"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        }
    }

    @Test func `users are listed with every address, in every format`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            let users = try await reeve.succeed("directory", "users", "--format", "jsonl").objects()
            #expect(users.count == 42)
            #expect(Set(users.compactMap { $0["id"] as? String }).count == 42)
            for user in users {
                #expect(
                    Set(user.keys) == [
                        "name", "mail", "kind", "enabled", "groups", "addresses", "id", "userPrincipalName",
                    ])
            }
            #expect(
                Set(users.compactMap { $0["kind"] as? String }).isSuperset(of: ["member", "guest", "shared mailbox"]))
            let adele = users.first { $0["name"] as? String == "Adele Vance" }
            #expect(
                (adele?["addresses"] as? [String])?.contains {
                    $0.lowercased() == (adele?["mail"] as? String)?.lowercased()
                } == true)
            let array = try await reeve.succeed("directory", "users", "--format", "json").array()
            #expect(array.count == 42)
            #expect(
                try await reeve.succeed("directory", "users", "--format", "csv").text.components(separatedBy: "\r\n")
                    .count == 44)
            #expect(try await reeve.succeed("directory", "users").lines.count == 43)
        }
    }

    @Test func `--search and --group narrow the list, and nested groups count`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            let found = try await reeve.succeed("directory", "users", "--search", "ADELE", "--format", "jsonl")
                .objects()
            #expect(found.compactMap { $0["name"] as? String } == ["Adele Vance"])
            let groups = try await reeve.succeed("directory", "groups", "--format", "jsonl").objects()
            #expect(groups.count == 14)
            var hasNested = false
            for group in groups {
                guard let id = group["id"] as? String, let name = group["name"] as? String,
                    let inAll = group["usersInAll"] as? Int,
                    let members = group["members"] as? Int
                else { throw Surprise("a group without id, name or numbers: \(group)") }
                let byID = try await reeve.succeed("directory", "users", "--group", id, "--format", "jsonl").objects()
                #expect(byID.count == inAll, "\(name)")
                hasNested = hasNested || inAll > members
                if groups.count(where: { ($0["name"] as? String)?.lowercased() == name.lowercased() }) == 1 {
                    let byName = try await reeve.succeed(
                        "directory", "users", "--group", name.uppercased(), "--format", "jsonl"
                    ).objects()
                    #expect(byName.count == inAll, "\(name)")
                }
            }
            #expect(hasNested, "no group of the sample tenant has members through another group")
        }
    }

    @Test func `a group that is not there is one line`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            let answer = try await reeve("directory", "users", "--group", "Nobodies")
            #expect(answer.status == 1)
            #expect(
                answer.mistakes == ["reeve: there is no group \"Nobodies\" in contoso (reeve directory groups contoso)"]
            )
        }
    }

    @Test func `a large directory is listed whole, each user once`() async throws {
        try await withContoso("--users", "2500", "--groups", "40") { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            for format in ["jsonl", "json"] {
                let answer = try await reeve.succeed("directory", "users", "--format", format)
                let users = try format == "json" ? answer.array() : answer.objects()
                #expect(Set(users.compactMap { $0["id"] as? String }).count == 2500, "\(format)")
            }
            let csv = try await reeve.succeed("directory", "users", "--format", "csv").text.components(
                separatedBy: "\r\n"
            ).filter { !$0.isEmpty }
            #expect(csv.count == 2501)
            #expect(csv.count { $0.hasPrefix("name,mail,") } == 1)
        }
    }
}
