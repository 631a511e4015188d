extension Store {
    /// How often what lists and the overview are made of has changed, by integration. Two readings with the same number saw the same findings,
    /// counts of days, balances and runs.
    public func changes(of integration: Int? = nil) throws -> [Int: Int] {
        let pairs = try database.read {
            try $0.rows(
                """
                SELECT c.id, c.number FROM integration_change c JOIN integration g ON g.id = c.id
                \(integration == nil ? "" : "WHERE c.id = $1")
                """, integration.map { [.int($0)] } ?? []
            ) { ($0.int(0), $0.int(1)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}
