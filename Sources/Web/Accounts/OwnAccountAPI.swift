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
            .api(.get, path, for: .viewer, .getOwnProfile, ownProfileCall),
            .api(.patch, path, for: .viewer, .changeOwnProfile, changeOwnProfileCall),
            .api(.get, path + "/sessions", for: .viewer, .listOwnSessions, ownSessionsCall),
            .api(.delete, path + "/sessions", for: .viewer, .endOwnSessions, endOwnSessionsCall),
            .api(.delete, path + "/sessions/{id}", for: .viewer, .endOwnSession, endOwnSessionCall),
            .api(.put, path + "/password", for: .viewer, .changeOwnPassword, changePasswordCall),
        ]
    }

    private func ownProfileCall(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(try person(context).1.profile)
    }

    private struct ProfileBody: Decodable {
        enum Key: CodingKey { case timeZone, theme, shortcuts }
        /// Whether a zone is said: null takes it away.
        let saysZone: Bool
        let timeZone: String?
        let theme: Account.Theme?
        let shortcuts: Bool?

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            saysZone = box.contains(.timeZone)
            timeZone = try box.decodeIfPresent(String.self, forKey: .timeZone)
            theme = try box.decodeIfPresent(Account.Theme.self, forKey: .theme)
            shortcuts = try box.decodeIfPresent(Bool.self, forKey: .shortcuts)
        }
    }

    /// What is not said stays.
    private func changeOwnProfileCall(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let body = try await decode(ProfileBody.self, request, context, atMost: 64 << 10)
        var changed = account
        if body.saysZone { changed.zone = body.timeZone }
        if let zone = changed.zone, body.saysZone, !ZoneName.isKnown(zone) {
            throw Problem(
                .unprocessableContent, "timeZone: There is no such time zone; one is called Europe/Berlin, for example."
            )
        }
        changed.theme = body.theme ?? account.theme
        changed.hasShortcuts = body.shortcuts ?? account.hasShortcuts
        let wanted = changed
        try await store.changeAccounts(visitor.deed(at: now())) {
            try $0.setPreferences(
                of: account, zone: wanted.zone, theme: wanted.theme, hasShortcuts: wanted.hasShortcuts)
        }
        return withTheme(wanted.theme, Response.json(wanted.profile))
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
        guard wish.password != wish.current else {
            throw Problem(.unprocessableContent, "password: \(Self.samePassword)")
        }
        let secret = try await replacePassword(of: account, with: wish.password, visitor, request)
        var response = Response.json(.object([("csrfToken", .text(secret.derived(for: Self.forgeryPurpose)))]))
        response.setCookie(sessionCookie(secret))
        return response
    }
}

extension Account {
    /// What somebody sees of themselves.
    fileprivate var profile: OrderedJSON {
        .object([
            ("name", .text(name)), ("role", .text(role.rawValue)), ("timeZone", .optional(zone)),
            ("theme", .text(theme.rawValue)), ("shortcuts", .flag(hasShortcuts)),
        ])
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

    private static let profileShape = JSONShape.object([
        ("name", .text), ("role", .text(oneOf: Role.allCases.map(\.rawValue))), ("timeZone", .optional(.text)),
        ("theme", theme), ("shortcuts", .flag),
    ])
    private static let theme = JSONShape.text(oneOf: Account.Theme.allCases.map(\.rawValue))

    static let getOwnProfile = Operation(
        id: "getOwnProfile", tag: "profile", summary: "Who you are, your time zone and your theme.",
        description: "Without a time zone of your own it is the server's. \(people)", answers: [200: profileShape])
    static let changeOwnProfile = Operation(
        id: "changeOwnProfile", tag: "profile",
        summary: "Changes your time zone, theme or shortcuts; what is not said stays.",
        description: "Null as timeZone stands for the server's. \(people)",
        body: .object(
            [("timeZone", .optional(.text)), ("theme", theme), ("shortcuts", .flag)], required: []),
        answers: [200: profileShape])
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
