import HTTPTypes
import Hummingbird
import Store

extension WebServer {
    /// Lets a request through to what answers it, where whoever asks may.
    func admit(_ request: Request, _ context: WebContext, to route: Route) async throws -> Response {
        var context = context
        switch route.kind {
        case .plain: context.visitor = nil
        case .page:
            guard let visitor = try await visitor(of: request, context) else { return signInFirst(request) }
            context.visitor = visitor
        case .form:
            guard let visitor = try await visitor(of: request, context) else {
                let why = endOfSession(request).map { "\($0). Sign in again. " } ?? "sign in again. "
                throw Problem(.unauthorized, "Your session has ended: \(why)Nothing was changed.")
            }
            context.visitor = visitor
            let form = try await self.form(request, of: route)
            try refuseForged(request, visitor, shown: form["csrf"])
            context.form = form
        case .api: context.visitor = try await caller(of: request, context)
        }
        if case .role(let role) = route.access, let visitor = context.visitor { try require(role, of: visitor) }
        if route.kind == .api {
            context.operation = route.operation
            try (route.operation ?? .undescribed).check(request.uri.queryParameters)
        }
        return try await route.answer(request, context)
    }

    /// - Throws: `Problem` 413 in the words of a person for a form that is larger than it may be.
    private func form(_ request: Request, of route: Route) async throws -> Form {
        do {
            return try await Form(request, atMost: route.limit)
        } catch let problem as Problem where problem.status == .contentTooLarge {
            guard let largest = route.largestFile else { throw problem }
            throw Problem(.contentTooLarge, "What was sent is larger than \(largest >> 20) MB. Nothing of it was kept.")
        }
    }

    /// - Throws: `Problem` 403 for who has a lesser role.
    func require(_ role: Role, of visitor: Visitor) throws {
        guard visitor.role < role else { return }
        throw Problem(
            .forbidden, "This needs the role \(role.rawValue); \(visitor.name) has \(visitor.role.rawValue).")
    }

    /// Who calls the API: a token, or the dashboard's own script with the session's cookie.
    private func caller(of request: Request, _ context: WebContext) async throws -> Visitor {
        if let presented = bearer(request.headers) { return try await visitor(ofToken: presented, context) }
        guard let visitor = try await visitor(of: request, context) else {
            throw Problem(
                .unauthorized, "This needs a token: Authorization: Bearer TOKEN (reeve token add).",
                headers: [.wwwAuthenticate: "Bearer realm=\"reeve\""])
        }
        if request.method != .get, request.method != .head {
            try refuseForged(request, visitor, shown: request.headers.first("X-CSRF-Token"))
        }
        return visitor
    }

    func signInFirst(_ request: Request) -> Response {
        Response.seeOther(Link("/sign-in", request.uri.path == "/" ? [:] : ["next": "\(request.uri)"]))
    }
}
