/// Data loss prevention profiles and their entries.
let schema0010: [String] = []
