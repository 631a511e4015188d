/// What waits to be judged is found by its kind alone: the index grows at its end, in place of all over, while a directory is synced.
let schema0002: [String] = [
    "DROP INDEX entity_stale",
    "CREATE INDEX entity_stale ON entity (integration, kind) WHERE stale = 1",
]
