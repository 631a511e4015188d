import Foundation
import Testing

/// The HTTP API against its own description, asked by somebody who tries everything.
struct ContractTests {
    @Test(.needsTools)
    func `whatever the description allows or forbids, no answer breaks it and none is a 5xx`() async throws {
        guard let python = Requirements.toolsPython else { throw Surprise("no tools") }
        try await withContoso { reeve, tenant in
            // What is connected is tried first: with the sample tenant, not with Microsoft.
            try reeve.writeSettings("graphUrl: \(tenant.graphUrl)\nloginUrl: \(tenant.loginUrl)\n")
            try await reeve.succeed("scan", "--quiet")
            let token = try await reeve.succeed(
                "token", "add", "--name", "contract", "--scope", "mail.check", "--scope", "admin"
            ).text.trimmingCharacters(in: .newlines)
            try await withServer(in: reeve) { server in
                let tool = URL(fileURLWithPath: python).deletingLastPathComponent().appendingPathComponent(
                    "schemathesis")
                let run = try Running(
                    tool.path,
                    [
                        "run", "\(server.url)/api/openapi.json", "--header", "Authorization: Bearer \(token)", "--seed",
                        "1",
                        "--max-examples", "10", "--phases", "examples,coverage,fuzzing", "--request-timeout", "20",
                        "--checks",
                        "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method",
                        "--suppress-health-check", "filter_too_much,too_slow", "--no-color",
                    ],
                    environment: ["HOME": reeve.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
                    folder: reeve.folder)
                let answer = try await run.answer(limit: 1500)
                #expect(answer.status == 0, "\(answer.text.suffix(6000))")
                #expect(answer.text.contains("Operations"))
            }
        }
    }
}
