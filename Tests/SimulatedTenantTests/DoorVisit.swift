import Foundation
import HTTPTypes
import Synchronization

@testable import SimulatedTenant

/// A clock that stands still until a test moves it.
final class StoppedClock: Sendable {
    private let time: Mutex<Date>
    init(_ seconds: Double = 1_795_600_000) { time = Mutex(Date(timeIntervalSince1970: seconds)) }
    var now: Date { time.withLock { $0 } }
    func advance(by seconds: Double) { time.withLock { $0 += seconds } }
}

/// A tenant and the calls that tests make on it.
struct DoorVisit: Sendable {
    let clock: StoppedClock
    let tenant: SimulatedTenant

    init(
        _ change: (inout SimulatedConfiguration) -> Void = { _ in }, registration: AppRegistration = AppRegistration(),
        log: (@Sendable (String) -> Void)? = nil, mailboxLatency: @escaping @Sendable () async -> Void = {}
    ) {
        let clock = StoppedClock()
        var configuration = SimulatedConfiguration()
        configuration.now = { clock.now }
        change(&configuration)
        self.clock = clock
        tenant = SimulatedTenant(
            configuration, registration: registration, log: log, mailboxLatency: mailboxLatency)
    }

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPFields
        var body: [UInt8]
        var json: JSON { (try? JSONReader.read(body)) ?? .null }
        var text: String { String(decoding: body, as: UTF8.self) }
        /// Graph's `error.code`.
        var code: String? { json["error"]?["code"]?.text }
        /// The first of the sign-in service's `error_codes`.
        var signInCode: Int? { if case .int(let code)? = json["error_codes"]?.elements.first { code } else { nil } }
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:], _ body: String = ""
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let request = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:9400", path: path, headerFields: fields)
        let (response, bytes) = try await tenant.exchange(request, Array(body.utf8))
        return Answer(status: response.status.code, headers: response.headerFields, body: bytes)
    }

    func get(_ path: String, token: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers.merging(["Authorization": "Bearer \(token)"]) { $1 })
    }

    func post(
        form: [String: String], to path: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = FormFields()
        for (name, value) in form.sorted(by: { $0.key < $1.key }) { fields.add(name, value) }
        return try await send(
            .post, path ?? "/\(tenant.configuration.tenantID)/oauth2/v2.0/token", headers, fields.encoded)
    }

    /// The form of a client-credentials request that succeeds.
    var form: [String: String] {
        [
            "grant_type": "client_credentials", "client_id": tenant.configuration.clientID,
            "client_secret": tenant.configuration.clientSecret, "scope": "https://graph.microsoft.com/.default",
        ]
    }

    func token() async throws -> String {
        try await post(form: form).json["access_token"]?.text ?? ""
    }

    func batch(_ requests: JSON, token: String) async throws -> Answer {
        var bytes: [UInt8] = []
        JSON.object([.init(name: "requests", value: requests)]).write(to: &bytes)
        return try await send(
            .post, "/v1.0/$batch", ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
            String(decoding: bytes, as: UTF8.self))
    }

    /// The claims of a token, read without checking it.
    static func claims(_ token: String?) -> JSON {
        let parts = (token ?? "").split(separator: ".")
        guard parts.count == 3, let data = Base64URL.decode(parts[1]) else { return .null }
        return (try? JSONReader.read(Array(data))) ?? .null
    }
}

/// The query of a redirect back to the app.
func redirectFields(_ answer: DoorVisit.Answer) -> FormFields {
    guard let location = answer.header("Location"), let mark = location.firstIndex(where: { $0 == "?" || $0 == "#" })
    else {
        return FormFields()
    }
    return FormFields(location[mark...].dropFirst())
}
