import Foundation
import Testing

/// `reeve demo --once`: the first thing a newcomer runs.
struct DemoTests {
    @Test func `shows the sample tenant's worst findings with what to do`() async throws {
        try await withReeve { reeve in
            let answer = try await reeve("demo", "--once")
            #expect(answer.status == 0)
            for severity in ["critical", "high", "medium", "low"] {
                #expect(answer.text.contains(try Regex("(?m)^  \(severity) +[0-9]+")))
            }
            for part in ["sample tenant", "WORST FIRST", "fix:", "reeve finding show", "COVERAGE", "Next:"] {
                #expect(answer.text.contains(part))
            }
            #expect(answer.lines.last?.hasPrefix("Next:") == true)
        }
    }

    @Test func `sends no escape code into a pipe and keeps within 100 columns`() async throws {
        try await withReeve { reeve in
            let answer = try await reeve("demo", "--once")
            #expect(!answer.output.contains(0x1B))
            #expect(!answer.errors.contains(0x1B))
            let last = answer.lines.last
            #expect(answer.lines.filter { $0 != last && $0.count > 100 } == [])
        }
    }

    @Test func `says that what was refused is unknown, not fine`() async throws {
        try await withReeve { reeve in
            let answer = try await reeve("demo", "--once")
            #expect(answer.text.contains("403 ErrorAccessDenied"))
            #expect(answer.text.contains(/\d parts were not read: these are not "fine", they are unknown\./))
        }
    }

    @Test(
        .enabled(
            if: Requirements.isRoot && FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare"),
            "needs root and unshare"))
    func `needs no network at all`() async throws {
        try await withReeve { reeve in
            let environment = ["REEVE_HOME": reeve.home.path, "HOME": reeve.folder.path, "PATH": "/usr/bin:/bin"]
            let process = try Running(
                "/usr/bin/unshare", ["--net", Reeve.command, "demo", "--once"], environment: environment,
                folder: reeve.folder)
            let answer = try await process.answer()
            #expect(answer.status == 0)
            #expect(answer.text.contains("WORST FIRST"))
        }
    }

    @Test func `gives the same again, and leaves a home in which the findings can be looked at`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed("demo", "--once", "--quiet")
            let demo = ["REEVE_HOME": reeve.home.appendingPathComponent("demo").path]
            let first = try Instances(await reeve.succeed("finding", "export", "--format", "jsonl", environment: demo))
            try await reeve.succeed("demo", "--once", "--quiet")
            let second = try Instances(await reeve.succeed("finding", "export", "--format", "jsonl", environment: demo))
            #expect(first.count > 50)
            #expect(second.differences(from: first, tolerance: 60) == [])
        }
    }

    @Test func `is quiet on standard error when asked to be`() async throws {
        try await withReeve { reeve in
            let answer = try await reeve("demo", "--once", "--quiet")
            #expect(answer.errorText == "")
        }
    }

    @Test func `keeps the sample tenant running without --once, until Ctrl-C`() async throws {
        try await withReeve { reeve in
            let process = try reeve.start(["demo", "--port", "0"])
            for _ in 0..<3000 where !process.outputSoFar.contains("Next:") {
                try await Task.sleep(for: .milliseconds(10))
            }
            let demo = ["REEVE_HOME": reeve.home.appendingPathComponent("demo").path]
            let scan = try await reeve("scan", "--quiet", environment: demo)
            #expect(scan.status == 0)
            #expect(scan.text.contains(/new +0\nresolved +0\nunchanged \d\d\n/))
            process.signal(SIGINT)
            let answer = try await process.answer(limit: 20)
            #expect(!answer.isLate)
            #expect(answer.status == 0 || answer.status == 130)
            // The signal may come while the dashboard begins, behind its remark on tokens.
            #expect(answer.mistakes.count { !$0.contains("no program has a token") } <= 1)
        }
    }
}
