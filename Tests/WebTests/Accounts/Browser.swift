import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Store
@testable import Web

/// A browser that keeps cookies and fills in forms as pages have them.
final class Browser: Sendable {
    let client: any TestClientProtocol
    private let jar = Shared<[String: String]>([:])

    init(_ client: any TestClientProtocol) { self.client = client }

    var cookies: [String: String] { jar.value }

    func plant(_ name: String, _ value: String) { jar.change { $0[name] = value } }

    func send(
        _ method: HTTPRequest.Method, _ uri: String, _ fields: KeyValuePairs<String, String> = [:], body: String? = nil
    ) async throws -> TestResponse {
        var headers = HTTPFields(fields)
        let cookies = jar.value.map { "\($0)=\($1)" }.joined(separator: "; ")
        if !cookies.isEmpty { headers[.cookie] = cookies }
        let answer = try await client.execute(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for text in answer.headers[values: .setCookie] {
            let pair = text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isGone = text.contains("Max-Age=0")
            jar.change { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
        }
        return answer
    }

    func get(_ uri: String) async throws -> TestResponse { try await send(.get, uri, ["Accept": "text/html"]) }

    /// The token of the forms of a page.
    func token(on page: String) async throws -> String {
        let text = try await get(page).text
        return try #require(text.firstMatch(of: /name="csrf" value="([^"]+)"/).map { String($0.1) }, "\(page)")
    }

    /// Opens a page and sends a form of it.
    func submit(
        _ uri: String, on page: String? = nil, _ values: KeyValuePairs<String, String> = [:],
        fields: KeyValuePairs<String, String> = [:]
    ) async throws -> TestResponse {
        let token = try await token(on: page ?? uri)
        return try await post(uri, token: token, values, fields: fields)
    }

    func post(
        _ uri: String, token: String?, _ values: KeyValuePairs<String, String> = [:],
        fields: KeyValuePairs<String, String> = [:]
    ) async throws -> TestResponse {
        let pairs = (token.map { [("csrf", $0)] } ?? []) + values.map { ($0.key, $0.value) }
        let body = pairs.map { "\(Link.part($0.0))=\(Link.part($0.1))" }.joined(separator: "&")
        return try await send(.post, uri, fields, body: body)
    }

    @discardableResult
    func signIn(_ name: String, _ password: String = AccountsFixture.password) async throws -> TestResponse {
        try await submit("/sign-in", ["name": name, "password": password])
    }
}

/// A server with the accounts `ana` (administrator), `bo` (analyst) and `vi` (viewer), all with one password.
struct AccountsFixture: Sendable {
    static let password = "a few words in a row"
    static let cheap = PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)

    let web: WebFixture
    var store: Store { web.store }

    init() throws {
        web = try WebFixture()
        let hash = try PasswordHash(of: Self.password, cost: Self.cheap)
        for (name, role) in [("ana", Role.administrator), ("bo", .analyst), ("vi", .viewer)] {
            try web.store.changeAccounts(Deed(by: "cli:root", at: WebFixture.start)) { writer in
                try writer.setPassword(hash, of: try writer.add(name, role: role))
            }
        }
    }

    func server(_ change: (inout WebServer) -> Void = { _ in }) -> WebServer {
        var server = web.server()
        server.signIn.cost = Self.cheap
        change(&server)
        return server
    }

    func test(
        _ change: (inout WebServer) -> Void = { _ in }, _ body: @escaping @Sendable (Browser) async throws -> Void
    ) async throws {
        try await server(change).test(.router) { client in
            try await body(Browser(client))
        }
    }

    func account(_ name: String) throws -> Account { try #require(try store.account(named: name)) }

    func lines(_ filter: AuditFilter = AuditFilter()) throws -> [AuditEntry] {
        try store.audit(filter, limit: 200).records.map(\.entry)
    }
}
