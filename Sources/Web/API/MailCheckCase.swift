import Foundation
import HTTPTypes
import Model

/// A message with its context as one JSON object: a line of `reeve mail check --jsonl`, the body of `POST /api/v1/mail/check`.
struct MailCheckCase: Decodable, Sendable {
    struct Context: Decodable, Sendable {
        var from: String?
        var recipients: [String]
        var clientAddress: String?
        var helo: String?
        var queueID: String?
        var history: Envelope.History?

        enum CodingKeys: String, CodingKey {
            case rcpt, helo, history
            case from = "envelope_from"
            case clientAddress = "client_address"
            case queueID = "queue_id"
        }

        init() { recipients = [] }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            if let one = try? box.decodeIfPresent(String.self, forKey: .rcpt) {
                recipients = [one]
            } else {
                recipients = try box.decodeIfPresent([String].self, forKey: .rcpt) ?? []
            }
            from = try box.decodeIfPresent(String.self, forKey: .from)
            clientAddress = try box.decodeIfPresent(String.self, forKey: .clientAddress)
            helo = try box.decodeIfPresent(String.self, forKey: .helo)
            queueID = try box.decodeIfPresent(String.self, forKey: .queueID)
            history = try box.decodeIfPresent(WrittenHistory.self, forKey: .history)?.history
        }
    }

    private struct WrittenHistory: Decodable {
        var history: Envelope.History

        enum CodingKeys: String, CodingKey {
            case inbound, outbound
            case firstSeenDays = "first_seen_days"
        }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            history = Envelope.History(
                inbound: try Self.count(box, .inbound) ?? 0, outbound: try Self.count(box, .outbound) ?? 0,
                firstSeenDays: try Self.count(box, .firstSeenDays))
        }

        private static func count(_ box: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys) throws -> Int? {
            guard let number = try box.decodeIfPresent(Int.self, forKey: key) else { return nil }
            guard number >= 0 else {
                throw DecodingError.dataCorruptedError(forKey: key, in: box, debugDescription: "negative")
            }
            return number
        }
    }

    var id: String?
    var raw: String
    var context: Context

    enum CodingKeys: String, CodingKey {
        case id, context
        case raw = "raw_b64"
    }

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        id = try box.decodeIfPresent(String.self, forKey: .id)
        raw = try box.decode(String.self, forKey: .raw)
        context = try box.decodeIfPresent(Context.self, forKey: .context) ?? Context()
    }

    /// - Throws: `Problem` 400 that names the member at fault.
    static func read(_ body: Data) throws -> MailCheckCase {
        do {
            return try JSONDecoder().decode(MailCheckCase.self, from: body)
        } catch DecodingError.keyNotFound(let key, _) {
            throw Problem(.badRequest, "\"\(key.stringValue)\" is missing.")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw Problem(.badRequest, "\(place(context)) has a value of the wrong kind.")
        } catch DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty {
            throw Problem(.badRequest, "\(place(context)) has a value that it cannot have.")
        } catch {
            throw Problem(.badRequest, "The body is no JSON (RFC 8259).")
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? "The body" : "\"\(path)\""
    }

    /// The message (RFC 4648 §4, line ends allowed).
    func message() throws -> Data {
        let text = raw.utf8.contains { $0 == 0x0A || $0 == 0x0D } ? raw.filter { !$0.isNewline } : raw
        guard let bytes = Data(base64Encoded: text) else { throw Problem(.badRequest, "\"raw_b64\" is not base64.") }
        return bytes
    }
}
