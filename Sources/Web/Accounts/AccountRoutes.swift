import Hummingbird
import Store

extension WebServer {
    /// Sign-in, profile, people, tokens and the audit log.
    var accountRoutes: [Route] {
        [
            .openPage("/sign-in", signInPage), .openForm("/sign-in", signIn),
            .openPage("/sign-in/entra", leaveForEntra), .openPage("/sign-in/callback", returnFromEntra),
            .openPage("/first-start", firstStartPage), .openForm("/first-start", firstStart),
            .openPage("/set-password", setPasswordPage), .openForm("/set-password", setPassword),
            .form("/sign-out", for: .viewer, signOut), .form("/theme", for: .viewer, setTheme),
            .page("/profile", for: .viewer, profilePage), .form("/profile", for: .viewer, setPreferences),
            .form("/profile/password", for: .viewer, changePassword),
            .form("/profile/sessions/end", for: .viewer, endSession),
            .form("/profile/sessions/end-all", for: .viewer, endAllSessions),
            .page("/settings/users", for: .administrator, usersPage),
            .form("/settings/users/add", for: .administrator, addUser),
            .page("/settings/users/{id}", for: .administrator, userPage),
            .form("/settings/users/{id}/role", for: .administrator, setRole),
            .form("/settings/users/{id}/link", for: .administrator, sendLink),
            .form("/settings/users/{id}/entra", for: .administrator, linkToEntra),
            .form("/settings/users/{id}/sessions", for: .administrator, endSessionsOfUser),
            .form("/settings/users/{id}/disable", for: .administrator, disableUser),
            .form("/settings/users/{id}/enable", for: .administrator, enableUser),
            .form("/settings/users/{id}/remove", for: .administrator, removeUser),
            .page("/settings/tokens", for: .administrator, tokensPage),
            .form("/settings/tokens/add", for: .administrator, addToken),
            .form("/settings/tokens/revoke", for: .administrator, revokeToken),
            .page("/settings/audit", for: .viewer, auditPage),
            .page("/settings/audit/export", for: .viewer, exportAudit),
        ] + accountCalls + ownAccountCalls
    }
}

extension Template {
    static let accountTemplates: [Template] = [
        signIn, firstStart, newPassword, firstSteps, setPassword, profile, users, user, roleWords, tokens, audit,
        accountTabs,
    ]
}
