import Foundation

/// What a one-time link is for.
public enum AccountLink: String, Sendable, CaseIterable {
    /// Makes the first administrator.
    case firstStart = "first-start"
    /// Sets the password of an account that has none, or has a forgotten one.
    case password

    /// Seconds until it opens nothing.
    public var life: TimeInterval {
        switch self {
        case .firstStart: 24 * 3600
        case .password: 3 * 24 * 3600
        }
    }
}

extension AccountWriter {
    /// Makes a link that sets the account's password; the one before it opens nothing from then on.
    /// - Returns: its code, which is kept nowhere.
    public func makePasswordLink(for account: Account) throws -> RandomSecret {
        guard try connection.account(id: account.id) != nil else { throw AccountError.unknown(account.name) }
        let code = try makeLink(.password, account: account.id)
        try note("account.link-send", account.name)
        return code
    }

    /// Sets a password by a link, which then is over.
    public func setPassword(_ hash: PasswordHash, by code: RandomSecret) throws -> Account {
        guard let account = try connection.account(behind: code, at: deed.at) else { throw AccountError.linkIsOver }
        let own = AccountWriter(
            connection: connection, key: key, deed: Deed(by: account.actor, at: deed.at, from: deed.address))
        try own.setPassword(hash, of: account)
        return try connection.account(id: account.id) ?? account
    }

    /// Makes the first administrator by the link that was printed at the start.
    /// - Throws: `AccountError.hasStarted`, `linkIsOver`, `badName`.
    public func start(_ name: String, _ hash: PasswordHash, by code: RandomSecret) throws -> Account {
        guard try !connection.hasAccounts() else { throw AccountError.hasStarted }
        guard try connection.isOpen(.firstStart, code, at: deed.at) else { throw AccountError.linkIsOver }
        let name = try Account.checkedName(name)
        let own = AccountWriter(
            connection: connection, key: key, deed: Deed(by: "user:\(name)", at: deed.at, from: deed.address))
        let account = try own.add(name, role: .administrator)
        try own.setPassword(hash, of: account)
        try connection.execute("DELETE FROM one_time_link WHERE purpose = 'first-start'", [])
        return try connection.account(id: account.id) ?? account
    }

    func makeLink(_ purpose: AccountLink, account: String) throws -> RandomSecret {
        try connection.execute(
            "DELETE FROM one_time_link WHERE account = $1 AND purpose = $2", [.text(account), .text(purpose.rawValue)])
        let code = RandomSecret()
        try connection.execute(
            "INSERT INTO one_time_link (digest, purpose, account, expires) VALUES ($1, $2, $3, $4)",
            [
                .blob(code.digest), .text(purpose.rawValue), .text(account),
                deed.at.addingTimeInterval(purpose.life).sql,
            ])
        return code
    }

    func forgetLinks(of account: Account) throws {
        try connection.execute("DELETE FROM one_time_link WHERE account = $1", [.text(account.id)])
    }
}

extension Store {
    /// The code of the link that makes the first administrator, a fresh one each time; nil where there is an account.
    public func firstStartCode(at now: Date) throws -> RandomSecret? {
        try database.write { connection in
            guard try !connection.hasAccounts() else { return nil }
            let writer = AccountWriter(connection: connection, key: key, deed: Deed(by: "reeve", at: now))
            return try writer.makeLink(.firstStart, account: "")
        }
    }

    /// Whether the link that makes the first administrator opens at present. Looking does not use it up.
    public func isFirstStart(_ code: RandomSecret, at now: Date) throws -> Bool {
        try database.read { try !$0.hasAccounts() && $0.isOpen(.firstStart, code, at: now) }
    }

    /// The account whose password a link sets; nil where the link is over. Looking does not use it up.
    public func account(behind code: RandomSecret, at now: Date) throws -> Account? {
        try database.read { try $0.account(behind: code, at: now) }
    }
}

extension SQLConnection {
    /// The digest is looked up, and a digest cannot be approached letter by letter, so that the comparison need not take equal time.
    func isOpen(_ purpose: AccountLink, _ code: RandomSecret, at now: Date) throws -> Bool {
        try first(
            "SELECT 1 FROM one_time_link WHERE digest = $1 AND purpose = $2 AND expires > $3",
            [.blob(code.digest), .text(purpose.rawValue), now.sql]
        ) { $0.int(0) } != nil
    }

    func account(behind code: RandomSecret, at now: Date) throws -> Account? {
        guard try isOpen(.password, code, at: now),
            let id = try first(
                "SELECT account FROM one_time_link WHERE digest = $1", [.blob(code.digest)], { $0.text(0) }),
            let account = try account(id: id), account.disabledAt == nil
        else { return nil }
        return account
    }
}
