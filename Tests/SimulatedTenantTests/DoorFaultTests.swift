import HTTPTypes
import Testing

@testable import SimulatedTenant

struct DoorFaultTests {
    /// Ids of all users, read as the rules say: again after a failure, on with the link of a good answer.
    private func users(_ visit: DoorVisit, failures: inout [String]) async throws -> [String] {
        var token = try await visit.token()
        var ids: [String] = []
        var path: String? = "/v1.0/users?$select=id&$top=5"
        var attempts = 0
        while let here = path {
            attempts += 1
            guard attempts < 4 else { return [] }
            do {
                let answer = try await visit.get(here, token: token)
                if answer.status == 401 { token = try await visit.token() }
                guard answer.status == 200 else {
                    failures.append(String(answer.status) + (answer.header("Retry-After").map { _ in "+wait" } ?? ""))
                    continue
                }
                ids += answer.json["value"]?.elements.compactMap { $0["id"]?.text } ?? []
                path = answer.json["@odata.nextLink"]?.text.map { String($0.dropFirst("http://127.0.0.1:9400".count)) }
                attempts = 0
            } catch let failure as SimulatedConnectionFailure {
                failures.append(failure == .reset ? "reset" : "truncated")
            }
        }
        return ids
    }

    @Test func `fails in many ways, and a client that goes on ends with the same users`() async throws {
        var none: [String] = []
        let right = try await users(DoorVisit(), failures: &none)
        #expect(none.isEmpty)
        #expect(right.count > 20)
        var seen: Set<String> = []
        for seed in 1...20 as ClosedRange<UInt64> {
            var failures: [String] = []
            let visit = DoorVisit {
                $0.faults = 0.6
                $0.seed = seed
            }
            // Hand-made users do not depend on the seed.
            #expect(try await users(visit, failures: &failures) == right)
            seen.formUnion(failures)
        }
        #expect(seen == ["429+wait", "429", "503+wait", "503", "504", "401", "reset", "truncated"])
    }

    @Test func `fails the same requests with the same seed and others with another`() async throws {
        func failures(seed: UInt64) async throws -> [String] {
            var all: [String] = []
            _ = try await users(
                DoorVisit {
                    $0.faults = 0.4
                    $0.seed = seed
                }, failures: &all)
            return all
        }
        let first = try await failures(seed: 7)
        #expect(first == (try await failures(seed: 7)))
        #expect(first != (try await failures(seed: 8)))
    }

    @Test func `delivers slowly or in part`() async throws {
        var deliveries: [SimulatedOutcome.Delivery] = []
        let visit = DoorVisit { $0.faults = 1 }
        let token = try await visit.token()
        for number in 0..<60 {
            let request = HTTPRequest(
                method: .get, scheme: "http", authority: "127.0.0.1:9400",
                path: "/v1.0/organization?$select=id,n\(number)",
                headerFields: [.authorization: "Bearer \(token)"])
            let outcome = await visit.tenant.respond(to: request, body: [])
            deliveries.append(outcome.delivery)
            if case .truncated(let count) = outcome.delivery { #expect(count < outcome.body.count) }
        }
        #expect(deliveries.contains(.reset))
        #expect(deliveries.contains(.slow(pieces: 5)))
        #expect(deliveries.contains { if case .truncated = $0 { true } else { false } })
    }

    @Test func `expires a delta token now and then, and the place it names starts afresh`() async throws {
        let visit = DoorVisit { $0.faults = 0.9 }
        let token = try await visit.token()
        var gone = 0
        for _ in 0..<12 {
            var latest = try await visit.get(
                "/v1.0/users/delta?$select=id&$deltatoken=latest", token: token, retrying: true)
            let link = try #require(latest.json["@odata.deltaLink"]?.text)
            latest = try await visit.get(
                String(link.dropFirst("http://127.0.0.1:9400".count)), token: token, retrying: true)
            guard latest.status == 410 else { continue }
            gone += 1
            let place = try #require(latest.header("Location"))
            #expect(place.hasSuffix("$deltatoken="))
            let path = String(place.dropFirst("http://127.0.0.1:9400".count))
            let fresh = try await visit.get(path, token: token, retrying: true)
            #expect(fresh.json["value"]?.elements.isEmpty == false)
        }
        #expect(gone > 0)
    }

    @Test func `loses and fails parts of a batch, then lets them through`() async throws {
        let visit = DoorVisit { $0.faults = 1 }
        let token = try await visit.token()
        var open = Set((0..<12).map(String.init))
        var kinds: Set<String> = []
        for _ in 0..<12 where !open.isEmpty {
            let requests = JSON.array(
                open.sorted().map { ["id": .string($0), "method": "GET", "url": .string("/users/nobody\($0)")] })
            guard let answer = try? await visit.batch(requests, token: token), answer.status == 200 else { continue }
            let responses = answer.json["responses"]?.elements ?? []
            if responses.count < open.count { kinds.insert("missing") }
            for response in responses {
                if response["status"] == 404 { open.remove(response["id"]?.text ?? "") }
                if response["status"] == 429 { kinds.insert("429") }
                if response["status"] == 503 { kinds.insert("503") }
            }
        }
        #expect(open.isEmpty)
        #expect(kinds == ["missing", "429", "503"])
    }
}

extension DoorVisit {
    /// Asks again after failures that are none of the request's fault.
    fileprivate func get(_ path: String, token: String, retrying: Bool) async throws -> Answer {
        for _ in 0..<3 {
            guard let answer = try? await get(path, token: token) else { continue }
            if ![401, 429, 503, 504].contains(answer.status) { return answer }
        }
        return try await get(path, token: token)
    }
}
