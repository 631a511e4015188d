/// By what a directory is searched, and what was decided about third-party apps.
let schema0008: [String] = [
    "ALTER TABLE entity ADD COLUMN name_key TEXT",
    "ALTER TABLE entity ADD COLUMN find_key TEXT",
    "ALTER TABLE entity ADD COLUMN is_guest BIGINT",
    "ALTER TABLE entity ADD COLUMN is_disabled BIGINT",
    "CREATE INDEX entity_name ON entity (integration, kind, name_key, id, find_key) WHERE name_key IS NOT NULL",
    "CREATE INDEX entity_guest ON entity (integration, kind, name_key, id, find_key) WHERE is_guest = 1",
    "CREATE INDEX entity_disabled ON entity (integration, kind, name_key, id, find_key) WHERE is_disabled = 1",
    "CREATE INDEX protection_order ON protection (integration, name_key, kind, id)",
    """
    CREATE TABLE app_decision (
        integration BIGINT NOT NULL, app_id TEXT NOT NULL, decision TEXT NOT NULL, why TEXT, owner TEXT,
        ask_again DOUBLE PRECISION, decided_by TEXT NOT NULL, decided_at DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (integration, app_id))
    """,
]
