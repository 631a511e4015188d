import Foundation
import Store

/// Who asks: somebody signed in, or the holder of a token.
struct Visitor: Sendable {
    /// The account's or the token's name, for people to read.
    var name: String
    var role: Role
    /// `user:ana`, `token:ci`: as the audit log names it.
    var actor: String
    var zone: TimeZone = .gmt
    var theme: Account.Theme = .system
    /// Whether single keys do something on pages.
    var hasShortcuts = true
    /// The session's token against forged requests; empty for a token of the API.
    var csrf = ""
    /// The address that the request came from.
    var address: String?
    /// The account and the session; nil for a token of the API.
    var account: Account?
    var session: Session?

    /// Compared without telling by its time where they differ.
    func accepts(csrf shown: String) -> Bool { !csrf.isEmpty && areAlike(shown.utf8, csrf.utf8) }

    /// What is noted about something that the visitor does.
    func deed(at now: Date) -> Deed { Deed(by: actor, at: now, from: address) }
}
