/// Local accounts, their sessions, one-time links, and the record of every change, of which nothing is ever taken back.
let schema0005: [String] = [
    """
    CREATE TABLE account (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, role TEXT NOT NULL, password TEXT,
        entra_tenant TEXT, entra_object TEXT, entra_address TEXT, zone TEXT, theme TEXT NOT NULL,
        shortcuts BIGINT NOT NULL, created_by TEXT NOT NULL, created_at DOUBLE PRECISION NOT NULL,
        last_sign_in DOUBLE PRECISION, last_address TEXT, password_changed_at DOUBLE PRECISION,
        disabled_at DOUBLE PRECISION)
    """,
    "CREATE UNIQUE INDEX account_name ON account (name_key)",
    "CREATE UNIQUE INDEX account_entra ON account (entra_tenant, entra_object) WHERE entra_object IS NOT NULL",
    """
    CREATE TABLE session (
        digest BYTEA NOT NULL PRIMARY KEY, id TEXT NOT NULL, account TEXT NOT NULL,
        created_at DOUBLE PRECISION NOT NULL, last_seen DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION NOT NULL,
        address TEXT, agent TEXT)
    """,
    "CREATE INDEX session_account ON session (account, id)",
    "CREATE INDEX session_expires ON session (expires)",
    """
    CREATE TABLE one_time_link (
        digest BYTEA NOT NULL PRIMARY KEY, purpose TEXT NOT NULL, account TEXT NOT NULL,
        expires DOUBLE PRECISION NOT NULL)
    """,
    "CREATE INDEX one_time_link_account ON one_time_link (account, purpose)",
    """
    CREATE TABLE audit (
        id BIGINT NOT NULL PRIMARY KEY, at DOUBLE PRECISION NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        subject TEXT NOT NULL, detail TEXT, address TEXT, seal BYTEA NOT NULL)
    """,
    "CREATE INDEX audit_actor ON audit (actor, id)",
    "CREATE INDEX audit_action ON audit (action, id)",
    "CREATE INDEX audit_subject ON audit (subject, id)",
    "CREATE INDEX audit_at ON audit (at, id)",
    """
    CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END
    """,
    """
    CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END
    """,
]
