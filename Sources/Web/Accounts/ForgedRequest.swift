import Foundation
import HTTPTypes
import Hummingbird
import Store

/// A page of another site can send a form with the visitor's cookie; it can neither read the token in Reeve's own pages nor hide where it
/// stands (OWASP, Cross-Site Request Forgery Prevention).
extension WebServer {
    /// - Throws: `Problem` 403 where the request is not from a page of this server, or lacks the session's token.
    func refuseForged(_ request: Request, _ visitor: Visitor, shown: String?) throws {
        guard isFromHere(request), let shown, visitor.accepts(csrf: shown) else { throw forged }
    }

    /// For forms of people who are not signed in: the token is derived from a secret in a cookie of its own.
    func refuseForged(_ request: Request, shown: String?) throws {
        guard isFromHere(request), let shown, let secret = strangerSecret(request),
            areAlike(shown.utf8, secret.derived(for: Self.forgeryPurpose).utf8)
        else { throw forged }
    }

    /// Whoever comes by plain http, past the proxy, has a browser that keeps no cookie of ours: the address is then what is wrong.
    var forged: Problem {
        let detail = "This request did not come from Reeve's own page: open the page again and repeat."
        guard cookies.isSecure, let publicURL else { return Problem(.forbidden, detail) }
        return Problem(
            .forbidden,
            "\(detail) Reeve's address is \(publicURL); at any other one the browser keeps no sign-in.")
    }

    /// What the browser says of where the request was made. A browser that says nothing is left to the token.
    private func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers.first("Sec-Fetch-Site"), site != "same-origin", site != "none" { return false }
        let origins = request.headers.all("Origin")
        return origins.allSatisfy { origin in
            // A proxy may pass another Host on than the browser asked for; the public address is then the one that counts.
            let origin = origin.lowercased()
            guard origin != publicURL?.lowercased() else { return true }
            let host = origin.split(separator: "/").last.map(String.init)
            return origin.contains("://") && host == request.head.authority?.lowercased()
                && (!cookies.isSecure || origin.hasPrefix("https://"))
        }
    }

    private func strangerSecret(_ request: Request) -> RandomSecret? {
        request.cookies[cookies.stranger].flatMap { RandomSecret($0.value) }
    }

    /// The token for a form of somebody who is not signed in, and the cookie that it belongs to where the browser has none.
    func strangerToken(_ request: Request) -> (token: String, cookie: Cookie?) {
        if let known = strangerSecret(request) { return (known.derived(for: Self.forgeryPurpose), nil) }
        let secret = RandomSecret()
        return (
            secret.derived(for: Self.forgeryPurpose),
            cookies.cookie(cookies.stranger, secret.text, life: 86_400, site: .strict)
        )
    }
}
