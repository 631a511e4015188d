import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A running `reeve serve`.
struct Served: Sendable {
    /// `http://127.0.0.1:PORT`.
    let url: String

    /// Debian's client of rspamd, where it is installed.
    static let rspamc = ["/usr/bin/rspamc"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Waits until it says where it listens.
    init(_ process: Running) async throws {
        guard let line = try await process.firstLine() else {
            throw Surprise("reeve serve did not get ready: \(process.errorsSoFar)")
        }
        struct Ready: Decodable { let url: String }
        url = try JSONDecoder().decode(Ready.self, from: Data(line.utf8)).url
    }

    struct Reply: Sendable {
        let status: Int
        let body: Data

        func object() throws -> [String: Any] {
            guard let object = try JSONSerialization.jsonObject(with: body) as? [String: Any] else {
                throw Surprise("no object: \(String(decoding: body.prefix(200), as: UTF8.self))")
            }
            return object
        }
    }

    func get(_ path: String) async throws -> Reply {
        try await send(URLRequest(url: try address(path)))
    }

    /// Hands in a message.
    func check(_ message: String, token: String?) async throws -> Reply {
        var request = URLRequest(url: try address("/api/v1/mail/check"))
        request.httpMethod = "POST"
        request.httpBody = Data(message.utf8)
        request.setValue("message/rfc822", forHTTPHeaderField: "Content-Type")
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        return try await send(request)
    }

    private func address(_ path: String) throws -> URL {
        guard let address = URL(string: url + path) else { throw Surprise("no address: \(url)\(path)") }
        return address
    }

    private func send(_ request: URLRequest) async throws -> Reply {
        let (body, response) = try await URLSession.shared.data(for: request)
        return Reply(status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: body)
    }
}

/// Serves the HTTP API on a free port while the body runs, and expects a clean end on SIGTERM.
func withServer<T>(_ arguments: String..., in reeve: Reeve, body: (Served) async throws -> T) async throws -> T {
    let process = try reeve.start(["serve", "--listen", "127.0.0.1:0"] + arguments)
    return try await serving(process, endsBy: SIGTERM) { try await body(try await Served(process)) }
}
