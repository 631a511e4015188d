import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Report
import Store

/// Users, tokens and the audit log as the API has them.
extension WebServer {
    var accountCalls: [Route] {
        [
            .api(.get, "/api/v1/users", for: .administrator, .listUsers, listUsersCall),
            .api(.post, "/api/v1/users", for: .administrator, .addUser, addUserCall),
            .api(.get, "/api/v1/users/{id}", for: .administrator, .getUser, userCall),
            .api(.patch, "/api/v1/users/{id}", for: .administrator, .changeUser, changeUserCall),
            .api(.delete, "/api/v1/users/{id}", for: .administrator, .removeUser, removeUserCall),
            .api(.delete, "/api/v1/users/{id}/sessions", for: .administrator, .endUserSessions, endSessionsCall),
            .api(.post, "/api/v1/users/{id}/password-link", for: .administrator, .linkUser, linkUserCall),
            .api(.get, "/api/v1/tokens", for: .administrator, .listTokens, listTokensCall),
            .api(.post, "/api/v1/tokens", for: .administrator, .addToken, addTokenCall),
            .api(.delete, "/api/v1/tokens/{id}", for: .administrator, .revokeToken, revokeTokenCall),
            .api(.get, "/api/v1/audit", for: .viewer, .listAudit, listAuditCall),
            .api(.get, "/api/v1/audit/export", for: .viewer, .exportAudit, exportAudit),
            .api(.get, "/api/v1/audit/proof", for: .viewer, .proveAudit, proveAuditCall),
        ]
    }

    func listUsersCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try store.accounts().page(asked.seek(), limit: asked.limit, id: \.id)
        return Response.json(page.document({ $0.element.json }, \.place))
    }

    func userCall(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(try asked(context).json)
    }

    func addUserCall(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Wish: Decodable {
            var name: String
            var role: Role
            var entraAddress: String?
        }
        let wish = try await decode(Wish.self, request, context)
        let (account, code) = try await acted {
            try await addAccount(wish.name, wish.role, try invited(wish.entraAddress), try context.somebody)
        }
        let link = OrderedJSON.optional(code.map { passwordLink($0) })
        return Response.json(.object([("user", account.json), ("passwordLink", link)]), status: .created)
    }

    func changeUserCall(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Wish: Decodable {
            var role: Role?
            var disabled: Bool?
            /// Empty: no sign-in with Microsoft.
            var entraAddress: String?
        }
        let account = try asked(context)
        let wish = try await decode(Wish.self, request, context)
        let entra = try wish.entraAddress.map { try invited($0.isEmpty ? nil : $0) }
        let (deed, session) = (try context.somebody.deed(at: now()), try context.somebody.session)
        try await acted {
            try await store.changeAccounts(deed) { writer in
                if let role = wish.role { try writer.setRole(role, of: account) }
                switch wish.disabled {
                case true?: try writer.disable(account)
                case false?: try writer.enable(account)
                case nil: break
                }
                if let entra { try writer.link(account, anew: entra, asking: session) }
            }
        }
        return Response.json(try asked(context).json)
    }

    func removeUserCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try asked(context)
        let deed = try context.somebody.deed(at: now())
        try await acted { try await store.changeAccounts(deed) { try $0.remove(account) } }
        return Response(status: .noContent)
    }

    func endSessionsCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try asked(context)
        let deed = try deed(context)
        try await acted { try await store.changeAccounts(deed) { _ = try $0.endSessions(of: account) } }
        return Response(status: .noContent)
    }

    func linkUserCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try asked(context)
        let deed = try context.somebody.deed(at: now())
        let code = try await acted { try await store.changeAccounts(deed) { try $0.makePasswordLink(for: account) } }
        return Response.json(.object([("passwordLink", .text(passwordLink(code)))]), status: .created)
    }

    func listTokensCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let now = now()
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try store.tokens().page(asked.seek(), limit: asked.limit, id: \.id)
        return Response.json(page.document({ $0.element.json(at: now) }, \.place))
    }

    func addTokenCall(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Wish: Decodable {
            var name: String
            var scopes: [String]
            var expires: String?
        }
        let asked = try await decode(Wish.self, request, context)
        let wish = TokenWish(name: asked.name, scopes: asked.scopes, expires: asked.expires, at: now())
        if let trouble = wish.troubles.min(by: { $0.key < $1.key }) {
            let member = trouble.key == "scope" ? "scopes" : trouble.key
            throw Problem(.unprocessableContent, "\(member): \(trouble.value)")
        }
        do {
            let made = try make(wish, try context.somebody)
            return Response.json(
                .object([("token", made.token.json(at: now())), ("secret", .text(made.secret.text))]), status: .created)
        } catch let error as APITokenError { throw Problem(.conflict, "\(error)".sentence) }
    }

    func revokeTokenCall(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let token = try store.revokeToken(try context.part("id"), noting: try context.somebody.deed(at: now()))
            return Response.json(token.json(at: now()))
        } catch is APITokenError { throw Problem(.notFound, "There is no such token that could be revoked.") }
    }

    func listAuditCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try AuditQuery(request, in: .gmt)
        let wanted = try PageRequest<Int>(request)
        let page = try store.audit(query.filter, below: wanted.after, limit: wanted.limit)
        return Response.json(
            .object([
                ("items", .list(page.records.map(\.json))), ("next", .optional(page.next.map { Cursor($0).text })),
            ]))
    }

    func proveAuditCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let (count, broken): (Int, Int?) =
            switch try store.proveAudit() {
            case .whole(let count): (count, nil)
            case .broken(let line, let count): (count, line)
            }
        return Response.json(
            .object([("isWhole", .flag(broken == nil)), ("lines", .number(count)), ("brokenAt", .optional(broken))]))
    }

    /// What accounts refuse, in the words of the API.
    private func acted<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as AccountError {
            if case .unknown = error { throw Problem(.notFound, "\(error)".sentence) }
            if case .nameTaken = error { throw Problem(.conflict, "\(error)".sentence) }
            throw Problem(.unprocessableContent, "\(error)".sentence)
        }
    }
}

extension Account {
    var json: OrderedJSON {
        .object([
            ("id", .text(id)), ("name", .text(name)), ("role", .text(role.rawValue)),
            ("status", .text(standing.rawValue)), ("lastSignIn", .optional(lastSignIn.map(Moments.iso))),
            ("createdAt", .text(Moments.iso(createdAt))), ("createdBy", .text(createdBy)),
            ("entraAddress", .optional(entra?.address)),
        ])
    }
}

extension APIToken {
    func json(at now: Date) -> OrderedJSON {
        .object([
            ("id", .text(id)), ("name", .text(name)), ("status", .text(standing(at: now).rawValue)),
            ("scopes", .texts(scopes)), ("lastUsed", .optional(lastUsed.map(Moments.iso))),
            ("expires", .optional(expires.map(ProtectWords.lastMoment))), ("createdAt", .text(Moments.iso(createdAt))),
            ("createdBy", .text(createdBy)),
        ])
    }
}
