/// Policies kept in the database, and what prunes old verdicts.
let schema0009: [String] = []
