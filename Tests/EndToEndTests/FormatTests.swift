import Foundation
import Testing

/// Documents: what other programs read.
struct FormatTests {
    private func checkWithTools(_ files: [String], in reeve: Reeve) async throws -> Answer {
        guard let python = Requirements.toolsPython else { throw Surprise("no tools") }
        let process = try Running(
            python, [Requirements.tool("validate_formats.py")] + files.map { reeve.file($0).path },
            environment: ["PATH": "/usr/bin:/bin"],
            folder: reeve.folder)
        return try await process.answer()
    }

    @Test(.needsTools) func `SARIF, OCSF, CSV, JSON and HTML are valid by their own rules`() async throws {
        try await withContoso { reeve, _ in
            let files = [
                "report.sarif", "report.ocsf.jsonl", "report.csv", "report.json", "report.jsonl", "report.html",
            ]
            for (file, format) in zip(files, ["sarif", "ocsf", "csv", "json", "jsonl", "html"]) {
                try await reeve.succeed("scan", "--quiet", "--format", format, "--output", reeve.file(file).path)
                #expect(!FileManager.default.fileExists(atPath: reeve.file(file + ".part").path))
            }
            let verdict = try await checkWithTools(files, in: reeve)
            #expect(verdict.status == 0, "\(verdict.text) \(verdict.errorText)")
            for file in files { #expect(verdict.text.contains("\(file): valid"), "\(verdict.text)") }
            #expect(!verdict.text.contains("no SARIF schema at hand"))
        }
    }

    @Test(.needsTools) func `documents without any finding are valid too`() async throws {
        try await withReeve { reeve in
            let files = ["none.sarif", "none.ocsf.jsonl", "none.csv", "none.json", "none.jsonl", "none.html"]
            for (file, format) in zip(files, ["sarif", "ocsf", "csv", "json", "jsonl", "html"]) {
                try await reeve.succeed("finding", "export", "--format", format, "--output", reeve.file(file).path)
            }
            let verdict = try await checkWithTools(files, in: reeve)
            #expect(verdict.status == 0, "\(verdict.text) \(verdict.errorText)")
        }
    }

    @Test(.needsPython) func `CSV is read by Python's csv module, a record an instance`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("scan", "--quiet", "--format", "csv", "--output", reeve.file("report.csv").path)
            let count = try await reeve.succeed("finding", "export", "--format", "jsonl").lines.count
            let script = """
                import csv, sys
                rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
                assert all(None not in row and None not in row.values() for row in rows), "a record has another number of fields"
                print(len(rows), len({row["fingerprint"] for row in rows}), ",".join(sorted(rows[0])))
                """
            let process = try Running(
                Requirements.python ?? "", ["-c", script, reeve.file("report.csv").path], environment: [:],
                folder: reeve.folder)
            let answer = try await process.answer()
            #expect(answer.status == 0, "\(answer.errorText)")
            #expect(answer.text.hasPrefix("\(count) \(count) "))
            for column in ["check", "severity", "resource", "firstSeen", "fingerprint", "status"] {
                #expect(answer.text.contains(column))
            }
        }
    }

    @Test func `the HTML page runs nothing and loads nothing from elsewhere`() async throws {
        try await withContoso { reeve, _ in
            let page = try await reeve.succeed("scan", "--quiet", "--format", "html").text
            #expect(page.hasPrefix("<!doctype html>") || page.hasPrefix("<!DOCTYPE html>"))
            #expect(page.contains("Payroll 2026.xlsx"))
            #expect(!page.lowercased().contains("<script"))
            #expect(!page.contains(/<[^>]+\son[a-z]+\s*=/))
            #expect(!page.contains(/<(?:link|img|iframe|object|embed|source|video|audio|base|form)\b/))
            #expect(!page.contains(/\bsrc\s*=/))
            #expect(!page.contains(/url\(\s*["']?(?:https?:)?\/\//))
            #expect(!page.contains("@import"))
            #expect(!page.contains(/href\s*=\s*["']?\s*(?:javascript|data):/))
        }
    }

    @Test func `--output replaces a file as a whole, with nothing on standard output`() async throws {
        try await withContoso { reeve, _ in
            let path = try reeve.write("what was there before", to: "report.jsonl")
            let answer = try await reeve("scan", "--quiet", "--format", "jsonl", "--output", path)
            #expect(answer.status == 0)
            #expect(answer.text == "")
            let written = try String(contentsOfFile: path, encoding: .utf8)
            #expect(written == (try await reeve.succeed("finding", "export", "--format", "jsonl").text))
            #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        }
    }

    @Test func `--output that fails leaves what was there before`() async throws {
        try await withContoso { reeve, tenant in
            let path = try reeve.write("what was there before", to: "report.jsonl")
            let missing = try await reeve("scan", "--output", reeve.file("no/such/folder/report.jsonl").path)
            #expect(missing.status == 1)
            #expect(missing.mistakes.count == 1)
            let folder = try await reeve("scan", "--output", reeve.folder.path)
            #expect(folder.status == 1)
            #expect(folder.mistakes.count == 1)
            // A scan that cannot sign in has no report to write.
            let secret = try reeve.write("wrong", to: "wrong.txt")
            try await reeve.succeed(
                "integration", "add", "--name", "broken", "--tenant-id", tenant.tenantId, "--client-id",
                tenant.clientId,
                "--client-secret-file", secret, "--graph-url", tenant.graphUrl, "--login-url", tenant.loginUrl)
            let failed = try await reeve("scan", "broken", "--format", "jsonl", "--output", path)
            #expect(failed.status == 1)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "what was there before")
            #expect(!FileManager.default.fileExists(atPath: path + ".part"), "an empty part file stays behind")
        }
    }

    @Test func `every format holds the same findings`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("scan", "--quiet")
            let ids = Set(
                try await reeve.succeed("finding", "export", "--format", "jsonl").objects().compactMap {
                    $0["fingerprint"] as? String
                })
            for format in ["json", "csv", "ocsf", "sarif", "html"] {
                let text = try await reeve.succeed("finding", "export", "--format", format).text
                let missing = ids.filter { !text.contains(format == "html" ? String($0.prefix(4)) : $0) }
                #expect(missing.isEmpty, "\(format) lacks \(missing.count)")
            }
        }
    }
}
