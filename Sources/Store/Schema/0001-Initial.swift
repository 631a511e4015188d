/// The first schema. The integration is the first column of every primary key; entities are JSON in the shape of our structs,
/// so that a new property or kind is no migration. Times are seconds since 1970.
let schema0001: [String] = [
    """
    CREATE TABLE integration (
        id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, tenant_id TEXT NOT NULL, client_id TEXT NOT NULL,
        graph_url TEXT NOT NULL, login_url TEXT NOT NULL, dns TEXT, mode TEXT NOT NULL, dlp_profiles TEXT NOT NULL,
        credential TEXT NOT NULL, secret BYTEA NOT NULL, status TEXT NOT NULL, status_detail TEXT, tenant_name TEXT,
        judged_with TEXT, created_at DOUBLE PRECISION NOT NULL)
    """,
    """
    CREATE TABLE run (
        integration BIGINT NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, started_at DOUBLE PRECISION NOT NULL,
        finished_at DOUBLE PRECISION, requests BIGINT NOT NULL, is_full BIGINT NOT NULL, opened BIGINT NOT NULL,
        resolved BIGINT NOT NULL, PRIMARY KEY (integration, number))
    """,
    """
    CREATE TABLE entity (
        integration BIGINT NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
        hash BIGINT NOT NULL, seen BIGINT NOT NULL, changed BIGINT NOT NULL, stale BIGINT NOT NULL, due DOUBLE PRECISION,
        PRIMARY KEY (integration, kind, owner, id))
    """,
    "CREATE INDEX entity_stale ON entity (integration, kind, owner, id) WHERE stale = 1",
    "CREATE INDEX entity_due ON entity (integration, kind, due) WHERE due IS NOT NULL",
    """
    CREATE TABLE membership (
        integration BIGINT NOT NULL, group_id TEXT NOT NULL, member_id TEXT NOT NULL, member_kind TEXT NOT NULL,
        seen BIGINT NOT NULL, PRIMARY KEY (integration, group_id, member_id))
    """,
    "CREATE INDEX membership_member ON membership (integration, member_id)",
    """
    CREATE TABLE feed (
        integration BIGINT NOT NULL, feed TEXT NOT NULL, owner TEXT NOT NULL, phase TEXT NOT NULL, link TEXT,
        next_delta TEXT, round BIGINT NOT NULL, listed_at DOUBLE PRECISION, finished_at DOUBLE PRECISION,
        PRIMARY KEY (integration, feed, owner))
    """,
    """
    CREATE TABLE coverage (
        integration BIGINT NOT NULL, collector TEXT NOT NULL, subject TEXT NOT NULL, state TEXT NOT NULL, detail TEXT,
        run BIGINT NOT NULL, read_at DOUBLE PRECISION NOT NULL, PRIMARY KEY (integration, collector, subject))
    """,
    """
    CREATE TABLE instance (
        integration BIGINT NOT NULL, fingerprint TEXT NOT NULL, check_id TEXT NOT NULL, severity BIGINT NOT NULL,
        kind TEXT NOT NULL, owner TEXT NOT NULL, entity_id TEXT NOT NULL, resource_type TEXT NOT NULL,
        resource_id TEXT NOT NULL, resource_name TEXT NOT NULL, resource_url TEXT, drive_id TEXT, location TEXT, sub_id TEXT,
        evidence TEXT NOT NULL, status TEXT NOT NULL, first_seen DOUBLE PRECISION NOT NULL,
        last_seen DOUBLE PRECISION NOT NULL, resolved_at DOUBLE PRECISION, first_run BIGINT NOT NULL,
        last_run BIGINT NOT NULL, opened_run BIGINT NOT NULL, times_seen BIGINT NOT NULL, PRIMARY KEY (integration, fingerprint))
    """,
    "CREATE INDEX instance_worst ON instance (integration, status, severity, check_id, fingerprint)",
    "CREATE INDEX instance_entity ON instance (integration, kind, owner, entity_id)",
    """
    CREATE TABLE doubt (
        integration BIGINT NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, entity_id TEXT NOT NULL, check_id TEXT NOT NULL,
        reason TEXT NOT NULL, PRIMARY KEY (integration, kind, owner, entity_id, check_id))
    """,
    """
    CREATE TABLE history (
        integration BIGINT NOT NULL, fingerprint TEXT NOT NULL, run BIGINT NOT NULL, change TEXT NOT NULL,
        at DOUBLE PRECISION NOT NULL, evidence TEXT, PRIMARY KEY (integration, fingerprint, run, change))
    """,
]
