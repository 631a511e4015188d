import Flows
import Store
import Synchronization

/// Tells open pages what the command line and other processes changed: whoever looks often enough at the store's marks misses nothing.
final class StoreWatch: Sendable {
    private let last = Mutex<ChangeMark?>(nil)

    /// What has changed since the last look; nothing at the first one.
    func news(in store: Store) throws -> [Event] {
        let now = try store.changeMark()
        let then = last.withLock { last in
            defer { last = now }
            return last
        }
        guard let then, then != now else { return [] }
        var events: [Event] = []
        if then.integrations != now.integrations { events.append(Event(.findings)) }
        if then.deeds != now.deeds { events.append(Event(.integrations)) }
        if then.people != now.people { events.append(Event(.protections)) }
        if then.mail != now.mail { events.append(Event(.mail)) }
        return events
    }
}

extension WebServer {
    /// Time between two looks: what somebody changed elsewhere stands on open pages some seconds later.
    private static let pauseOfWatch = Duration.seconds(3)

    /// Looks for changes until it is cancelled.
    public func watchStore() async {
        repeat {
            // A store that cannot be read now is asked again; pages that are asked for tell of it.
            for event in (try? watch.news(in: store)) ?? [] { events.post(event) }
        } while (try? await clock.sleep(for: Self.pauseOfWatch)) != nil
    }
}
