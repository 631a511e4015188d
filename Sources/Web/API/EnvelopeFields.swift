import Flows
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Model
import NIOCore

/// What a client says of a message beside its bytes, as it came in.
struct EnvelopeFields: Sendable {
    var from: String?
    var recipients: [String] = []
    var clientAddress: String?
    var helo: String?
    var queueID: String?
    var authenticatedUser: String?
    var history: Envelope.History?

    /// The fields that clients of rspamd send: From, Rcpt (repeatable), IP, Helo, Queue-Id, User.
    init(headers: HTTPFields) {
        from = headers.first("From").map(EnvelopeText.path)
        recipients = headers.all("Rcpt").filter { !$0.isEmpty }.map(EnvelopeText.path)
        clientAddress = headers.first("IP").map(EnvelopeText.host)
        helo = headers.first("Helo").flatMap { $0.isEmpty ? nil : $0 }
        queueID = headers.first("Queue-Id").flatMap { $0.isEmpty ? nil : $0 }
        authenticatedUser = headers.first("User").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Query parameters `from`, `rcpt` (repeatable), `ip`, `helo`, `queueId`, `user`, `inbound`, `outbound`, `firstSeenDays` over the fields.
    init(_ request: Request) throws {
        self.init(headers: request.headers)
        let query = request.uri.queryParameters
        from = query["from"].map { EnvelopeText.path(String($0)) } ?? from
        let named = query[values: "rcpt"].map { EnvelopeText.path(String($0)) }
        if !named.isEmpty { recipients = named }
        clientAddress = query["ip"].map { EnvelopeText.host(String($0)) } ?? clientAddress
        helo = query["helo"].map(String.init) ?? helo
        queueID = query["queueId"].map(String.init) ?? queueID
        authenticatedUser = query["user"].map(String.init) ?? authenticatedUser
        history = try Self.history(query)
    }

    init(_ context: MailCase.Context) {
        from = context.mailFrom
        recipients = context.recipients
        clientAddress = context.clientAddress
        helo = context.helo
        queueID = context.queueID
        authenticatedUser = context.authenticatedUser
        history = context.history
    }

    /// - Throws: `Problem` 400 where the client's address is none.
    func envelope(received: Date) throws -> Envelope {
        if let clientAddress, !Self.isAddress(clientAddress) {
            throw Problem(.badRequest, "\"ip\" (client_address) is no IP address.")
        }
        return lenientEnvelope(received: received)
    }

    /// What is no address becomes "not known": a mail server's client writes `unknown` or a path there and cannot help it.
    func lenientEnvelope(received: Date) -> Envelope {
        Envelope(
            clientAddress: clientAddress.flatMap { Self.isAddress($0) ? $0 : nil }, helo: helo, mailFrom: from,
            recipients: recipients, history: history, authenticatedUser: authenticatedUser, queueID: queueID,
            received: received)
    }

    private static func history(_ query: FlatDictionary<Substring, Substring>) throws -> Envelope.History? {
        func count(_ name: Substring) throws -> Int? {
            guard let text = query[name] else { return nil }
            guard let number = Int(text), number >= 0 else {
                throw Problem(.badRequest, "\"\(name)\" has to be a whole number, 0 or more.")
            }
            return number
        }
        let (inbound, outbound, days) = (try count("inbound"), try count("outbound"), try count("firstSeenDays"))
        guard let inbound, let outbound else {
            if inbound == nil, outbound == nil, days == nil { return nil }
            throw Problem(.badRequest, "\"inbound\" and \"outbound\" belong together.")
        }
        return Envelope.History(inbound: inbound, outbound: outbound, firstSeenDays: days)
    }

    private static func isAddress(_ text: String) -> Bool { (try? SocketAddress(ipAddress: text, port: 0)) != nil }
}
