import Foundation
import Testing

/// `reeve dlp label`: the tenant's sensitivity labels.
struct LabelTests {
    @Test func `a label that is gone is said beside its note for programs, in it for people`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("dlp", "label", "sync")
            let board = "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68"
            try await reeve.succeed("dlp", "profile", "add", "Mine", "--entry", board)
            let removed = try await reeve.succeed("integration", "remove", "contoso", "--yes")
            #expect(
                removed.errorText.contains(
                    "Mine holds labels of contoso, which are found no more; it keeps them until somebody takes them out"
                ), "\(removed.errorText)")
            let line = try await reeve.succeed("dlp", "profile", "show", "mine", "--format", "json").array().first
            #expect(line?["note"] as? String == "is gone" && line?["deleted"] as? Bool == true)
            let table = try await reeve.succeed("dlp", "profile", "show", "mine", "--format", "table")
            #expect(table.text.contains("is gone, deleted"))
        }
    }

    @Test func `whoever attaches the labels of another tenant is told, and keeps them no longer than there are any`()
        async throws
    {
        try await withContoso { reeve, tenant in
            let labels = "MIP Sensitivity Labels - contoso"
            let secret = try reeve.write(tenant.clientSecret, to: "other.txt")
            let added = try await reeve.succeed(
                "integration", "add", "--name", "other", "--tenant-id", "11111111-2222-4333-8444-555555555555",
                "--client-id", tenant.clientId, "--client-secret-file", secret, "--graph-url", tenant.graphUrl,
                "--login-url", tenant.loginUrl, "--dlp-profile", labels)
            let told = "\(labels) is of another tenant: it finds files in other that bear labels of that tenant"
            #expect(added.errorText.contains(told), "\(added.errorText)")
            let edited = try await reeve.succeed("integration", "edit", "other", "--attach", labels)
            #expect(edited.errorText.contains(told), "\(edited.errorText)")
            let own = try await reeve.succeed("integration", "edit", "contoso", "--attach", labels)
            #expect(!own.errorText.contains("another tenant"))
            let removed = try await reeve.succeed("integration", "remove", "contoso", "--yes")
            #expect(removed.errorText.contains("other uses the profile of its labels no longer"))
            #expect(try await reeve.succeed("integration", "show", "other").text.contains("no profile"))
        }
    }

    @Test func `labels are read by themselves and listed in every format`() async throws {
        try await withContoso { reeve, _ in
            let early = try await reeve.succeed("dlp", "label", "list", "contoso", "--format", "jsonl")
            #expect(early.output.isEmpty)
            #expect(early.errorText.contains("contoso: the labels were not read yet (reeve dlp label sync contoso)"))
            let log = reeve.file("requests.log")
            let answer = try await reeve.succeed("dlp", "label", "sync", environment: ["REEVE_REQUEST_LOG": log.path])
            #expect(answer.text == "contoso: 4 labels\n")
            let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            #expect(requests.allSatisfy { $0.contains("/organization") || $0.contains("/sensitivityLabels") })
            let labels = try await reeve.succeed("dlp", "label", "list", "--format", "jsonl").objects()
            #expect(labels.count == 4)
            let board = try #require(labels.first { $0["label"] as? String == "Confidential \\ Board Only" })
            #expect(board["id"] as? String == "b31dcbf5-1d16-459d-8453-dc7d729e1a68")
            #expect(board["entry"] as? String == "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68")
            #expect(board["integration"] as? String == "contoso" && board["status"] as? String == "active")
            #expect(board["deleted"] is NSNull && board["preview"] as? Bool == false)
            #expect(try await reeve.succeed("dlp", "label", "list", "--format", "json").array().count == 4)
            #expect(try await reeve.succeed("dlp", "label", "list").lines.count == 5)
            let unknown = try await reeve("dlp", "label", "list", "contosso")
            #expect(unknown.status == 1)
            #expect(
                unknown.mistakes == [
                    "reeve: there is no integration \"contosso\"; did you mean contoso? (reeve integration list)"
                ])
        }
    }
}
