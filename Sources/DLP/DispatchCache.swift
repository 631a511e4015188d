import Synchronization

/// The dispatches that have been made, by the detectors that were live. Texts of one kind need few; when there are many, one for all
/// detectors serves: it finds the same, and what lacks its word is dropped later.
final class DispatchCache: Sendable {
    private let detectors: [Detector]
    private let made = Mutex<[DetectorMask: Dispatch]>([:])

    /// Kept at most.
    private static let most = 64

    private let whole: Dispatch

    init(_ detectors: [Detector]) {
        self.detectors = detectors
        var all = DetectorMask()
        for place in detectors.indices { all[place] = true }
        whole = Dispatch(detectors, live: all)
    }

    func dispatch(for live: DetectorMask) -> Dispatch {
        let (known, isFull) = made.withLock { ($0[live], $0.count >= Self.most) }
        if let known { return known }
        guard !isFull else { return whole }
        let fresh = Dispatch(detectors, live: live)
        made.withLock { known in
            known[live] = fresh
        }
        return fresh
    }
}
