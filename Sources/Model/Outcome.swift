/// The answer of a check about one entity.
public enum Outcome: Hashable, Sendable {
    case clear
    case found(Evidence)
    /// It could not be told, and why. Never shown as a pass: it opens nothing and resolves nothing.
    case unknown(String)
}
