/// The Business Email Compromise list, verdicts on mail, and who has written to whom how often. Where no integration is behind a row
/// (people typed in by hand, a door that serves the whole installation) its number is 0.
let schema0003: [String] = [
    """
    CREATE TABLE protection (
        integration BIGINT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
        body TEXT NOT NULL, PRIMARY KEY (integration, kind, id))
    """,
    "CREATE INDEX protection_name ON protection (integration, name_key)",
    """
    CREATE TABLE protection_reason (
        integration BIGINT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, reason TEXT NOT NULL, comment TEXT,
        added_by TEXT NOT NULL, added_at DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION,
        PRIMARY KEY (integration, kind, id, reason))
    """,
    """
    CREATE TABLE secondary_email (
        integration BIGINT NOT NULL, person TEXT NOT NULL, address_key TEXT NOT NULL, address TEXT NOT NULL,
        expires DOUBLE PRECISION, needs_authentication BIGINT NOT NULL, comment TEXT, added_by TEXT NOT NULL,
        added_at DOUBLE PRECISION NOT NULL, PRIMARY KEY (integration, person, address_key))
    """,
    "CREATE INDEX membership_upward ON membership (integration, member_id, group_id)",
    "CREATE INDEX membership_nested ON membership (integration, group_id, member_id) WHERE member_kind = 'group'",
    """
    CREATE TABLE mail_verdict (
        integration BIGINT NOT NULL, door TEXT NOT NULL, mail_key TEXT NOT NULL, queue_id TEXT, message_id TEXT,
        received_at DOUBLE PRECISION NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, subject TEXT,
        disposition TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, reason TEXT, matched_id TEXT, matched_name TEXT,
        verdict TEXT NOT NULL, PRIMARY KEY (integration, door, mail_key))
    """,
    "CREATE INDEX mail_verdict_newest ON mail_verdict (integration, received_at, door, mail_key)",
    "CREATE INDEX mail_verdict_queue ON mail_verdict (integration, queue_id) WHERE queue_id IS NOT NULL",
    """
    CREATE TABLE correspondence (
        integration BIGINT NOT NULL, address TEXT NOT NULL, inbound BIGINT NOT NULL, outbound BIGINT NOT NULL,
        first_seen DOUBLE PRECISION NOT NULL, last_seen DOUBLE PRECISION NOT NULL, PRIMARY KEY (integration, address))
    """,
]
