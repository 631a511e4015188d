import Foundation
import Testing

/// The dashboard in a real browser: Debian's Chromium, driven by Playwright, judged by axe-core.
struct DashboardTests {
    @Test(.needsTools, .needsBrowser)
    func `an administrator's first day`() async throws {
        guard let python = Requirements.toolsPython else { throw Surprise("no tools") }
        try await withContoso { reeve, _ in
            try await reeve.succeed("scan", "--quiet")
            let process = try reeve.start(["serve", "--listen", "127.0.0.1:0"])
            try await serving(process, endsBy: SIGTERM) {
                let server = try await Served(process)
                let said = process.outputSoFar + process.errorsSoFar
                let link = try #require(said.firstMatch(of: /http:\S+\/first-start\?code=[A-Za-z0-9_-]+/)).0
                // The link is for whoever set up Reeve's public address; here that is where the server listens.
                let code = try #require(link.split(separator: "?").last)
                let story = try Running(
                    python, [Requirements.tool("browser/story.py"), server.url, "\(server.url)/first-start?\(code)"],
                    environment: ["HOME": reeve.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
                    folder: reeve.folder)
                let answer = try await story.answer(limit: 600)
                #expect(answer.status == 0, "\(answer.text.suffix(8000)) \(answer.errorText.suffix(2000))")
            }
        }
    }
}
