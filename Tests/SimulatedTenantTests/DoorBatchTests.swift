import HTTPTypes
import Testing

@testable import SimulatedTenant

struct DoorBatchTests {
    private func part(_ id: String, _ url: String, dependsOn: [String] = []) -> JSON {
        var part: JSON = ["id": .string(id), "method": "GET", "url": .string(url)]
        if !dependsOn.isEmpty { part["dependsOn"] = .array(dependsOn.map(JSON.string)) }
        return part
    }

    private func responses(_ answer: DoorVisit.Answer) -> [String: JSON] {
        Dictionary(
            (answer.json["responses"]?.elements ?? []).map { ($0["id"]?.text ?? "", $0) }, uniquingKeysWith: { $1 })
    }

    @Test func `answers each part with its own status, in another order`() async throws {
        let visit = DoorVisit { $0.permissions.remove("Calendars.Read") }
        let requests: JSON = [
            part("1", "/organization?$select=id"), part("2", "/users/nobody"), part("3", "users/a/calendars"),
            part("4", "/users/$count"), part("5", "https://graph.example/v1.0/users"), part("6", "/$batch"),
            part("7", "http://127.0.0.1:9400/v1.0/organization"), part("8", "http://127.0.0.1:9400/beta/organization"),
        ]
        let answer = try await visit.batch(requests, token: visit.token())
        #expect(answer.status == 200)
        let all = responses(answer)
        let statuses = ["1", "2", "3", "4", "5", "6", "7", "8"].map { all[$0]?["status"] }
        #expect(statuses == [200, 404, 403, 400, 400, 400, 200, 400])
        #expect(all["1"]?["body"]?["value"]?.elements.first?["id"]?.text == visit.tenant.configuration.tenantID)
        #expect(all["3"]?["body"]?["error"]?["code"] == "ErrorAccessDenied")
        #expect(all["2"]?["headers"]?["Content-Type"]?.text?.hasPrefix("application/json") == true)
        let order = answer.json["responses"]?.elements.map { $0["id"]?.text ?? "" } ?? []
        #expect(order.sorted() == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(zip(order, order.sorted()).allSatisfy { $0 != $1 })
    }

    @Test func `gives a part its own headers`() async throws {
        let visit = DoorVisit()
        var counted = part("1", "/users/$count")
        counted["headers"] = ["ConsistencyLevel": "eventual"]
        let all = responses(try await visit.batch([counted], token: visit.token()))
        #expect(all["1"]?["status"] == 200)
    }

    @Test func `refuses a batch that is malformed, too long or says an id twice`() async throws {
        let visit = DoorVisit()
        let token = try await visit.token()
        let tooMany = JSON.array((0..<21).map { part("\($0)", "/organization") })
        let enough = JSON.array((0..<20).map { part("\($0)", "/organization") })
        #expect(try await visit.batch(enough, token: token).json["responses"]?.elements.count == 20)
        for requests: JSON in [
            tooMany, [part("a", "/users"), part("A", "/users")], [["id": "1", "method": "GET"]], "none",
            [part("1", "/users", dependsOn: ["2"]), part("2", "/users")],
        ] {
            let answer = try await visit.batch(requests, token: token)
            #expect(answer.status == 400)
            #expect(answer.code == "BadRequest")
        }
        let garbage = try await visit.send(.post, "/v1.0/$batch", ["Authorization": "Bearer \(token)"], "{")
        #expect(garbage.status == 400)
        #expect(try await visit.get("/v1.0/$batch", token: token).status == 400)
        #expect(try await visit.send(.post, "/v1.0/$batch", [:], "{}").status == 401)
    }

    @Test func `fails what depends on a failure`() async throws {
        let visit = DoorVisit()
        let requests: JSON = [
            part("1", "/users/nobody"), part("2", "/organization", dependsOn: ["1"]),
            part("3", "/organization", dependsOn: ["2"]), part("4", "/organization"),
            part("5", "/organization", dependsOn: ["4"]),
        ]
        let all = responses(try await visit.batch(requests, token: visit.token()))
        #expect(["1", "2", "3", "4", "5"].map { all[$0]?["status"] } == [404, 424, 424, 200, 200])
    }

    @Test func `throttles parts one by one and says how long to wait`() async throws {
        let visit = DoorVisit { $0.throttle = .real }
        let requests = JSON.array((0..<8).map { part("\($0)", "/users/nobody/authentication/methods") })
        let all = responses(try await visit.batch(requests, token: visit.token())).values
        #expect(all.count { $0["status"] == 404 } == 5)
        let refused = all.filter { $0["status"] == 429 }
        #expect(refused.count == 3)
        #expect(refused.allSatisfy { $0["headers"]?["Retry-After"] == "10" })
    }
}
