/// What is worth trying in one part of a text, for the detectors that can count there: most words of a text are none of their values'
/// lengths and are passed by after one look.
///
/// Belongs to one run on one thread.
final class Watch {
    /// What counts now.
    private(set) var tables: WatchTables
    private let dispatch: Dispatch
    /// Parts of a text have few different sets of detectors, by turns.
    private var known: [DetectorMask: WatchTables] = [:]

    private static let mostKnown = 64

    init(_ dispatch: Dispatch) {
        self.dispatch = dispatch
        tables = WatchTables(dispatch, live: DetectorMask())
    }

    /// From here on these detectors count.
    func turn(to live: DetectorMask) {
        guard live != tables.live else { return }
        if let made = known[live] {
            tables = made
            return
        }
        tables = WatchTables(dispatch, live: live)
        if known.count == Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[live] = tables
    }
}
