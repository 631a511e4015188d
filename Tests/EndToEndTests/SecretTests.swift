import Foundation
import Testing

/// The client secret: sealed at rest, and in no output.
struct SecretTests {
    @Test func `is nowhere on disk in the clear, and the key is for its owner alone`() async throws {
        try await withContoso { reeve, tenant in
            try await reeve.succeed("scan", "--quiet")
            let files = try FileManager.default.subpathsOfDirectory(atPath: reeve.home.path)
            #expect(files.contains("reeve.sqlite") && files.contains("key"))
            let token = Data("eyJ".utf8)
            for file in files {
                guard let content = FileManager.default.contents(atPath: reeve.home.appendingPathComponent(file).path)
                else { continue }
                #expect(content.range(of: Data(tenant.clientSecret.utf8)) == nil, "the secret is in \(file)")
                #expect(content.range(of: token) == nil, "a token is in \(file)")
            }
            #expect(try mode(reeve.home.appendingPathComponent("key")) == 0o600)
            #expect(try mode(reeve.home) & 0o077 == 0)
        }
    }

    @Test(arguments: ["text", "json"]) func `appears in no output and no log, at the most talkative level`(
        format: String
    ) async throws {
        try await withContoso { reeve, tenant in
            let environment = [
                "REEVE_LOG_LEVEL": "trace", "REEVE_LOG_FORMAT": format,
                "REEVE_REQUEST_LOG": reeve.file("requests.log").path,
            ]
            var said = Data()
            for command in [
                "integration test contoso", "integration list", "integration list --format json",
                "integration show contoso", "doctor",
                "scan", "scan --format json", "scan --full --format html", "directory sync", "finding list",
                "finding export --format sarif",
                "directory users --format jsonl",
            ] {
                let answer = try await reeve.run(
                    command.split(separator: " ").map(String.init), environment: environment)
                #expect(answer.status == 0, "\(command): \(answer.errorText.suffix(300))")
                said += answer.output + answer.errors
            }
            said += try Data(contentsOf: reeve.file("requests.log"))
            #expect(said.count > 100_000)
            #expect(said.range(of: Data(tenant.clientSecret.utf8)) == nil)
            // The head of every JSON Web Token.
            #expect(said.range(of: Data("eyJ".utf8)) == nil)
        }
    }

    @Test func `cannot be read with another key, and the line says so`() async throws {
        try await withContoso { reeve, _ in
            try FileManager.default.removeItem(at: reeve.home.appendingPathComponent("key"))
            let answer = try await reeve("scan")
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains("sealed with another key"))
        }
    }

    @Test func `a key file that others may read is refused`() async throws {
        try await withContoso { reeve, _ in
            let key = reeve.home.appendingPathComponent("key")
            for exposed in [0o644, 0o640, 0o604, 0o660] {
                try FileManager.default.setAttributes([.posixPermissions: exposed], ofItemAtPath: key.path)
                let answer = try await reeve("scan")
                #expect(answer.status == 1)
                #expect(
                    answer.errorText
                        == "reeve: key file \(key.path) can be read by others (mode \(String(exposed, radix: 8))): run chmod 600 \(key.path)\n"
                )
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
            try await reeve.succeed("integration", "test", "contoso")
        }
    }

    @Test func `the key may lie elsewhere`() async throws {
        try await withReeve { reeve in
            let elsewhere = reeve.file("elsewhere.key")
            let answer = try await reeve("integration", "list", environment: ["REEVE_KEY_FILE": elsewhere.path])
            #expect(answer.status == 0)
            #expect(try mode(elsewhere) == 0o600)
            #expect(!FileManager.default.fileExists(atPath: reeve.home.appendingPathComponent("key").path))
        }
    }

    private func mode(_ url: URL) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }
}
