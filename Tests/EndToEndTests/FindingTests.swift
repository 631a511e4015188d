import Foundation
import Testing

/// `reeve finding` and `reeve check`: looking at what was found, and at what is looked for.
struct FindingTests {
    @Test func `filters of list and export agree with the instances themselves`() async throws {
        try await withContoso { reeve, _ in
            let all = try await reeve.succeed("scan", "--format", "jsonl").objects()
            func export(_ arguments: String...) async throws -> [[String: Any]] {
                let listed = try await reeve.run(["finding", "list", "--format", "jsonl"] + arguments)
                let exported = try await reeve.run(["finding", "export", "--format", "jsonl"] + arguments)
                #expect(listed.text == exported.text)
                #expect(exported.status == 0)
                return try exported.objects()
            }
            func count(_ property: String, _ values: Set<String>) -> Int {
                all.count { values.contains($0[property] as? String ?? "") }
            }
            #expect(try await export().count == all.count)
            #expect(try await export("--severity", "critical").count == count("severity", ["critical"]))
            #expect(
                try await export("--severity", "critical", "--severity", "high").count
                    == count("severity", ["critical", "high"]))
            #expect(try await export("--check", "mail-rule-forwards").count == count("check", ["mail-rule-forwards"]))
            let two = try await export("--check", "mail-rule-forwards", "--check", "user-disabled")
            #expect(two.count == count("check", ["mail-rule-forwards", "user-disabled"]))
            #expect(try await export("--integration", "contoso").count == all.count)
            #expect(try await export("--search", "payroll").count == 1)
            #expect(try await export("--status", "resolved").isEmpty)
            #expect(try await export("--severity", "critical", "--check", "user-disabled").isEmpty)
            let ranks = ["critical": 0, "high": 1, "medium": 2, "low": 3]
            let order = try await export().map { ranks[$0["severity"] as? String ?? ""] ?? 9 }
            #expect(order == order.sorted(), "not worst first")
        }
    }

    @Test func `a limit counts for every format, and the last day has two names`() async throws {
        try await withContoso { reeve, _ in
            let all = try await reeve.succeed("scan", "--format", "jsonl").objects()
            for format in ["jsonl", "csv", "json"] {
                let answer = try await reeve.succeed("finding", "list", "--format", format, "--limit", "2")
                let shown = all.count { answer.text.contains($0["fingerprint"] as? String ?? "-") }
                #expect(shown == 2, "\(format)")
            }
            #expect(try await reeve.succeed("finding", "list", "--format", "jsonl").lines.count == all.count)
            for (name, instance) in zip(["--expires", "--until"], all) {
                let id = try #require(instance["fingerprint"] as? String)
                _ = try await reeve.succeed("finding", "hide", id, "--reason", "so", name, "2099-01-01")
                let past = try await reeve("finding", "hide", id, "--reason", "so", name, "2001-01-01")
                #expect(past.status == 64)
                #expect(past.errorText.contains("is over already"))
            }
            let wrong = try await reeve("finding", "list", "--format", "sarif")
            #expect(wrong.status == 64)
        }
    }

    @Test func `every finding of the list can be shown by the id that the list prints`() async throws {
        try await withContoso { reeve, _ in
            let all = try await reeve.succeed("scan", "--format", "jsonl").objects()
            let table = try await reeve.succeed("finding", "list").text
            for instance in all {
                guard let fingerprint = instance["fingerprint"] as? String, let check = instance["check"] as? String
                else { throw Surprise("no fingerprint") }
                let short = String(fingerprint.prefix(4))
                #expect(table.contains(short), "\(check)")
                let shown = try await reeve("finding", "show", String(fingerprint.prefix(12)))
                #expect(shown.status == 0, "\(check)")
                #expect(shown.text.hasPrefix("\(check) · \(instance["severity"] as? String ?? "") · "), "\(check)")
                for part in ["WHAT", "SEEN", "WHY", "FIX", "HISTORY"] {
                    #expect(shown.text.contains("\n\(part) "), "\(check): \(part)")
                }
            }
            let none = try await reeve("finding", "show", "ffffffffffffffff")
            #expect(none.status == 1)
            #expect(none.mistakes == ["reeve: there is no finding ffffffffffffffff (reeve finding list)"])
        }
    }

    @Test func `the lists are empty, not failing, where nothing was scanned yet`() async throws {
        try await withReeve { reeve in
            for format in ["table", "json", "jsonl", "csv"] {
                let answer = try await reeve("finding", "list", "--format", format)
                #expect(answer.status == 0)
                // A table says so itself; a document has no place for it.
                let words = "not known: nothing is connected yet (reeve integration add --help)\n"
                #expect(answer.errorText == (format == "table" ? "" : words))
            }
            let doctor = try await reeve.succeed("doctor").text
            #expect(doctor.contains("No integration yet.") && doctor.contains("Next:"))
            #expect(doctor.contains("documents   ok, reeve-extract has read a sample; "))
        }
    }

    @Test func `the catalogue lists each check and explains it`() async throws {
        try await withReeve { reeve in
            let checks = try await reeve.succeed("check", "list", "--format", "json").array()
            #expect(checks.count == 39)
            let table = try await reeve.succeed("check", "list").text
            for check in checks {
                guard let id = check["id"] as? String, let title = check["title"] as? String,
                    let why = check["why"] as? String
                else { throw Surprise("\(check)") }
                #expect(table.contains(id))
                #expect((check["fix"] as? [String])?.isEmpty == false)
                #expect((check["references"] as? [String])?.allSatisfy { $0.hasPrefix("https://") } == true)
                let shown = try await reeve.succeed("check", "show", id).text
                let words = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(
                    words.contains(title)
                        && words.contains(why.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")),
                    "\(id)")
            }
            #expect(try await reeve.succeed("check", "list", "--format", "jsonl").objects().count == 39)
            #expect(try await reeve.succeed("check", "list", "--format", "csv").text.hasPrefix("id,title,severity,"))
        }
    }

    @Test func `doctor says where documents cannot be read, and fails where a profile needs it`() async throws {
        try await withContoso { reeve, tenant in
            let alone = reeve.file("reeve").path
            // By a process of its own: a program that this one still held open for writing could not be started.
            let copied = try await Running("/bin/cp", [Reeve.command, alone], environment: [:], folder: reeve.folder)
                .answer()
            #expect(copied.status == 0)
            func doctor() async throws -> Answer {
                let environment = ["REEVE_HOME": reeve.home.path, "HOME": reeve.folder.path, "PATH": "/usr/bin:/bin"]
                return try await Running(alone, ["doctor"], environment: environment, folder: reeve.folder).answer()
            }
            let without = try await doctor()
            #expect(without.status == 0)
            #expect(without.text.contains("documents   unknown, reeve-extract is not installed beside reeve"))
            try await reeve.succeed("integration", "edit", "contoso", "--attach", "Financial Information")
            let needed = try await doctor()
            #expect(needed.status == 1)
            #expect(needed.text.contains("documents   failed, reeve-extract is not installed beside reeve"))
        }
    }

    @Test func `doctor says what works and which permission is for what`() async throws {
        try await withContoso { reeve, tenant in
            let before = try await reeve.succeed("doctor").text
            #expect(before.contains(/token +ok, application, \d+ min left/))
            #expect(before.contains(/graph +ok, \d+ ms/))
            #expect(before.contains("ok, \(tenant.dns)"))
            // By namespaces, or by the walls that the worker raises itself.
            #expect(
                before.contains(
                    /this machine +documents +ok, reeve-extract has read a sample; (bubblewrap|no namespaces)/))
            for permission in ["User.Read.All", "MailboxSettings.Read", "Files.Read.All", "Sites.Read.All"] {
                #expect(before.contains(try Regex("(?m)^\(permission) +yes ")))
            }
        }
    }
}
