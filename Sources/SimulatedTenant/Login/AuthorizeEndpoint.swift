import Foundation
import HTTPTypes
import Synchronization

/// `GET /{tenant}/oauth2/v2.0/authorize` shows the consent page; the page posts the decision to the same path.
extension SimulatedLogin {
    /// How the answer travels back to the app.
    enum ResponseMode: String { case query, fragment, form = "form_post" }

    func authorize(_ exchange: LoginExchange) -> SimulatedAnswer {
        let fields = exchange.fields
        let back: WayBack
        do throws(SignInFailure) {
            back = try wayBack(exchange, fields)
        } catch {
            return ConsentPage.refusal(error, exchange)
        }
        do throws(SignInFailure) {
            let wish = try wish(fields, at: exchange.now)
            guard exchange.isPost else {
                if fields["prompt"] == "none" { throw .silent }
                return ConsentPage.ask(fields, asks: wish.scopes.names, accounts: accounts, exchange)
            }
            return try decide(wish, fields, back, exchange)
        } catch {
            return back.refusal(error, exchange)
        }
    }

    /// The state and the address of the answer: until these are sure nothing may be sent to the redirect URI.
    private func wayBack(_ exchange: LoginExchange, _ fields: FormFields) throws(SignInFailure) -> WayBack {
        try check(tenant: exchange.tenant)
        guard let client = fields["client_id"] else { throw .missing("client_id") }
        guard client.lowercased() == configuration.clientID.lowercased() else { throw .appNotFound(client) }
        guard let uri = fields["redirect_uri"], registration.allows(redirectURI: uri) else { throw .redirectMismatch }
        let mode = fields["response_mode"].flatMap(ResponseMode.init) ?? .query
        return WayBack(redirectURI: uri, mode: mode, state: fields["state"])
    }

    /// Everything of a grant but the person.
    private struct Wish {
        var scopes: DelegatedScopes
        var challenge: String?
        var isPlain: Bool
    }

    private func wish(_ fields: FormFields, at now: Date) throws(SignInFailure) -> Wish {
        guard let type = fields["response_type"] else { throw .missing("response_type") }
        guard type == "code" else { throw .noIDTokenFlow }
        if let mode = fields["response_mode"], ResponseMode(rawValue: mode) == nil { throw .malformed }
        guard let scope = fields["scope"] else { throw .missing("scope") }
        let method = fields["code_challenge_method"] ?? "plain"
        guard ["plain", "S256"].contains(method) else { throw .malformed }
        if let challenge = fields["code_challenge"], !(43...128).contains(challenge.utf8.count) { throw .challengeSize }
        let scopes = try DelegatedScopes(scope, resources: resources)
        return Wish(scopes: scopes, challenge: fields["code_challenge"], isPlain: method == "plain")
    }

    private func decide(
        _ wish: Wish, _ fields: FormFields, _ back: WayBack, _ exchange: LoginExchange
    ) throws(SignInFailure) -> SimulatedAnswer {
        guard fields["decision"] == "accept" else { throw .declined }
        guard let account = accounts.first(where: { $0.id == fields["account"] }) else { throw .malformed }
        guard account.isAdministrator || !wish.scopes.needsAdministrator else {
            return ConsentPage.refusal(.needsAdmin, exchange)
        }
        let code = "0.C" + Self.opaqueText()
        let grant = LoginState.Grant(
            account: account, scopes: wish.scopes, redirectURI: back.redirectURI, challenge: wish.challenge,
            isPlainChallenge: wish.isPlain, nonce: fields["nonce"], issued: exchange.now)
        state.withLock { $0.codes[code] = grant }
        return back.answer([("code", code)])
    }
}

/// Where an answer of the authorize and consent pages goes.
struct WayBack {
    var redirectURI: String
    var mode: SimulatedLogin.ResponseMode
    /// Comes back as it was sent.
    var state: String?

    func answer(_ values: [(String, String)]) -> SimulatedAnswer {
        var fields = FormFields()
        for (name, value) in values { fields.add(name, value) }
        fields.add("state", state)
        switch mode {
        case .query: return redirect(redirectURI + (redirectURI.contains("?") ? "&" : "?") + fields.encoded)
        case .fragment: return redirect(redirectURI + "#" + fields.encoded)
        case .form: return ConsentPage.post(fields, to: redirectURI)
        }
    }

    func refusal(_ failure: SignInFailure, _ exchange: LoginExchange) -> SimulatedAnswer {
        let trace = Mix.guid("trace \(exchange.now.timeIntervalSince1970)")
        let text = failure.description(trace: trace, correlation: exchange.correlation ?? trace, at: exchange.now)
        return answer([("error", failure.error), ("error_description", text)])
    }

    private func redirect(_ location: String) -> SimulatedAnswer {
        SimulatedAnswer(status: 302, headers: [("Location", location), ("Cache-Control", "no-store")])
    }
}
