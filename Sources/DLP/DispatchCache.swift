import Synchronization

/// The dispatches that have been made, by the detectors that were live. Texts of one kind need few.
final class DispatchCache: Sendable {
    private let detectors: [Detector]
    private let made = Mutex<[DetectorMask: Dispatch]>([:])

    /// Kept at most; when there are more, they are made anew.
    private static let most = 512

    init(_ detectors: [Detector]) { self.detectors = detectors }

    func dispatch(for live: DetectorMask) -> Dispatch {
        if let known = made.withLock({ $0[live] }) { return known }
        let fresh = Dispatch(detectors, live: live)
        made.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[live] = fresh
        }
        return fresh
    }
}
