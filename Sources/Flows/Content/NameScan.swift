import DLP
import Model
import Store
import Synchronization

/// What the names of parts and places are looked through for beside what a scan looks for: every predefined detector, and every entry of
/// one's own. What nobody asks for today somebody asks for tomorrow, and the history of a finding keeps the names of today for good.
public final class NameScan: Sendable {
    private let make: @Sendable () -> CustomScan?
    /// One's own entries, once they are made ready: one scan, or none.
    private let own = Mutex<[TextScan]?>(nil)

    private init(_ make: @escaping @Sendable () -> CustomScan?) { self.make = make }

    /// The predefined detectors alone.
    public static let predefined = NameScan { nil }

    private static let detectors = try? TextScan(Detector.all, minimum: .medium)

    /// - Parameter looked: entries that the scan itself looks for.
    convenience init(besides looked: Set<CustomEntry.ID>, of catalogue: EntryCatalogue, in store: Store) {
        let entries = catalogue.custom.map(\.entry).filter { !looked.contains($0.id) && $0.isSoughtInNames }
        self.init {
            guard !entries.isEmpty, let material = try? EntryBulk.material(for: entries, in: store) else { return nil }
            return AttachedProfiles.ready(entries, material).0
        }
    }

    /// Made ready when the first name is looked through: most documents have none.
    func scans(besides scan: TextScan) -> [TextScan] {
        let own = own.withLock { own in
            let ready = own ?? (make().flatMap { try? TextScan([], custom: $0, minimum: .low) }.map { [$0] } ?? [])
            own = ready
            return ready
        }
        let hasAll = scan.minimum <= .medium && scan.detectors.count == Detector.all.count
        return hasAll ? own : own + [Self.detectors].compactMap(\.self)
    }
}

extension CustomEntry {
    fileprivate var isSoughtInNames: Bool {
        switch means {
        case .pattern, .words, .dataset: true
        // A name is too short to be like a document, and bears no label.
        case .fingerprint, .label, .foreignLabel: false
        }
    }
}
