/// How the files stand that a line of the balance counts: it decides when they are read again. Older balances do not say.
let schema0019: [String] = ["ALTER TABLE balance ADD COLUMN standing TEXT"]
