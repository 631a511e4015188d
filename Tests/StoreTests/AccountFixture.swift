import Foundation
import Testing

@testable import Store

/// A store in memory with an administrator, `ana`, and what tests do with accounts.
struct AccountFixture {
    static let cheap = PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)

    let store: Store
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let ana: Account

    init() throws {
        store = try Store(.memory, key: SecretKey())
        let code = try #require(try store.firstStartCode(at: now))
        let hash = try PasswordHash(of: "a good long password", cost: Self.cheap)
        ana = try store.changeAccounts(Deed(by: "reeve", at: now, from: "192.0.2.1")) {
            try $0.start("ana", hash, by: code)
        }
    }

    @discardableResult
    func change<T>(at later: TimeInterval = 0, _ body: (AccountWriter) throws -> T) throws -> T {
        try store.changeAccounts(Deed(by: "user:ana", at: now + later, from: "192.0.2.1"), body)
    }

    func add(_ name: String, _ role: Role = .viewer, password: String? = "another long password") throws -> Account {
        try change { writer in
            let account = try writer.add(name, role: role)
            guard let password else { return account }
            try writer.setPassword(try PasswordHash(of: password, cost: Self.cheap), of: account)
            return try writer.connection.account(id: account.id) ?? account
        }
    }

    func begin(_ account: Account, at later: TimeInterval = 0, _ limits: SessionLimits = .init()) throws -> RandomSecret
    {
        try change(at: later) {
            try $0.beginSession(of: account, by: .password, agent: "Firefox", limits: limits)
        }
    }

    func isOpen(_ secret: RandomSecret, at later: TimeInterval = 0, _ limits: SessionLimits = .init()) async throws
        -> Bool
    {
        try await store.session(of: secret, at: now + later, limits: limits) != nil
    }

    func actions() throws -> [String] {
        try store.audit(AuditFilter(), limit: 200).records.map(\.entry.action).reversed()
    }
}
