/// Two more numbers that grow with what is kept in memory of an integration. `directory`: a user comes, goes or is renamed, somebody comes
/// into a group or leaves it, or its part of the Business Email Compromise list changes. `domains`: a domain or what the DNS says of it. An index that was the beginning of
/// another one is gone.
let schema0016: [String] =
    [
        "ALTER TABLE integration_change ADD COLUMN directory BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE integration_change ADD COLUMN domains BIGINT NOT NULL DEFAULT 0",
        "DROP INDEX membership_member",
        // A full round writes every row again: only what is new in it counts.
        trigger("membership_turned", "UPDATE OF member_kind", on: "membership", "NEW.member_kind <> OLD.member_kind"),
        trigger("entity_user_added", "INSERT", on: "entity", "NEW.kind = 'user'"),
        trigger(
            "entity_user_renamed", "UPDATE OF name_key", on: "entity",
            "NEW.kind = 'user' AND NEW.name_key IS DISTINCT FROM OLD.name_key"),
        trigger("entity_user_gone", "DELETE", on: "entity", "OLD.kind = 'user'"),
        trigger("entity_domain_added", "INSERT", on: "entity", isDomain("NEW"), counts: "domains"),
        trigger(
            "entity_domain_changed", "UPDATE OF hash", on: "entity", "NEW.hash <> OLD.hash AND " + isDomain("NEW"),
            counts: "domains"),
        trigger("entity_domain_gone", "DELETE", on: "entity", isDomain("OLD"), counts: "domains"),
        """
        CREATE TRIGGER integration_domains_renamed AFTER UPDATE OF name ON integration
        BEGIN UPDATE integration_change SET domains = domains + 1 WHERE id = NEW.id; END
        """,
    ]
    + [
        ("membership", ["INSERT", "DELETE"]), ("protection", ["INSERT", "UPDATE", "DELETE"]),
        ("protection_reason", ["INSERT", "UPDATE", "DELETE"]),
    ].flatMap { table, events in
        events.map { trigger("\(table)_\($0.lowercased())", $0, on: table) }
    }

private func isDomain(_ row: String) -> String { "\(row).kind IN ('domain', 'domainRecords')" }

private func trigger(
    _ name: String, _ event: String, on table: String, _ condition: String? = nil, counts column: String = "directory"
) -> String {
    """
    CREATE TRIGGER \(name) AFTER \(event) ON \(table)\(condition.map { " WHEN \($0)" } ?? "")
    BEGIN
        UPDATE integration_change SET \(column) = \(column) + 1
        WHERE id = \(event == "DELETE" ? "OLD" : "NEW").integration;
    END
    """
}
