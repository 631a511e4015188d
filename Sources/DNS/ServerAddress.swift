import Foundation

/// DNS servers as a person writes them.
enum ServerAddress {
    /// - Returns: the list as c-ares takes it: `192.0.2.1:53,[2001:db8::1]:53`.
    static func list(_ text: String) throws -> String {
        let entries = text.split(separator: ",", omittingEmptySubsequences: false)
        return try entries.map { try one($0.trimmingCharacters(in: .whitespaces)) }.joined(separator: ",")
    }

    private static func one(_ text: String) throws -> String {
        let (host, port) = parts(text)
        let address = host == "localhost" ? "127.0.0.1" : host
        guard let port, port > 0, isAddress(address, AF_INET) || isAddress(address, AF_INET6) else {
            throw ResolverError(
                description:
                    "\"\(text)\" is no DNS server: an IP address and a port, like 192.0.2.1:53 or [2001:db8::1]:53")
        }
        return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    }

    /// Port 53 where none is given; nil where it is no number.
    private static func parts(_ text: String) -> (host: String, port: UInt16?) {
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<close])
            let rest = text[text.index(after: close)...]
            if rest.isEmpty { return (host, 53) }
            return (host, rest.hasPrefix(":") ? UInt16(rest.dropFirst()) : nil)
        }
        guard let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon else { return (text, 53) }
        return (String(text[..<colon]), UInt16(text[text.index(after: colon)...]))
    }

    private static func isAddress(_ text: String, _ family: Int32) -> Bool {
        var bytes = in6_addr()
        return inet_pton(family, text, &bytes) == 1
    }
}
