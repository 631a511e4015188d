import JSONPull
import Model

/// The members of a `MailCase` as they are met.
struct MailCaseReading {
    private(set) var id: String?
    private(set) var message: Base64Header?
    private(set) var hasMessage = false
    private(set) var context = MailCase.Context()
    private(set) var faults: [MailCase.Fault] = []

    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        var reading = self
        try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "id": reading.id = try reading.name(&reader)
            case "raw_b64":
                reading.message = try reader.optionalString { Base64Header($0) }
                reading.hasMessage = true
            case "context": try reading.readContext(&reader)
            default: break
            }
        }
        self = reading
    }

    private mutating func readContext(_ reader: inout JSONReader) throws(JSONError) {
        guard try isWanted(.object, "context", &reader) else { return }
        var reading = self
        try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "rcpt": reading.context.recipients = try reading.recipients(&reader)
            case "envelope_from":
                reading.context.mailFrom = try reading.text("envelope_from", &reader).map(EnvelopeText.path)
            case "client_address":
                reading.context.clientAddress = try reading.text("client_address", &reader).map(EnvelopeText.host)
            case "helo": reading.context.helo = try reading.text("helo", &reader)
            case "queue_id": reading.context.queueID = try reading.text("queue_id", &reader)
            case "user": reading.context.authenticatedUser = try reading.text("user", &reader)
            case "history": try reading.readHistory(&reader)
            default: break
            }
        }
        self = reading
    }

    private mutating func readHistory(_ reader: inout JSONReader) throws(JSONError) {
        guard try isWanted(.object, "context.history", &reader) else { return }
        var reading = self
        var (inbound, outbound, days): (Int?, Int?, Int?) = (nil, nil, nil)
        try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "inbound": inbound = try reading.count("inbound", &reader)
            case "outbound": outbound = try reading.count("outbound", &reader)
            case "first_seen_days": days = try reading.count("first_seen_days", &reader)
            default: break
            }
        }
        if inbound != nil || outbound != nil {
            reading.context.history = .init(inbound: inbound ?? 0, outbound: outbound ?? 0, firstSeenDays: days)
        }
        self = reading
    }

    /// A text, or the digits of a number.
    private mutating func name(_ reader: inout JSONReader) throws(JSONError) -> String? {
        if try reader.kind() == .number { return try reader.optionalInt().map(String.init) }
        return try isWanted(.string, "id", &reader) ? try reader.optionalString() : nil
    }

    private mutating func text(_ member: String, _ reader: inout JSONReader) throws(JSONError) -> String? {
        try isWanted(.string, "context.\(member)", &reader) ? try reader.optionalString() : nil
    }

    /// One address, or several.
    private mutating func recipients(_ reader: inout JSONReader) throws(JSONError) -> [String] {
        if try reader.kind() == .array { return try reader.strings().map(EnvelopeText.path) }
        return try text("rcpt", &reader).map { [EnvelopeText.path($0)] } ?? []
    }

    private mutating func count(_ member: String, _ reader: inout JSONReader) throws(JSONError) -> Int? {
        let member = "context.history.\(member)"
        guard try isWanted(.number, member, &reader) else { return nil }
        guard let number = try reader.optionalInt(), number >= 0 else {
            faults.append(.init(member: member, why: "has a value that it cannot have"))
            return nil
        }
        return number
    }

    /// Whether a value of that kind comes; null is passed, and another kind is passed and noted.
    private mutating func isWanted(
        _ kind: JSONKind, _ member: String, _ reader: inout JSONReader
    ) throws(JSONError) -> Bool {
        let found = try reader.kind()
        if found == kind { return true }
        if found != .null { faults.append(.kind(member)) }
        try reader.skip()
        return false
    }
}
