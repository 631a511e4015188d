/// How a tenant is authorised in the browser, and how often it is read. One app registration a cloud. A pending authorisation is found
/// by the digest of the state that Microsoft sends back, and by its id in the panel; both open nothing without the browser's own cookie.
let schema0007: [String] = [
    """
    CREATE TABLE registration (
        cloud TEXT NOT NULL PRIMARY KEY, client_id TEXT, tenant_id TEXT, features TEXT NOT NULL, credential TEXT NOT NULL,
        certificate TEXT, expires DOUBLE PRECISION, secret BYTEA, updated_at DOUBLE PRECISION NOT NULL,
        updated_by TEXT NOT NULL, tested_at DOUBLE PRECISION, test_trouble TEXT)
    """,
    """
    CREATE TABLE pending_authorisation (
        id TEXT NOT NULL PRIMARY KEY, state_digest BYTEA, browser_digest BYTEA NOT NULL, actor TEXT NOT NULL,
        body TEXT NOT NULL, secret BYTEA NOT NULL, created_at DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION NOT NULL)
    """,
    "CREATE UNIQUE INDEX pending_authorisation_state ON pending_authorisation (state_digest) WHERE state_digest IS NOT NULL",
    "ALTER TABLE integration ADD COLUMN sync_frequency BIGINT NOT NULL DEFAULT 3600",
    "ALTER TABLE integration ADD COLUMN features TEXT NOT NULL DEFAULT 'directory,labels,posture'",
    """
    CREATE TABLE schedule (
        integration BIGINT NOT NULL PRIMARY KEY, next_at DOUBLE PRECISION, underway TEXT, failures BIGINT NOT NULL,
        trouble TEXT, failed_at DOUBLE PRECISION, granted TEXT, granted_at DOUBLE PRECISION)
    """,
]
