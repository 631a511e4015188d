/// A foreign domain that resembles one's own, or is young, and is known to be in order.
public struct TrustedDomain: Sendable {
    public var pattern: DomainPattern
    /// Silences the look-alike test, nothing else.
    public var similarity: Bool
    /// Silences the domain-age test, nothing else.
    public var recent: Bool

    public init(_ pattern: DomainPattern, similarity: Bool = true, recent: Bool = false) {
        self.pattern = pattern
        self.similarity = similarity
        self.recent = recent
    }
}
