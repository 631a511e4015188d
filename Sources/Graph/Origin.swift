import Foundation

/// Scheme, host and port of a URL, in one spelling.
struct Origin: Hashable, Sendable, CustomStringConvertible {
    let scheme: String
    /// Lower case; an IPv6 address in its brackets.
    let host: String
    let port: Int

    /// The origin of a text that is an origin and nothing else (a slash at its end is forgiven).
    init(_ text: String) throws(GraphEndpoint.InvalidOrigin) {
        func invalid(_ reason: String) -> GraphEndpoint.InvalidOrigin { .init(text: text, reason: reason) }
        guard let (origin, rest) = Origin.split(text) else {
            throw invalid("write scheme and host, as in https://graph.microsoft.com")
        }
        guard rest.isEmpty || rest == "/" else { throw invalid("leave out everything after the host") }
        guard origin.scheme == "https" || origin.isLoopback else {
            throw invalid("plain http is taken for loopback addresses only")
        }
        self = origin
    }

    /// An absolute http(s) URL as its origin and everything after it, verbatim; nil for anything else, a URL with a user among it.
    static func split(_ url: String) -> (origin: Origin, rest: Substring)? {
        guard let separator = url.range(of: "://") else { return nil }
        let scheme = url[..<separator.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        let stop = url[separator.upperBound...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? url.endIndex
        guard let (host, port) = authority(url[separator.upperBound..<stop].lowercased()) else { return nil }
        return (Origin(scheme: scheme, host: host, port: port ?? (scheme == "https" ? 443 : 80)), url[stop...])
    }

    private init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// An origin that no server has (RFC 6761 §6.4).
    static let nowhere = Origin(scheme: "https", host: "endpoint.invalid", port: 443)

    private static func authority(_ text: String) -> (host: String, port: Int?)? {
        var host = text[...]
        var port: Int?
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[bracket...].lastIndex(of: ":") {
            let digits = text[text.index(after: colon)...]
            guard let number = Int(digits), 1...65535 ~= number, digits.allSatisfy(\.isNumber) else { return nil }
            port = number
            host = text[..<colon]
        }
        let name = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host
        let isAddress6 = name.count != host.count
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            case UInt8(ascii: ":"): isAddress6
            case UInt8(ascii: "_"): !isAddress6
            default: false
            }
        }
        return isPlain && !name.isEmpty ? (String(host), port) : nil
    }

    /// 127.0.0.0/8, ::1 and the name localhost.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Host, and port where it is not the scheme's own.
    var authority: String { port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)" }
    var description: String { "\(scheme)://\(authority)" }
}
