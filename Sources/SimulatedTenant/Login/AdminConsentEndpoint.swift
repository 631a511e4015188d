import Foundation
import Synchronization

/// `GET /{tenant}/v2.0/adminconsent` and `/{tenant}/adminconsent`: an administrator grants what the registration lists.
extension SimulatedLogin {
    /// The two forms differ in their parameters and in how they say no.
    enum ConsentVersion { case first, second }

    func adminConsent(_ exchange: LoginExchange, version: ConsentVersion) -> SimulatedAnswer {
        let fields = exchange.fields
        let back: WayBack
        do throws(SignInFailure) {
            back = try consentWayBack(exchange, fields, version)
            guard exchange.isPost else {
                return ConsentPage.ask(fields, asks: configuration.permissions.sorted(), accounts: accounts, exchange)
            }
            guard fields["decision"] == "accept" else { return refusal(version, back, exchange) }
            let account = accounts.first { $0.id == fields["account"] }
            guard let account else { throw .malformed }
            guard account.isAdministrator else { throw .needsAdmin }
        } catch {
            return ConsentPage.refusal(error, exchange)
        }
        // Named scopes give delegated permissions alone; application permissions come with `.default` or the first form.
        if version == .first || fields["scope"]?.hasSuffix("/.default") == true {
            state.withLock { $0.isConsented = true }
        }
        var values = [("admin_consent", "True"), ("tenant", configuration.tenantID)]
        if version == .second, let scope = fields["scope"] { values.append(("scope", scope)) }
        return back.answer(values)
    }

    private func consentWayBack(
        _ exchange: LoginExchange, _ fields: FormFields, _ version: ConsentVersion
    ) throws(SignInFailure) -> WayBack {
        // The first form takes `common` for any app: who consents says which tenant it is.
        if version == .second || exchange.tenant != "common" { try check(tenant: exchange.tenant) }
        guard let client = fields["client_id"] else { throw .missing("client_id") }
        guard client.lowercased() == configuration.clientID.lowercased() else { throw .appNotFound(client) }
        guard let uri = fields["redirect_uri"], registration.allows(redirectURI: uri) else { throw .redirectMismatch }
        if version == .second {
            guard let scope = fields["scope"] else { throw .missing("scope") }
            if !scope.hasSuffix("/.default") || scope.contains(" ") {
                _ = try DelegatedScopes(scope, resources: resources)
            }
        }
        return WayBack(redirectURI: uri, mode: .query, state: fields["state"])
    }

    /// `admin_consent=True` stands on the second form's refusals too: a client has to look at `error` first.
    private func refusal(_ version: ConsentVersion, _ back: WayBack, _ exchange: LoginExchange) -> SimulatedAnswer {
        switch version {
        case .first:
            return back.answer([
                ("error", "permission_denied"), ("error_description", "The admin canceled the request"),
            ])
        case .second:
            let trace = Mix.guid("trace \(exchange.now.timeIntervalSince1970)")
            let text = SignInFailure.declined.description(
                trace: trace, correlation: exchange.correlation ?? trace, at: exchange.now)
            return back.answer([
                ("admin_consent", "True"), ("error", "consent_required"), ("error_description", text),
            ])
        }
    }
}
