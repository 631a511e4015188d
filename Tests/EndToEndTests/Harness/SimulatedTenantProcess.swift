import Foundation

/// What `reeve simulate` prints once it is ready.
struct TenantAddress: Codable, Sendable {
    var graphUrl: String
    var loginUrl: String
    var dns: String
    var tenantId: String
    var clientId: String
    var clientSecret: String

    /// The line itself.
    func json() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
}

/// Serves a simulated tenant while the body runs.
func withTenant<T>(_ arguments: [String] = [], in reeve: Reeve, body: (TenantAddress) async throws -> T) async throws
    -> T
{
    let process = try reeve.start(["simulate", "--port", "0", "--dns-port", "0"] + arguments)
    return try await serving(process, endsBy: SIGTERM) {
        guard let line = try await process.firstLine() else {
            throw Surprise("reeve simulate did not get ready: \(process.errorsSoFar)")
        }
        return try await body(try JSONDecoder().decode(TenantAddress.self, from: Data(line.utf8)))
    }
}

/// A fresh home, a simulated tenant, and the tenant connected as contoso.
func withContoso<T>(_ arguments: String..., body: (Reeve, TenantAddress) async throws -> T) async throws -> T {
    try await withReeve { reeve in
        try await withTenant(arguments, in: reeve) { tenant in
            try await reeve.connect(tenant)
            return try await body(reeve, tenant)
        }
    }
}

/// Lets the body run beside a server, and ends the server whatever happens.
/// - Parameter signal: SIGTERM for a server that has to end well, SIGKILL for one that need not.
func serving<T>(_ process: Running, endsBy signal: Int32, _ body: () async throws -> T) async throws -> T {
    let result: T
    do {
        result = try await body()
    } catch {
        process.signal(SIGKILL)
        _ = try? await process.answer()
        throw error
    }
    process.signal(signal)
    let answer = try await process.answer(limit: 20)
    guard signal == SIGKILL || answer.status == 0 else {
        throw Surprise("the server did not end well: status \(answer.status), \(answer.errorText)")
    }
    return result
}
