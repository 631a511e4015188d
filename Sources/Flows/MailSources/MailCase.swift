import Foundation
import JSONPull
import Model

/// A message with what is known of it beside its bytes, as a JSONL line says it.
public struct MailCase: Sendable, Hashable {
    public var id: String
    public var bytes: [UInt8]
    public var mailFrom: String?
    public var clientAddress: String?
    public var helo: String?
    public var recipients: [String] = []
    public var history: Envelope.History?
    /// What of the line could not be used; the rest is judged.
    public var trouble: MailTrouble?

    public init(id: String, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }

    /// Reads `{"id","raw_b64","context":{"rcpt","envelope_from","client_address","helo","history"}}`; other keys are passed over.
    /// A line without an id is named by its place.
    /// - Throws: `MailTrouble` for what is no JSON object, or has no message.
    public init(line: [UInt8], number: Int, path: String) throws(MailTrouble) {
        var fields = Fields()
        do throws(JSONError) {
            try JSONReader.read(line) { (reader) throws(JSONError) in try fields.read(&reader) }
        } catch {
            throw MailTrouble("\(path):\(number): no JSON object that can be read (\(error)); it is left out")
        }
        guard let message = fields.message else {
            throw MailTrouble("\(path):\(number): no \"raw_b64\" with the message; it is left out")
        }
        self = fields.found
        id = fields.id ?? "\(path)#\(number)"
        bytes = message.bytes
        if !message.isWhole {
            trouble = MailTrouble(
                "\(path):\(number): \"raw_b64\" is not base64 throughout; what could be read was judged")
        }
    }
}

/// The members of a line as they are met.
private struct Fields {
    var id: String?
    var message: Base64Header?
    var found = MailCase(id: "", bytes: [])

    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        var fields = self
        try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "id": fields.id = try reader.name()
            case "raw_b64": fields.message = try reader.optionalString { Base64Header($0) }
            case "context": try fields.readContext(&reader)
            default: break
            }
        }
        self = fields
    }

    private mutating func readContext(_ reader: inout JSONReader) throws(JSONError) {
        var found = found
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "rcpt": found.recipients = try reader.textOrTexts()
            case "envelope_from": found.mailFrom = try reader.optionalString()
            case "client_address": found.clientAddress = try reader.optionalString()
            case "helo": found.helo = try reader.optionalString()
            case "history": found.history = try Self.history(&reader)
            default: break
            }
        }
        self.found = found
    }

    private static func history(_ reader: inout JSONReader) throws(JSONError) -> Envelope.History? {
        var (inbound, outbound, days): (Int?, Int?, Int?) = (nil, nil, nil)
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "inbound": inbound = try reader.optionalInt()
            case "outbound": outbound = try reader.optionalInt()
            case "first_seen_days": days = try reader.optionalInt()
            default: break
            }
        }
        guard inbound != nil || outbound != nil else { return nil }
        return Envelope.History(inbound: inbound ?? 0, outbound: outbound ?? 0, firstSeenDays: days)
    }
}

extension JSONReader {
    /// A text, or the digits of a number.
    fileprivate mutating func name() throws(JSONError) -> String? {
        guard try kind() == .number else { return try optionalString() }
        return String(try int())
    }

    fileprivate mutating func textOrTexts() throws(JSONError) -> [String] {
        if try kind() == .array { return try strings() }
        return try optionalString().map { [$0] } ?? []
    }
}
