import Foundation

/// An address that may be put behind a link: https or http, nothing that a browser would run.
struct WebAddress {
    let text: String

    /// Nil for any other scheme (`javascript:`, `data:`), for whatever is no address, and where it hides a user or password.
    init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let host = url.host, !host.isEmpty, url.user == nil, url.password == nil,
            text.unicodeScalars.allSatisfy({ !VisibleText.isUnsafe($0) && $0 != " " })
        else { return nil }
        self.text = url.absoluteString
    }

    /// A URN for what has no address: `urn:reeve:tenant/user/id`, percent-encoded.
    static func urn(_ path: String) -> String {
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!@=")
        return "urn:reeve:" + (path.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    }
}
