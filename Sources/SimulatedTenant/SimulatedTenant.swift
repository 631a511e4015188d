import Foundation
import HTTPTypes

/// A Microsoft 365 tenant in memory: the sign-in service and Graph on one origin, answering as Microsoft documents them.
public final class SimulatedTenant: Sendable {
    public let configuration: SimulatedConfiguration
    /// The data; tests change them through it.
    public let graph: SimulatedGraph
    /// Accounts, certificates and grants; tests revoke through it.
    public let login: SimulatedLogin
    private let door: GraphDoor

    /// - Parameters:
    ///   - registration: what the app registration has beside ids and secret.
    ///   - log: takes a line for every Graph request, batch parts too: `METHOD URL [ConsistencyLevel]`.
    ///   - mailboxLatency: awaited while a mailbox is busy with a request, where limits are on.
    public init(
        _ configuration: SimulatedConfiguration, registration: AppRegistration = AppRegistration(),
        log: (@Sendable (String) -> Void)? = nil, mailboxLatency: @escaping @Sendable () async -> Void = {}
    ) {
        self.configuration = configuration
        graph = SimulatedGraph(configuration)
        login = SimulatedLogin(configuration, registration: registration, graph: graph)
        door = GraphDoor(configuration, graph: graph, login: login, log: log, mailboxLatency: mailboxLatency)
    }

    /// Behaviour that no documentation promises; answers that rest on one name it in `x-reeve-assumed`.
    public static let assumptions = Assumption.all + Assumption.ofTheDoor

    /// Answers a request to Graph (`/v1.0`, `/beta`) or to the sign-in service (`/{tenant}/...`).
    public func respond(to request: HTTPRequest, body: [UInt8]) async -> SimulatedOutcome {
        let path = request.path ?? "/"
        let target = RequestTarget(path: path, origin: origin(of: request))
        if target.segments == DownloadAddress.path {
            let headers = request.headerFields.byName
            let (answer, delivery) = door.download(target, method: request.method.rawValue, headers: headers)
            var outcome = outcome(answer, headers: headers)
            outcome.delivery = delivery
            return outcome
        }
        guard let version = target.version else {
            let answer = login.answer(request, path: target.segments, query: target.query, body: body)
            return outcome(answer ?? SimulatedAnswer(status: 404), headers: [:])
        }
        let headers = request.headerFields.byName
        let (answer, delivery) = await door.answer(
            target, version: version, method: request.method.rawValue, headers: headers, body: body)
        var outcome = graphOutcome(answer, headers: headers)
        outcome.delivery = delivery
        return outcome
    }

    /// The same as a function for clients that need no network. A broken connection throws `SimulatedConnectionFailure`.
    public func exchange(_ request: HTTPRequest, _ body: [UInt8]) async throws -> (HTTPResponse, [UInt8]) {
        let outcome = await respond(to: request, body: body)
        switch outcome.delivery {
        case .whole, .slow: return (outcome.response, outcome.body)
        case .reset: throw SimulatedConnectionFailure.reset
        case .truncated(let count): throw SimulatedConnectionFailure.truncated(count)
        }
    }

    private func origin(of request: HTTPRequest) -> String {
        guard let scheme = request.scheme, let authority = request.authority else { return configuration.origin }
        return "\(scheme)://\(authority)"
    }

    private func graphOutcome(_ answer: SimulatedAnswer, headers: [String: String]) -> SimulatedOutcome {
        var answer = answer
        let requestID = answer.status < 400 ? nil : Self.requestID(in: answer.body)
        answer.headers.append(("request-id", requestID ?? Mix.guid("\(UInt64.random(in: 0...UInt64.max))")))
        if let client = headers["client-request-id"] { answer.headers.append(("client-request-id", client)) }
        if !answer.headers.contains(where: { $0.0.lowercased() == "content-type" }), !answer.body.isEmpty {
            let type =
                "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
            answer.headers.append(("Content-Type", type))
        }
        answer.headers.append(("OData-Version", "4.0"))
        return outcome(answer, headers: headers)
    }

    private func outcome(_ answer: SimulatedAnswer, headers: [String: String]) -> SimulatedOutcome {
        var response = HTTPResponse(status: .init(code: answer.status))
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { response.headerFields.append(HTTPField(name: name, value: value)) }
        }
        var body = answer.body
        if Gzip.isWorthIt(for: body, acceptEncoding: headers["accept-encoding"]) {
            body = Gzip.stored(body)
            response.headerFields[.contentEncoding] = "gzip"
        }
        return SimulatedOutcome(response: response, body: body)
    }

    /// The header carries the id that the error's body names.
    private static func requestID(in body: [UInt8]) -> String? {
        guard let error = (try? JSONReader.read(body))?["error"] else { return nil }
        return (error["innerError"] ?? error["innererror"])?["request-id"]?.text
    }
}
