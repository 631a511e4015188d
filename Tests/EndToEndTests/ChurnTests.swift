import Foundation
import Testing

/// A tenant that changes between scans: following the changes ends where reading everything anew ends.
struct ChurnTests {
    @Test(arguments: [1, 2]) func `after changes the next scan finds what a fresh scan finds`(seed: Int) async throws {
        let size = [
            "--users", "1000", "--groups", "60", "--drives", "30", "--items", "1500", "--churn", "0.01", "--seed",
            "\(seed)",
        ]
        try await withReeve { folder in
            try await withTenant(size, in: folder) { tenant in
                let (old, new) = (folder.another("old"), folder.another("new"))
                // Calendars and drives have no delta of their own; without their daily rest every scan reads them.
                for home in [old, new] { try home.writeSettings("freshness:\n  calendars: 0\n  driveDiscovery: 0\n") }
                try await old.connect(tenant)
                let first = try Instances(await old.succeed("scan", "--format", "jsonl"))
                // A round of users delta is a day in the tenant; the list of a fresh home is none.
                let log = folder.file("second.log")
                let second = try await old.succeed(
                    "scan", "--format", "json", environment: ["REEVE_REQUEST_LOG": log.path]
                ).object()
                let summary = second["summary"] as? [String: Any] ?? [:]
                #expect(
                    (summary["opened"] as? Int ?? 0) + (summary["resolved"] as? Int ?? 0) > 0,
                    "nothing changed: the test shows nothing")
                let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
                #expect(requests.contains { $0.contains("/users/delta?") && $0.contains("deltatoken") })
                #expect(!requests.contains { $0.contains("/v1.0/users?") })
                let followed = try Instances(await old.succeed("finding", "export", "--format", "jsonl"))
                #expect(!followed.differences(from: first).isEmpty)

                try await new.connect(tenant)
                let fresh = try Instances(await new.succeed("scan", "--format", "jsonl"))
                #expect(
                    followed.differences(from: fresh).prefix(3) == [],
                    "\(followed.differences(from: fresh).count) of \(fresh.count) differ")
            }
        }
    }
}
