import DLP

/// What people call an entry of a profile.
public enum EntryTitle {
    /// "International bank account number" for `iban`; the id itself for one that no detector has.
    public static func of(_ id: String) -> String { all[id] ?? id }

    private static let all: [String: String] = Dictionary(
        Detector.all.flatMap { detector in
            [(detector.id, detector.title)] + detector.kinds.map { ($0.id, $0.title) }
        }, uniquingKeysWith: { first, _ in first })
}
