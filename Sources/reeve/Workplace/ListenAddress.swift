/// Where a server listens: `127.0.0.1:8080`, `[::1]:8080`, `localhost:0`.
struct ListenAddress: Hashable, Sendable {
    let host: String
    /// 0 takes a free one.
    let port: Int

    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || "[]/@".contains($0) }) else { return nil }
        self.host = host
        self.port = port
    }

    /// Nobody but this machine reaches it.
    var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// `http://localhost:PORT`, the one address in clear that Entra's pages accept; nil where the port is not known.
    var localURL: String? { port == 0 ? nil : "http://localhost:\(port)" }

    /// With the port that was taken.
    func url(port: Int) -> String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
