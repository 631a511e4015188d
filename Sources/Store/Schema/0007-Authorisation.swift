/// How a tenant is authorised in the browser, and how often it is read.
let schema0007: [String] = []
