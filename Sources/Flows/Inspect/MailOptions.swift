import BEC
import Pattern

/// What an administrator sets about judging mail, as the section `mail` of `reeve.yaml` says it.
public struct MailOptions: Codable, Sendable {
    /// The topmost Authentication-Results of a stored message was written by the tenant's own hop.
    public var trustTopResults = true
    public var trustedAuthservIds: [String] = []
    public var trustedArcSealers: [String] = []
    public var thresholds = ThresholdOptions()
    public var trustedDomains: [TrustedDomainOption] = []
    public var allow: [AllowOption] = []
    public var blocked: [SenderOption] = []
    /// By disposition: what a door does with the message, in the door's words.
    public var actions: [String: String] = [:]
    /// What cannot be judged goes on; else the client is asked to come again.
    public var failOpen = true
    /// Seconds that judging one message may take.
    public var timeLimit = 5.0
    /// Whose names the header fields bear: `reeve` or `compatible`.
    public var headers = "reeve"
    /// A file whose bytes are the key that signs the header fields.
    public var headerKeyFile: String?
    /// Days for which verdicts are kept, with the header fields that they rest on.
    public var keepDays = 90.0

    public init() {}

    public enum CodingKeys: String, CodingKey, CaseIterable {
        case trustTopResults, trustedAuthservIds, trustedArcSealers, thresholds, trustedDomains, allow, blocked, actions
        case failOpen, timeLimit, headers, headerKeyFile, keepDays
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        trustTopResults = try box.decodeIfPresent(Bool.self, forKey: .trustTopResults) ?? trustTopResults
        trustedAuthservIds = try box.decodeIfPresent([String].self, forKey: .trustedAuthservIds) ?? []
        trustedArcSealers = try box.decodeIfPresent([String].self, forKey: .trustedArcSealers) ?? []
        thresholds = try box.decodeIfPresent(ThresholdOptions.self, forKey: .thresholds) ?? thresholds
        trustedDomains = try box.decodeIfPresent([TrustedDomainOption].self, forKey: .trustedDomains) ?? []
        allow = try box.decodeIfPresent([AllowOption].self, forKey: .allow) ?? []
        blocked = try box.decodeIfPresent([SenderOption].self, forKey: .blocked) ?? []
        actions = try box.decodeIfPresent([String: String].self, forKey: .actions) ?? [:]
        failOpen = try box.decodeIfPresent(Bool.self, forKey: .failOpen) ?? failOpen
        timeLimit = try box.decodeIfPresent(Double.self, forKey: .timeLimit) ?? timeLimit
        headers = try box.decodeIfPresent(String.self, forKey: .headers) ?? headers
        headerKeyFile = try box.decodeIfPresent(String.self, forKey: .headerKeyFile)
        keepDays = try box.decodeIfPresent(Double.self, forKey: .keepDays) ?? keepDays
    }

    /// The policies, their expressions compiled.
    /// - Throws: `MailOptionsError` for what cannot be.
    public func policies() throws(MailOptionsError) -> MailPolicies {
        var policies = MailPolicies()
        for entry in trustedDomains { policies.trustedDomains.append(try entry.compiled()) }
        for entry in allow { policies.allowed.append(try entry.compiled()) }
        for entry in blocked { policies.blocked.append(try entry.compiled(in: "mail.blocked")) }
        return policies
    }

    /// The settings of the judge.
    public func settings() throws(MailOptionsError) -> MailSettings {
        let standard = try thresholds.standard.laid(over: Thresholds(), in: "mail.thresholds")
        var settings = MailSettings(
            trustTopResults: trustTopResults, trustedAuthservIDs: Set(trustedAuthservIds),
            trustedARCSealers: Set(trustedArcSealers.map { $0.lowercased() }), thresholds: standard)
        for (reason, limits) in thresholds.protectedBy ?? [:] {
            settings.thresholdsByReason[reason] = try limits.laid(
                over: standard, in: "mail.thresholds.protectedBy.\(reason)")
        }
        for (recipient, limits) in thresholds.recipients ?? [:] {
            settings.thresholdsByRecipient[recipient.lowercased()] =
                try limits.laid(over: standard, in: "mail.thresholds.recipients.\(recipient)")
        }
        return settings
    }

    /// Compiles an expression over a whole address, in any letter case.
    public static let compile: Company.Compile = { text in
        guard let pattern = try? Pattern(text) else { return nil }
        return { pattern.matches($0) }
    }
}

/// A setting that cannot be, in words for the person who wrote it.
public struct MailOptionsError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
