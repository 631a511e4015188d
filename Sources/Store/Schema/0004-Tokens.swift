/// Keys to the HTTP API. What is kept of a key is its SHA-256 digest; it is looked up by the part of it that is no secret.
let schema0004: [String] = [
    """
    CREATE TABLE api_token (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BYTEA NOT NULL, scopes TEXT NOT NULL,
        created_by TEXT NOT NULL, created_at DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION,
        last_used DOUBLE PRECISION, revoked_at DOUBLE PRECISION)
    """,
    "CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE revoked_at IS NULL",
]
