/// Files wait in the order of how many people reach them, and a download that was refused is tried again after a while.
/// `turn`: the least comes first. `again`: when to try once more, in seconds since 1970; null for files that were settled.
let schema0012: [String] = [
    "ALTER TABLE content_candidate ADD COLUMN turn DOUBLE PRECISION NOT NULL DEFAULT 400000000000",
    "ALTER TABLE content_candidate ADD COLUMN again DOUBLE PRECISION",
    "UPDATE content_candidate SET turn = 400000000000 - ROUND(COALESCE(modified, 0))",
    "UPDATE content_candidate SET again = 0 WHERE standing IN ('denied', 'failed', 'gone')",
    "DROP INDEX content_candidate_waiting",
    "CREATE INDEX content_candidate_waiting ON content_candidate (integration, turn, drive, item) WHERE waiting = 1",
    "CREATE INDEX content_candidate_again ON content_candidate (integration, again) WHERE again IS NOT NULL",
]
