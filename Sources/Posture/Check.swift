import Foundation
import Model

/// One kind of weakness: what it is called, why it matters, how to mend it, and how an entity is asked whether it has it.
public struct Check: Sendable, Identifiable {
    /// The sections of the dashboard; the raw value is `category` in JSON.
    public enum Family: String, Sendable, Codable, CaseIterable {
        case userAccounts = "user-accounts"
        case fileSharing = "file-sharing"
        case thirdPartyApps = "third-party-apps"
        case emailDomains = "email-domains"
        case emailForwarding = "email-forwarding"
        case content

        public var title: String {
            switch self {
            case .userAccounts: "User accounts"
            case .fileSharing: "File sharing"
            case .thirdPartyApps: "Third-party apps"
            case .emailDomains: "Email domains"
            case .emailForwarding: "Email forwarding"
            case .content: "Content"
            }
        }
    }

    /// Public and stable: URLs, API, exceptions. Never renamed, never reused.
    public let id: String
    public let title: String
    public let severity: Severity
    public let family: Family
    /// What must have been read for an answer. Without the permission of one of them the answer is unknown.
    public let collectors: [Collector]
    /// Why it matters, in two or three sentences.
    public let why: String
    /// What to do, in one imperative clause for the line under an instance: at most 58 characters, no full stop.
    public let remedy: String
    /// What to do, step by step.
    public let fix: [String]
    /// Where Microsoft (or the RFC) documents it.
    public let references: [String]
    /// The same weakness in other catalogues, where that is certain: "CIS M365 v3.1 6.2.1".
    public let mappings: [String]
    /// The settings that change what it calls a finding.
    public let options: [CheckOptions.CodingKeys]
    /// What a person gets instead of "one sentence" in tables: the instance in words, made from its evidence.
    public let sentence: @Sendable (Evidence) -> String
    private let questions: [Question]

    /// How entities of one kind are asked. The entity's type is erased here, once.
    public struct Question: Sendable {
        let kind: EntityKind
        let examine: @Sendable (any Entity, Tenant) -> Outcome
        let due: @Sendable (any Entity, Tenant) -> Date?

        /// - Parameter due: the next moment after `tenant.asOf` at which time alone changes the answer; nil where it never does.
        public static func of<Subject: Entity>(
            _ subject: Subject.Type = Subject.self,
            due: @escaping @Sendable (Subject, Tenant) -> Date? = { _, _ in nil },
            examine: @escaping @Sendable (Subject, Tenant) -> Outcome
        ) -> Question {
            Question(
                kind: Subject.kind,
                examine: { entity, tenant in
                    guard let subject = entity as? Subject else {
                        return .unknown("asked about a \(type(of: entity).kind)")
                    }
                    return examine(subject, tenant)
                },
                due: { entity, tenant in (entity as? Subject).flatMap { due($0, tenant) } })
        }
    }

    public init(
        id: String, title: String, severity: Severity, family: Family, collectors: [Collector], why: String,
        remedy: String, fix: [String], references: [String], mappings: [String] = [],
        options: [CheckOptions.CodingKeys] = [],
        sentence: @escaping @Sendable (Evidence) -> String, questions: [Question]
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.family = family
        self.collectors = collectors
        self.why = why
        self.remedy = remedy
        self.fix = fix
        self.references = references
        self.mappings = mappings
        self.options = options
        self.sentence = sentence
        self.questions = questions
    }

    /// The kinds of entity it is asked about.
    public var subjects: Set<EntityKind> { Set(questions.map(\.kind)) }

    /// The permissions it needs, as Reeve asks for them.
    public var permissions: [Permission] { Set(collectors.compactMap(\.permissions.first)).sorted() }

    /// Whether this entity has the weakness. Pure: the same arguments give the same outcome.
    public func outcome(for entity: any Entity, in tenant: Tenant) -> Outcome {
        for collector in collectors {
            let enough = collector.permissions
            if !enough.isEmpty, !enough.contains(where: tenant.permissions.contains) {
                return .unknown("needs \(enough[0])")
            }
        }
        guard let question = questions.first(where: { $0.kind == type(of: entity).kind }) else {
            return .unknown("is not asked about a \(type(of: entity).kind)")
        }
        return question.examine(entity, tenant)
    }

    /// When time alone will change the answer about this entity; nil where only a change of the entity can.
    public func due(for entity: any Entity, in tenant: Tenant) -> Date? {
        questions.first { $0.kind == type(of: entity).kind }?.due(entity, tenant)
    }

    /// Whether the policy profile leaves it on.
    public func isOn(in profile: CheckOptions.PolicyProfile) -> Bool {
        switch profile {
        case .casb: true
        case .cis: id != "user-password-never-expires" && id != "user-password-stale"
        }
    }
}
