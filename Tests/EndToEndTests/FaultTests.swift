import Foundation
import Testing

/// A tenant that throttles, breaks connections and refuses now and then: the result is the same as that of an honest one, only later.
struct FaultTests {
    private static let size = ["--users", "60", "--groups", "8", "--drives", "8", "--items", "120"]

    /// The instances of a tenant made with these arguments, and what could not be read of it.
    private func scan(_ arguments: [String], in reeve: Reeve) async throws -> (instances: Instances, gaps: Set<String>)
    {
        try await withTenant(Self.size + arguments, in: reeve) { tenant in
            try await reeve.connect(tenant)
            let document = try await reeve.succeed("scan", "--format", "json", limit: 300).object()
            let gaps = (document["coverage"] as? [[String: Any]] ?? []).filter {
                !["ok", "notApplicable"].contains($0["state"] as? String)
            }
            let words = gaps.map {
                "\($0["collector"] ?? ""): \($0["subjects"] ?? 0) \($0["state"] ?? "") \($0["detail"] ?? "")"
            }
            return (try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")), Set(words))
        }
    }

    private func compare(_ seed: Int, _ hardship: [String]) async throws {
        try await withReeve { reeve in
            let honest = try await scan(["--seed", "\(seed)"], in: reeve.another("honest"))
            let found = try await scan(["--seed", "\(seed)"] + hardship, in: reeve.another("hard"))
            #expect(honest.instances.count > 60)
            // Both tenants date their data from the moment they started.
            #expect(found.instances.differences(from: honest.instances, tolerance: 600) == [])
            // What is refused by nature is refused in both; nothing else may be missing.
            #expect(honest.gaps.contains("messageRules: 1 denied 403 ErrorAccessDenied"))
            #expect(found.gaps == honest.gaps)
        }
    }

    @Test(arguments: 1...6) func `one request in twenty failing changes nothing in the result`(seed: Int) async throws {
        try await compare(seed, ["--faults", "0.05"])
    }

    @Test func `one request in four failing changes nothing in the result`() async throws {
        try await compare(7, ["--faults", "0.25"])
    }

    @Test func `tight limits change nothing in the result`() async throws {
        try await compare(8, ["--throttle", "tight"])
    }

    @Test func `tight limits and faults together change nothing in the result`() async throws {
        try await compare(9, ["--throttle", "tight", "--faults", "0.05"])
    }

    @Test func `a second scan under faults finds the same again`() async throws {
        try await withReeve { reeve in
            try await withTenant(Self.size + ["--seed", "10", "--faults", "0.05"], in: reeve) { tenant in
                try await reeve.connect(tenant)
                let first = try Instances(await reeve.succeed("scan", "--format", "jsonl", limit: 300))
                for arguments in [["scan", "--format", "jsonl"], ["scan", "--full", "--format", "jsonl"]] {
                    let again = try Instances(await reeve.run(arguments, limit: 300))
                    #expect(again.differences(from: first) == [], "\(arguments)")
                }
                let other = reeve.another("other")
                try await other.connect(tenant)
                #expect(
                    try Instances(await other.succeed("scan", "--format", "jsonl", limit: 300)).differences(from: first)
                        == [])
            }
        }
    }
}
