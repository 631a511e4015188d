import Foundation
import Store
import Synchronization

/// Something that changed: open pages that show such things ask for them again.
public struct Event: Sendable, Hashable {
    public enum Topic: String, Sendable, Hashable, CaseIterable {
        case integrations, findings, directories, protections, mail, authorisation
    }
    public var topic: Topic
    /// The integration that it is about; nil for all of them.
    public var integration: String?
    /// One sentence for who cannot see the page change; nil where it is not worth one.
    public var words: String?

    public init(_ topic: Topic, integration: String? = nil, words: String? = nil) {
        self.topic = topic
        self.integration = integration
        self.words = words
    }
}

/// Passes events on to every open page. Nobody is waited for: who does not keep up is let go and asks again.
public final class EventHub: Sendable {
    /// What a subscriber gets.
    enum Signal: Sendable {
        case change(id: String, Event)
        /// Nothing happened: keeps the connection open.
        case beat
    }
    /// An open stream, to be ended with `leave`.
    struct Subscription: Sendable {
        let number: Int
        let signals: AsyncStream<Signal>
    }

    private struct Listener {
        let actor: String
        let continuation: AsyncStream<Signal>.Continuation
    }
    private struct State {
        var listeners: [Int: Listener] = [:]
        var next = 1
        var events = 0
        var isOpen = true
    }

    /// Streams in all, and of one visitor: a browser keeps six connections to a host, each open page takes one.
    private let most: Int
    private let mostEach: Int
    /// Signals that wait for one subscriber before it is let go.
    private static let patience = 32
    /// Tells the ids of this process from those of the one before.
    private let run = RandomSecret().text.prefix(8)
    private let state = Mutex(State())

    public init(most: Int = 256, mostEach: Int = 12) {
        self.most = most
        self.mostEach = mostEach
    }

    /// Tells every open page.
    public func publish(_ event: Event) async { post(event) }

    /// The same where nothing can be awaited.
    public func post(_ event: Event) {
        state.withLock { state in
            state.events += 1
            let signal = Signal.change(id: "\(run)-\(state.events)", event)
            for (number, listener) in state.listeners { Self.send(signal, to: listener, number, in: &state) }
        }
    }

    /// The id of the newest event.
    var lastID: String { state.withLock { "\(run)-\($0.events)" } }

    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Somebody's oldest stream makes room for the newest: a page that was left is not known to be gone until something is sent to it.
    /// - Returns: nil where there are too many, or the server ends.
    func subscribe(_ actor: String) -> Subscription? {
        let (signals, continuation) = AsyncStream.makeStream(
            of: Signal.self, bufferingPolicy: .bufferingOldest(Self.patience))
        let number = state.withLock { state -> Int? in
            guard state.isOpen else { return nil }
            let own = state.listeners.filter { $0.value.actor == actor }.keys.sorted()
            if own.count >= mostEach, let oldest = own.first {
                state.listeners.removeValue(forKey: oldest)?.continuation.finish()
            }
            guard state.listeners.count < most else { return nil }
            let number = state.next
            state.next += 1
            state.listeners[number] = Listener(actor: actor, continuation: continuation)
            return number
        }
        return number.map { Subscription(number: $0, signals: signals) }
    }

    /// Keeps one connection open.
    func beat(_ number: Int) {
        state.withLock { state in
            guard let listener = state.listeners[number] else { return }
            Self.send(.beat, to: listener, number, in: &state)
        }
    }

    func leave(_ number: Int) {
        let listener = state.withLock { $0.listeners.removeValue(forKey: number) }
        listener?.continuation.finish()
    }

    /// Ends every stream, so that the server can.
    public func close() {
        let listeners = state.withLock { state in
            state.isOpen = false
            defer { state.listeners = [:] }
            return state.listeners.values
        }
        for listener in listeners { listener.continuation.finish() }
    }

    private static func send(_ signal: Signal, to listener: Listener, _ number: Int, in state: inout State) {
        if case .dropped = listener.continuation.yield(signal) {
            listener.continuation.finish()
            state.listeners[number] = nil
        }
    }
}
