/// Where sensitivity labels stood in their tenant's tree, from when to when: a label that moves, or whose parent is renamed, is shown by
/// another path though its own name is the same.
let schema0023: [String] = [
    """
    CREATE TABLE label_path (
        integration BIGINT NOT NULL, label TEXT NOT NULL, since DOUBLE PRECISION NOT NULL, until DOUBLE PRECISION, path TEXT NOT NULL,
        PRIMARY KEY (integration, label, since))
    """
]
