/// What people decided about findings: severity, ignored, hidden.
let schema0006: [String] = []
