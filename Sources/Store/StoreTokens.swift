import Foundation

private let columns = "id, name, scopes, created_by, created_at, expires, last_used, revoked_at"

private func readToken(_ row: any SQLRow) -> APIToken {
    APIToken(
        id: row.text(0), name: row.text(1), scopes: row.text(2).split(separator: " ").map(String.init),
        createdBy: row.text(3), createdAt: Date(timeIntervalSince1970: row.real(4)),
        expires: row.optionalReal(5).map { Date(timeIntervalSince1970: $0) },
        lastUsed: row.optionalReal(6).map { Date(timeIntervalSince1970: $0) },
        revokedAt: row.optionalReal(7).map { Date(timeIntervalSince1970: $0) })
}

extension Store {
    /// Makes a key to the HTTP API. Its secret is in the answer and nowhere else.
    /// - Throws: `APITokenError.nameTaken` where a token that is not revoked has the name.
    public func addToken(
        named name: String, scopes: [APIScope], expires: Date? = nil, by author: String, at now: Date
    ) throws -> (token: APIToken, secret: APISecret) {
        try addToken(named: name, scopes: scopes, expires: expires, by: author, at: now) { APISecret() }
    }

    /// Makes a key and notes it in the audit log, in one transaction.
    public func addToken(
        named name: String, scopes: [APIScope], expires: Date? = nil, noting deed: Deed
    ) throws -> (token: APIToken, secret: APISecret) {
        try addToken(named: name, scopes: scopes, expires: expires, by: deed.actor, at: deed.at, noting: deed) {
            APISecret()
        }
    }

    /// - Parameter fresh: asked again while the id of what it gives is taken.
    func addToken(
        named name: String, scopes: [APIScope], expires: Date?, by author: String, at now: Date,
        noting deed: Deed? = nil, fresh: @Sendable () -> APISecret
    ) throws -> (token: APIToken, secret: APISecret) {
        try database.write { connection in
            let taken = try connection.first(
                "SELECT id FROM api_token WHERE name = $1 AND revoked_at IS NULL", [.text(name)]
            ) { $0.text(0) }
            guard taken == nil else { throw APITokenError.nameTaken(name) }
            var secret = fresh()
            while try connection.first("SELECT id FROM api_token WHERE id = $1", [.text(secret.id)], { $0.text(0) })
                != nil
            {
                secret = fresh()
            }
            let token = APIToken(
                id: secret.id, name: name, scopes: scopes.map(\.rawValue), createdBy: author, createdAt: now,
                expires: expires)
            try connection.execute(
                """
                INSERT INTO api_token (id, name, digest, scopes, created_by, created_at, expires)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .text(token.id), .text(name), .blob(secret.digest), .text(token.scopes.joined(separator: " ")),
                    .text(author), now.sql, .optional(expires?.timeIntervalSince1970),
                ])
            if let deed {
                let detail = token.scopes.joined(separator: " ")
                try connection.note(deed.entry("token.add", name, detail), key: key)
            }
            return (token, secret)
        }
    }

    /// Every token, revoked ones too, by name.
    public func tokens() throws -> [APIToken] {
        try database.read {
            try $0.rows("SELECT \(columns) FROM api_token ORDER BY name, created_at, id", [], readToken)
        }
    }

    /// The token that this is the secret of, whatever its standing; nil for a secret that nobody was given.
    public func token(of secret: APISecret) throws -> APIToken? {
        let found = try database.read {
            try $0.first("SELECT \(columns), digest FROM api_token WHERE id = $1", [.text(secret.id)]) {
                (readToken($0), $0.blob(8))
            }
        }
        guard let found, areAlike(found.1, secret.digest) else { return nil }
        return found.0
    }

    /// Notes that a token was used. Kept to the hour: a write for every message would cost more than it tells.
    public func noteUse(of token: APIToken, at now: Date) async throws {
        let hour = (now.timeIntervalSince1970 / 3600).rounded(.down) * 3600
        guard token.lastUsed.map({ $0.timeIntervalSince1970 < hour }) ?? true else { return }
        _ = try await database.write {
            try $0.execute(
                "UPDATE api_token SET last_used = $1 WHERE id = $2",
                [.real(max(hour, token.createdAt.timeIntervalSince1970)), .text(token.id)])
        }
    }

    /// Takes a token back, by id or name; it opens nothing from the next request on. The row stays, so that the record does.
    /// - Throws: `APITokenError.unknown` where no token that is not revoked has the id or name.
    public func revokeToken(_ idOrName: String, at now: Date) throws -> APIToken {
        try revokeToken(idOrName, at: now, noting: nil)
    }

    /// Takes a token back and notes it in the audit log, in one transaction.
    public func revokeToken(_ idOrName: String, noting deed: Deed) throws -> APIToken {
        try revokeToken(idOrName, at: deed.at, noting: deed)
    }

    private func revokeToken(_ idOrName: String, at now: Date, noting deed: Deed?) throws -> APIToken {
        try database.write { connection in
            let condition = "(id = $1 OR name = $1) AND revoked_at IS NULL ORDER BY id <> $1"
            guard
                var token = try connection.first(
                    "SELECT \(columns) FROM api_token WHERE \(condition)", [.text(idOrName)], readToken)
            else { throw APITokenError.unknown(idOrName) }
            try connection.execute("UPDATE api_token SET revoked_at = $1 WHERE id = $2", [now.sql, .text(token.id)])
            token.revokedAt = now
            if let deed { try connection.note(deed.entry("token.revoke", token.name), key: key) }
            return token
        }
    }
}
