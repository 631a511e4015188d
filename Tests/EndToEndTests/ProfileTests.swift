import Foundation
import Testing

/// `reeve dlp profile` and what it is used for.
struct ProfileTests {
    private let text = "Karte 5500-0055-5555-5559, IBAN DE89 3704 0044 0532 0130 00\n"

    /// The entries that a scan for a profile tells of.
    private func entries(found by: String, in file: String, _ reeve: Reeve) async throws -> [String] {
        let answer = try await reeve.succeed("dlp", "scan", "--profile", by, "--format", "jsonl", file)
        let objects = try answer.objects()
        return objects.compactMap { $0["entry"] as? String }
    }

    /// What the list of profiles says under a property, by the names of the profiles.
    private func listed(_ property: String, _ reeve: Reeve) async throws -> [String: String] {
        let answer = try await reeve.succeed("dlp", "profile", "list", "--format", "json")
        let pairs = try answer.array().map { ("\($0["name"] ?? "")", "\($0[property] ?? "")") }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a profile of one's own is made, used and removed`() async throws {
        try await withReeve { reeve in
            let file = try reeve.write(text, to: "a.txt")
            let made = try await reeve.succeed(
                "dlp", "profile", "add", "Cards only", "--entry", "mastercard", "--entry", "visa")
            #expect(made.errorText.hasPrefix("added Cards only with 2 entries\n"))
            let copied = try await reeve.succeed(
                "dlp", "profile", "add", "Copy", "--copy-of", "Financial Information")
            let counts = try await listed("entries", reeve)
            #expect(copied.errorText.hasPrefix("added Copy with \(counts["Financial Information"] ?? "") entries\n"))
            #expect(counts["Copy"] == counts["Financial Information"])
            let found = try await entries(found: "cards ONLY", in: file, reeve)
            #expect(found == ["mastercard"])
            try await reeve.succeed("dlp", "profile", "disable", "Financial Information", "mastercard")
            let rest = try await entries(found: "Financial Information", in: file, reeve)
            #expect(rest == ["iban"])
            let origins = try await listed("origin", reeve)
            #expect(origins["Cards only"] == "custom" && origins["PII Record"] == "predefined")
            let shown = try await reeve.succeed("dlp", "profile", "show", "cards only", "--format", "csv")
            #expect(shown.text.contains("mastercard,") && shown.text.contains("visa,") && !shown.text.contains("iban,"))
            try await reeve.succeed("dlp", "profile", "remove", "Cards only")
            let gone = try await reeve("dlp", "profile", "show", "Cards only")
            #expect(gone.status == 1)
            #expect(gone.mistakes.first?.hasPrefix("reeve: there is no profile \"Cards only\"") == true)
        }
    }

    @Test func `when a profile counts is shown, and its last entry can be switched off`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed(
                "dlp", "profile", "add", "Mine", "--entry", "iban", "--allowed", "2", "--min-confidence", "high")
            let shown = try await reeve.succeed("dlp", "profile", "show", "mine", "--format", "table")
            #expect(shown.text.hasPrefix("Mine: from high confidence on, 2 matches allowed\n"))
            let line = try await reeve.succeed("dlp", "profile", "show", "mine", "--format", "json").array().first
            #expect(line?["minimumConfidence"] as? String == "high" && line?["allowedMatches"] as? Int == 2)
            #expect(line?["together"] as? Int == 1 && line?["usesContext"] as? Bool == true)
            let list = try await reeve.succeed("dlp", "profile", "list", "--format", "table")
            #expect(list.text.contains("CONTEXT"))
            let off = try await reeve.succeed("dlp", "profile", "disable", "Mine", "iban")
            #expect(off.errorText == "Mine: none of 1 entries is on, nothing is found for it\n")
            let file = try reeve.write(text, to: "a.txt")
            let idle = try await reeve("dlp", "scan", "--profile", "mine", file)
            #expect(idle.status == 64 && idle.output.isEmpty)
            #expect(
                idle.mistakes == [
                    "reeve: no entry of Mine is on, nothing would be found for it (reeve dlp profile enable)"
                ])
            let states = try await reeve.succeed("dlp", "profile", "show", "mine", "--format", "json").array()
            #expect(states.map { $0["state"] as? String } == ["off"])
            let on = try await reeve.succeed("dlp", "profile", "enable", "Mine", "iban")
            #expect(on.errorText == "Mine: 1 of 1 entries are on\n")
            let audit = try await reeve.succeed("audit", "list", "--format", "jsonl")
            #expect(audit.text.contains("1 entry, from high confidence on") && audit.text.contains("off: iban"))
            let added = try await reeve.succeed("dlp", "profile", "enable", "Mine", "jwt")
            #expect(added.errorText == "Mine did not have jwt: added to it\nMine: 2 of 2 entries are on\n")
        }
    }

    @Test func `an integration uses profiles that there are, and labels are one by themselves`() async throws {
        try await withContoso { reeve, tenant in
            let secret = try reeve.write(tenant.clientSecret, to: "again.txt")
            let add = [
                "integration", "add", "--name", "again", "--tenant-id", tenant.tenantId, "--client-id",
                tenant.clientId, "--client-secret-file", secret, "--graph-url", tenant.graphUrl, "--login-url",
                tenant.loginUrl, "--dlp-profile",
            ]
            let refused = try await reeve.run(add + ["Nothing"])
            #expect(refused.status == 1)
            let line = refused.mistakes.first ?? ""
            #expect(line.hasPrefix("reeve: there is no profile \"Nothing\"; there are: Financial Information, "))
            let added = try await reeve.run(add + ["health information"])
            #expect(added.status == 0)
            let users = try await listed("integrations", reeve)
            #expect(users["Health Information"]?.contains("again") == true)
            #expect(users.keys.contains("MIP Sensitivity Labels - contoso"))
        }
    }

    @Test(arguments: [
        ["dlp", "profile", "add", "x"], ["dlp", "profile", "add"], ["dlp", "profile", "disable", "x"],
        ["dlp", "profile", "add", "x", "--entry", "iban", "--min-confidence", "great"],
        ["dlp", "scan", "--profile", "Nothing", "."],
    ])
    func `wrong usage is told in one line`(arguments: [String]) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(arguments)
            #expect(answer.status == 64 && answer.text.isEmpty, "\(answer.errorText)")
        }
    }

    @Test(arguments: [
        (["x", "--entry", "nothing"], "reeve: there is no entry \"nothing\" (reeve dlp entry list)"),
        (["", "--entry", "iban"], "reeve: the name is empty"),
        (
            ["PII record", "--entry", "iban"],
            "reeve: there is a profile \"PII Record\" already: choose another name"
        ),
    ])
    func `what cannot be used is told in one line`(arguments: [String], line: String) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(["dlp", "profile", "add"] + arguments)
            #expect(answer.status == 1 && answer.mistakes == [line])
        }
    }
}
