import Foundation

/// What may be changed about accounts inside one transaction. Each change notes itself in the audit log.
public struct AccountWriter {
    let connection: any SQLConnection
    let key: SecretKey
    public let deed: Deed

    /// Adds a line to the audit log, in the same transaction.
    public func note(_ action: String, _ subject: String, _ detail: String? = nil) throws {
        try connection.note(deed.entry(action, subject, detail), key: key)
    }

    /// Adds an account that nobody can sign in to yet, unless it comes with somebody in Entra.
    public func add(_ name: String, role: Role, entra: EntraIdentity? = nil) throws -> Account {
        let name = try Account.checkedName(name)
        guard try connection.account(named: name) == nil else { throw AccountError.nameTaken(name) }
        let account = Account(
            id: String(RandomSecret().text.prefix(16)), name: name, role: role, createdBy: deed.actor,
            createdAt: deed.at)
        try connection.execute(
            """
            INSERT INTO account (id, name, name_key, role, theme, shortcuts, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, 1, $6, $7)
            """,
            [
                .text(account.id), .text(name), .text(Account.nameKey(name)), .text(role.rawValue),
                .text(account.theme.rawValue), .text(deed.actor), deed.at.sql,
            ])
        try note("account.add", name, role.rawValue)
        guard let entra else { return account }
        return try link(account, to: entra)
    }

    /// Sets a password by its hash. Whoever is signed in to the account is signed out, and links that were sent out open nothing.
    public func setPassword(_ hash: PasswordHash, of account: Account) throws {
        try update(account, "password = $1, password_changed_at = $2", [.text(hash.text), deed.at.sql])
        try endSessions(of: account)
        try forgetLinks(of: account)
        try note("account.password", account.name)
    }

    /// Their sessions end, so that nothing is done in the old role.
    public func setRole(_ role: Role, of account: Account) throws {
        guard role != account.role else { return }
        if role < .administrator { try keepAnAdministrator(beside: account) }
        try update(account, "role = $1", [.text(role.rawValue)])
        try endSessions(of: account)
        try note("account.role", account.name, "\(account.role.rawValue) to \(role.rawValue)")
    }

    public func disable(_ account: Account) throws {
        guard account.disabledAt == nil else { return }
        try keepAnAdministrator(beside: account)
        try update(account, "disabled_at = $1", [deed.at.sql])
        try endSessions(of: account)
        try forgetLinks(of: account)
        try note("account.disable", account.name)
    }

    public func enable(_ account: Account) throws {
        guard account.disabledAt != nil else { return }
        try update(account, "disabled_at = $1", [.null])
        try note("account.enable", account.name)
    }

    /// The name is free again; what the audit log says of it stays.
    public func remove(_ account: Account) throws {
        try keepAnAdministrator(beside: account)
        try endSessions(of: account)
        try forgetLinks(of: account)
        try connection.execute("DELETE FROM account WHERE id = $1", [.text(account.id)])
        try note("account.remove", account.name, account.role.rawValue)
    }

    /// Lets somebody in Entra sign in to the account.
    @discardableResult
    public func link(_ account: Account, to entra: EntraIdentity) throws -> Account {
        if let object = entra.object,
            let other = try connection.account(entra: entra.tenant, object: object), other.id != account.id
        {
            throw AccountError.entraTaken(other.name)
        }
        let address = entra.address?.lowercased()
        if let address, address != account.entra?.address,
            let other = try connection.accounts(entra: entra.tenant, address: address).first(where: {
                $0.id != account.id
            })
        {
            throw AccountError.addressTaken(address, by: other.name)
        }
        try update(
            account, "entra_tenant = $1, entra_object = $2, entra_address = $3",
            [.text(entra.tenant), .optional(entra.object), .optional(address)])
        try note("account.link", account.name, address ?? entra.object)
        var linked = account
        linked.entra = entra
        return linked
    }

    /// Ties the account to another name in Entra, or to none; a name it has already stays tied to its person.
    /// - Parameter session: of whoever asks; it goes on.
    public func link(_ account: Account, anew entra: EntraIdentity?, asking session: Session? = nil) throws {
        guard entra == nil || account.entra?.address != entra?.address else { return }
        try unlink(account, asking: session)
        if let entra { try link(account, to: entra) }
    }

    /// Where somebody was linked their sessions end; a name with which nobody has signed in yet opened none.
    /// - Parameter session: of whoever asks; it goes on.
    public func unlink(_ account: Account, asking session: Session? = nil) throws {
        guard let entra = account.entra else { return }
        if !account.hasPassword { try keepAnAdministrator(beside: account) }
        try update(account, "entra_tenant = NULL, entra_object = NULL, entra_address = NULL", [])
        if entra.object != nil { try endSessions(of: account, but: session) }
        try note("account.unlink", account.name)
    }

    /// What a person sees, and how. What is so already is neither written nor noted.
    public func setPreferences(of account: Account, zone: String?, theme: Account.Theme, hasShortcuts: Bool) throws {
        guard let before = try connection.account(id: account.id) else { throw AccountError.unknown(account.name) }
        let changes = [
            zone == before.zone ? nil : "time zone \(zone ?? "of the server")",
            theme == before.theme ? nil : "theme \(theme.rawValue)",
            hasShortcuts == before.hasShortcuts ? nil : "shortcuts \(hasShortcuts ? "on" : "off")",
        ].compactMap(\.self)
        guard !changes.isEmpty else { return }
        try note("account.preferences", account.name, changes.joined(separator: ", "))
        try update(
            account, "zone = $1, theme = $2, shortcuts = $3",
            [.optional(zone), .text(theme.rawValue), .int(hasShortcuts ? 1 : 0)])
    }

    /// - Parameter changes: `column = $1, column = $2`, in that order.
    func update(_ account: Account, _ changes: String, _ values: [SQLValue]) throws {
        let count = try connection.execute(
            "UPDATE account SET \(changes) WHERE id = $\(values.count + 1)", values + [.text(account.id)])
        guard count == 1 else { throw AccountError.unknown(account.name) }
    }

    /// - Throws: `AccountError.lastAdministrator` where nobody else could do an administrator's work.
    private func keepAnAdministrator(beside account: Account) throws {
        guard account.role == .administrator, account.standing == .active else { return }
        let others = try connection.first(
            """
            SELECT COUNT(*) FROM account WHERE role = 'administrator' AND disabled_at IS NULL AND id <> $1
                AND (password IS NOT NULL OR entra_object IS NOT NULL)
            """, [.text(account.id)]
        ) { $0.int(0) }
        guard let others, others > 0 else { throw AccountError.lastAdministrator(account.name) }
    }
}
