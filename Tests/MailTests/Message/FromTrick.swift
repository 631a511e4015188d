import Testing

/// A way to write a From field, and what clients make of it.
struct FromTrick: Sendable, CustomTestStringConvertible {
    let name: String
    let body: [UInt8]
    /// `name <address>`, the reading of RFC 5322 first.
    let readings: [String]

    var testDescription: String { name }

    init(_ name: String, _ body: String, _ readings: String...) {
        self.init(name, Array(body.utf8), readings)
    }

    init(_ name: String, _ body: [UInt8], _ readings: [String]) {
        self.name = name
        self.body = body
        self.readings = readings
    }
}
