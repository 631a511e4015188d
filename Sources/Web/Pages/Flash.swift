import Foundation
import HTTPTypes
import Hummingbird

/// What the page after a change says on top: what was done, and how to take it back.
struct Flash: Sendable, Codable, Hashable {
    enum Kind: String, Sendable, Codable { case ok, warn, bad }
    /// A form that takes the change back.
    struct Undo: Sendable, Codable, Hashable {
        var action: String
        var fields: [String: String]
    }

    var kind: Kind
    var words: String
    var undo: Undo?

    static func done(_ words: String, undo: Undo? = nil) -> Flash { Flash(kind: .ok, words: words, undo: undo) }
    static func warning(_ words: String) -> Flash { Flash(kind: .warn, words: words) }
    static func failed(_ words: String) -> Flash { Flash(kind: .bad, words: words) }

    static let cookie = "reeve-flash"
    /// What a browser keeps in one cookie is 4,096 bytes (RFC 6265 §6.1); a longer undo is left out.
    private static let limit = 3500

    fileprivate var cookieValue: String? {
        func written(_ flash: Flash) -> String? {
            (try? JSONEncoder().encode(flash)).map { $0.base64EncodedString().replacing("=", with: "") }
        }
        guard let whole = written(self), whole.utf8.count > Self.limit else { return written(self) }
        return written(Flash(kind: kind, words: String(words.prefix(500))))
    }

    /// What the last answer left for this page; nil where it left nothing.
    init?(_ request: Request) {
        guard let value = request.cookies[Self.cookie]?.value, value.utf8.count <= 4096,
            let data = Data(base64Encoded: value + String(repeating: "=", count: (4 - value.count % 4) % 4)),
            let flash = try? JSONDecoder().decode(Flash.self, from: data)
        else { return nil }
        self = flash
    }

    init(kind: Kind, words: String, undo: Undo? = nil) {
        self.kind = kind
        self.words = words
        self.undo = undo
    }
}

extension Response {
    /// After a change: the page that shows it (RFC 9110 §15.4.4).
    static func seeOther(_ link: Link, flash: Flash? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: "\(link)"])
        if let value = flash?.cookieValue {
            response.setCookie(
                Cookie(name: Flash.cookie, value: value, maxAge: 60, path: "/", httpOnly: true, sameSite: .strict))
        }
        return response
    }
}
