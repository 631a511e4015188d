/// What is throttled together: a 429 in one scope says nothing about the others.
public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Users, groups, applications, organization, domains: resource units per app and tenant.
    case directory
    /// The registration report and the authentication methods: requests per app and tenant.
    case reports
    /// SharePoint and OneDrive: resource units per app and tenant.
    case sharePoint
    /// Outlook: each mailbox by itself.
    case mailbox

    /// The word of a progress line: "waiting 4 s (SharePoint asked)".
    public var title: String {
        switch self {
        case .directory: "the directory"
        case .reports: "the sign-in reports"
        case .sharePoint: "SharePoint"
        case .mailbox: "a mailbox"
        }
    }
}
