import Foundation

/// What the simulated tenant is: its size, its manners and its clock.
public struct SimulatedConfiguration: Sendable {
    /// `off`: no limit. `real`: Microsoft's documented limits. `tight`: small limits and short waits, for quick tests.
    public enum ThrottleMode: String, Sendable, CaseIterable { case off, real, tight }

    /// Totals. Where one is less than what Contoso has by hand, Contoso alone answers.
    public var users = 0
    public var groups = 0
    public var drives = 0
    public var items = 0

    public var throttle = ThrottleMode.off
    /// Share of requests that fail in some way, 0 to 1.
    public var faults = 0.0
    /// Share of synthetic users, groups and drive items that change with each simulated day; a day passes whenever a
    /// round of `/users/delta` starts from a deltaLink.
    public var churn = 0.0
    public var seed: UInt64 = 1

    public var tenantID = "c0de4b1d-0000-4000-8000-00000000c0de"
    public var clientID = "c0de4b1d-0000-4000-8000-0000000c11e7"
    public var clientSecret = "simulated-secret-of-contoso"
    /// Nil where the secret never expires.
    public var secretExpires: Date?
    /// Certificates (PEM) whose keys may sign client assertions.
    public var certificates: [String] = []
    /// Application permissions that an administrator has granted.
    public var permissions: Set<String> = SimulatedConfiguration.everyPermission
    /// Seconds an access token lives.
    public var tokenLife = 3599.0
    /// Until this moment tokens carry no roles, as right after a consent; nil where consent has long arrived.
    public var consentArrives: Date?
    /// Where false the registration report is refused, as in a tenant without Entra ID P1.
    public var premium = true

    /// Scheme, host and port of the links in answers.
    public var origin = "http://127.0.0.1:9400"
    public var now: @Sendable () -> Date = { Date() }
    /// Forces pages of at most this many objects; nil for Graph's own page sizes and `$top`.
    public var pageSize: Int?
    /// Puts an empty page with a nextLink behind every page.
    public var emptyPages = false
    /// Answers with the labels of a file in the shape of the documentation's example, inside `value`.
    public var wrapsLabels = false
    /// Mailboxes (user ids) that an application access policy keeps from the app: 403 ErrorAccessDenied.
    public var deniedMailboxes: Set<String> = [Contoso.deniedMailbox]

    public init() {}

    /// What Reeve asks for, and Sites.Read.All and SensitivityLabels.Read.All.
    public static let everyPermission: Set<String> = [
        "User.Read.All", "Group.Read.All", "Domain.Read.All", "Application.Read.All", "AuditLog.Read.All",
        "UserAuthenticationMethod.Read.All", "MailboxSettings.Read", "Calendars.Read", "Files.Read.All",
        "InformationProtectionPolicy.Read.All", "Sites.Read.All", "SensitivityLabels.Read.All",
    ]
}
