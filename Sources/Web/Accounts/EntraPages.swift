import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Store

/// Sign-in with Microsoft: away, and back. What has to come back lies sealed in a cookie, so that nobody else's answer is taken.
extension WebServer {
    static let signInCallback = "/sign-in/callback"

    /// Sign-in with Microsoft: as `reeve.yaml` says, else by the app registration that an administrator chose; nil where neither is.
    var entraSignIn: EntraSignIn? {
        get throws { try signIn.entra ?? registering.entraSignIn(keys: signingKeys) }
    }

    /// `GET /sign-in/entra`: sends the browser to Microsoft's page.
    func leaveForEntra(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let entra = try entraSignIn else { throw Problem(.notFound, "Sign-in with Microsoft is not set up.") }
        let next = nextPage(request.uri.queryParameters["next"].map(String.init))
        let (url, pending) = entra.begin(
            redirectURI: address + Self.signInCallback, next: next.map { "\($0)" })
        var response = Response(status: .seeOther, headers: [.location: url])
        let sealed = try store.sealed(try JSONEncoder().encode(pending), for: Self.pendingPurpose)
        response.setCookie(cookies.cookie(cookies.entra, sealed, life: EntraSignIn.life))
        return response
    }

    /// `GET /sign-in/callback`: the browser is back.
    func returnFromEntra(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let entra = try entraSignIn else { throw Problem(.notFound, "Sign-in with Microsoft is not set up.") }
        let query = request.uri.queryParameters
        let pending = request.cookies[cookies.entra].flatMap { store.unsealed($0.value, for: Self.pendingPurpose) }
            .flatMap { try? JSONDecoder().decode(EntraSignIn.Pending.self, from: $0) }
        var response: Response
        do {
            let person = try await entra.finish(
                { query[$0[...]].map(String.init) }, pending: pending,
                redirectURI: address + Self.signInCallback)
            response = try await welcome(person, nextPage(pending?.next), request, context)
        } catch let problem as EntraSignInProblem {
            log.warning("a sign-in with Microsoft failed", metadata: ["why": "\(problem)"])
            try await note(
                refused: nil, as: "somebody of Microsoft", "\(problem)", request, context,
                isFirst: mayNote(request, context))
            response = try signInForm(
                request, next: nextPage(pending?.next), trouble: "\(problem)".sentence + " Sign in again.",
                isTyped: false, status: .forbidden)
        }
        response.setCookie(cookies.cookie(cookies.entra, "", life: 0))
        return response
    }

    private static let pendingPurpose = "sign-in with Entra"

    /// Lets somebody in whom Microsoft proved and an administrator invited; nobody else, whoever they are in Entra.
    private func welcome(
        _ person: EntraIdentity, _ next: Link?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let account = try person.object.flatMap {
            try store.account(entra: person.tenant, object: $0, address: person.address)
        }
        guard var account, account.disabledAt == nil else {
            try await note(refused: account, "Microsoft account without an open account here", request, context)
            return try signInForm(
                request, next: next,
                trouble:
                    "\(person.address ?? "This Microsoft account") has no account here. An administrator can invite you.",
                isTyped: false, status: .forbidden)
        }
        if account.entra?.object == nil {
            let identity = EntraIdentity(
                tenant: person.tenant, object: person.object, address: account.entra?.address)
            let invited = account
            let deed = Deed(by: account.actor, at: now(), from: clientAddress(request, context))
            account = try await store.changeAccounts(deed) { try $0.link(invited, to: identity) }
        }
        return try await begin(account, by: .entra, next, request, context)
    }

    /// Anybody can open the callback as often as they like; the log does not grow with it.
    private func mayNote(_ request: Request, _ context: WebContext) -> Bool {
        let key = "address \(clientKey(request, context))"
        return failedSignIns.strike(key, allowed: signIn.failuresPerAddress, at: now()) == nil
    }
}
