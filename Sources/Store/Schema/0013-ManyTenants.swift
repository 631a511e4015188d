/// What an overview of hundreds of tenants asks of all of them at once: the last days, not every day that is kept; how many users and groups the
/// last run left, without counting them.
let schema0013: [String] = [
    "CREATE INDEX finding_age_recent ON finding_age (status, day, integration, check_id, instances)",
    "CREATE INDEX finding_day_reopened ON finding_day (day, integration, reopened) WHERE reopened > 0",
    "CREATE INDEX day_recent ON day (day)",
    """
    CREATE TABLE entity_count (
        integration BIGINT NOT NULL, kind TEXT NOT NULL, entities BIGINT NOT NULL, PRIMARY KEY (integration, kind))
    """,
    """
    INSERT INTO entity_count (integration, kind, entities)
    SELECT integration, kind, COUNT(*) FROM entity WHERE kind IN ('user', 'group') GROUP BY integration, kind
    """,
]
