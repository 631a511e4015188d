import Foundation
import Testing

/// The requests themselves, held against Microsoft's metadata and against each other.
struct RequestLogTests {
    private func lint(_ file: URL, in reeve: Reeve) async throws -> Answer {
        try await Running(
            Requirements.python ?? "", [Requirements.graphLint, file.path], environment: [:], folder: reeve.folder
        ).answer()
    }

    private static let size = ["--users", "150", "--groups", "12", "--drives", "10", "--items", "200"]

    @Test(.needsGraphLint, arguments: [[], ["--faults", "0.02", "--churn", "0.05"]])
    func `no request breaks Microsoft's own description of Graph`(hardship: [String]) async throws {
        try await withReeve { reeve in
            let (mine, theirs) = (reeve.file("mine.log"), reeve.file("theirs.log"))
            try await withTenant(Self.size + hardship + ["--request-log", theirs.path], in: reeve) { tenant in
                try await reeve.connect(tenant)
                let environment = ["REEVE_REQUEST_LOG": mine.path]
                try await reeve.succeed("scan", "--quiet", environment: environment, limit: 300)
                try await reeve.succeed("scan", "--quiet", environment: environment, limit: 300)
                try await reeve.succeed("scan", "--full", "--quiet", environment: environment, limit: 300)
                try await reeve.succeed("directory", "sync", "--quiet", environment: environment)
                try await reeve.succeed("doctor", environment: environment)
                try await reeve.succeed("integration", "test", "contoso", environment: environment)
            }
            for log in [mine, theirs] {
                let verdict = try await lint(log, in: reeve)
                #expect(verdict.status == 0, "\(verdict.text.prefix(1000))")
                #expect(verdict.text.contains(", 0 with violations"))
            }
        }
    }

    @Test func `a log that cannot be written is one clear line`() async throws {
        try await withReeve { reeve in
            try await withTenant(in: reeve) { tenant in
                try await reeve.connect(tenant)
                let path = reeve.file("nowhere/mine.log").path
                let answer = try await reeve("scan", "--quiet", environment: ["REEVE_REQUEST_LOG": path])
                #expect(answer.status == 1 && answer.mistakes.count == 1)
                #expect(
                    answer.errorText.contains("cannot write the log of requests \(path): No such file or directory"))
            }
        }
    }

    @Test func `the log says what was sent, and the tenant counts the same`() async throws {
        try await withReeve { reeve in
            let (mine, theirs) = (reeve.file("mine.log"), reeve.file("theirs.log"))
            try await withTenant(Self.size + ["--request-log", theirs.path], in: reeve) { tenant in
                try await reeve.connect(tenant)
                let document = try await reeve.succeed(
                    "scan", "--format", "json", environment: ["REEVE_REQUEST_LOG": mine.path]
                ).object()
                let sent = try String(contentsOf: mine, encoding: .utf8).split(separator: "\n").sorted()
                let arrived = try String(contentsOf: theirs, encoding: .utf8).split(separator: "\n").sorted()
                #expect(sent == arrived)
                let counted = (document["summary"] as? [String: Any])?["requests"] as? Int
                #expect(counted == sent.count { !$0.hasSuffix("/$batch") })
                #expect(
                    sent.allSatisfy {
                        $0.wholeMatch(of: /(GET|POST) http:\/\/127\.0\.0\.1:\d+\/(v1\.0|beta)\/\S+( eventual)?/) != nil
                    })
            }
        }
    }

    @Test(.needsTools) func `Microsoft's own SDK reads the simulated tenant`() async throws {
        try await withReeve { reeve in
            try await withTenant(["--users", "200"], in: reeve) { tenant in
                let ready = try reeve.write(tenant.json() + "\n", to: "ready.json")
                let tools = ProcessInfo.processInfo.environment["REEVE_TEST_TOOLS"] ?? ""
                let process = try Running(
                    Requirements.toolsPython ?? "", [Requirements.tool("graph_sdk_check.py"), tools, ready],
                    environment: ["PATH": "/usr/bin:/bin", "HOME": reeve.folder.path], folder: reeve.folder)
                let answer = try await process.answer(limit: 120)
                #expect(answer.status == 0, "\(answer.text) \(answer.errorText.suffix(500))")
                #expect(answer.text.contains("users: 200 on "))
            }
        }
    }
}
