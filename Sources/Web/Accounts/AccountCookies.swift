import Foundation
import Hummingbird
import Store

/// The cookies by which a browser is known again. With https they carry the prefix `__Host-`, so that no other host of the domain, and
/// nothing on the way, can plant one (RFC 6265bis §4.1.3.2).
struct AccountCookies: Sendable {
    let isSecure: Bool

    init(publicURL: String?) { isSecure = publicURL?.lowercased().hasPrefix("https://") ?? false }

    /// Holds the secret of a session.
    var session: String { name("reeve-session") }
    /// Holds a secret of a browser that nobody has signed in with yet.
    var stranger: String { name("reeve-visit") }
    /// Holds what an Entra sign-in under way has to come back with.
    var entra: String { name("reeve-entra") }
    /// The theme, for pages that are shown before the sign-in.
    static let theme = "reeve-theme"

    /// - Parameters:
    ///   - life: seconds; 0 takes the cookie away.
    ///   - site: `.lax` lets it come along when a link elsewhere leads here; a form elsewhere never gets it along.
    func cookie(_ name: String, _ value: String, life: TimeInterval, site: Cookie.SameSite = .lax) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: Int(life), path: "/", secure: isSecure, httpOnly: true, sameSite: site)
    }

    func name(_ plain: String) -> String { isSecure ? "__Host-\(plain)" : plain }
}

extension WebServer {
    var cookies: AccountCookies { AccountCookies(publicURL: publicURL) }
}
