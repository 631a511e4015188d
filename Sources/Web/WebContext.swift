import Hummingbird
import NIOCore

/// What is known of a request beside the request itself.
struct WebContext: RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection: the client, or the proxy in front of Reeve.
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
