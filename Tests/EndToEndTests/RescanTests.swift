import Foundation
import Testing

/// The second scan of a tenant.
struct RescanTests {
    @Test func `asks less, finds the same, and keeps when each was first seen`() async throws {
        try await withContoso("--users", "300", "--groups", "20", "--drives", "12", "--items", "400") { reeve, _ in
            func scan(_ log: String) async throws -> (instances: [String: [String: Any]], requests: Int) {
                let file = reeve.file(log)
                let answer = try await reeve.succeed(
                    "scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": file.path])
                let byFingerprint = Dictionary(
                    uniqueKeysWithValues: try answer.objects().map { ($0["fingerprint"] as? String ?? "", $0) })
                return (byFingerprint, try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count)
            }
            let first = try await scan("first.log")
            // Times are whole seconds: the clock has to move on for the later one to differ.
            try await Task.sleep(for: .milliseconds(1100))
            let second = try await scan("second.log")
            #expect(first.instances.count > 80)
            #expect(Set(first.instances.keys) == Set(second.instances.keys))
            #expect(second.requests * 2 < first.requests, "\(second.requests) of \(first.requests)")
            for (fingerprint, before) in first.instances {
                guard let after = second.instances[fingerprint], let seen = before["lastSeen"] as? String,
                    let seenAgain = after["lastSeen"] as? String
                else { continue }
                #expect(after["firstSeen"] as? String == before["firstSeen"] as? String)
                // Calendars and sign-in methods have a rest of some hours: an instance that was not read again was not seen again.
                let rests = ["calendar-shared-externally", "user-fido2-unattested", "user-windows-hello-weak-key"]
                    .contains(before["check"] as? String)
                #expect(rests ? seenAgain >= seen : seenAgain > seen, "\(before["check"] ?? "")")
            }
            let full = try await reeve.succeed("scan", "--full", "--format", "jsonl").objects()
            #expect(full.count == first.instances.count)
            for instance in full {
                let before = first.instances[instance["fingerprint"] as? String ?? ""]
                #expect(
                    instance["lastSeen"] as? String ?? "" > before?["lastSeen"] as? String ?? "9",
                    "\(instance["check"] ?? "")")
            }
        }
    }

    @Test func `--full reads everything again`() async throws {
        try await withContoso("--users", "100") { reeve, _ in
            func requests(_ arguments: String...) async throws -> [String] {
                let file = reeve.file("\(UUID().uuidString).log")
                let answer = try await reeve.run(
                    ["scan", "--quiet"] + arguments, environment: ["REEVE_REQUEST_LOG": file.path])
                #expect(answer.status == 0)
                return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            }
            let first = try await requests()
            let second = try await requests()
            let full = try await requests("--full")
            #expect(second.count < first.count)
            #expect(full.sorted() == first.sorted())
        }
    }

    @Test func `shows what changed, not everything again`() async throws {
        try await withContoso { reeve, _ in
            let first = try await reeve.succeed("scan")
            let second = try await reeve.succeed("scan")
            #expect(first.text.contains("first scan") && first.text.contains("WORST FIRST"))
            #expect(second.text.contains("(first scan: "))
            #expect(second.text.contains(/new +0\nresolved +0\nunchanged +\d\d\n/))
            #expect(!second.text.contains("WORST FIRST"))
        }
    }
}
