import Foundation
import Testing

/// `reeve integration`: connecting a tenant and looking after the connection.
struct IntegrationTests {
    @Test func `add, list, show, test, pause, resume and remove do what they say`() async throws {
        try await withContoso { reeve, tenant in
            let listed = try await reeve.succeed("integration", "list", "--format", "json").array()
            #expect(listed.count == 1)
            #expect(listed[0]["name"] as? String == "contoso")
            #expect(listed[0]["tenantId"] as? String == tenant.tenantId)
            #expect(listed[0]["status"] as? String == "active")
            #expect(listed[0]["mode"] as? String == "read")
            #expect(listed[0]["graphUrl"] as? String == tenant.graphUrl)

            let shown = try await reeve.succeed("integration", "show", "contoso").text
            for part in [tenant.tenantId, tenant.clientId, tenant.graphUrl, tenant.dns, "stored encrypted"] {
                #expect(shown.contains(part))
            }
            let consent = try await reeve.succeed("integration", "show", "contoso", "--consent-url").text
            #expect(consent == "\(tenant.loginUrl)/\(tenant.tenantId)/adminconsent?client_id=\(tenant.clientId)\n")

            let tested = try await reeve.succeed("integration", "test", "contoso")
            #expect(tested.text.hasPrefix("contoso: ok, Contoso, application token with "))

            try await reeve.succeed("integration", "pause", "contoso")
            #expect(
                try await reeve.succeed("integration", "list", "--format", "json").array()[0]["status"] as? String
                    == "paused")
            let scan = try await reeve("scan")
            #expect(scan.errorText.contains("contoso is paused"))
            for format in ["json", "jsonl", "csv", "sarif"] {
                let export = try await reeve.succeed("finding", "export", "--format", format)
                #expect(export.errorText == "not known: contoso has not been scanned yet (reeve scan contoso)\n")
            }
            let list = try await reeve.succeed("finding", "list", "--format", "jsonl", "--integration", "contoso")
            #expect(list.text == "" && list.errorText.contains("not known: contoso has not been scanned yet"))

            try await reeve.succeed("integration", "resume", "contoso")
            #expect(
                try await reeve.succeed("integration", "list", "--format", "json").array()[0]["status"] as? String
                    == "active")
            try await reeve.succeed("scan", "--quiet")
            let known = try await reeve.succeed("finding", "export", "--format", "jsonl")
            #expect(known.lines.count > 50 && known.errorText == "")
            #expect(try await reeve.succeed("finding", "export").lines.first?.hasPrefix("SEVERITY") == true)

            try await reeve.succeed("integration", "remove", "contoso", "--yes")
            #expect(try await reeve.succeed("integration", "list", "--format", "json").array().isEmpty)
            #expect(try await reeve.succeed("finding", "export", "--format", "jsonl").text == "")
        }
    }

    @Test func `profiles are attached and detached, each with the next scan`() async throws {
        try await withContoso { reeve, _ in
            let (money, secrets) = ("Financial Information", "Credentials and Secrets")
            func uses() async throws -> String {
                let shown = try await reeve.succeed("integration", "show", "contoso")
                return shown.lines.first { $0.hasPrefix("dlp") }.map {
                    $0.dropFirst(3).trimmingCharacters(in: .whitespaces)
                } ?? ""
            }
            func found() async throws -> Set<String> {
                try await reeve.succeed("scan", "--quiet")
                let lines = try await reeve.succeed("finding", "export", "--format", "jsonl").objects()
                return Set(lines.compactMap { ($0["evidence"] as? [String: Any])?["profiles"] as? [String] }.joined())
            }
            #expect(try await uses() == "no profile")
            let answer = try await reeve.succeed(
                "integration", "edit", "contoso", "--attach", money, "--attach", "credentials and secrets")
            #expect(answer.errorText.contains("contoso uses \(money), \(secrets)"))
            #expect(try await uses() == "\(money), \(secrets)")
            #expect(try await found() == [money, secrets])
            try await reeve.succeed("integration", "edit", "contoso", "--detach", "financial information")
            #expect(try await uses() == secrets)
            #expect(try await found() == [secrets])
            for (arguments, status, words) in [
                (["--detach", money], 1, "does not use \"\(money)\"; it uses \(secrets)"),
                (["--attach", "Nothing"], 1, "there is no profile \"Nothing\""), ([], 64, "nothing to change"),
            ] {
                let refused = try await reeve.run(["integration", "edit", "contoso"] + arguments)
                #expect(refused.status == Int32(status) && refused.errorText.contains(words), "\(refused.errorText)")
            }
            #expect(try await uses() == secrets)
        }
    }

    @Test func `the same name is not taken twice, and the first stays as it was`() async throws {
        try await withContoso { reeve, tenant in
            let secret = try reeve.write("another-secret", to: "other.txt")
            let answer = try await reeve(
                "integration", "add", "--name", "contoso", "--tenant-id", tenant.clientId, "--client-id",
                tenant.clientId,
                "--client-secret-file", secret)
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains("exists already"))
            try await reeve.succeed("integration", "test", "contoso")
        }
    }

    @Test func `a name that is not there is one line with status 1, for each command that takes one`() async throws {
        try await withContoso { reeve, _ in
            for command in [
                ["scan"], ["doctor"], ["directory", "sync"], ["directory", "users"], ["directory", "groups"],
                ["integration", "show"],
                ["integration", "test"], ["integration", "pause"], ["integration", "resume"],
                ["integration", "remove"],
                ["finding", "list", "--integration"], ["finding", "export", "--format", "jsonl", "--integration"],
            ] {
                let answer = try await reeve.run(command + ["fabrikam"])
                #expect(answer.status == 1, "\(command)")
                #expect(
                    answer.mistakes == ["reeve: there is no integration \"fabrikam\" (reeve integration list)"],
                    "\(command)")
            }
        }
    }

    @Test func `two tenants are scanned side by side, and the trouble of one does not keep the other`() async throws {
        try await withContoso { reeve, tenant in
            let secret = try reeve.write("wrong", to: "wrong.txt")
            try await reeve.succeed(
                "integration", "add", "--name", "broken", "--tenant-id", tenant.tenantId, "--client-id",
                tenant.clientId,
                "--client-secret-file", secret, "--graph-url", tenant.graphUrl, "--login-url", tenant.loginUrl)
            let answer = try await reeve("scan", "--format", "jsonl")
            #expect(answer.status == 1)
            #expect(answer.lines.count > 50)
            #expect(try answer.objects().allSatisfy { $0["integration"] as? String == "contoso" })
            #expect(answer.mistakes.count == 1)
            #expect(answer.mistakes.first?.hasPrefix("reeve: broken: ") == true)
            let states = try await reeve.succeed("integration", "list", "--format", "json").array()
            #expect(Set(states.compactMap { $0["status"] as? String }) == ["active", "reauthorize"])
        }
    }

    @Test func `origins of new integrations come from flag, environment and settings, in this order`() async throws {
        try await withReeve { reeve in
            let secret = try reeve.write("secret", to: "secret.txt")
            func add(_ name: String, _ extra: [String] = [], _ environment: [String: String] = [:]) async throws
                -> String?
            {
                _ = try await reeve.run(
                    [
                        "integration", "add", "--name", name, "--tenant-id", UsageTests.guid, "--client-id",
                        UsageTests.guid, "--client-secret-file", secret,
                    ]
                        + extra, environment: environment)
                let all = try await reeve.succeed("integration", "list", "--format", "json").array()
                return all.first { $0["name"] as? String == name }?["graphUrl"] as? String
            }
            #expect(try await add("plain") == "https://graph.microsoft.com")
            #expect(try await add("cloud", ["--cloud", "china"]) == "https://microsoftgraph.chinacloudapi.cn")
            try reeve.writeSettings("graphUrl: http://127.0.0.1:1001\nloginUrl: http://127.0.0.1:1001\n")
            #expect(try await add("settings") == "http://127.0.0.1:1001")
            let environment = ["REEVE_GRAPH_URL": "http://127.0.0.1:1002", "REEVE_LOGIN_URL": "http://127.0.0.1:1002"]
            #expect(try await add("environment", [], environment) == "http://127.0.0.1:1002")
            #expect(
                try await add("flag", ["--graph-url", "http://127.0.0.1:1003"], environment) == "http://127.0.0.1:1003")
        }
    }
}
