/// Local accounts, their sessions, and the record of every change.
let schema0005: [String] = []
