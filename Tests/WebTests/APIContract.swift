import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// What the API's description promises, held against what a server was asked and answered.
struct APIContract: Sendable {
    private let routes: [Route]

    init(_ server: WebServer) { routes = server.routes.filter { $0.operation != nil } }

    /// A request with its answer.
    struct Exchange {
        var method: HTTPRequest.Method
        var target: String
        var sentType: String?
        var sent: Data?
        var status: Int
        var type: String?
        var received: Data
    }

    /// What the description does not say of an exchange; nil where all is as it says, or where it says nothing of this path.
    func breach(_ exchange: Exchange) -> String? {
        let path = String(exchange.target.prefix { $0 != "?" })
        let candidates = routes.filter { $0.method == exchange.method && $0.matches(path) }
        guard let operation = (candidates.first { $0.path == path } ?? candidates.first)?.operation else { return nil }
        let name = "\(exchange.method) \(exchange.target): \(exchange.status)"
        guard exchange.status < 400 else {
            guard exchange.type?.hasPrefix("application/problem+json") == true else { return nil }
            return mismatch(.named("Problem"), exchange.received).map { "\(name): \($0)" }
        }
        guard let answer = operation.answers.first(where: { $0.0 == exchange.status }) else {
            return "\(name) is not described"
        }
        if let sent = exchange.sent, !sent.isEmpty, exchange.sentType?.hasPrefix("application/json") == true,
            let content = operation.bodies.first(where: Self.isJSON),
            let why = mismatch(content.shape, sent, isWhole: false)
        {
            return "\(name): took a body that is not described: \(why)"
        }
        guard let content = answer.2.first(where: { exchange.type?.hasPrefix($0.type) == true }) else {
            return answer.2.isEmpty && exchange.received.isEmpty
                ? nil : "\(name): \(exchange.type ?? "no type") is not described"
        }
        guard Self.isJSON(content) else { return nil }
        return mismatch(content.shape, exchange.received).map { "\(name): \($0)" }
    }

    private static func isJSON(_ content: Web.Operation.Content) -> Bool { content.type == "application/json" }

    private func mismatch(_ shape: JSONShape, _ body: Data, isWhole: Bool = true) -> String? {
        do {
            return shape.mismatch(try JSONDecoder().decode(JSONValue.self, from: body), at: "", isWhole: isWhole)
        } catch {
            return "no JSON"
        }
    }
}

/// A JSON value whose kinds cannot be mistaken for each other.
indirect enum JSONValue: Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }
}

extension JSONShape {
    /// Where a value is not of this shape, and why.
    /// - Parameter isWhole: whether a member that the shape does not name is a mismatch: in an answer nobody would know of it.
    func mismatch(_ value: JSONValue, at place: String, isWhole: Bool) -> String? {
        func no(_ why: String) -> String { "\(place.isEmpty ? "the body" : place) \(why)" }
        switch (self, value) {
        case (.any, _), (.null, .null), (.flag, .flag), (.number, .number): return nil
        case (.optional, .null): return nil
        case (.optional(let shape), _): return shape.mismatch(value, at: place, isWhole: isWhole)
        case (.named(let name), _):
            guard let shape = APISchemas.all.first(where: { $0.0 == name })?.1 else {
                return no("has no shape \(name)")
            }
            return shape.mismatch(value, at: place, isWhole: isWhole)
        case (.anyOf(let shapes), _):
            let reasons = shapes.map { $0.mismatch(value, at: place, isWhole: isWhole) }
            return reasons.contains { $0 == nil } ? nil : reasons.compactMap(\.self).joined(separator: "; ")
        case (.text(let format, let choices, let pattern, let maxLength), .text(let text)):
            if !choices.isEmpty, !choices.contains(text) { return no("is \(text), not one of \(choices)") }
            if let maxLength, text.count > maxLength { return no("is longer than \(maxLength)") }
            if let pattern, text.range(of: pattern, options: .regularExpression) == nil {
                return no("is not \(pattern)")
            }
            if format == "date-time", (try? Date(text, strategy: .iso8601)) == nil,
                (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))) == nil
            {
                return no("is no moment: \(text)")
            }
            return nil
        case (.integer(let minimum, let maximum), .number(let number)):
            guard number == number.rounded() else { return no("is no whole number") }
            if let minimum, number < Double(minimum) { return no("is less than \(minimum)") }
            if let maximum, number > Double(maximum) { return no("is more than \(maximum)") }
            return nil
        case (.list(let shape), .list(let elements)):
            return elements.enumerated().lazy.compactMap {
                shape.mismatch($0.element, at: "\(place)[\($0.offset)]", isWhole: isWhole)
            }
            .first
        case (.map(let shape), .object(let members)):
            return members.lazy.compactMap { shape.mismatch($0.value, at: "\(place).\($0.key)", isWhole: isWhole) }
                .first
        case (.object(let known, let required), .object(let members)):
            for name in required ?? known.map(\.0) where members[name] == nil { return no("has no \(name)") }
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                guard let shape = known.first(where: { $0.0 == name })?.1 else {
                    guard isWhole else { continue }
                    return no("has \(name), which is not described")
                }
                if let why = shape.mismatch(value, at: "\(place).\(name)", isWhole: isWhole) { return why }
            }
            return nil
        default: return no("is of another kind")
        }
    }
}

/// Asks a server, and holds every answer against the API's description.
struct ContractClient: TestClientProtocol {
    let client: any TestClientProtocol
    let contract: APIContract
    var port: Int? { client.port }

    func executeRequest(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> TestResponse {
        let answer = try await client.executeRequest(uri: uri, method: method, headers: headers, body: body)
        let breach = contract.breach(
            .init(
                method: method, target: uri, sentType: headers[.contentType],
                sent: body.map { Data($0.readableBytesView) },
                status: answer.status.code, type: answer.headers[.contentType],
                received: Data(answer.body.readableBytesView)))
        if let breach { Issue.record("not as the API is described: \(breach)") }
        return answer
    }
}

extension WebServer {
    /// Lets the body talk to this server; what the API's description does not say is a failure of the test.
    func test<Value: Sendable>(
        _ setup: TestingSetup, _ body: @escaping @Sendable (ContractClient) async throws -> Value
    ) async throws -> Value {
        let contract = APIContract(self)
        return try await application(host: "127.0.0.1", port: 0).test(setup) { client in
            try await body(ContractClient(client: client, contract: contract))
        }
    }
}
