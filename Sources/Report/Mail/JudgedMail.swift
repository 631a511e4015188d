import Model

/// A judged message, as lists and reports show it.
public struct JudgedMail: Sendable, Hashable {
    /// The case's id, else the path, else `-`.
    public var id: String
    /// Who it says it is from, as a person would see it.
    public var from: String
    public var verdict: Verdict

    public init(id: String, from: String, verdict: Verdict) {
        self.id = id
        self.from = from
        self.verdict = verdict
    }
}

extension Disposition {
    /// Whether `--fail-on-hit` means it.
    public var isHit: Bool { self == .malicious || self == .spoof || self == .suspicious }
}
