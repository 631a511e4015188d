import Foundation
import Testing

/// A tenant that throttles, breaks connections and refuses now and then: the result has to be the same, only later.
@Suite(.serialized)
struct FaultTests {
    private static let size = ["--users", "60", "--groups", "8", "--drives", "8", "--items", "120"]

    private func result(_ arguments: [String], requestLog: String? = nil) async throws -> (instances: Instances, answer: Answer) {
        try await withReeve { reeve in
            try await withTenant(Self.size + arguments, in: reeve) { tenant in
                try await reeve.connect(tenant)
                let answer = try await reeve("scan", "--format", "jsonl", "--require-coverage", limit: 300)
                let coverage = try await reeve.succeed("scan", "--format", "json", "--check", "domain-not-verified").object()["coverage"]
                // What is refused by nature is refused here too; nothing else may be missing.
                for entry in coverage as? [[String: Any]] ?? [] where ["throttled", "error"].contains(entry["state"] as? String) {
                    Issue.record("\(arguments): \(entry)")
                }
                return (try Instances(answer), answer)
            }
        }
    }

    @Test func `faults of many seeds change nothing in the result`() async throws {
        let honest = try await result([])
        #expect(honest.answer.status == 4)
        #expect(honest.instances.count > 63)
        try await withThrowingTaskGroup(of: (Int, Instances, Answer).self) { tasks in
            for seed in 1...6 {
                tasks.addTask {
                    // The seed also makes the data: an honest tenant of the same seed is what to compare with.
                    let (instances, answer) = try await result(["--faults", "0.05", "--fault-seed", "\(seed)"])
                    return (seed, instances, answer)
                }
            }
            for try await (seed, instances, answer) in tasks {
                #expect(answer.status == 4, "seed \(seed): \(answer.errorText.suffix(300))")
                #expect(instances.differences(from: honest.instances, tolerance: 600) == [], "seed \(seed)")
            }
        }
    }

    @Test func `tight limits change nothing in the result`() async throws {
        let honest = try await result([])
        let throttled = try await result(["--throttle", "tight"])
        #expect(throttled.answer.status == 4)
        #expect(throttled.instances.differences(from: honest.instances, tolerance: 600) == [])
    }
}
