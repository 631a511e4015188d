import Model

/// What a line of the coverage says about its gaps.
public enum CoverageWords {
    /// "1 mailbox: 403 ErrorAccessDenied (Megan Bowen)", "17 drives: 429", "shop.example: SERVFAIL", "needs
    /// Sites.Read.All".
    public static func reason(_ count: CoverageCount, in index: CheckIndex) -> String {
        let detail = count.detail.flatMap { $0.isEmpty ? nil : $0 } ?? fallback(count)
        guard let noun = noun(of: count.collector) else {
            let checks = index.checks(reading: count.collector).count
            guard checks > 0, !detail.contains("check") else { return detail }
            return "\(detail): \(Numbers.counted(checks, "check")) \(checks == 1 ? "has" : "have") no answer"
        }
        let words = "\(Numbers.counted(count.subjects, noun.one, plural: noun.many)): \(detail)"
        guard count.subjects == 1, let example = count.example, isName(example) else { return words }
        return count.collector == .dns ? "\(example): \(detail)" : "\(words) (\(example))"
    }

    /// What is to be said of something of the tenant that was read and is not quite what it should be: "preview list (beta)".
    public static func note(_ count: CoverageCount) -> String? {
        count.state == .ok && noun(of: count.collector) == nil ? count.detail.flatMap { $0.isEmpty ? nil : $0 } : nil
    }

    /// Whether a subject is called by what a person knows, not by an id of Graph's: a GUID, a drive ("b!V2lk…"), an item
    /// ("01BYE5RZ6QN3ZWBT…").
    static func isName(_ subject: String) -> Bool {
        let id = #/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|(^|/)b!|(^|/)[0-9A-Z]{16,}(!|/|$)/#
        return !subject.isEmpty && !subject.contains(id)
    }

    private static func fallback(_ count: CoverageCount) -> String {
        switch count.state {
        case .denied: count.collector.lack ?? "refused"
        case .throttled: "asked to wait too long"
        case .error: "failed"
        case .ok: "read"
        case .notApplicable: "not applicable"
        }
    }

    /// What the subjects of a collector are called; nil where the one subject is the tenant.
    public static func noun(of collector: Collector) -> (one: String, many: String)? {
        switch collector {
        case .messageRules, .calendars: ("mailbox", "mailboxes")
        case .authenticationMethods: ("user", "users")
        case .dns: ("domain", "domains")
        case .drives: ("place", "places")
        case .driveItems: ("drive", "drives")
        case .itemPermissions: ("item", "items")
        case .fileContents: ("file", "files")
        case .appRoleAssignments: ("app", "apps")
        case .organization, .users, .groups, .domains, .applications, .servicePrincipals, .permissionGrants,
            .registrationDetails, .sites, .sensitivityLabels:
            nil
        }
    }
}
