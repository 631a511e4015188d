/// Every file of every drive whose content can be looked through, a short row each: a profile that is attached later needs no new
/// listing of the drives. `waiting` is 1 where the content is to be looked at.
let schema0011: [String] = [
    """
    CREATE TABLE content_candidate (
        integration BIGINT NOT NULL, drive TEXT NOT NULL, item TEXT NOT NULL, name TEXT NOT NULL, size BIGINT,
        modified DOUBLE PRECISION, tag TEXT NOT NULL, url TEXT, parent TEXT, seen BIGINT NOT NULL,
        waiting BIGINT NOT NULL, standing TEXT NOT NULL, detail TEXT, PRIMARY KEY (integration, drive, item))
    """,
    "CREATE INDEX content_candidate_waiting ON content_candidate (integration, drive, item) WHERE waiting = 1",
    "ALTER TABLE integration ADD COLUMN scanned_for TEXT",
]
