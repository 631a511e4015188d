import Foundation
import Mail
import Model
import Report

/// A verdict in the words of rspamd's protocol (https://docs.rspamd.com/developers/protocol).
struct RspamdReply: Sendable {
    /// The score at which rspamd's own standard is to reject; ours, 0 to 1, is stretched to it.
    static let requiredScore = 15.0
    /// Copies that came with the mail are taken away: nobody but Reeve may write them.
    static let ownFields = [
        "X-Reeve-Disposition", "X-Reeve-Attribute", "X-Reeve-Reason", "X-Reeve-Score", "X-Reeve-Signature",
        "X-Reeve-Original-Recipient",
    ]

    let verdict: Verdict
    let action: RspamdAction
    let message: Message
    let seconds: Double

    var value: OrderedJSON {
        var members: [(String, OrderedJSON)] = [
            ("is_skipped", .flag(false)), ("score", .fraction(score)),
            ("required_score", .fraction(Self.requiredScore)),
            ("action", .text(action.rawValue)), ("symbols", symbols), ("messages", messages),
            ("message-id", .text(messageID)), ("time_real", .fraction(max(0, seconds))),
            ("milter", .object([("add_headers", addedFields), ("remove_headers", removedFields)])),
        ]
        if action == .rewriteSubject { members.append(("subject", .text(subject))) }
        return .object(members)
    }

    private var score: Double { (verdict.score * Self.requiredScore * 100).rounded() / 100 }

    /// One symbol, so that the symbols add up to the score; its options are the signals.
    private var symbols: OrderedJSON {
        guard verdict.disposition != .none else { return .object([]) }
        let name = "REEVE_" + (verdict.attributes.first ?? verdict.disposition.rawValue)
        let options = verdict.reasons.map { "\($0.signal): \($0.text)" }
        return .object([
            (
                name,
                .object([
                    ("name", .text(name)), ("score", .fraction(score)), ("metric_score", .fraction(score)),
                    ("description", .text(verdict.reason ?? verdict.disposition.rawValue)),
                    ("options", .texts(options)),
                ])
            )
        ])
    }

    /// What the writer may be told: not whom the message was taken for.
    private var messages: OrderedJSON {
        switch action {
        case .reject, .softReject: .object([("smtp_message", .text("The sender of this message cannot be trusted"))])
        default: .object([])
        }
    }

    /// Without its brackets, as rspamd gives it.
    private var messageID: String {
        message.messageID.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "<> ")) } ?? "undef"
    }

    /// Printable ASCII alone, for clients that write it into the message as it is.
    private var subject: String { FieldText.oneLine("[\(verdict.disposition.rawValue)] \(message.subject ?? "")") }

    private var addedFields: OrderedJSON {
        var fields: [(String, OrderedJSON)] = [("X-Reeve-Disposition", field(verdict.disposition.rawValue))]
        let attributes = verdict.attributes.map { field(FieldText.oneLine($0)) }
        if let only = attributes.first {
            fields.append(("X-Reeve-Attribute", attributes.count == 1 ? only : .list(attributes)))
        }
        if let reason = verdict.reason { fields.append(("X-Reeve-Reason", field(FieldText.oneLine(reason)))) }
        fields.append(("X-Reeve-Score", field(String(format: "%.2f", verdict.score))))
        return .object(fields)
    }

    private func field(_ value: String) -> OrderedJSON { .object([("value", .text(value)), ("order", .number(0))]) }

    /// 0 means all fields of the name.
    private var removedFields: OrderedJSON { .object(Self.ownFields.map { ($0, .number(0)) }) }
}
