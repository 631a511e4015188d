import Synchronization

/// What is worth trying in one part of a text, for the detectors that can count there: most words of a text are none of their values'
/// lengths and are passed by after one look.
///
/// Belongs to one run on one thread.
final class Watch {
    /// What counts now.
    private(set) var tables: WatchTables
    private let made: MadeWatchTables
    /// Parts of a text have few different sets of detectors, by turns.
    private var known: [DetectorMask: WatchTables] = [:]

    private static let mostKnown = 64

    init(_ made: MadeWatchTables) {
        self.made = made
        tables = made.nothing
    }

    /// From here on these detectors count.
    func turn(to live: DetectorMask) {
        guard live != tables.live else { return }
        if let table = known[live] {
            tables = table
            return
        }
        tables = made.tables(for: live)
        if known.count == Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[live] = tables
    }
}

/// The tables that texts have needed so far: making one takes as long as searching a short text.
final class MadeWatchTables: Sendable {
    /// For no detector.
    let nothing: WatchTables
    private let dispatch: Dispatch
    private let made = Mutex<[DetectorMask: WatchTables]>([:])

    /// Tables that are kept; each has some ten thousand bytes.
    private static let most = 1_024

    init(_ dispatch: Dispatch) {
        self.dispatch = dispatch
        nothing = WatchTables(dispatch, live: DetectorMask())
    }

    func tables(for live: DetectorMask) -> WatchTables {
        if let table = made.withLock({ $0[live] }) { return table }
        let table = WatchTables(dispatch, live: live)
        made.withLock { if $0.count < Self.most { $0[live] = table } }
        return table
    }
}
