import Foundation
import Model
import Testing

@testable import MailDoor

/// The protocol as the authors of OpenDKIM test their filters.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/miltertest"), "needs the Debian package miltertest"))
struct MiltertestTests {
    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Scripts")

    private func run(_ script: String, policy: MilterPolicy = MilterPolicy()) async throws {
        try await serving(policy: policy) { address, _ in
            guard case .tcp(let host, let port) = address else { return }
            let script = Self.scripts.appendingPathComponent(script).path
            let (status, words) = try await Command.run(
                "/usr/bin/miltertest", ["-D", "socket=inet:\(port)@\(host)", "-s", script])
            #expect(status == 0, "\(words)")
        }
    }

    @Test func `finds nothing wrong with a tagged message`() async throws { try await run("session.lua") }

    @Test func `finds nothing wrong with a held message`() async throws {
        try await run("hold.lua", policy: MilterPolicy(actions: [.suspicious: .quarantine]))
    }

    @Test func `finds nothing wrong with a refused message`() async throws {
        try await run("reject.lua", policy: MilterPolicy(actions: [.suspicious: .reject]))
    }
}
