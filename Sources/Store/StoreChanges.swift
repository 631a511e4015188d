import Foundation

extension Store {
    /// How often what lists and the overview are made of has changed, by integration. Two readings with the same number saw the same findings,
    /// counts of days, balances and runs.
    public func changes(of integration: Int? = nil) throws -> [Int: Int] { try changes("number", of: integration) }

    /// How often the domains of integrations, what the DNS says of them, or the integration's name have changed.
    public func domainChanges(of integration: Int? = nil) throws -> [Int: Int] {
        try changes("domains", of: integration)
    }

    /// How often users of an integration, memberships of its groups and its part of the Business Email Compromise list have changed.
    public func directoryChange(of integration: Int) throws -> Int {
        try changes("directory", of: integration)[integration] ?? 0
    }

    private func changes(_ column: String, of integration: Int?) throws -> [Int: Int] {
        let pairs = try database.read {
            try $0.rows(
                """
                SELECT c.id, c.\(column) FROM integration_change c JOIN integration g ON g.id = c.id
                \(integration == nil ? "" : "WHERE c.id = $1")
                """, integration.map { [.int($0)] } ?? []
            ) { ($0.int(0), $0.int(1)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// When the next entry of an integration's part of the list ends after a moment, if nothing changes; nil where none does.
    public func nextEnd(of integration: Int, after now: Date) throws -> Date? {
        let end = try database.read {
            try $0.first(
                "SELECT MIN(expires) FROM protection_reason WHERE integration = $1 AND expires > $2",
                [.int(integration), now.sql]
            ) { $0.optionalReal(0) }
        }
        return end?.map { Date(timeIntervalSince1970: $0) }
    }
}
