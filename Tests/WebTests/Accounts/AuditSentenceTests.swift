import Foundation
import Report
import Store
import Testing

@testable import Web

/// The audit log in words.
struct AuditSentenceTests {
    private func words(
        _ action: String, _ subject: String, _ detail: String? = nil, by actor: String = "user:ana"
    ) -> String {
        AuditSentence(
            AuditEntry(at: WebFixture.start, actor: actor, action: action, subject: subject, detail: detail)
        ).text
    }

    @Test func `hidden instances are counted and named by their finding, with the reason`() {
        #expect(
            words("instance.hide", "user-disabled in contoso", "3 · accepted for now")
                == "ana hid 3 instances of \(CheckIndex.standard.title(of: "user-disabled")) in contoso: accepted for now"
        )
        #expect(words("instance.hide", "x in contoso", "1").contains("hid 1 instance of "))
    }

    @Test func `an integration whose name has the word in it keeps its name`() {
        #expect(words("finding.activate", "user-disabled in made in japan").hasSuffix(" in made in japan"))
    }

    @Test func `who it was is said as people say it`() {
        #expect(words("integration.pause", "contoso", by: "token:ci") == "the token ci paused contoso")
        #expect(words("integration.pause", "contoso", by: "cli:root") == "root on the command line paused contoso")
        #expect(words("finding.reopen", "x in c", "it got worse", by: "reeve").hasPrefix("Reeve opened again "))
        #expect(
            words("session.refuse", "ana", "wrong password", by: "nobody")
                == "Somebody was refused the sign-in as ana, because wrong password")
    }

    @Test func `signing in and out names nobody twice`() {
        #expect(words("session.begin", "ana", "password") == "ana signed in with password")
        #expect(words("session.end", "ana") == "ana signed out")
        #expect(words("session.end", "bo", "2 at once") == "ana ended sessions of bo")
    }

    @Test func `an action that this version does not know is said by its own word`() {
        #expect(words("moon.land", "apollo", "11") == "ana did moon.land to apollo: 11")
    }

    @Test func `every phrase is another action's, and each has a title of its own`() {
        #expect(Set(AuditPhrase.all.map(\.action)).count == AuditPhrase.all.count)
        #expect(Set(AuditPhrase.all.map(\.title)).count == AuditPhrase.all.count)
    }

    @Test func `every action that is noted anywhere has a phrase`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var actions: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:entry|note)\(\s*"([a-z-]+\.[a-z-]+)"/) {
                actions.insert(String(match.output.1))
            }
        }
        #expect(actions.count > 25)
        #expect(actions.subtracting(AuditPhrase.all.map(\.action)) == [])
    }
}
