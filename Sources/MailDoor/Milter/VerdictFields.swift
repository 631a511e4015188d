import Crypto
import Foundation
import Model

/// A header field to be written: its value without the blank after the colon, folded with LF.
struct WrittenField: Hashable, Sendable {
    var name: String
    var value: String
}

extension Verdict {
    static let reeveFieldNames = [
        "X-Reeve-Disposition", "X-Reeve-Attribute", "X-Reeve-Reason", "X-Reeve-Score", "X-Reeve-Signature",
        "X-Reeve-Original-Recipient",
    ]
    static let compatibleFieldNames = ["X-CFEmailSecurity-Disposition", "X-CFEmailSecurity-Attribute"]

    /// The fields that say this verdict, top first, the signature last.
    /// - Parameter redirected: the recipients that the message was taken from.
    func fields(for policy: MilterPolicy, queueID: String?, redirected: [String] = []) -> [WrittenField] {
        var fields = policy.names == .reeve ? reeveFields : compatibleFields
        fields += redirected.batchedForFields.map { WrittenField(name: "X-Reeve-Original-Recipient", value: $0) }
        if let key = policy.signingKey {
            let signature = HeaderSignature(of: fields, queueID: queueID ?? "", key: key)
            fields.append(WrittenField(name: "X-Reeve-Signature", value: signature.text))
        }
        return fields
    }

    private var reeveFields: [WrittenField] {
        var fields = [WrittenField(name: "X-Reeve-Disposition", value: disposition.rawValue)]
        fields += attributes.map { WrittenField(name: "X-Reeve-Attribute", value: HeaderText.written($0)) }
        if let reason { fields.append(WrittenField(name: "X-Reeve-Reason", value: HeaderText.written(reason))) }
        fields.append(WrittenField(name: "X-Reeve-Score", value: String(format: "%.2f", score)))
        return fields
    }

    private var compatibleFields: [WrittenField] {
        [WrittenField(name: "X-CFEmailSecurity-Disposition", value: disposition.rawValue)]
            + attributes.map { WrittenField(name: "X-CFEmailSecurity-Attribute", value: HeaderText.written($0)) }
    }
}

extension [String] {
    /// Addresses joined with commas, as many to a field as fit well.
    fileprivate var batchedForFields: [String] {
        var batches: [[String]] = []
        var length = 0
        for address in self {
            let next = address.utf8.count + 2
            if batches.isEmpty || length + next > HeaderText.mostBytes / 2 {
                batches.append([])
                length = 0
            }
            batches[batches.count - 1].append(address)
            length += next
        }
        return batches.map { HeaderText.written($0.joined(separator: ", ")) }
    }
}
