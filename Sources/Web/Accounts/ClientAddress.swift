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
            .map { $0.trimmingCharacters(in: .whitespaces) }
        // The last one that is no proxy of ours: what stands further left, anybody may have written.
        guard let client = chain.last(where: { !trustedProxies.contains($0) }),
            (try? SocketAddress(ipAddress: client, port: 0)) != nil
        else { return peer }
        return client
    }

    /// What failed attempts are counted by.
    func clientKey(_ request: Request, _ context: WebContext) -> String {
        guard let address = clientAddress(request, context) else { return "unknown" }
        return Web.clientKey(try? SocketAddress(ipAddress: address, port: 0))
    }
}
