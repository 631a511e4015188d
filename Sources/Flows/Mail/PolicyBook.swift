import BEC
import Foundation
import Model
import Store

/// The policies on mail: those of `reeve.yaml`, which are read here, and those of the store, which are changed here.
public struct PolicyBook: Sendable {
    let store: Store
    let options: MailOptions

    public init(store: Store, options: MailOptions) {
        self.store = store
        self.options = options
    }

    /// A policy with where it comes from.
    public struct Entry: Sendable, Hashable {
        public var policy: MailPolicy
        /// It stands in `reeve.yaml` and is changed there.
        public var isFromFile: Bool

        public init(policy: MailPolicy, isFromFile: Bool) {
            self.policy = policy
            self.isFromFile = isFromFile
        }
    }

    /// What a person wants a policy to be, before anything of it is believed.
    public struct Draft: Sendable, Hashable {
        public var kind: MailPolicy.Kind
        public var patternKind: MailPolicy.PatternKind
        public var pattern: String
        public var effect: String?
        public var verifySender = true
        public var similarity = true
        public var recent = false
        public var comment: String?
        public var expires: Date?

        public init(_ kind: MailPolicy.Kind, _ patternKind: MailPolicy.PatternKind, _ pattern: String) {
            self.kind = kind
            self.patternKind = patternKind
            self.pattern = pattern
        }
    }

    /// Every policy; within a kind those of the file first, as they stand in it.
    public func entries() throws -> [Entry] {
        fromFile.map { Entry(policy: $0, isFromFile: true) }
            + (try store.mailPolicies().map { Entry(policy: $0, isFromFile: false) })
    }

    private var fromFile: [MailPolicy] {
        let trusted = options.trustedDomains.map { entry in
            policy(.trustedDomain, SenderOption(domain: entry.domain, regex: entry.regex)) {
                $0.similarity = entry.similarity ?? true
                $0.recent = entry.recent ?? false
            }
        }
        let allowed = options.allow.map { entry in
            policy(
                .allow,
                SenderOption(email: entry.email, domain: entry.domain, network: entry.network, regex: entry.regex)
            ) {
                $0.effect = entry.effect
                $0.verifySender = entry.verifySender ?? true
            }
        }
        return trusted + allowed + options.blocked.map { policy(.blocked, $0) { _ in } }
    }

    private func policy(
        _ kind: MailPolicy.Kind, _ sender: SenderOption, _ change: (inout MailPolicy) -> Void
    ) -> MailPolicy {
        let pairs: [(MailPolicy.PatternKind, String?)] = [
            (.email, sender.email), (.domain, sender.domain), (.network, sender.network), (.regex, sender.regex),
        ]
        let given = pairs.first { $0.1 != nil }
        var policy = MailPolicy(
            id: "file", kind, given?.0 ?? .email, given?.1 ?? "", by: "reeve.yaml",
            at: Date(timeIntervalSince1970: 0))
        change(&policy)
        return policy
    }

    /// The policy that a draft describes.
    /// - Throws: `MailOptionsError` in words for the person who wrote it.
    public func policy(_ draft: Draft, _ deed: Deed) throws -> MailPolicy {
        var pattern = draft.pattern.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !pattern.unicodeScalars.contains(where: Self.isUnseen) else {
            throw MailOptionsError("the pattern holds a control character, or another one that nobody sees")
        }
        // A name with the dot of the root is the same name.
        if [.email, .domain].contains(draft.patternKind), pattern.hasSuffix(".") { pattern.removeLast() }
        guard !pattern.isEmpty else { throw MailOptionsError("the pattern is empty") }
        guard pattern.utf8.count <= 1000 else { throw MailOptionsError("the pattern is longer than 1,000 bytes") }
        if let expires = draft.expires, expires <= deed.at { throw MailOptionsError("the end lies in the past") }
        let comment = try FreeText.checked(
            draft.comment, "comment", .lines, most: FreeText.mostOfComment, MailOptionsError.init)
        let policy = MailPolicy(
            draft.kind, draft.patternKind, pattern, effect: draft.kind == .allow ? draft.effect : nil,
            verifySender: draft.verifySender, similarity: draft.similarity, recent: draft.recent,
            comment: comment, by: deed.actor, at: deed.at, expires: draft.expires)
        var trial = MailPolicies()
        try trial.add(policy)
        return policy
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// There is such a policy already. Two that differ in nothing but their end or their proof would leave open which of them counts.
    public struct Taken: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String

        init(_ entry: Entry) {
            let place =
                entry.isFromFile ? "in reeve.yaml: change it there" : "of \(entry.policy.by): remove that one first"
            description = "there is such a policy on \(entry.policy.pattern) already, \(place)"
        }
    }

    /// Adds a policy; every mail door honours it from the next message on.
    /// - Throws: `MailOptionsError` for one that cannot be, `Taken` where there is one like it.
    @discardableResult
    public func add(_ draft: Draft, _ deed: Deed) throws -> MailPolicy {
        let policy = try policy(draft, deed)
        if let same = try entries().first(where: { $0.policy.isActive(at: deed.at) && $0.policy.isLike(policy) }) {
            throw Taken(same)
        }
        try store.add(policy, deed.entry("policy.add", policy.pattern, policy.words))
        return policy
    }

    /// Removes a policy of the store.
    /// - Returns: what it was; nil where there is none of that id.
    @discardableResult
    public func remove(_ id: String, _ deed: Deed) throws -> MailPolicy? {
        guard let policy = try store.mailPolicies().first(where: { $0.id == id }) else { return nil }
        let isGone = try store.removeMailPolicy(id, deed.entry("policy.remove", policy.pattern, policy.words))
        return isGone ? policy : nil
    }
}

extension MailPolicy {
    /// Whether it says the same of the same mail. Addresses, domains and networks are alike in any letter case.
    fileprivate func isLike(_ other: MailPolicy) -> Bool {
        guard kind == other.kind, patternKind == other.patternKind, effect == other.effect else { return false }
        return patternKind == .regex
            ? pattern == other.pattern : pattern.lowercased() == other.pattern.lowercased()
    }

    /// `allow domain partner.example trustedSender`: for the audit log.
    var words: String {
        [kind.rawValue, patternKind.rawValue, effect, kind == .allow && !verifySender ? "without proof" : nil]
            .compactMap(\.self).joined(separator: " ")
    }
}
