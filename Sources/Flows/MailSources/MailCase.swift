import JSONPull
import Model

/// A message with what is known of it beside its bytes, as one JSON object says it: a line of `reeve mail check --jsonl`, the body of
/// `POST /api/v1/mail/check`. Both are read here.
public struct MailCase: Sendable, Hashable {
    /// A member that could not be used as it stands; the rest is.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// `context.history.inbound`; empty for the object itself.
        public let member: String
        public let why: String

        public var description: String { "\"\(member)\" \(why)" }

        static func kind(_ member: String) -> Fault { Fault(member: member, why: "has a value of the wrong kind") }
    }

    /// Why there is no message to judge.
    public enum Refusal: Error, Sendable, Hashable {
        case notJSON(JSONError)
        /// JSON, but no object.
        case notObject
        case noMessage
        case messageNotText
    }

    /// Nil where the object names none.
    public var id: String?
    /// The header block, with as much of the body as was read along.
    public var bytes: [UInt8]
    public var context: Context
    public var faults: [Fault] = []
    /// What of a line could not be used, in words for a person; the rest is judged.
    public var trouble: MailTrouble?

    /// What is known of the message beside its bytes; nil and empty for what is not.
    public struct Context: Sendable, Hashable {
        public var mailFrom: String?
        public var clientAddress: String?
        public var helo: String?
        public var recipients: [String] = []
        public var history: Envelope.History?
        public var queueID: String?
        public var authenticatedUser: String?

        public init() {}
    }

    public init(id: String, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
        context = Context()
    }

    /// Reads `{"id","raw_b64","context":{"rcpt","envelope_from","client_address","helo","queue_id","user","history"}}`; other members are
    /// passed over.
    public init(json: [UInt8]) throws(Refusal) {
        var reading = MailCaseReading()
        do throws(JSONError) {
            try JSONReader.read(json) { (reader) throws(JSONError) in try reading.read(&reader) }
        } catch {
            throw error.problem == .wrongKind ? .notObject : .notJSON(error)
        }
        guard let message = reading.message else { throw reading.hasMessage ? .messageNotText : .noMessage }
        id = reading.id
        bytes = message.bytes
        context = reading.context
        faults = reading.faults
        if !message.isWhole { faults.append(Fault(member: "raw_b64", why: "is not base64 throughout")) }
    }

    /// Reads a line of a file. A line without an id is named by its place.
    /// - Throws: `MailTrouble` for what is no JSON object, or has no message.
    public init(line: [UInt8], number: Int, path: String) throws(MailTrouble) {
        let place = "\(path):\(number)"
        do throws(Refusal) {
            try self.init(json: line)
        } catch {
            switch error {
            case .notJSON(let why):
                throw MailTrouble("\(place): no JSON object that can be read (\(why)); it is left out")
            case .notObject: throw MailTrouble("\(place): no JSON object; it is left out")
            case .noMessage, .messageNotText:
                throw MailTrouble("\(place): no \"raw_b64\" with the message; it is left out")
            }
        }
        if id == nil { id = "\(path)#\(number)" }
        trouble = faults.first.map { MailTrouble("\(place): \($0); what could be read was judged") }
    }
}
