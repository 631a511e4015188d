import Foundation
import HTTPTypes
import Model
import Testing

@testable import Graph

struct FileLabelTests {
    private static let own = "C0DE4B1D-0000-4000-8000-00000000C0DE"
    private static let answer =
        #"{"labels":[{"sensitivityLabelId":"5FEBA255-812E","assignmentMethod":"privileged","tenantId":"\#(own)"}]}"#

    private func labels(_ reply: @escaping @Sendable (Int) -> ScriptedGraph.Reply) async throws -> [DocumentLabel] {
        try await ScriptedGraph { _, number in reply(number) }.client().labels(ofItem: "01A", in: "b!x")
    }

    @Test(arguments: [answer, #"{"value":\#(answer)}"#, #"{"@odata.context":"x","value":\#(answer)}"#])
    func `reads both shapes of the answer`(body: String) async throws {
        let found = try await labels { _ in .json(body) }
        #expect(
            found == [
                DocumentLabel(
                    labelID: "5feba255-812e", siteID: Self.own.lowercased(), method: "privileged", carrier: .sharePoint)
            ])
    }

    @Test(arguments: [
        #"{"labels":[]}"#, #"{"labels":null}"#, #"{"value":{"labels":[]}}"#, #"{"labels":[{"tenantId":"t"}]}"#,
    ])
    func `no label is no label`(body: String) async throws {
        #expect(try await labels { _ in .json(body) } == [])
    }

    @Test(arguments: ["{}", "[]", "null", #"{"value":[]}"#, "<html>"])
    func `an answer of another shape says nothing`(body: String) async throws {
        await #expect(throws: GraphError.self) { try await labels { _ in .json(body) } }
    }

    @Test(arguments: [(423, "fileDoubleKeyEncrypted"), (400, "notSupported"), (403, "accessDenied")])
    func `a refusal is told with its code, and not tried again`(status: Int, code: String) async throws {
        let graph = ScriptedGraph { _, _ in .error(status, code) }
        do {
            _ = try await graph.client().labels(ofItem: "01A", in: "b!x")
            Issue.record("no error")
        } catch let error as GraphError {
            #expect(error.coverage.detail == "\(status) \(code)")
        }
        #expect(graph.calls.count == 1)
    }

    @Test func `asks by POST, by encoded ids, and says so in the log`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "requests-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let graph = ScriptedGraph { _, number in
            number == 1 ? .error(429, "activityLimitReached", ["Retry-After": "7"]) : .json(#"{"labels":[]}"#)
        }
        _ = try await graph.client(requestLog: RequestLog(path: path)).labels(ofItem: "01/A", in: "b!x")
        #expect(graph.calls.map(\.method) == ["POST", "POST"])
        #expect(graph.calls[0].path == "/v1.0/drives/b!x/items/01%2FA/extractSensitivityLabels")
        #expect(graph.calls[0].body.isEmpty && graph.calls[0].token != nil)
        #expect(graph.clock.sleeps.contains { $0 >= 7 })
        #expect(
            try String(contentsOfFile: path, encoding: .utf8).hasPrefix("POST https://graph.test.example/v1.0/drives/"))
    }
}
