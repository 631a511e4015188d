import HTTPTypes
import Hummingbird
import Store

/// One path and what answers it.
struct Route: Sendable {
    typealias Answer = @Sendable (Request, WebContext) async throws -> Response

    /// Who may ask.
    enum Access: Sendable, Hashable {
        case anyone
        /// Somebody signed in, or a token, with at least this role.
        case role(Role)
        /// A token with this scope; its handler asks for it, because each kind of client shows it differently.
        case scope(APIScope)
    }

    enum Kind: Sendable, Hashable {
        /// HTML for somebody who is signed in; who is not is led to the sign-in.
        case page
        /// A form that changes something: signed in, with the token against forged requests.
        case form
        /// JSON, for tokens and for the dashboard's own script.
        case api
        /// Neither: assets, health, the doors of mail.
        case plain
    }

    let method: HTTPRequest.Method
    /// With `{name}` where a part may be anything.
    let path: String
    let kind: Kind
    let access: Access
    /// What the API's description says of it; nil for pages and forms.
    let operation: Operation?
    /// The largest form that is read, in bytes.
    let limit: Int
    /// The largest file that such a form may carry, in bytes, for who sent more; nil where it carries none.
    var largestFile: Int?
    let answer: Answer

    static func page(_ path: String, for role: Role, _ answer: @escaping Answer) -> Route {
        Route(method: .get, path: path, kind: .page, access: .role(role), operation: nil, limit: 0, answer: answer)
    }

    /// A page that is shown to whoever asks: the sign-in.
    static func openPage(_ path: String, _ answer: @escaping Answer) -> Route {
        Route(method: .get, path: path, kind: .plain, access: .anyone, operation: nil, limit: 0, answer: answer)
    }

    /// - Parameter limit: the largest form that is read, in bytes.
    static func form(_ path: String, for role: Role, limit: Int = 1 << 20, _ answer: @escaping Answer) -> Route {
        Route(method: .post, path: path, kind: .form, access: .role(role), operation: nil, limit: limit, answer: answer)
    }

    /// A form with a file.
    /// - Parameter largest: bytes of the largest file; what stands around it has a megabyte more.
    static func form(_ path: String, for role: Role, file largest: Int, _ answer: @escaping Answer) -> Route {
        var route = form(path, for: role, limit: largest + (1 << 20), answer)
        route.largestFile = largest
        return route
    }

    /// A form for somebody who is not signed in. The handler proves where it comes from.
    static func openForm(_ path: String, _ answer: @escaping Answer) -> Route {
        Route(method: .post, path: path, kind: .plain, access: .anyone, operation: nil, limit: 0, answer: answer)
    }

    static func api(
        _ method: HTTPRequest.Method, _ path: String, for role: Role, _ operation: Operation,
        _ answer: @escaping Answer
    ) -> Route {
        Route(
            method: method, path: path, kind: .api, access: .role(role), operation: operation, limit: 0, answer: answer)
    }

    /// What is neither a page nor a call of the API.
    static func plain(
        _ method: HTTPRequest.Method, _ path: String, for access: Access = .anyone, _ operation: Operation? = nil,
        _ answer: @escaping Answer
    ) -> Route {
        Route(
            method: method, path: path, kind: .plain, access: access, operation: operation, limit: 0, answer: answer)
    }

    /// Whether somebody who has just signed in may be led there.
    var isPlaceToLand: Bool { (kind == .page && path != "/events") || path == "/oauth/callback" }

    /// Whether a path is one of this route's.
    func matches(_ path: String) -> Bool {
        let (own, asked) = (
            self.path.split(separator: "/", omittingEmptySubsequences: false),
            path.split(separator: "/", omittingEmptySubsequences: false)
        )
        return own.count == asked.count && zip(own, asked).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
