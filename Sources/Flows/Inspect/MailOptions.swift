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
    /// For how long verdicts are kept.
    public var retention = RetentionPeriod(days: 90)
    /// After what silence an outside address is forgotten.
    public var correspondenceRetention = RetentionPeriod(days: 730)

    public init() {}

    public enum CodingKeys: String, CodingKey, CaseIterable {
        case trustTopResults, trustedAuthservIds, trustedArcSealers, thresholds, trustedDomains, allow, blocked, actions
        case failOpen, timeLimit, headers, headerKeyFile, retention, correspondenceRetention
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
        retention = try box.decodeIfPresent(RetentionPeriod.self, forKey: .retention) ?? retention
        correspondenceRetention =
            try box.decodeIfPresent(RetentionPeriod.self, forKey: .correspondenceRetention) ?? correspondenceRetention
    }

    /// The policies, their expressions compiled.
    /// - Throws: `MailOptionsError` for what cannot be.
    public func policies() throws(MailOptionsError) -> MailPolicies {
        var policies = MailPolicies()
        policies.trustedDomains = try Self.each(trustedDomains, "trustedDomains") { entry throws(MailOptionsError) in
            try entry.compiled()
        }
        policies.allowed = try Self.each(allow, "allow") { entry throws(MailOptionsError) in try entry.compiled() }
        policies.blocked = try Self.each(blocked, "blocked") { entry throws(MailOptionsError) in
            try entry.compiled(in: "mail.blocked")
        }
        return policies
    }

    private static func each<Option, Policy>(
        _ options: [Option], _ section: String, _ compile: (Option) throws(MailOptionsError) -> Policy
    ) throws(MailOptionsError) -> [Policy] {
        var policies: [Policy] = []
        for (place, option) in options.enumerated() {
            do throws(MailOptionsError) {
                policies.append(try compile(option))
            } catch {
                throw error.at(["mail", section, "\(place)"])
            }
        }
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
    /// The names, and places in lists from 0, that lead to the setting; empty where that is not known.
    public private(set) var path: [String] = []
    init(_ description: String) { self.description = description }

    func at(_ path: [String]) -> Self {
        var error = self
        error.path = path
        return error
    }
}
