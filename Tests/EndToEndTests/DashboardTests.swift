import Foundation
import Testing

/// The dashboard in a real browser: Debian's Chromium, driven by Playwright, judged by axe-core.
struct DashboardTests {
    /// `reeve demo` is the whole of it: the sample tenant with its sign-in pages, a first scan, the dashboard.
    @Test(.needsTools, .needsBrowser)
    func `an administrator's first day`() async throws {
        guard let python = Requirements.toolsPython else { throw Surprise("no tools") }
        try await withReeve { reeve in
            let process = try reeve.start(["demo", "--port", "0"])
            try await serving(process, endsBy: SIGTERM) {
                let link = try await firstStart(process)
                // Microsoft leads back to the public address, so the story is told there.
                let url = try #require(link.split(separator: "/first-start").first)
                let story = try Running(
                    python, [Requirements.tool("browser/story.py"), String(url), link],
                    environment: ["HOME": reeve.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
                    folder: reeve.folder)
                let answer = try await story.answer(limit: 1_500)
                #expect(answer.status == 0, "\(answer.text.suffix(8000)) \(answer.errorText.suffix(2000))")
            }
        }
    }

    /// The one-time link, once the dashboard listens.
    private func firstStart(_ process: Running) async throws -> String {
        for _ in 0..<600 {
            if let found = process.outputSoFar.firstMatch(of: /"firstStart":"(http:[^"]+)"/) { return String(found.1) }
            if process.hasEnded { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Surprise("reeve demo did not get ready: \(process.errorsSoFar.suffix(2000))")
    }
}
