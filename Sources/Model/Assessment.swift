import Foundation

/// What the checks said about one entity.
public struct Assessment: Sendable {
    public struct Answer: Sendable {
        public var check: String
        public var severity: Severity
        public var outcome: Outcome
        public init(check: String, severity: Severity, outcome: Outcome) {
            self.check = check
            self.severity = severity
            self.outcome = outcome
        }
    }
    public var kind: EntityKind
    public var ownerID: String
    public var entityID: String
    public var resource: Resource
    public var subID: String?
    public var answers: [Answer]
    /// When time alone may change an answer; nil where only a change of the entity can.
    public var due: Date?

    public init(of entity: any Entity, answers: [Answer], due: Date? = nil) {
        kind = type(of: entity).kind
        ownerID = entity.ownerID
        entityID = entity.id
        resource = entity.resource
        subID = entity.subID
        self.answers = answers
        self.due = due
    }
}
