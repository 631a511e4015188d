/// What an integration is used for. Each one needs permissions of its own; Reeve asks for those of the chosen ones and no others.
public enum Feature: String, Sendable, Codable, CaseIterable, Hashable {
    /// Users and groups; without it there is nothing to look at, so it is always on.
    case directory
    /// Posture findings about accounts, files, apps, domains and mail rules.
    case posture
    /// Sensitivity labels as a profile.
    case labels
    /// Taking back sharing links: the read-write mode.
    case remediation
    /// Sites outside teams, private and shared channels.
    case sites
    /// Who consented to which app.
    case consents
    /// The labels' v1.0 list in place of the preview.
    case labelList = "label-list"

    /// The words of the forms.
    public var title: String {
        switch self {
        case .directory: "Users and groups"
        case .posture: "Posture findings"
        case .labels: "Sensitivity labels"
        case .remediation: "Removing links"
        case .sites: "Sites outside teams"
        case .consents: "Who consented to which app"
        case .labelList: "Sensitivity labels from the v1.0 list"
        }
    }

    /// Application permissions on Microsoft Graph, in the order shown to people.
    public var permissions: [Permission] {
        switch self {
        case .directory: [.userReadAll, .groupReadAll]
        case .posture:
            [
                .domainReadAll, .applicationReadAll, .auditLogReadAll, .userAuthenticationMethodReadAll,
                .mailboxSettingsRead, .calendarsRead, .filesReadAll,
            ]
        case .labels: [.informationProtectionPolicyReadAll]
        case .remediation: [.filesReadWriteAll]
        case .sites: [.sitesReadAll]
        case .consents: [.directoryReadAll]
        case .labelList: [.sensitivityLabelsReadAll]
        }
    }

    /// What is chosen where nobody chooses: all of `Permission.required`.
    public static let standard: Set<Feature> = [.directory, .posture, .labels]

    /// The application permissions of several features, each once, in the order shown to people.
    public static func permissions(of features: Set<Feature>) -> [Permission] {
        var seen: Set<Permission> = []
        return allCases.filter { features.contains($0) || $0 == .directory }
            .flatMap(\.permissions).filter { seen.insert($0).inserted }
    }

    /// What is asked for on behalf of a person (the limited mode): names that exist as delegated permissions, nothing that changes anything.
    /// `InformationProtectionPolicy.Read.All` has no delegated form (Graph permissions reference).
    public static func delegatedPermissions(of features: Set<Feature>) -> [Permission] {
        permissions(of: features.subtracting([.remediation])).filter { $0.scopeID != nil }
    }
}
