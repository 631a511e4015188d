import Foundation
import Model

/// What an app may do with one service, by whom it was allowed.
public struct AppReach: Sendable, Hashable {
    public enum Verb: String, Sendable, Hashable, Comparable {
        case read, send, change
        private var rank: Int { self == .read ? 0 : self == .send ? 1 : 2 }
        public static func < (a: Verb, b: Verb) -> Bool { a.rank < b.rank }
    }

    /// `Mail`, `Files`, or the API's name where it is no service of the list.
    public var service: String
    public var verbs: Set<Verb>
    /// Names of permissions, or their ids where nobody knows the name.
    public var permissions: [String]
    /// With nobody signed in, for the whole tenant.
    public var isByItself: Bool
    /// For everybody, in the name of whoever is signed in.
    public var isForEverybody: Bool
    /// Ids of the people who consented each for themselves.
    public var people: Set<String>
    /// Nil where Graph does not say.
    public var granted: Date?

    /// The service that a permission of Microsoft Graph opens; nil for those of other APIs.
    public static func service(of permission: String) -> String? {
        let first = permission.split(separator: ".").first.map(String.init) ?? permission
        for (service, names) in table where names.contains(first) { return service }
        return nil
    }

    public static func verb(of permission: String) -> Verb {
        let words = permission.lowercased()
        if words.contains("send") { return .send }
        let changes = ["write", "manage", "create", "update", "delete", "fullcontrol", "accessasuser", "full_access"]
        return changes.contains { words.contains($0) } ? .change : .read
    }

    private static let table: [(String, Set<String>)] = [
        ("Mail", ["Mail", "MailboxSettings", "IMAP", "POP", "SMTP", "EWS", "MailboxFolder", "MailboxItem"]),
        ("Files", ["Files", "Sites", "Lists"]),
        ("Contacts", ["Contacts", "OrgContact", "People"]),
        ("Calendar", ["Calendars", "OnlineMeetings", "Place", "Bookings"]),
        (
            "Teams",
            ["Team", "TeamsActivity", "Channel", "ChannelMessage", "Chat", "ChatMessage", "TeamMember", "Calls"]
        ),
        ("Notes and tasks", ["Notes", "Tasks"]),
        (
            "Directory",
            [
                "User", "Group", "GroupMember", "Directory", "Application", "RoleManagement", "Domain", "Organization",
                "Device", "AuditLog", "Policy", "openid", "profile", "email", "offline_access", "AppRoleAssignment",
                "UserAuthenticationMethod", "Member",
            ]
        ),
    ]
}
