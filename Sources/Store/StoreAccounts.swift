import Foundation

let accountColumns = """
    account.id, account.name, account.role, account.password IS NOT NULL, account.entra_tenant, account.entra_object,
    account.entra_address, account.zone, account.theme, account.shortcuts, account.created_by, account.created_at,
    account.last_sign_in, account.password_changed_at, account.disabled_at
    """

func readAccount(_ row: any SQLRow) -> Account {
    func date(_ column: Int) -> Date? { row.optionalReal(column).map { Date(timeIntervalSince1970: $0) } }
    let entra = row.optionalText(4).map {
        EntraIdentity(tenant: $0, object: row.optionalText(5), address: row.optionalText(6))
    }
    return Account(
        id: row.text(0), name: row.text(1), role: Role(rawValue: row.text(2)) ?? .viewer,
        hasPassword: row.int(3) == 1, entra: entra, zone: row.optionalText(7),
        theme: Account.Theme(rawValue: row.text(8)) ?? .system, hasShortcuts: row.int(9) == 1,
        createdBy: row.text(10), createdAt: Date(timeIntervalSince1970: row.real(11)), lastSignIn: date(12),
        passwordChangedAt: date(13), disabledAt: date(14))
}

extension Store {
    /// One transaction on accounts and sessions: all of it is stored, or nothing.
    @discardableResult
    public func changeAccounts<T>(_ deed: Deed, _ body: (AccountWriter) throws -> T) throws -> T {
        try database.write { try body(AccountWriter(connection: $0, key: key, deed: deed)) }
    }

    /// One transaction on accounts and sessions, without holding up the thread.
    @discardableResult
    public func changeAccounts<T: Sendable>(
        _ deed: Deed, _ body: @escaping @Sendable (AccountWriter) throws -> T
    ) async throws -> T {
        let key = key
        return try await database.write { try body(AccountWriter(connection: $0, key: key, deed: deed)) }
    }

    /// Everybody, by name.
    public func accounts() throws -> [Account] {
        try database.read { try $0.rows("SELECT \(accountColumns) FROM account ORDER BY name_key", [], readAccount) }
    }

    /// Whether the installation has begun.
    public func hasAccounts() throws -> Bool { try database.read { try $0.hasAccounts() } }

    public func account(id: String) throws -> Account? { try database.read { try $0.account(id: id) } }

    /// The account of that name, in any letter case.
    public func account(named name: String) throws -> Account? {
        try database.read { try $0.account(named: name) }
    }

    /// The account of somebody in Entra: by object id, else the one that was invited by this address and has not been used yet.
    public func account(entra tenant: String, object: String, address: String?) throws -> Account? {
        try database.read { connection in
            if let linked = try connection.account(entra: tenant, object: object) { return linked }
            guard let address else { return nil }
            // An older Reeve gave an address to several: the first invitation counts.
            return try connection.accounts(entra: tenant, address: address.lowercased())
                .first { $0.entra?.object == nil }
        }
    }

    /// The hash of the account's password, and where it was last signed in to; nil where it has no password.
    public func passwordHash(of account: Account) throws -> PasswordHash? {
        try database.read {
            try $0.first("SELECT password FROM account WHERE id = $1", [.text(account.id)]) { $0.optionalText(0) }
        }.flatMap { $0 }.flatMap(PasswordHash.init(text:))
    }

    /// Where the account was last signed in to with success; nil where it never was.
    public func lastAddress(of account: Account) throws -> String? {
        try database.read {
            try $0.first("SELECT last_address FROM account WHERE id = $1", [.text(account.id)]) { $0.optionalText(0) }
        }.flatMap { $0 }
    }
}

extension SQLConnection {
    func hasAccounts() throws -> Bool { try first("SELECT 1 FROM account LIMIT 1") { $0.int(0) } != nil }

    func account(id: String) throws -> Account? {
        try first("SELECT \(accountColumns) FROM account WHERE id = $1", [.text(id)], readAccount)
    }

    func account(named name: String) throws -> Account? {
        try first(
            "SELECT \(accountColumns) FROM account WHERE name_key = $1", [.text(Account.nameKey(name))], readAccount)
    }

    /// Those that an address in Entra was given to, the oldest first.
    func accounts(entra tenant: String, address: String) throws -> [Account] {
        try rows(
            """
            SELECT \(accountColumns) FROM account WHERE entra_tenant = $1 AND entra_address = $2
            ORDER BY created_at, id
            """, [.text(tenant), .text(address)], readAccount)
    }

    func account(entra tenant: String, object: String) throws -> Account? {
        try first(
            "SELECT \(accountColumns) FROM account WHERE entra_tenant = $1 AND entra_object = $2",
            [.text(tenant), .text(object)], readAccount)
    }
}
