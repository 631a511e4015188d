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
    /// The session's token against forged requests; empty for a token of the API.
    var csrf = ""
    /// The address that the request came from.
    var address: String?

    /// Compared without telling by its time where they differ.
    func accepts(csrf shown: String) -> Bool {
        guard !csrf.isEmpty, shown.utf8.count == csrf.utf8.count else { return false }
        return zip(shown.utf8, csrf.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
