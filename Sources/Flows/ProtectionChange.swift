import Model
import Store

/// What somebody changed on the Business Email Compromise list in one go, with all that is needed to take it back.
public struct ProtectionChange: Sendable, Hashable {
    /// One entry, as it was and as it is now.
    public struct Step: Sendable, Hashable {
        /// Nil where it was not listed.
        public var before: Protection?
        /// What was added to it; nil where it is listed no longer.
        public var after: Protection?
        /// Secondary emails that went with it.
        public var forgotten: [KeptSecondaryEmail] = []

        var key: Protection.Key? { before?.key ?? after?.key }
        public var name: String { before?.name ?? after?.name ?? "" }
        /// The texts of all reasons it has now.
        var reasonsAfter: Set<String> {
            guard let after else { return [] }
            return Set((before?.reasons ?? []).map(\.text) + after.reasons.map(\.text))
        }
    }

    public var steps: [Step] = []
    /// The names of those that stayed as they were.
    public var unchanged: [String] = []

    public init() {}

    /// The names of those that are another than before.
    public var names: [String] { steps.map(\.name) }
}

extension Protection.Key {
    /// `user 0ed2db0f-8c21-4a6e-9a5e-000000000001`, as the audit log tells entries of one name apart.
    var words: String { "\(kind.rawValue) \(id)" }
}
