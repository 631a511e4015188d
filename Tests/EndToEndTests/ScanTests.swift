import Foundation
import Testing

/// `reeve scan` of the simulated tenant as it is.
struct ScanTests {
    @Test func `every check of the catalogue fires, at its own severity`() async throws {
        try await withContoso { reeve, tenant in
            try await reeve.connect(
                tenant,
                profiles: [
                    "Financial Information", "Credentials and Secrets",
                    "Social Security, Insurance, Tax, and Identifier Numbers",
                ])
            let catalogue = try await reeve.succeed("check", "list", "--format", "json").array()
            let severities = Dictionary(
                uniqueKeysWithValues: catalogue.map { ($0["id"] as? String ?? "", $0["severity"] as? String ?? "") })
            #expect(severities.count == 39)
            let instances = try await reeve.succeed("scan", "--format", "jsonl").objects()
            #expect(Set(instances.compactMap { $0["check"] as? String }) == Set(severities.keys))
            for instance in instances {
                #expect(instance["severity"] as? String == severities[instance["check"] as? String ?? ""])
            }
        }
    }

    @Test func `each line has the keys and types of the contract, and no others`() async throws {
        try await withContoso { reeve, tenant in
            let instances = try await reeve.succeed("scan", "--format", "jsonl").objects()
            let keys: Set = [
                "check", "title", "category", "severity", "integration", "tenantId", "resource", "subId", "status",
                "firstSeen", "lastSeen",
                "fingerprint", "evidence",
            ]
            for instance in instances {
                #expect(Set(instance.keys) == keys)
                for text in ["check", "title", "fingerprint"] { #expect((instance[text] as? String)?.isEmpty == false) }
                #expect(["critical", "high", "medium", "low"].contains(instance["severity"] as? String))
                #expect(instance["integration"] as? String == "contoso")
                #expect(instance["tenantId"] as? String == tenant.tenantId)
                #expect(instance["status"] as? String == "active")
                for time in ["firstSeen", "lastSeen"] {
                    #expect((instance[time] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
                }
                #expect(instance["subId"] is String || instance["subId"] is NSNull)
                #expect(instance["evidence"] is [String: Any])
                #expect((instance["fingerprint"] as? String)?.wholeMatch(of: /[0-9a-f]{16,64}/) != nil)
                try checkResource(instance)
            }
            #expect(Set(instances.compactMap { $0["fingerprint"] as? String }).count == instances.count)
        }
    }

    private func checkResource(_ instance: [String: Any]) throws {
        guard let resource = instance["resource"] as? [String: Any], let check = instance["check"] as? String else {
            throw Surprise("no resource")
        }
        let types = ["user", "driveItem", "application", "servicePrincipal", "domain", "organization"]
        let type = resource["type"] as? String ?? ""
        #expect(types.contains(type), "\(check)")
        #expect(
            (resource["id"] as? String)?.isEmpty == false && (resource["name"] as? String)?.isEmpty == false, "\(check)"
        )
        #expect(resource["url"] is String || resource["url"] is NSNull, "\(check)")
        #expect((resource["driveId"] is String) == (type == "driveItem"), "\(check)")
        #expect(Set(resource.keys).isSubset(of: ["type", "id", "name", "url", "driveId", "location"]), "\(check)")
        let hasSub =
            check.hasPrefix("mail-rule-") || check.hasPrefix("calendar-")
            || ["user-fido2-unattested", "user-windows-hello-weak-key"].contains(check)
        #expect((instance["subId"] is String) == hasSub, "\(check)")
        let categories: [(String, String)] = [
            ("user-", "user-accounts"), ("file-", "file-sharing"), ("folder-", "file-sharing"),
            ("calendar-", "file-sharing"), ("domain-", "email-domains"),
            ("mail-rule-", "email-forwarding"), ("app-certification-expiring", "email-domains"),
            ("app-", "third-party-apps"),
        ]
        let expected = categories.first { check.hasPrefix($0.0) }?.1
        #expect(instance["category"] as? String == expected, "\(check)")
    }

    @Test func `the JSON document has summary, coverage and instances that agree`() async throws {
        try await withContoso { reeve, _ in
            let answer = try await reeve.succeed("scan", "--format", "json")
            let document = try answer.object()
            #expect(Set(document.keys) == ["summary", "coverage", "instances"])
            guard let summary = document["summary"] as? [String: Any],
                let coverage = document["coverage"] as? [[String: Any]],
                let instances = document["instances"] as? [[String: Any]]
            else { throw Surprise("parts are missing") }
            let byCheck = Dictionary(grouping: instances) { $0["check"] as? String ?? "" }.mapValues(\.count)
            let bySeverity = Dictionary(grouping: instances) { $0["severity"] as? String ?? "" }.mapValues(\.count)
            #expect(summary["byCheck"] as? [String: Int] == byCheck)
            #expect(summary["bySeverity"] as? [String: Int] == bySeverity)
            #expect(summary["active"] as? Int == instances.count)
            let collectors = Set(coverage.compactMap { $0["collector"] as? String })
            #expect(
                collectors.isSuperset(of: [
                    "users", "messageRules", "calendars", "domains", "dns", "driveItems", "applications",
                ]))
            for entry in coverage {
                #expect(["ok", "notApplicable", "denied", "throttled", "error"].contains(entry["state"] as? String))
                #expect(entry["subjects"] is Int && entry["checks"] is [String])
                #expect(entry["detail"] is String || entry["detail"] is NSNull)
            }
            let denied = coverage.first {
                $0["collector"] as? String == "messageRules" && $0["state"] as? String == "denied"
            }
            #expect(denied?["subjects"] as? Int == 1)
            #expect(denied?["detail"] as? String == "403 ErrorAccessDenied")
            #expect((denied?["checks"] as? [String])?.contains("mail-rule-forwards") == true)
        }
    }

    @Test func `--fail-on gives 3, --require-coverage gives 4, and 3 wins`() async throws {
        try await withContoso { reeve, _ in
            for (arguments, status) in [
                ([], 0), (["--fail-on", "critical"], 3), (["--fail-on", "low"], 3), (["--require-coverage"], 4),
                (["--fail-on", "critical", "--require-coverage"], 3),
                (["--check", "file-company-read", "--fail-on", "critical"], 0),
                (["--check", "domain-spf-missing", "--fail-on", "high"], 0),
                (["--check", "file-public-write", "--fail-on", "critical"], 3),
            ] as [([String], Int32)] {
                let answer = try await reeve.run(["scan", "contoso", "--quiet"] + arguments)
                #expect(answer.status == status, "\(arguments)")
                #expect(answer.text.contains("Next:"), "\(arguments)")
            }
        }
    }

    @Test func `--check reads only what the check needs and prints only that`() async throws {
        try await withContoso { reeve, _ in
            let log = reeve.file("requests.log")
            let answer = try await reeve.succeed(
                "scan", "--check", "domain-spf-missing", "--check", "domain-not-verified", "--format", "jsonl",
                environment: ["REEVE_REQUEST_LOG": log.path])
            #expect(
                Set(try answer.objects().compactMap { $0["check"] as? String }) == [
                    "domain-spf-missing", "domain-not-verified",
                ])
            let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            #expect(requests.count <= 4)
            #expect(
                requests.allSatisfy { $0.contains("/v1.0/domains") || $0.contains("/v1.0/organization") }, "\(requests)"
            )
        }
    }

    @Test func `--check leaves the findings of other checks as they are`() async throws {
        try await withContoso { reeve, _ in
            let all = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            try await reeve.succeed("scan", "--check", "domain-spf-missing", "--quiet")
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: all)
                    == [])
        }
    }

    @Test func `a table in a pipe is plain text with a last line that says what to do`() async throws {
        try await withContoso { reeve, _ in
            for arguments in [
                ["scan"], ["scan"], ["finding", "list"], ["check", "list"], ["directory", "users"], ["doctor"],
                ["integration", "list"],
            ] {
                let answer = try await reeve.run(arguments, environment: ["TERM": "xterm-256color", "COLUMNS": "100"])
                #expect(answer.status == 0)
                #expect(!answer.output.contains(0x1B), "\(arguments)")
                #expect(!answer.errors.contains(0x1B), "\(arguments)")
                if arguments == ["scan"] {
                    #expect(answer.lines.last?.hasPrefix("Next: reeve finding list --severity critical") == true)
                }
            }
        }
    }

    @Test func `two runs of one integration do not work at the same time`() async throws {
        try await withContoso("--users", "400") { reeve, _ in
            let first = try reeve.start(["scan", "--format", "jsonl"])
            let lock = reeve.home.appendingPathComponent("integration-1.lock").path
            for _ in 0..<2000 where !FileManager.default.fileExists(atPath: lock) {
                try await Task.sleep(for: .milliseconds(5))
            }
            let second = try await reeve("scan")
            #expect(second.status == 1)
            #expect(
                second.mistakes == [
                    "reeve: contoso: another run of it is under way: wait until that is done, then run again"
                ])
            #expect(try await first.answer().status == 0)
        }
    }
}
