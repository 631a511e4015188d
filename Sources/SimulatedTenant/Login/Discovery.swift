/// The OpenID provider's description of itself and its keys.
extension SimulatedLogin {
    func discovery(_ exchange: LoginExchange) -> SimulatedAnswer {
        do throws(SignInFailure) {
            try check(tenant: exchange.tenant)
        } catch {
            return error.answer(correlation: exchange.correlation, at: exchange.now)
        }
        let base = "\(configuration.origin)/\(exchange.tenant)"
        return .json([
            "token_endpoint": .string("\(base)/oauth2/v2.0/token"),
            "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            "jwks_uri": .string("\(base)/discovery/v2.0/keys"),
            "response_modes_supported": ["query", "fragment", "form_post"], "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"], "response_types_supported": ["code"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"], "issuer": .string(issuer),
            "authorization_endpoint": .string("\(base)/oauth2/v2.0/authorize"),
            "tenant_region_scope": "EU", "cloud_instance_name": "microsoftonline.com",
            "msgraph_host": "graph.microsoft.com",
        ])
    }

    func keys(_ exchange: LoginExchange) -> SimulatedAnswer {
        guard let keys = try? mint?.keySet(issuer: issuer) else {
            return SignInFailure.server.answer(correlation: exchange.correlation, at: exchange.now)
        }
        return .json(keys)
    }
}
