/// What an overview of hundreds of tenants asks of all of them at once: the last days, not every day that is kept.
let schema0013: [String] = [
    "CREATE INDEX finding_age_recent ON finding_age (status, day, integration, check_id, instances)",
    "CREATE INDEX finding_day_reopened ON finding_day (day, integration, reopened) WHERE reopened > 0",
    "CREATE INDEX day_recent ON day (day)",
]
