import Foundation
import Graph
import Model
import Testing

/// Every feed's first page against Microsoft's own metadata.
struct FirstPagesTests {
    /// Beside the checkout; tests run in the package's folder.
    static let lint = FileManager.default.currentDirectoryPath + "/../shared/tools/graph_lint.py"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: lint), "needs ../shared"))
    func `ask for nothing that Microsoft's metadata does not know`() async throws {
        let log = NSTemporaryDirectory() + "reeve-first-pages-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: log) }
        let graph = ScriptedGraph { _, _ in .value() }
        try await visit(graph.client(requestLog: try RequestLog(path: log)))
        #expect(graph.calls.count == 29)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Self.lint, log]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "29 requests read, 0 with violations, 1 beta (not checked)\n")
        #expect(process.terminationStatus == 0)
    }

    private func visit(_ client: GraphClient) async throws {
        let ana = Owner(id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd", name: "Ana")
        let drive = Drive(id: "b!xyz", source: .user, sourceID: ana.id, sourceName: ana.name)
        let calendar = CalendarReference(id: "AAMkAGI2=", isDefault: false, mailbox: ana)
        _ = try await client.page(of: .users, for: ())
        _ = try await client.page(of: .usersDelta, for: ())
        _ = try await client.page(of: .usersDeltaLatest, for: ())
        _ = try await client.page(of: .groupsDelta, for: ())
        _ = try await client.page(of: .organization, for: ())
        _ = try await client.page(of: .domains, for: ())
        _ = try await client.page(of: .applications, for: ())
        _ = try await client.page(of: .applicationsDelta, for: ())
        _ = try await client.page(of: .applicationsDeltaLatest, for: ())
        _ = try await client.page(of: .servicePrincipals, for: ())
        _ = try await client.page(of: .servicePrincipalsDelta, for: ())
        _ = try await client.page(of: .servicePrincipalsDeltaLatest, for: ())
        _ = try await client.page(of: .registrationDetails, for: ())
        _ = try await client.page(of: .authenticationMethods, for: ana)
        _ = try await client.page(of: .messageRules, for: ana)
        _ = try await client.page(of: .calendars, for: ana)
        _ = try await client.page(of: .calendarPermissions, for: .primary(of: ana))
        _ = try await client.page(of: .calendarPermissions, for: calendar)
        _ = try? await client.page(of: .mailboxPurpose, for: ana)
        _ = try? await client.page(of: .userDrive, for: ana)
        _ = try await client.page(of: .groupDrives, for: ana)
        _ = try await client.page(of: .sites, for: ())
        _ = try await client.page(of: .siteDrives, for: Site(id: "contoso.sharepoint.com,d9ecf079,746dbcc1"))
        _ = try await client.page(of: .driveItems, for: drive)
        _ = try await client.page(of: .itemPermissions, for: DriveItem(id: "01EQ6DOC", driveID: "b!xyz", form: .file))
        _ = try await client.page(of: .sensitivityLabels, for: ())
        _ = try await client.page(of: .sensitivityLabelsPreview, for: ())
        _ = try? await client.content(ofItem: "01EQ6DOC", in: "b!xyz")
        _ = try? await client.labels(ofItem: "01EQ6DOC", in: "b!xyz")
    }

    @Test func `reach the drives of sites and the permissions of items by encoded ids`() async throws {
        let graph = ScriptedGraph { _, _ in .value() }
        let client = try graph.client()
        _ = try await client.page(of: .siteDrives, for: Site(id: "contoso.sharepoint.com,d9ec,746d"))
        _ = try await client.page(of: .itemPermissions, for: DriveItem(id: "01/E?Q#6 é", driveID: "b!x%", form: .file))
        #expect(
            graph.calls.map(\.path) == [
                "/v1.0/sites/contoso.sharepoint.com,d9ec,746d/drives?$select=id,name,driveType,webUrl,owner",
                "/v1.0/drives/b!x%25/items/01%2FE%3FQ%236%20%C3%A9/permissions",
            ])
    }
}
