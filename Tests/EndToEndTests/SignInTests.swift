import Foundation
import Testing

/// Credentials that do not work: one line that says what, why and what next; what was stored before stays.
struct SignInTests {
    /// Adds a second integration of the same tenant, changed in one place, and scans it.
    private func scanChanged(_ reeve: Reeve, _ tenant: TenantAddress, _ change: (inout TenantAddress) -> Void)
        async throws -> Answer
    {
        var changed = tenant
        change(&changed)
        let secret = try reeve.write(changed.clientSecret, to: "changed.txt")
        try await reeve.succeed(
            "integration", "add", "--name", "changed", "--tenant-id", changed.tenantId, "--client-id", changed.clientId,
            "--client-secret-file", secret,
            "--graph-url", changed.graphUrl, "--login-url", changed.loginUrl, "--dns", changed.dns)
        return try await reeve("scan", "changed")
    }

    private func expectOneLine(_ words: [String], _ change: (inout TenantAddress) -> Void) async throws {
        try await withContoso { reeve, tenant in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            let answer = try await scanChanged(reeve, tenant, change)
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1, "\(answer.errorText)")
            for word in words { #expect(answer.errorText.contains(word), "\(answer.errorText)") }
            #expect(!answer.errorText.contains(tenant.clientSecret))
            #expect(answer.text.isEmpty)
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: before)
                    == [])
            try await reeve.succeed("integration", "test", "contoso")
        }
    }

    @Test func `a wrong secret`() async throws {
        try await expectOneLine(["reeve: changed: ", "AADSTS7000215", "secret"]) { $0.clientSecret = "something-else" }
    }

    @Test func `a tenant that does not exist`() async throws {
        try await expectOneLine(["reeve: changed: ", "AADSTS90002"]) { $0.tenantId = UsageTests.guid }
    }

    @Test func `an app that the tenant does not know`() async throws {
        try await expectOneLine(["reeve: changed: ", "AADSTS700016"]) { $0.clientId = UsageTests.guid }
    }

    @Test func `a sign-in service that nobody runs`() async throws {
        try await expectOneLine(["reeve: changed: ", "127.0.0.1"]) { $0.loginUrl = "http://127.0.0.1:9" }
    }

    @Test(.needsPython) func `a Graph that nobody runs`() async throws {
        try await withHostileDoor { reeve, door in
            let answer = try await scanChanged(reeve, door.address) { $0.graphUrl = "http://127.0.0.1:9" }
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1, "\(answer.errorText)")
            #expect(answer.errorText.hasPrefix("reeve: changed: cannot reach 127.0.0.1"))
        }
    }

    @Test func `a host without an address`() async throws {
        try await expectOneLine(["reeve: changed: ", "login.invalid"]) {
            $0.loginUrl = "https://login.invalid"
            $0.graphUrl = "https://graph.invalid"
        }
    }

    @Test func `a server that wants no TLS where TLS is asked for`() async throws {
        try await expectOneLine(["reeve: changed: "]) {
            $0.loginUrl = $0.loginUrl.replacingOccurrences(of: "http://", with: "https://")
        }
    }

    @Test func `a DNS server that nobody runs is coverage, not the end of the scan`() async throws {
        try await withContoso { reeve, tenant in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            let mail = try await reeve.succeed(
                "finding", "export", "--format", "jsonl", "--check", "domain-spf-missing"
            ).lines.count
            #expect(mail > 0)
            let answer = try await scanChanged(reeve, tenant) { $0.dns = "127.0.0.1:9" }
            #expect(answer.status == 0)
            #expect(answer.text.contains("domains (DNS)"))
            #expect(answer.text.contains("not \"fine\""))
            #expect(
                try await reeve.succeed(
                    "finding", "export", "--format", "jsonl", "--integration", "changed", "--check",
                    "domain-spf-missing"
                ).lines.isEmpty)
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl", "--integration", "contoso"))
                    .differences(
                        from: before) == [])
        }
    }

    @Test func `a sign-in that was refused is remembered with the integration until it works again`() async throws {
        try await withContoso { reeve, tenant in
            _ = try await scanChanged(reeve, tenant) { $0.clientSecret = "something-else" }
            let shown = try await reeve.succeed("integration", "show", "changed").text
            #expect(shown.contains("reauthorize"))
            #expect(shown.contains("AADSTS7000215"))
            let doctor = try await reeve("doctor", "changed")
            #expect(doctor.status == 1)
            #expect(doctor.text.contains("AADSTS7000215"))
        }
    }
}
