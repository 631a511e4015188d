import Foundation
import Graph
import Model
import Testing

struct SignInErrorTests {
    /// The codes a person may meet.
    static let codes = [
        50011, 50076, 50079, 50158, 53003, 530035, 50173, 50194, 51004, 54005, 65001, 65004, 65005, 650056, 650057,
        650052, 650053,
        70000, 70008, 700082, 700084, 70043, 70011, 1_002_012, 700016, 700011, 70002, 7_000_215, 7_000_222, 700027,
        700025, 700054,
        90002, 90094,
    ]

    private func error(_ body: String, status: Int = 400) async throws -> GraphError? {
        let graph = ScriptedGraph(onLogin: { _, _ in .json(body, status: status) }) { _, _ in .value() }
        let client = try graph.client()
        return await #expect(throws: GraphError.self) { try await client.token() }
    }

    @Test(arguments: codes)
    func `has a sentence with what is wrong and what to do`(code: Int) async throws {
        let body =
            #"{"error":"invalid_grant","error_description":"AADSTS1: x","error_codes":[\#(code)],"trace_id":"tr-1"}"#
        let error = try #require(try await error(body))
        guard case .signIn(let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.code == "AADSTS\(code)")
        #expect(reason.sentence.contains("; "))
        #expect(reason.sentence.first?.isLowercase == true && reason.sentence.last != ".")
        #expect(error.description.contains("AADSTS\(code)") && error.description.contains("tr-1"))
        #expect(!error.description.contains("s3cret"))
        #expect(error.isFatal)
        #expect(error.coverage.state == .error)
    }

    @Test func `goes by the codes, never by the text`() async throws {
        let error = try await error(
            #"{"error":"invalid_client","error_description":"AADSTS7000222: expired","error_codes":[999999,7000215]}"#,
            status: 401)
        #expect(error?.coverage.detail == "sign-in: AADSTS7000215")
    }

    @Test func `falls back to OAuth's word, then to the status`() async throws {
        #expect(try await error(#"{"error":"invalid_grant"}"#)?.coverage.detail == "sign-in: invalid_grant")
        #expect(try await error("<html>", status: 404)?.coverage.detail == "sign-in: status 404")
    }

    @Test func `tries again while the service is not well, then says so`() async throws {
        let graph = ScriptedGraph(onLogin: { _, number in
            number < 4 ? .json(#"{"error":"temporarily_unavailable"}"#, status: 400, ["Retry-After": "7"]) : nil
        }) { _, _ in .value() }
        _ = try await graph.client().token()
        #expect(graph.logins.count == 4)
        #expect(graph.clock.sleeps == [7, 7, 7])
    }

    @Test func `calls an unreachable sign-in service fatal`() async throws {
        let graph = ScriptedGraph(onLogin: { _, _ in .lost(.unreachable(host: "login.test.example", why: "refused")) })
        { _, _ in .value() }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.token() }
        #expect(error == .unreachable("login.test.example: refused"))
        #expect(graph.logins.count == 5)
    }

    @Test(arguments: ["", "{", "<html>", #"{"access_token":""}"#, #"{"access_token":"a\nb"}"#, "{}"])
    func `asks again where a 200 holds no token that can be sent, then calls it fatal`(body: String) async throws {
        let passing = ScriptedGraph(onLogin: { _, number in number < 3 ? .json(body) : nil }) { _, _ in .value() }
        _ = try await passing.client().token()
        let graph = ScriptedGraph(onLogin: { _, _ in .json(body) }) { _, _ in .value() }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.token() }
        #expect(error?.isFatal == true && error?.coverage.detail == "sign-in: no_token" && graph.logins.count == 5)
    }
}
