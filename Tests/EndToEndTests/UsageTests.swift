import Foundation
import Testing

/// Wrong command lines: status 64, nothing on standard output, a first line that says what is wrong.
struct UsageTests {
    static let guid = "84841066-274d-4ec0-a5c1-276be684bdd3"

    /// Each is wrong by itself, whatever is stored.
    static let wrong: [String] = [
        "frobnicate", "--frobnicate", "scan --frobnicate", "scan one two", "scan --format", "scan --format xml",
        "scan --format TABLE",
        "scan --fail-on", "scan --fail-on urgent", "scan --check", "scan --check file-publc-write",
        "scan --check file-public-write --check nothing",
        "scan --output", "scan --config", "scan --full=yes",
        "finding frobnicate", "finding list surplus", "finding list --format xml", "finding list --format html",
        "finding list --format sarif",
        "finding list --format ocsf", "finding list --severity urgent", "finding list --status open",
        "finding list --check nothing",
        "finding list --limit 0", "finding list --limit -1", "finding list --limit many", "finding show",
        "finding show xyz", "finding show abc",
        "finding show 7c1e 91aa", "finding export --format xml", "finding export --status gone",
        "finding export --output",
        "finding ignore user-disabled --reason x --owner \(String(repeating: "n", count: 101))",
        "finding hide 7c1e --reason \(String(repeating: "n", count: 201))",
        "check frobnicate", "check show", "check show nothing", "check show file-public-write surplus",
        "check list --format sarif", "check list surplus",
        "directory frobnicate", "directory users --format sarif", "directory groups --format html",
        "directory list --format ocsf",
        "directory users one two", "directory users --group", "directory sync --format json", "directory list surplus",
        "integration frobnicate", "integration list surplus", "integration list --format html", "integration show",
        "integration show one two",
        "integration test", "integration pause", "integration resume", "integration remove",
        "integration remove one two",
        "integration add", "integration add --name contoso", "integration add --name contoso --tenant-id \(guid)",
        "integration add --name contoso --tenant-id \(guid) --client-id \(guid)",
        "integration add --name contoso --tenant-id contoso --client-id \(guid) --client-secret-file s",
        "integration add --name contoso --tenant-id \(guid) --client-id reeve --client-secret-file s",
        "integration add --name contoso --tenant-id \(guid) --client-id \(guid) --client-secret s",
        "integration add --name contoso --tenant-id \(guid) --client-id \(guid) --client-secret-file s --certificate c.pem",
        "integration add --name -contoso --tenant-id \(guid) --client-id \(guid) --client-secret-file s",
        "integration add --name con/toso --tenant-id \(guid) --client-id \(guid) --client-secret-file s",
        "integration add --name \(String(repeating: "n", count: 65)) --tenant-id \(guid) --client-id \(guid) --client-secret-file s",
        "integration add --name contoso --tenant-id \(guid) --client-id \(guid) --client-secret-file s --cloud mars",
        "integration add --name contoso --tenant-id \(guid) --client-id \(guid) --client-secret-file s --mode write",
        "simulate surplus", "simulate --users -1", "simulate --users many", "simulate --port 65536",
        "simulate --dns-port -1", "simulate --faults 2",
        "simulate --faults -0.1", "simulate --churn 1.5", "simulate --throttle fast", "simulate --seed abc",
        "simulate --request-log",
        "demo surplus", "demo --users -1", "demo --port 99999", "demo --users 1000001", "doctor one two",
        "doctor --frobnicate",
    ]

    @Test func `each wrong command line ends with 64, one clear first line and no data`() async throws {
        try await withReeve { reeve in
            for line in Self.wrong {
                let answer = try await reeve.run(line.split(separator: " ").map(String.init), limit: 20)
                #expect(answer.status == 64, "\(line)")
                #expect(answer.text == "", "\(line)")
                let first =
                    answer.errorText.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
                    ?? ""
                #expect(first.hasPrefix("Error: ") || first.hasPrefix("reeve: "), "\(line): \(first)")
                #expect(
                    first.count > 15 && !first.contains("Error Domain") && !first.contains("Swift."),
                    "\(line): \(first)")
            }
            #expect(
                !FileManager.default.fileExists(atPath: reeve.home.appendingPathComponent("reeve.sqlite").path),
                "wrong usage opened a database")
        }
    }

    /// With something stored the same lines must not become right.
    @Test func `a value that is wrong in itself is wrong usage also where an integration exists`() async throws {
        try await withContoso { reeve, tenant in
            let connection = [
                "--tenant-id", tenant.tenantId, "--client-id", tenant.clientId, "--client-secret-file",
                reeve.file("secret.txt").path,
            ]
            let wrong: [[String]] = [
                ["--graph-url", "http://graph.example"], ["--graph-url", "ftp://127.0.0.1"],
                ["--graph-url", "https://graph.example/v1.0"],
                ["--graph-url", "https://user:word@graph.example"], ["--login-url", "http://login.example"],
                ["--login-url", "nonsense"],
                ["--graph-url", "https://graph.example?x=1"], ["--dns", "nonsense:port"], ["--dns", "127.0.0.1:99999"],
            ]
            for extra in wrong {
                let answer = try await reeve.run(["integration", "add", "--name", "other"] + connection + extra)
                #expect(answer.status == 64 || answer.status == 1, "\(extra)")
                #expect(answer.mistakes.first?.count ?? 0 > 20, "\(extra)")
                #expect(answer.mistakes.allSatisfy { !$0.contains("Error Domain") }, "\(extra): \(answer.errorText)")
            }
            #expect(try await reeve.succeed("integration", "list", "--format", "json").array().count == 1)
        }
    }

    /// What later versions will have; this one neither lists nor takes it.
    static let later = ["worker", "finding remediate 7c1e"]

    @Test(arguments: later) func `a command of a later version is not taken`(line: String) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(line.split(separator: " ").map(String.init))
            #expect(answer.status == 64)
            #expect(answer.text == "")
        }
    }

    @Test func `a command of a later version is not listed`() async throws {
        try await withReeve { reeve in
            for (command, words) in [
                ([], ["worker"]), (["finding"], ["remediate"]),
            ] as [([String], [String])] {
                let help = try await reeve.run(command + ["--help"])
                #expect(help.status == 0)
                let listed = Set(
                    help.text.components(separatedBy: "SUBCOMMANDS:").last?.split(whereSeparator: { " \n".contains($0) }
                    ).map(String.init) ?? [])
                for word in words { #expect(!help.text.contains("\n  \(word) "), "\(word)") }
                #expect(listed.contains("list") || listed.contains("scan"))
            }
        }
    }

    @Test func `a misspelt name is answered with the nearest one`() async throws {
        try await withContoso { reeve, _ in
            let check = try await reeve("scan", "--check", "file-publc-write")
            #expect(
                check.errorText
                    == "reeve: unknown check \"file-publc-write\"; did you mean file-public-write? (reeve check list)\n"
            )
            #expect(check.status == 64)
            let name = try await reeve("scan", "contosa")
            #expect(name.errorText.contains("did you mean contoso?"))
            #expect(name.status == 1)
        }
    }

    @Test func `a file that the sample tenant cannot use is told in one line`() async throws {
        try await withReeve { reeve in
            let garbage = try reeve.write("no certificate", to: "garbage.pem")
            for arguments in [
                ["--certificate", "/no/such/file.pem"], ["--certificate", garbage],
                ["--request-log", "/no/such/folder/requests.log"],
            ] {
                let answer = try await reeve.run(["simulate", "--port", "0", "--dns-port", "0"] + arguments, limit: 20)
                #expect([1, 64].contains(answer.status), "\(arguments)")
                #expect(answer.text.isEmpty, "\(arguments)")
                #expect(answer.errorText.contains(arguments[1]), "\(arguments): \(answer.errorText)")
                #expect(!answer.errorText.contains("Error Domain"), "\(arguments): \(answer.errorText)")
            }
        }
    }

    @Test func `a port that is taken is told in one line`() async throws {
        try await withReeve { reeve in
            try await withTenant(in: reeve) { tenant in
                let port = String(tenant.graphUrl.split(separator: ":").last ?? "")
                let second = try await reeve("simulate", "--port", port, "--dns-port", "0", limit: 20)
                #expect(second.status == 1)
                #expect(second.mistakes.count == 1)
                #expect(second.errorText.contains(port))
                let dnsPort = String(tenant.dns.split(separator: ":").last ?? "")
                let third = try await reeve("simulate", "--port", "0", "--dns-port", dnsPort, limit: 20)
                #expect(third.status == 1)
                #expect(third.mistakes.count == 1, "\(third.errorText)")
            }
        }
    }

    static let helped = [
        "", "demo", "scan", "simulate", "doctor", "integration", "integration add", "integration list",
        "integration show", "integration test",
        "integration pause", "integration resume", "integration remove", "finding", "finding list", "finding show",
        "finding export", "check",
        "check list", "check show", "directory", "directory sync", "directory list", "directory users",
        "directory groups",
    ]

    @Test func `every command explains itself`() async throws {
        try await withReeve { reeve in
            for line in Self.helped {
                let words = line.split(separator: " ").map(String.init)
                let help = try await reeve.run(["help"] + words)
                #expect(help.status == 0, "\(line)")
                #expect(help.text.contains("OVERVIEW: "), "\(line)")
                #expect(help.text.contains("USAGE: reeve\(line.isEmpty ? "" : " " + line)"), "\(line)")
                let again = try await reeve.run(words + ["--help"])
                #expect(again.text == help.text, "\(line)")
            }
            let version = try await reeve("--version")
            #expect(version.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        }
    }
}
