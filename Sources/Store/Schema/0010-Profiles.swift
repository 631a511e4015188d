/// Data loss prevention profiles and their entries, and what became of sensitivity labels.
let schema0010: [String] = [
    """
    CREATE TABLE label (
        integration BIGINT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, first_seen DOUBLE PRECISION NOT NULL,
        seen BIGINT NOT NULL, gone_at DOUBLE PRECISION, PRIMARY KEY (integration, id))
    """,
    """
    CREATE TABLE label_name (
        integration BIGINT NOT NULL, label TEXT NOT NULL, since DOUBLE PRECISION NOT NULL, name TEXT NOT NULL,
        until DOUBLE PRECISION, PRIMARY KEY (integration, label, since))
    """,
    """
    CREATE TABLE dlp_entry (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, means TEXT NOT NULL,
        body TEXT NOT NULL, sealed_key BYTEA, material BYTEA, changed_by TEXT NOT NULL,
        changed_at DOUBLE PRECISION NOT NULL)
    """,
    """
    CREATE TABLE dlp_profile (
        name_key TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, changed_by TEXT NOT NULL,
        changed_at DOUBLE PRECISION NOT NULL)
    """,
    """
    CREATE TABLE dlp_profile_entry (
        profile TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (profile, entry))
    """,
    "CREATE INDEX dlp_profile_entry_entry ON dlp_profile_entry (entry)",
    "CREATE TABLE dlp_off (profile TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (profile, entry))",
]
