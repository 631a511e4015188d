/// By what instances are found that tell what a file holds: the profiles, the entries and the ids of labels that their evidence names. Many
/// files hold the same, so that the words stand once and an instance has their number, which the index of lists carries; null for all others.
let schema0020: [String] = [
    """
    CREATE TABLE content_words (
        integration BIGINT NOT NULL, id BIGINT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (integration, id))
    """,
    "ALTER TABLE instance ADD COLUMN words BIGINT",
    "DROP INDEX instance_list",
    """
    CREATE INDEX instance_list
        ON instance (integration, check_id, status, since, fingerprint, resource_name, resource_id, words)
    """,
]
