/// Whether Reeve's own people sign in with Microsoft by the app registration of a cloud.
let schema0014: [String] = ["ALTER TABLE registration ADD COLUMN signs_in BIGINT NOT NULL DEFAULT 0"]
