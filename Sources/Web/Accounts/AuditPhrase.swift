import Model
import Posture
import Store

/// How the log tells one kind of action: `Ana hid 3 instances of …: reason`.
struct AuditPhrase: Sendable {
    /// What stands between the subject and the detail.
    enum Tail: String, Sendable {
        /// The detail says nothing that a sentence needs; it stays in the record.
        case none = ""
        case colon = ": "
        case to = " to "
        case role = " as "
        case with = " with "
        case because = ", because "
    }

    let action: String
    /// For the filter: `Instances hidden`.
    let title: String
    /// With `#` where a number stands at the beginning of the detail.
    let verb: String
    let tail: Tail
    /// False where the subject is whoever acted.
    let namesSubject: Bool

    init(_ action: String, _ title: String, _ verb: String, _ tail: Tail = .none, namesSubject: Bool = true) {
        self.action = action
        self.title = title
        self.verb = verb
        self.tail = tail
        self.namesSubject = namesSubject
    }

    /// One for every action that is noted anywhere.
    static let all: [AuditPhrase] = findings + integrations + people + accounts + content

    private static let findings = [
        AuditPhrase("finding.ignore", "Finding ignored", "ignored", .colon),
        AuditPhrase("finding.activate", "Finding activated", "activated"),
        AuditPhrase("finding.severity", "Severity changed", "changed the severity of", .colon),
        AuditPhrase("finding.owner", "Owner named", "gave an owner to", .colon),
        AuditPhrase("finding.reopen", "Finding opened again", "opened again", .colon),
        AuditPhrase("finding.undo", "Decision taken back", "took back a decision about", .colon),
        AuditPhrase("finding.hide", "Finding hidden", "hid", .colon),
        AuditPhrase("finding.unhide", "Finding shown again", "showed again"),
        AuditPhrase("instance.hide", "Instances hidden", "hid # of", .colon),
        AuditPhrase("instance.unhide", "Instances shown again", "showed again # of"),
        AuditPhrase("instance.reopen", "Instances opened again", "opened again # of", .colon),
        AuditPhrase("instance.undo", "Hiding taken back", "took back a decision about # of"),
        AuditPhrase("app.decide", "App decided about", "decided about the app", .colon),
        AuditPhrase("app.undecide", "App decision taken back", "took back the decision about the app"),
        AuditPhrase("domain.ask", "DNS asked", "asked the DNS about", .colon),
    ]

    private static let integrations = [
        AuditPhrase("integration.authorise", "Authorisation begun", "began to authorize"),
        AuditPhrase("integration.link", "Consent link made", "made a consent link for"),
        AuditPhrase("integration.unlink", "Consent link ended", "ended the consent link for"),
        AuditPhrase("integration.consent", "Consent by link", "took the consent of somebody else for"),
        AuditPhrase("integration.refuse", "Authorisation refused", "was refused the authorisation of", .colon),
        AuditPhrase("integration.add", "Integration connected", "connected"),
        AuditPhrase("integration.reauthorise", "Integration authorised again", "authorized again"),
        AuditPhrase("integration.credential", "Credential renewed", "renewed the credential of"),
        AuditPhrase("integration.frequency", "Sync frequency changed", "changed the sync frequency of", .to),
        AuditPhrase("integration.profiles", "DLP profiles chosen", "chose the DLP profiles of", .colon),
        AuditPhrase("integration.pause", "Integration paused", "paused"),
        AuditPhrase("integration.resume", "Integration resumed", "resumed"),
        AuditPhrase("integration.stop", "Reading stopped", "stopped the reading of"),
        AuditPhrase("integration.test", "Connection tested", "tested the connection of"),
        AuditPhrase("integration.scan", "Scan begun", "began a scan of"),
        AuditPhrase("integration.sync", "Sync begun", "began a sync of"),
        AuditPhrase("integration.labels", "Labels asked for", "asked for the labels of"),
        AuditPhrase("integration.judging", "Judging begun", "began to judge again"),
        AuditPhrase("integration.remove", "Integration removed", "removed the integration", .colon),
        AuditPhrase("registration.change", "Registration changed", "changed the app registration of"),
        AuditPhrase(
            "registration.credential", "Registration's credential", "set the credential of the app registration of"),
        AuditPhrase(
            "registration.sign-in", "Sign-in with Microsoft switched", "switched the sign-in with Microsoft by", .colon),
        AuditPhrase("registration.test", "Registration tested", "tested the app registration of", .colon),
    ]

    private static let people = [
        AuditPhrase("protection.add", "Protected", "protected"),
        AuditPhrase("protection.edit", "Protected person changed", "changed the protected person"),
        AuditPhrase("protection.remove", "Protection removed", "removed the protection of"),
        AuditPhrase("protection.import", "Protected people imported", "imported protected people from", .colon),
        AuditPhrase("secondary-email.add", "Secondary email added", "added a secondary email to", .colon),
        AuditPhrase("secondary-email.remove", "Secondary email removed", "removed a secondary email of", .colon),
        AuditPhrase("policy.add", "Policy added", "added the policy", .colon),
        AuditPhrase("policy.remove", "Policy removed", "removed the policy", .colon),
    ]

    private static let accounts = [
        AuditPhrase("session.begin", "Signed in", "signed in", .with, namesSubject: false),
        AuditPhrase("session.end", "Session ended", "ended sessions of"),
        AuditPhrase("session.refuse", "Sign-in refused", "was refused the sign-in as", .because),
        AuditPhrase("account.add", "Account made", "made an account for", .role),
        AuditPhrase(
            "account.preferences", "Profile changed", "changed their own profile", .colon, namesSubject: false),
        AuditPhrase("account.role", "Role changed", "changed the role of", .colon),
        AuditPhrase("account.password", "Password set", "set the password of"),
        AuditPhrase("account.link", "Microsoft account linked", "linked a Microsoft account to", .colon),
        AuditPhrase("account.unlink", "Microsoft account unlinked", "unlinked the Microsoft account of"),
        AuditPhrase("account.link-send", "Password link made", "made a password link for"),
        AuditPhrase("account.disable", "Account disabled", "disabled the account of"),
        AuditPhrase("account.enable", "Account enabled", "enabled the account of"),
        AuditPhrase("account.remove", "Account removed", "removed the account of"),
        AuditPhrase("token.add", "Token made", "made the token", .colon),
        AuditPhrase("token.revoke", "Token revoked", "revoked the token"),
    ]

    private static let content = [
        AuditPhrase("profile.add", "DLP profile made", "made the DLP profile", .colon),
        AuditPhrase("profile.change", "DLP profile changed", "changed the DLP profile", .colon),
        AuditPhrase("profile.switch", "DLP entries switched", "switched entries of the DLP profile", .colon),
        AuditPhrase("profile.remove", "DLP profile removed", "removed the DLP profile"),
        AuditPhrase("entry.add", "DLP entry made", "made the DLP entry", .colon),
        AuditPhrase("entry.change", "DLP entry changed", "changed the DLP entry", .colon),
        AuditPhrase("entry.remove", "DLP entry removed", "removed the DLP entry"),
    ]

    private static let byAction = Dictionary(all.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })

    /// Nil for an action of an older or newer Reeve.
    static func of(_ action: String) -> AuditPhrase? { byAction[action] }
}
