import Foundation
import Hummingbird
import NIOCore

/// What is known of a request beside the request itself.
struct WebContext: RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection: the client, or the proxy in front of Reeve.
    let remoteAddress: SocketAddress?
    /// Who asks, on every route that wants somebody.
    var visitor: Visitor?
    /// What the description says of the call, on every route of the API.
    var operation: Operation?
    /// What was filled in, on every route for forms.
    var form = Form([])

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

extension WebContext {
    /// Who asks.
    /// - Throws: `Problem` 401 on a route that anyone may ask.
    var somebody: Visitor {
        get throws {
            guard let visitor else { throw Problem(.unauthorized, "Sign in first.") }
            return visitor
        }
    }

    /// A `{name}` of the path, decoded.
    /// - Throws: `Problem` 404 where it is no text.
    func part(_ name: String) throws -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, !text.isEmpty else {
            throw Problem(.notFound, "There is nothing here.")
        }
        return text
    }
}
