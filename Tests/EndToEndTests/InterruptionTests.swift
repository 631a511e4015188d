import Foundation
import Testing

/// Killed, and run again.
@Suite(.serialized)
struct InterruptionTests {
    private static let size = ["--users", "3000", "--groups", "100", "--drives", "60", "--items", "3000"]
    private static let kills = 8

    /// Numbers that look random and are the same each time (SplitMix64).
    private struct Dice {
        var state: UInt64
        mutating func roll() -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((value ^ (value >> 31)) >> 11) / Double(1 << 53)
        }
    }

    private func requests(_ log: URL) -> Int { (try? Data(contentsOf: log))?.count { $0 == 10 } ?? 0 }

    /// Lets a scan go on until so many requests were made in all, then ends it by a signal.
    private func scan(_ reeve: Reeve, until count: Int, then signal: Int32, log: URL) async throws -> Answer {
        let process = try reeve.start(["scan", "--format", "jsonl"], environment: ["REEVE_REQUEST_LOG": log.path])
        while requests(log) < count, !process.hasEnded { try await Task.sleep(for: .milliseconds(2)) }
        process.signal(signal)
        return try await process.answer(limit: 60)
    }

    @Test func `a scan that is killed again and again ends in the same state, and nearly nothing is read twice`()
        async throws
    {
        try await withReeve { folder in
            try await withTenant(Self.size, in: folder) { tenant in
                let (calm, hit) = (folder.another("calm"), folder.another("hit"))
                try await calm.connect(tenant)
                try await hit.connect(tenant)
                let (calmLog, hitLog) = (folder.file("calm.log"), folder.file("hit.log"))
                let expected = try Instances(
                    await calm.succeed(
                        "scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": calmLog.path], limit: 300))
                let whole = requests(calmLog)
                #expect(expected.count > 300)

                var dice = Dice(state: 2026)
                for kill in 0..<Self.kills {
                    // Somewhere in each ninth of the run but the last one.
                    let moment = Double(whole) * (Double(kill) + dice.roll()) / Double(Self.kills + 1)
                    let answer = try await scan(hit, until: Int(moment), then: SIGKILL, log: hitLog)
                    #expect(answer.status == -SIGKILL, "kill \(kill) came too late")
                    #expect(answer.output.isEmpty, "kill \(kill)")
                }
                let last = try await hit(
                    "scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": hitLog.path], limit: 300)
                #expect(last.status == 0)
                #expect(try Instances(last).differences(from: expected) == [])
                let all = requests(hitLog)
                #expect(Double(all) <= Double(whole) * 1.25, "\(all) requests in all parts, \(whole) undisturbed")

                // And what was stored is whole: the next scan finds nothing new in either home.
                let next = try await hit.succeed("scan", "--format", "json").object()["summary"] as? [String: Any]
                #expect(next?["opened"] as? Int == 0)
                #expect(next?["resolved"] as? Int == 0)
                #expect(
                    try Instances(await hit.succeed("finding", "export", "--format", "jsonl")).differences(
                        from: expected) == [])
            }
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal ends a scan with one clean line and 130, and the next run goes on`(signal: Int32) async throws {
        try await withContoso("--users", "600", "--groups", "20", "--drives", "12", "--items", "400") { reeve, tenant in
            let log = reeve.file("requests.log")
            for part in [3, 300, 1200] {
                let answer = try await scan(reeve, until: part, then: signal, log: log)
                #expect(answer.status == 130)
                #expect(!answer.isLate)
                #expect(answer.output.isEmpty)
                #expect(
                    answer.mistakes == ["reeve: stopped; what was read is stored, and the next run goes on from there"])
            }
            let resumed = try Instances(
                await reeve.succeed("scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": log.path]))
            let all = requests(log)
            let calm = reeve.another("calm")
            let calmLog = reeve.file("calm.log")
            try await calm.connect(tenant)
            let expected = try Instances(
                await calm.succeed("scan", "--format", "jsonl", environment: ["REEVE_REQUEST_LOG": calmLog.path]))
            #expect(resumed.differences(from: expected) == [])
            #expect(
                Double(all) <= Double(requests(calmLog)) * 1.25,
                "\(all) requests in all parts, \(requests(calmLog)) undisturbed")
        }
    }
}
