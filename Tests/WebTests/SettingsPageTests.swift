import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

struct SettingsPageTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    private func test(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        try await fixture.test {
            $0.settings = [
                SettingLine(name: "listen", value: "127.0.0.1:8080", origin: .environment("REEVE_LISTEN")),
                SettingLine(section: "signIn", name: "idleMinutes", value: "<60>", origin: .file),
                SettingLine(section: "checks", name: "policyProfile", value: "casb", origin: .standard),
            ]
            $0.settingsFile = "/data/reeve.yaml"
        } _: {
            try await body($0)
        }
    }

    @Test func `an administrator sees what holds and where it comes from`() async throws {
        try await test { browser in
            try await browser.signIn("ana")
            let page = try await browser.get("/settings")
            #expect(page.status == .ok)
            for words in ["REEVE_LISTEN", "settings file", "&lt;60&gt;", "policyProfile", "/data/reeve.yaml"] {
                #expect(page.text.contains(words), "\(words)")
            }
            for path in ["directories", "registration", "users", "audit"] {
                #expect(page.text.contains("<a class=\"t\" href=\"/settings/\(path)\">"), "\(path)")
            }
            #expect(
                try await browser.get("/settings/users").text.contains("<a href=\"/settings\"><bdi>Settings</bdi></a>"))
        }
    }

    @Test func `a viewer sees the pages that open for them, and no setting`() async throws {
        try await test { browser in
            try await browser.signIn("bo")
            let page = try await browser.get("/settings")
            #expect(page.status == .ok)
            #expect(!page.text.contains("REEVE_LISTEN") && !page.text.contains("/data/reeve.yaml"))
            #expect(!page.text.contains("<a class=\"t\" href=\"/settings/users\">"))
        }
    }
}
