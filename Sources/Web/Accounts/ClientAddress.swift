import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension WebServer {
    /// The client's address: the other end of the connection, or where that is a proxy of ours, whom it speaks for.
    func clientAddress(_ request: Request, _ context: WebContext) -> String? {
        guard let peer = context.remoteAddress?.ipAddress else { return nil }
        guard trustedProxies.contains(peer) else { return peer }
        let chain = request.headers.all("X-Forwarded-For").flatMap { $0.split(separator: ",") }
            .map { Self.bare($0.trimmingCharacters(in: .whitespaces)) }
        // The last one that is no proxy of ours: what stands further left, anybody may have written.
        guard let client = chain.last(where: { !trustedProxies.contains($0) }),
            (try? SocketAddress(ipAddress: client, port: 0)) != nil
        else { return peer }
        return client
    }

    /// An address without what some proxies write around it: `192.0.2.7:443`, `[2001:db8::7]:443`, `[2001:db8::7]`.
    static func bare(_ text: String) -> String {
        if text.hasPrefix("[") {
            let parts = text.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].isEmpty || isPort(parts[1]) else { return text }
            return String(parts[0])
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        // More than one colon is an address of version 6 without a port.
        return parts.count == 2 && isPort(":" + parts[1]) ? String(parts[0]) : text
    }

    private static func isPort(_ text: some StringProtocol) -> Bool {
        text.hasPrefix(":") && UInt16(text.dropFirst()) != nil
    }

    /// What failed attempts are counted by.
    func clientKey(_ request: Request, _ context: WebContext) -> String {
        guard let address = clientAddress(request, context) else { return "unknown" }
        return Web.clientKey(try? SocketAddress(ipAddress: address, port: 0))
    }
}
