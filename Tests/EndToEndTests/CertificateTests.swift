import Foundation
import Testing

/// Signing in by certificate. `openssl` makes the certificates; it is there wherever the tests' Python is.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs openssl"))
struct CertificateTests {
    /// A key and a self-signed certificate in PEM.
    private func make(_ name: String, in reeve: Reeve) async throws -> (certificate: String, key: String) {
        let (key, certificate) = (reeve.file("\(name).key"), reeve.file("\(name).crt"))
        let process = try Running(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=\(name)", "-keyout",
                key.path, "-out", certificate.path,
            ],
            environment: ["PATH": "/usr/bin:/bin"], folder: reeve.folder)
        guard try await process.answer().status == 0 else { throw Surprise("openssl: \(process.errorsSoFar)") }
        return (try String(contentsOf: certificate, encoding: .utf8), try String(contentsOf: key, encoding: .utf8))
    }

    private func add(_ pem: String, _ tenant: TenantAddress, to reeve: Reeve) async throws -> Answer {
        let path = try reeve.write(pem, to: "app-\(UUID().uuidString).pem")
        return try await reeve(
            "integration", "add", "--name", "contoso", "--tenant-id", tenant.tenantId, "--client-id", tenant.clientId,
            "--certificate", path,
            "--graph-url", tenant.graphUrl, "--login-url", tenant.loginUrl, "--dns", tenant.dns)
    }

    @Test func `signs in and scans, in whichever order certificate and key stand`() async throws {
        try await withReeve { reeve in
            let (certificate, key) = try await make("app", in: reeve)
            try await withTenant(["--certificate", reeve.write(certificate, to: "public.pem")], in: reeve) { tenant in
                for pem in [certificate + key, key + certificate, "# a remark\n" + key + "\n" + certificate] {
                    let added = try await add(pem, tenant, to: reeve)
                    #expect(added.status == 0, "\(added.errorText)")
                    try await reeve.succeed("integration", "test", "contoso")
                    try await reeve.succeed("integration", "remove", "contoso", "--yes")
                }
                #expect(try await add(certificate + key, tenant, to: reeve).status == 0)
                #expect(try await reeve.succeed("scan", "--quiet", "--format", "jsonl").lines.count > 50)
                let keyBytes = Data(key.split(separator: "\n")[1].utf8)
                for file in try FileManager.default.subpathsOfDirectory(atPath: reeve.home.path) {
                    let content =
                        FileManager.default.contents(atPath: reeve.home.appendingPathComponent(file).path) ?? Data()
                    #expect(content.range(of: keyBytes) == nil, "the private key is in \(file)")
                }
            }
        }
    }

    @Test func `a certificate that the tenant does not know is refused in one line`() async throws {
        try await withReeve { reeve in
            let (certificate, key) = try await make("stranger", in: reeve)
            try await withTenant(in: reeve) { tenant in
                #expect(try await add(certificate + key, tenant, to: reeve).status == 0)
                let answer = try await reeve("scan")
                #expect(answer.status == 1)
                #expect(answer.mistakes.count == 1)
                #expect(answer.errorText.contains("AADSTS700027"))
            }
        }
    }

    @Test func `a file that cannot work is told at once: one line, status 1, nothing stored`() async throws {
        try await withReeve { reeve in
            let (certificate, key) = try await make("app", in: reeve)
            let (_, otherKey) = try await make("other", in: reeve)
            let tenant = TenantAddress(
                graphUrl: "http://127.0.0.1:9", loginUrl: "http://127.0.0.1:9", dns: "127.0.0.1:9",
                tenantId: UsageTests.guid, clientId: UsageTests.guid,
                clientSecret: "")
            let bad: [(String, String)] = [
                ("key of another certificate", certificate + otherKey), ("no key", certificate),
                ("no certificate", key), ("no PEM", "hello\n"),
                ("cut key", certificate + key.prefix(400)),
                ("damaged certificate", certificate.replacingOccurrences(of: "MII", with: "AAA") + key),
                ("key twice and no certificate", key + key),
                ("empty armour", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n" + key),
            ]
            for (what, pem) in bad {
                let answer = try await add(pem, tenant, to: reeve)
                #expect(answer.status == 1, "\(what)")
                #expect(answer.mistakes.count == 1, "\(what): \(answer.errorText)")
                #expect(answer.errorText.hasPrefix("reeve: "), "\(what)")
                #expect(
                    !answer.errorText.contains("BEGIN") && !answer.errorText.contains(key.split(separator: "\n")[1]),
                    "\(what)")
            }
            #expect(try await reeve.succeed("integration", "list", "--format", "json").array().isEmpty)
        }
    }

    @Test func `a secret file that cannot work is told at once: one line, status 1, nothing stored`() async throws {
        try await withReeve { reeve in
            try reeve.write("", to: "empty")
            try reeve.write(" \n\t\n", to: "blank")
            try reeve.write(String(repeating: "x", count: 1 << 20), to: "huge")
            try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: reeve.file("binary"))
            try FileManager.default.createDirectory(at: reeve.file("folder"), withIntermediateDirectories: true)
            for name in ["empty", "blank", "huge", "binary", "folder", "missing", "/dev/zero", "/dev/null"] {
                for option in ["--client-secret-file", "--certificate", "--refresh-token-file"] {
                    let path = name.hasPrefix("/") ? name : reeve.file(name).path
                    let answer = try await reeve(
                        "integration", "add", "--name", "contoso", "--tenant-id", UsageTests.guid, "--client-id",
                        UsageTests.guid, option, path, limit: 20)
                    #expect(answer.status == 1, "\(option) \(name)")
                    #expect(!answer.isLate, "\(option) \(name)")
                    #expect(answer.mistakes.count == 1, "\(option) \(name): \(answer.errorText)")
                    #expect(answer.errorText.contains(path), "\(option) \(name)")
                }
            }
            #expect(try await reeve.succeed("integration", "list", "--format", "json").array().isEmpty)
        }
    }
}
