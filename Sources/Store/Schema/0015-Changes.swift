/// A number for each integration that grows whenever something changes of which lists and the overview are made: whoever keeps in memory
/// what was made of it sees by the number whether that still holds. Triggers count, so that no writer can forget to, nor another process.
/// The row of an integration that is removed stays: a new one with its number must not meet what was kept of the old one.
let schema0015: [String] =
    [
        "CREATE TABLE integration_change (id BIGINT NOT NULL PRIMARY KEY, number BIGINT NOT NULL)",
        "INSERT INTO integration_change (id, number) SELECT id, 0 FROM integration",
        """
        CREATE TRIGGER integration_added AFTER INSERT ON integration
        BEGIN
            INSERT INTO integration_change (id, number)
            SELECT NEW.id, 0 WHERE NOT EXISTS (SELECT 1 FROM integration_change WHERE id = NEW.id);
            UPDATE integration_change SET number = number + 1 WHERE id = NEW.id;
        END
        """,
        """
        CREATE TRIGGER integration_renamed AFTER UPDATE OF name ON integration
        BEGIN UPDATE integration_change SET number = number + 1 WHERE id = NEW.id; END
        """,
        """
        CREATE INDEX finding_order ON finding
            (severity, check_id, integration, ignored, active, hidden, resolved)
        """,
    ]
    + ["finding", "finding_age", "finding_day", "day", "balance", "doubt_count", "run"].flatMap { table in
        [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")].map { event, row in
            """
            CREATE TRIGGER \(table)_\(event.lowercased()) AFTER \(event) ON \(table)
            BEGIN UPDATE integration_change SET number = number + 1 WHERE id = \(row).integration; END
            """
        }
    }
