import Foundation

private let sessionColumns = """
    session.id, session.account, session.created_at, session.last_seen, session.expires, session.address, session.agent
    """

private func readSession(_ row: any SQLRow, from start: Int) -> Session {
    Session(
        id: row.text(start), account: row.text(start + 1),
        createdAt: Date(timeIntervalSince1970: row.real(start + 2)),
        lastSeen: Date(timeIntervalSince1970: row.real(start + 3)),
        expires: Date(timeIntervalSince1970: row.real(start + 4)), address: row.optionalText(start + 5),
        agent: row.optionalText(start + 6))
}

/// How somebody proved who they are.
public enum SignInWay: String, Sendable, CaseIterable { case password, entra, link }

extension AccountWriter {
    private static let longestAgent = 300

    /// Signs somebody in. The secret of the session is in the answer and nowhere else; a session never goes over to another secret's holder,
    /// so that one that was planted in a browser before opens nothing.
    public func beginSession(
        of account: Account, by way: SignInWay, agent: String?, limits: SessionLimits
    ) throws -> RandomSecret {
        guard let account = try connection.account(id: account.id), account.disabledAt == nil else {
            throw AccountError.unknown(account.name)
        }
        try connection.execute(
            "DELETE FROM session WHERE expires <= $1 OR last_seen <= $2",
            [deed.at.sql, deed.at.addingTimeInterval(-limits.idle).sql])
        let secret = RandomSecret()
        try insert(secret, of: account, agent: agent, expires: deed.at.addingTimeInterval(limits.overall))
        try update(account, "last_sign_in = $1, last_address = $2", [deed.at.sql, .optional(deed.address)])
        try note("session.begin", account.name, way.rawValue)
        return secret
    }

    /// Puts a session under another secret, for when what it may do changes hands or grows.
    public func renewSession(_ session: Session) throws -> RandomSecret {
        let secret = RandomSecret()
        let count = try connection.execute(
            "UPDATE session SET digest = $1 WHERE account = $2 AND id = $3",
            [.blob(secret.digest), .text(session.account), .text(session.id)])
        guard count == 1 else { throw AccountError.unknown(session.account) }
        return secret
    }

    /// Ends one session of an account.
    /// - Returns: whether there was one.
    @discardableResult
    public func endSession(_ id: String, of account: Account) throws -> Bool {
        let count = try connection.execute(
            "DELETE FROM session WHERE account = $1 AND id = $2", [.text(account.id), .text(id)])
        if count > 0 { try note("session.end", account.name) }
        return count > 0
    }

    /// Ends every session of an account but one, where one is named.
    /// - Returns: how many.
    @discardableResult
    public func endSessions(of account: Account, but kept: Session? = nil) throws -> Int {
        let count = try connection.execute(
            "DELETE FROM session WHERE account = $1 AND id <> $2", [.text(account.id), .text(kept?.id ?? "")])
        if count > 0 { try note("session.end", account.name, "\(count) at once") }
        return count
    }

    private func insert(_ secret: RandomSecret, of account: Account, agent: String?, expires: Date) throws {
        try connection.execute(
            """
            INSERT INTO session (digest, id, account, created_at, last_seen, expires, address, agent)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .blob(secret.digest), .text(String(RandomSecret().text.prefix(12))), .text(account.id), deed.at.sql,
                deed.at.sql, expires.sql, .optional(deed.address),
                .optional(agent.map { String($0.prefix(Self.longestAgent)) }),
            ])
    }
}

extension Store {
    /// How many seconds pass before a request of a session is noted again.
    private static let noteEvery: TimeInterval = 60

    /// The session that this is the secret of, with its account, and notes that it is used; nil where it is over or never was.
    /// - Parameter isUse: false for what a page asks by itself, so that one left open does not keep its session alive.
    public func session(
        of secret: RandomSecret, at now: Date, limits: SessionLimits, isUse: Bool = true
    ) async throws -> (session: Session, account: Account)? {
        let found = try database.read { connection in
            try connection.first(
                """
                SELECT \(accountColumns), \(sessionColumns) FROM session JOIN account ON account.id = session.account
                WHERE digest = $1 AND account.disabled_at IS NULL
                """, [.blob(secret.digest)]
            ) { (readSession($0, from: 15), readAccount($0)) }
        }
        guard let account = found?.1, var session = found?.0, session.isOpen(at: now, limits) else { return nil }
        guard isUse, now.timeIntervalSince(session.lastSeen) >= Self.noteEvery else { return (session, account) }
        session.lastSeen = now
        let id = session.id
        _ = try await database.write {
            try $0.execute(
                "UPDATE session SET last_seen = $1 WHERE account = $2 AND id = $3",
                [now.sql, .text(account.id), .text(id)])
        }
        return (session, account)
    }

    /// Why the session that this is the secret of opens nothing; nil where it is open. Told to nobody but the holder of the secret.
    public func end(of secret: RandomSecret, at now: Date, limits: SessionLimits) throws -> SessionEnd? {
        let session = try database.read { connection in
            try connection.first(
                """
                SELECT \(sessionColumns) FROM session JOIN account ON account.id = session.account
                WHERE digest = $1 AND account.disabled_at IS NULL
                """, [.blob(secret.digest)]
            ) { readSession($0, from: 0) }
        }
        guard let session else { return .unknown }
        if session.isOpen(at: now, limits) { return nil }
        let isOld = now >= session.expires || now >= session.createdAt.addingTimeInterval(limits.overall)
        return isOld ? .old : .unused
    }

    /// The open sessions of an account, the one used last first.
    public func sessions(of account: Account, at now: Date, limits: SessionLimits) throws -> [Session] {
        try database.read {
            try $0.rows(
                "SELECT \(sessionColumns) FROM session WHERE account = $1 ORDER BY last_seen DESC, id",
                [.text(account.id)]
            ) { readSession($0, from: 0) }
        }.filter { $0.isOpen(at: now, limits) }
    }
}

extension Session {
    func isOpen(at now: Date, _ limits: SessionLimits) -> Bool {
        now < expires && now < createdAt.addingTimeInterval(limits.overall)
            && now < lastSeen.addingTimeInterval(limits.idle)
    }
}
