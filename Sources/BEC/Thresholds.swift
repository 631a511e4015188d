/// From which score on a message is noted, taken for an impersonation, and taken for a malicious one.
public struct Thresholds: Hashable, Sendable, Codable {
    public var note: Double
    public var impersonation: Double
    public var malicious: Double

    public init(note: Double = 0.3, impersonation: Double = 0.5, malicious: Double = 0.8) {
        self.note = note
        self.impersonation = impersonation
        self.malicious = malicious
    }

    /// Of two, the one that speaks earlier at each step.
    func stricter(_ other: Thresholds) -> Thresholds {
        Thresholds(
            note: min(note, other.note), impersonation: min(impersonation, other.impersonation),
            malicious: min(malicious, other.malicious))
    }
}
