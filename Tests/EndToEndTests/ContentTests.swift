import Foundation
import Testing

/// Scans that look into files, by the command.
@Suite(.serialized)
struct ContentTests {
    /// Connects the tenant; the profile of its labels is there once it is connected.
    private func connect(_ reeve: Reeve, _ tenant: TenantAddress) async throws {
        try await reeve.connect(tenant, profiles: ["Financial Information"])
        try await reeve.succeed("integration", "edit", "contoso", "--attach", "MIP Sensitivity Labels - contoso")
    }

    /// Files that are looked through at once: what a kill may cost.
    private static let atOnce = 4

    /// The downloads in a log of requests, by file, in their order.
    private func downloads(_ log: URL) -> [Substring] {
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasSuffix("/content") }.map { line in
            line.dropLast("/content".count).split(separator: "/").last ?? line
        }
    }

    @Test func `a scan that is killed between files reads no finished file again`() async throws {
        try await withReeve { folder in
            try await withTenant(["--drives", "24", "--items", "300"], in: folder) { tenant in
                var (calm, hit) = (folder.another("calm"), folder.another("hit"))
                // The hashes of values depend on the key.
                let key = ["REEVE_KEY_FILE": folder.file("shared.key").path]
                (calm.environment, hit.environment) = (key, key)
                try await connect(calm, tenant)
                try await connect(hit, tenant)
                let (calmLog, hitLog) = (folder.file("calm.log"), folder.file("hit.log"))
                let expected = try Instances(
                    await calm.succeed(
                        "scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": calmLog.path], limit: 300))
                let whole = downloads(calmLog)
                #expect(whole.count > 60 && Set(whole).count == whole.count)

                let kills = [1, 2, 3, 7, whole.count / 3, whole.count / 2, whole.count - 6]
                for count in kills {
                    let process = try hit.start(
                        ["scan", "--format", "jsonl"], environment: ["REEVE_REQUEST_LOG": hitLog.path])
                    while downloads(hitLog).count < count, !process.hasEnded {
                        try await Task.sleep(for: .milliseconds(1))
                    }
                    process.signal(SIGKILL)
                    #expect(
                        try await process.answer(limit: 60).status == -SIGKILL, "the kill at \(count) came too late")
                }
                let last = try await hit.succeed(
                    "scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": hitLog.path], limit: 300)
                #expect(try Instances(last).differences(from: expected) == [])
                let all = downloads(hitLog)
                #expect(Set(all) == Set(whole))
                // Only what was under way at a kill is asked for again: never more than are read at once.
                #expect(all.count - whole.count <= kills.count * Self.atOnce)

                let before = all.count
                try await hit.succeed("scan", "--quiet", environment: ["REEVE_REQUEST_LOG": hitLog.path])
                #expect(downloads(hitLog).count == before)
            }
        }
    }

    @Test func `Office documents of the sample tenant match by their text and by their labels`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed("demo", "--once", "--quiet")
            let demo = ["REEVE_HOME": reeve.home.appendingPathComponent("demo").path]
            let found = try await reeve.succeed("finding", "export", "--format", "jsonl", environment: demo).objects()
            func entries(_ name: String, _ check: String) throws -> Set<String> {
                let one = try #require(
                    found.first {
                        ($0["resource"] as? [String: Any])?["name"] as? String == name
                            && $0["check"] as? String == check
                    }, "\(name) is not told of by \(check)")
                let evidence = one["evidence"] as? [String: Any]
                return Set(evidence?["entries"] as? [String] ?? [])
            }
            #expect(
                try entries("Plan.docx", "file-company-read-dlp")
                    == ["iban", "mastercard", "label-a20cbae4-0c05-448c-b342-cb6c618d0957"])
            #expect(
                try entries("Forecast.xlsx", "file-content-match")
                    == ["iban", "us_ssn", "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68"])
        }
    }

    @Test(.needsGraphLint) func `the questions about contents and labels are Graph's own`() async throws {
        try await withReeve { reeve in
            let log = reeve.file("requests.log")
            try await withTenant(in: reeve) { tenant in
                try await connect(reeve, tenant)
                try await reeve.succeed("scan", "--quiet", environment: ["REEVE_REQUEST_LOG": log.path])
            }
            let files = reeve.file("graph.log")
            let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            #expect(lines.contains { $0.hasSuffix("/content") })
            try Data(lines.filter { !$0.contains("/_layouts/") }.joined(separator: "\n").utf8).write(to: files)
            let verdict = try await Running(
                Requirements.python ?? "", [Requirements.graphLint, files.path], environment: [:], folder: reeve.folder
            ).answer()
            #expect(verdict.status == 0, "\(verdict.text.prefix(1000))")
        }
    }
}
