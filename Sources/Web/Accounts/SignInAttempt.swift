import Foundation
import Hummingbird
import Store

/// Somebody who says who they are, and how that went.
extension WebServer {
    enum SignInOutcome: Sendable {
        case right(Account)
        case wrong
        /// Too many have failed: so many seconds.
        case wait(Int)
    }

    /// Compares a name and a password with the accounts. A name that nobody has takes as long as one that somebody has, and what is counted
    /// and answered does not tell them apart. Sessions that are open go on whatever is counted here.
    func attempt(_ name: String, _ password: String, _ request: Request, _ context: WebContext) async throws
        -> SignInOutcome
    {
        let now = now()
        let account = try store.account(named: name)
        let keys = try strikeKeys(name, account, request, context)
        // Counted ahead, so that attempts side by side count as well.
        let waits = keys.compactMap { key in
            failedSignIns.strike(key.key, allowed: key.allowed, at: now).map { (key: key.key, seconds: $0) }
        }
        if let seconds = waits.map(\.seconds).max(), let last = waits.last {
            // By the address where that has to wait: names are free to choose.
            try await note(
                refused: account, "too many attempts", request, context, isFirst: isFirstWait(last.key, now))
            return .wait(seconds)
        }
        guard let account = try await proved(account, password) else {
            try await note(
                refused: account, account?.disabledAt == nil ? "wrong password" : "disabled", request, context)
            return .wrong
        }
        failedSignIns.forget(keys[0].key)
        failedSignIns.takeBack(keys[1].key)
        return .right(account)
    }

    /// Begins a session in the browser that asked, in place of the one it had.
    func begin(
        _ account: Account, by way: SignInWay, _ next: Link?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let deed = Deed(by: account.actor, at: now(), from: clientAddress(request, context))
        let (agent, limits) = (request.headers[.userAgent], signIn.limits)
        let old = try await visitor(of: request, context)
        let secret = try await store.changeAccounts(deed) { writer in
            if let session = old?.session, let account = old?.account { try writer.endSession(session.id, of: account) }
            return try writer.beginSession(of: account, by: way, agent: agent, limits: limits)
        }
        var response = Response.seeOther(next ?? Link("/"))
        response.setCookie(sessionCookie(secret))
        response.setCookie(cookies.cookie(cookies.stranger, "", life: 0, site: .strict))
        return response
    }

    /// - Returns: the account where it may be signed in to with this password.
    private func proved(_ account: Account?, _ password: String) async throws -> Account? {
        let kept = try account.flatMap { try store.passwordHash(of: $0) }
        let cost = signIn.cost
        let isRight = try await passwords.run {
            guard let kept else {
                _ = try PasswordHash(of: password, cost: cost)
                return false
            }
            return try kept.matches(password)
        }
        guard isRight, let account, account.disabledAt == nil else { return nil }
        return account
    }

    /// What an attempt is counted by: the account and the address. Who tries from where the account was last signed in to with success is
    /// counted apart, so that strangers who guess at an account do not keep its owner out.
    private func strikeKeys(
        _ name: String, _ account: Account?, _ request: Request, _ context: WebContext
    ) throws -> [(key: String, allowed: Int)] {
        let address = clientKey(request, context)
        let own = try account.flatMap { try store.lastAddress(of: $0) }
        let isKnown = own != nil && own == clientAddress(request, context)
        let subject = account?.id ?? "?" + String(name.lowercased().prefix(100))
        return [
            (isKnown ? "known \(subject) \(address)" : "account \(subject)", signIn.failuresPerAccount),
            ("address \(address)", signIn.failuresPerAddress),
        ]
    }

    /// A flood of attempts that have to wait anyway is one line.
    private func isFirstWait(_ key: String, _ now: Date) -> Bool {
        failedSignIns.strike("noted \(key)", allowed: 1, at: now) == nil
    }

    /// The name is noted only where it is an account: people type passwords into the wrong field.
    /// - Parameter stranger: what who has no account here came as.
    func note(
        refused account: Account?, as stranger: String = "no such account", _ why: String, _ request: Request,
        _ context: WebContext, isFirst: Bool = true
    ) async throws {
        guard isFirst else { return }
        try await store.note(
            AuditEntry(
                at: now(), actor: "nobody", action: "session.refuse", subject: account?.name ?? stranger,
                detail: why, address: clientAddress(request, context)))
    }
}
