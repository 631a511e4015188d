import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Report
import Store

extension WebServer {
    /// What a session's token against forged requests is derived for.
    static let forgeryPurpose = "csrf"

    /// Who is signed in with this request's cookie; nil for nobody.
    func visitor(of request: Request, _ context: WebContext) async throws -> Visitor? {
        if let visit { return try await visit(request) }
        guard let secret = sessionSecret(request) else { return nil }
        let found: (session: Session, account: Account)?
        do {
            found = try await store.session(
                of: secret, at: now(), limits: signIn.limits, isUse: !isAskedByPage(request))
        } catch {
            log.error("sessions cannot be read", metadata: ["why": "\(error)"])
            throw Problem(
                .serviceUnavailable, "The database cannot be read at the moment.", headers: [.retryAfter: "10"])
        }
        guard let (session, account) = found else { return nil }
        return Visitor(
            name: account.name, role: account.role, actor: account.actor,
            zone: account.zone.flatMap(TimeZone.init(identifier:)) ?? .current, theme: account.theme,
            hasShortcuts: account.hasShortcuts, csrf: secret.derived(for: Self.forgeryPurpose),
            address: clientAddress(request, context), account: account, session: session)
    }

    /// Whether who was let in with this request would be let in again, which is no use of the token or the session.
    func isStillAdmitted(_ request: Request, _ context: WebContext) async throws -> Bool {
        if let presented = bearer(request.headers) {
            return try keptToken(presented)?.standing(at: now()) == .active
        }
        if let visit { return try await visit(request) != nil }
        guard let secret = sessionSecret(request) else { return false }
        return try await store.session(of: secret, at: now(), limits: signIn.limits, isUse: false) != nil
    }

    /// Why the session is over that this request's cookie is of, in words that go on after "has ended:"; nil where it brings none.
    func endOfSession(_ request: Request) -> String? {
        guard visit == nil, let secret = sessionSecret(request),
            let end = try? store.end(of: secret, at: now(), limits: signIn.limits)
        else { return nil }
        switch end {
        case .unused: return "it was not used for \(Numbers.span(signIn.limits.idle))"
        case .old: return "a session lasts at most \(Numbers.span(signIn.limits.overall))"
        case .unknown:
            return
                "it was ended elsewhere, your password or role was changed, or it was not used for a long time"
        }
    }

    /// The cookie of a session. It stays a day longer than the session may, so that the sign-in can say why that is over.
    func sessionCookie(_ secret: RandomSecret) -> Cookie {
        cookies.cookie(cookies.session, secret.text, life: signIn.limits.overall + 86_400)
    }

    /// Whether the page asks, not the person in front of it: the stream of events, and what an event makes it ask for.
    func isAskedByPage(_ request: Request) -> Bool {
        ["/events", "/api/v1/events"].contains(request.uri.path)
            || HTTPField.Name("X-Reeve-Live").map { request.headers.contains($0) } ?? false
    }

    /// The secret in the session's cookie; nil where there is none, or something that cannot be one.
    func sessionSecret(_ request: Request) -> RandomSecret? {
        request.cookies[cookies.session]?.value.isEmpty == false
            ? RandomSecret(request.cookies[cookies.session]?.value ?? "") : nil
    }
}
