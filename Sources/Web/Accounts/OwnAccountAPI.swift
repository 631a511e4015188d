import Foundation
import HTTPTypes
import Hummingbird
import Report
import Store

/// One's own sessions and password as the API has them. A token of the API is nobody and has neither.
extension WebServer {
    var ownAccountCalls: [Route] {
        let path = "/api/v1/profile"
        return [
            .api(.get, path + "/sessions", for: .viewer, .listOwnSessions, ownSessionsCall),
            .api(.delete, path + "/sessions", for: .viewer, .endOwnSessions, endOwnSessionsCall),
            .api(.delete, path + "/sessions/{id}", for: .viewer, .endOwnSession, endOwnSessionCall),
            .api(.put, path + "/password", for: .viewer, .changeOwnPassword, changePasswordCall),
        ]
    }

    private func ownSessionsCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let sessions = try store.sessions(of: account, at: now(), limits: signIn.limits)
        return Response.json(
            .object([("items", .list(sessions.map { $0.json(isThis: $0.id == visitor.session?.id) })), ("next", .null)])
        )
    }

    private func endOwnSessionCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let id = try context.part("id")
        guard try await store.changeAccounts(visitor.deed(at: now()), { try $0.endSession(id, of: account) }) else {
            throw Problem(.notFound, "You have no session of that id; it may have ended.")
        }
        return Response(status: .noContent)
    }

    private func endOwnSessionsCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let kept = request.asked("others") == "yes" ? visitor.session : nil
        try await store.changeAccounts(visitor.deed(at: now())) { _ = try $0.endSessions(of: account, but: kept) }
        return Response(status: .noContent)
    }

    private func changePasswordCall(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Wish: Decodable {
            var current: String
            var password: String
        }
        let (visitor, account) = try person(context)
        let wish = try await decode(Wish.self, request, context, atMost: 64 << 10)
        guard try await knows(wish.current, account, request, context) else {
            throw Problem(.unprocessableContent, "current: This is not your current password.")
        }
        if let objection = PasswordRule.objection(to: wish.password, of: account.name) {
            throw Problem(.unprocessableContent, "password: \(objection)")
        }
        let secret = try await replacePassword(of: account, with: wish.password, visitor, request)
        var response = Response.json(.object([("csrfToken", .text(secret.derived(for: Self.forgeryPurpose)))]))
        response.setCookie(cookies.cookie(cookies.session, secret.text, life: signIn.limits.overall))
        return response
    }
}

extension Session {
    fileprivate func json(isThis: Bool) -> OrderedJSON {
        .object([
            ("id", .text(id)), ("browser", .text(SessionView.browser(agent))), ("address", .optional(address)),
            ("since", .text(Moments.iso(createdAt))), ("lastUsed", .text(Moments.iso(lastSeen))),
            ("ends", .text(Moments.iso(expires))), ("isThis", .flag(isThis)),
        ])
    }
}

extension Operation {
    private static let people = "For people who are signed in: a token of the API is nobody, and gets a 403."

    static let listOwnSessions = Operation(
        id: "listOwnSessions", tag: "profile", summary: "Your open sessions, the one used last first.",
        description: people,
        answers: [
            200: .page(
                of: .object([
                    ("id", .text), ("browser", .text), ("address", .optional(.text)), ("since", .moment),
                    ("lastUsed", .moment), ("ends", .moment), ("isThis", .flag),
                ]))
        ])
    static let endOwnSession = Operation(
        id: "endOwnSession", tag: "profile", summary: "Ends one of your sessions.", description: people,
        parameters: [.path("id", .text, "The session's id.")], answers: [204: nil])
    static let endOwnSessions = Operation(
        id: "endOwnSessions", tag: "profile", summary: "Ends your sessions, this one too.", description: people,
        parameters: [.query("others", .text(oneOf: ["yes"]), "All but the one that asks.")], answers: [204: nil])
    static let changeOwnPassword = Operation(
        id: "changeOwnPassword", tag: "profile", summary: "Changes your password; your other sessions end.",
        description:
            "The session gets another cookie, and with it another token against forged requests, which the answer has. \(people)",
        body: .object([("current", .text(maxLength: 1024)), ("password", .text(maxLength: 1024))]),
        answers: [200: .object([("csrfToken", .text)])])
}
