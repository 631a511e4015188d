import Store

/// The entries of the side bar, in its order.
enum SideBar: String, Sendable, CaseIterable {
    case overview, findings, integrations, apps, domains, coverage, mail, protected, policies, profiles, labels
    case settings, directories, registration, accounts, audit

    /// The heading that it stands under; nil for the first entry.
    var heading: String? {
        switch self {
        case .overview: nil
        case .findings, .integrations, .apps, .domains, .coverage: "CASB"
        case .mail: "Email"
        case .protected, .policies: "Email Configuration"
        case .profiles, .labels: "DLP"
        case .settings, .directories, .registration, .accounts, .audit: "Settings"
        }
    }

    var title: String {
        switch self {
        case .overview: "Overview"
        case .findings: "Findings"
        case .integrations: "Integrations"
        case .apps: "Third-party apps"
        case .domains: "Domains"
        case .coverage: "Coverage"
        case .mail: "Mail"
        case .protected: "Business Email Compromise"
        case .policies: "Allow and block policies"
        case .profiles: "Profiles"
        case .labels: "Sensitivity labels"
        case .settings: "All settings"
        case .directories: "Directories"
        case .registration: "Application registration"
        case .accounts: "Users and tokens"
        case .audit: "Audit log"
        }
    }

    /// Who finds it there: whoever may open the page.
    var role: Role {
        switch self {
        case .registration, .accounts: .administrator
        default: .viewer
        }
    }

    var path: String {
        switch self {
        case .overview: "/"
        case .findings: "/findings"
        case .integrations: "/integrations"
        case .apps: "/apps"
        case .domains: "/domains"
        case .coverage: "/coverage"
        case .mail: "/mail"
        case .protected: "/protected"
        case .policies: "/policies"
        case .profiles: "/dlp/profiles"
        case .labels: "/dlp/labels"
        case .settings: "/settings"
        case .directories: "/settings/directories"
        case .registration: "/settings/registration"
        case .accounts: "/settings/users"
        case .audit: "/settings/audit"
        }
    }
}
