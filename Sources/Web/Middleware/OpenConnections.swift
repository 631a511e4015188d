import HummingbirdCore
import NIOCore
import Synchronization

/// The connections that are open. One at rest, between requests or before the first, makes room for a new one: so nobody keeps others out
/// by holding connections that do nothing.
final class OpenConnections: Sendable {
    private struct Connection {
        let address: String
        let channel: any Channel
        var hasAsked = false
        /// The order in which connections came to rest; nil while a request is answered.
        var restsSince: Int?
    }

    private struct State {
        var connections: [Int: Connection] = [:]
        var perAddress: [String: Int] = [:]
        var last = 0
        /// No further connection is accepted before one closes.
        var isShut = false
        var refused = 0
    }

    private let most: Int
    private let mostPerAddress: Int
    private let state = Mutex(State())

    init(most: Int, perAddress: Int) {
        self.most = max(1, most)
        mostPerAddress = max(1, min(perAddress, most))
    }

    /// Takes in a connection. It, or one at rest in its place, is closed where there are too many.
    /// - Returns: what tells it from the others; nil where it was closed.
    func open(_ channel: any Channel, from address: String) -> Int? {
        let (id, surplus) = state.withLock { state -> (Int?, (any Channel)?) in
            var surplus: (any Channel)?
            let isCrowd = state.perAddress[address, default: 0] >= mostPerAddress
            if isCrowd || state.connections.count >= most {
                guard let victim = victim(state, of: isCrowd ? address : nil) else {
                    state.refused += 1
                    return (nil, channel)
                }
                surplus = Self.remove(victim, from: &state)?.channel
            }
            state.last += 1
            state.connections[state.last] = Connection(address: address, channel: channel, restsSince: state.last)
            state.perAddress[address, default: 0] += 1
            return (state.last, surplus)
        }
        surplus?.close(promise: nil)
        return id
    }

    func close(_ id: Int) { state.withLock { _ = Self.remove(id, from: &$0) } }

    /// A request has begun.
    func works(_ id: Int) {
        state.withLock {
            $0.connections[id]?.restsSince = nil
            $0.connections[id]?.hasAsked = true
        }
    }

    /// A request is answered.
    func rests(_ id: Int) {
        let surplus = state.withLock { state -> (any Channel)? in
            state.last += 1
            state.connections[id]?.restsSince = state.last
            // Somebody waits to be accepted, and only a connection that closes lets them in.
            return state.isShut ? Self.remove(id, from: &state)?.channel : nil
        }
        surplus?.close(promise: nil)
    }

    /// Whether a further connection would find a place.
    func hasRoom() -> Bool {
        state.withLock { state in
            let hasRoom = state.connections.count < most || state.connections.contains { $0.value.restsSince != nil }
            state.isShut = !hasRoom
            return hasRoom
        }
    }

    var count: Int { state.withLock { $0.connections.count } }
    /// Connections that were closed at once because their address has too many at work.
    var refused: Int { state.withLock { $0.refused } }

    /// The connection that can be spared most: at rest, without a request so far, of whom has most, longest at rest.
    private func victim(_ state: State, of address: String?) -> Int? {
        func rank(_ connection: Connection) -> (Int, Int, Int) {
            (connection.hasAsked ? 1 : 0, -state.perAddress[connection.address, default: 0], connection.restsSince ?? 0)
        }
        let spare = state.connections.filter {
            $0.value.restsSince != nil && (address == nil || $0.value.address == address)
        }
        return spare.min { rank($0.value) < rank($1.value) }?.key
    }

    private static func remove(_ id: Int, from state: inout State) -> Connection? {
        guard let connection = state.connections.removeValue(forKey: id) else { return nil }
        let left = state.perAddress[connection.address, default: 1] - 1
        state.perAddress[connection.address] = left > 0 ? left : nil
        return connection
    }
}

/// Lets the server accept while there is room.
struct ConnectionRoom: AvailableConnectionsDelegate {
    let connections: OpenConnections

    func connectionOpened() {}
    func connectionClosed() {}
    func isAcceptingNewConnections() -> Bool { connections.hasRoom() }
}
