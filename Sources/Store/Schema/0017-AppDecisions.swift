/// Every decision about a third-party app and not the last alone, numbered for each app from 1; without a decision one was taken back.
let schema0017: [String] = [
    """
    CREATE TABLE app_decision_step (
        integration BIGINT NOT NULL, app_id TEXT NOT NULL, number BIGINT NOT NULL, decision TEXT, why TEXT, owner TEXT,
        ask_again DOUBLE PRECISION, decided_by TEXT NOT NULL, decided_at DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (integration, app_id, number))
    """,
    """
    INSERT INTO app_decision_step (integration, app_id, number, decision, why, owner, ask_again, decided_by, decided_at)
    SELECT integration, app_id, 1, decision, why, owner, ask_again, decided_by, decided_at FROM app_decision
    """,
]
