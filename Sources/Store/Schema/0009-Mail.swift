/// Policies kept in the database, what is needed to judge a message again, and by what verdicts are found.
let schema0009: [String] = [
    "CREATE INDEX correspondence_oldest ON correspondence (integration, last_seen)",
    """
    CREATE TABLE mail_policy (
        id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, pattern_kind TEXT NOT NULL, pattern TEXT NOT NULL, effect TEXT,
        verify_sender BIGINT NOT NULL, similarity BIGINT NOT NULL, recent BIGINT NOT NULL, comment TEXT,
        added_by TEXT NOT NULL, added_at DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION)
    """,
    "CREATE TABLE mail_revision (id BIGINT PRIMARY KEY, number BIGINT NOT NULL)",
    "ALTER TABLE mail_verdict ADD COLUMN id TEXT",
    "CREATE INDEX mail_verdict_id ON mail_verdict (id)",
    "ALTER TABLE mail_verdict ADD COLUMN header BYTEA",
    "ALTER TABLE mail_verdict ADD COLUMN envelope TEXT",
    "ALTER TABLE mail_verdict ADD COLUMN sender_address TEXT",
    "ALTER TABLE mail_verdict ADD COLUMN sender_domain TEXT",
    "CREATE INDEX mail_verdict_disposition ON mail_verdict (integration, disposition, received_at, door, mail_key)",
    "CREATE INDEX mail_verdict_door ON mail_verdict (integration, door, received_at, mail_key)",
    """
    CREATE INDEX mail_verdict_sender ON mail_verdict (integration, sender_address, received_at, door, mail_key)
    WHERE sender_address IS NOT NULL
    """,
    """
    CREATE INDEX mail_verdict_domain ON mail_verdict (integration, sender_domain, received_at, door, mail_key)
    WHERE sender_domain IS NOT NULL
    """,
    """
    CREATE INDEX mail_verdict_person ON mail_verdict (integration, matched_id, received_at, door, mail_key)
    WHERE matched_id IS NOT NULL
    """,
    """
    CREATE TABLE mail_recipient (
        integration BIGINT NOT NULL, address TEXT NOT NULL, received_at DOUBLE PRECISION NOT NULL, door TEXT NOT NULL,
        mail_key TEXT NOT NULL, PRIMARY KEY (integration, address, received_at, door, mail_key))
    """,
]
