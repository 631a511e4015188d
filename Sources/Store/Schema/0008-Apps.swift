/// What third-party apps may do, and what was decided about them.
let schema0008: [String] = []
