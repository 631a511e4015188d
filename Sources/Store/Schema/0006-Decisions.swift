/// What people decided about findings, and the summaries that keep lists and counts quick however many instances there are.
/// Severity belongs to the finding (a check in an integration), so that another one is one row. `since` of an instance is when it came
/// into its present state; a whole number of days of it (UTC) is a row of `finding_age`, which so sums up to the counts of `finding`.
let schema0006: [String] = [
    """
    CREATE TABLE finding (
        integration BIGINT NOT NULL, check_id TEXT NOT NULL, default_severity BIGINT NOT NULL, severity BIGINT NOT NULL,
        ignored BIGINT NOT NULL, reason TEXT, comment TEXT, owner TEXT, expires DOUBLE PRECISION, decided_by TEXT,
        decided_at DOUBLE PRECISION, active BIGINT NOT NULL, hidden BIGINT NOT NULL, resolved BIGINT NOT NULL,
        PRIMARY KEY (integration, check_id))
    """,
    "CREATE INDEX finding_ending ON finding (expires) WHERE ignored = 1 AND expires IS NOT NULL",
    """
    CREATE TABLE hiding (
        integration BIGINT NOT NULL, fingerprint TEXT NOT NULL, check_id TEXT NOT NULL, reason TEXT NOT NULL, comment TEXT,
        owner TEXT, expires DOUBLE PRECISION, decided_by TEXT NOT NULL, decided_at DOUBLE PRECISION NOT NULL,
        severity BIGINT NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (integration, fingerprint))
    """,
    "CREATE INDEX hiding_ending ON hiding (expires) WHERE expires IS NOT NULL",
    "CREATE INDEX hiding_check ON hiding (integration, check_id, severity)",
    """
    CREATE TABLE finding_age (
        integration BIGINT NOT NULL, check_id TEXT NOT NULL, status TEXT NOT NULL, day BIGINT NOT NULL,
        instances BIGINT NOT NULL, PRIMARY KEY (integration, check_id, status, day))
    """,
    """
    CREATE TABLE finding_day (
        integration BIGINT NOT NULL, check_id TEXT NOT NULL, day BIGINT NOT NULL, severity BIGINT, active BIGINT,
        unread BIGINT, opened BIGINT NOT NULL, reopened BIGINT NOT NULL, resolved BIGINT NOT NULL,
        PRIMARY KEY (integration, check_id, day))
    """,
    """
    CREATE TABLE day (
        integration BIGINT NOT NULL, day BIGINT NOT NULL, critical BIGINT NOT NULL, high BIGINT NOT NULL,
        medium BIGINT NOT NULL, low BIGINT NOT NULL, complete BIGINT NOT NULL, unread BIGINT NOT NULL,
        PRIMARY KEY (integration, day))
    """,
    """
    CREATE TABLE balance (
        integration BIGINT NOT NULL, run BIGINT NOT NULL, place BIGINT NOT NULL, collector TEXT NOT NULL,
        state TEXT NOT NULL, subjects BIGINT NOT NULL, detail TEXT, example TEXT, PRIMARY KEY (integration, run, place))
    """,
    """
    CREATE TABLE doubt_count (
        integration BIGINT NOT NULL, check_id TEXT NOT NULL, reason TEXT NOT NULL, entities BIGINT NOT NULL,
        PRIMARY KEY (integration, check_id, reason))
    """,
    """
    CREATE TABLE decision (
        integration BIGINT NOT NULL, check_id TEXT NOT NULL, fingerprint TEXT NOT NULL, at DOUBLE PRECISION NOT NULL,
        batch TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, detail TEXT, before TEXT,
        PRIMARY KEY (integration, check_id, fingerprint, at, batch))
    """,
    "CREATE INDEX decision_batch ON decision (batch)",
    "CREATE INDEX decision_latest ON decision (at, batch, integration, check_id) WHERE fingerprint = ''",
    "ALTER TABLE instance ADD COLUMN since DOUBLE PRECISION NOT NULL DEFAULT 0",
    "UPDATE instance SET since = CAST(COALESCE(resolved_at, first_seen) AS BIGINT)",
    """
    INSERT INTO finding (integration, check_id, default_severity, severity, ignored, active, hidden, resolved)
    SELECT integration, check_id, MIN(severity), MIN(severity), 0, SUM(CASE WHEN status = 'active' THEN 1 ELSE 0 END),
        SUM(CASE WHEN status = 'hidden' THEN 1 ELSE 0 END), SUM(CASE WHEN status = 'resolved' THEN 1 ELSE 0 END)
    FROM instance GROUP BY integration, check_id
    """,
    """
    INSERT INTO finding_age (integration, check_id, status, day, instances)
    SELECT integration, check_id, status, CAST(since AS BIGINT) / 86400, COUNT(*) FROM instance
    GROUP BY integration, check_id, status, CAST(since AS BIGINT) / 86400
    """,
    "DROP INDEX instance_worst",
    "ALTER TABLE instance DROP COLUMN severity",
    """
    CREATE INDEX instance_list ON instance (integration, check_id, status, since, fingerprint, resource_name, resource_id)
    """,
]
