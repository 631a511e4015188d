import Crypto
import Foundation

/// Proof that Reeve wrote the header fields, for this message: HMAC-SHA256 over the queue id and the fields in their order.
///
/// What is signed is the line `queue:ID`, then a line `name:value` for each field: names in lower case, values as they stand in the
/// header with each run of blanks and line ends made one blank, lines ended with LF.
public struct HeaderSignature: Sendable {
    /// The field's value: `v=1; a=hmac-sha256; q=QUEUE-ID; b=BASE64`.
    public let text: String

    init(of fields: [WrittenField], queueID: String, key: SymmetricKey) {
        self.init(fields: fields.map { ($0.name, $0.value) }, queueID: queueID, key: key)
    }

    /// Signs fields.
    /// - Parameters:
    ///   - fields: name and value, top first, folded or not.
    ///   - queueID: characters that no queue id has are left out.
    public init(fields: [(name: String, value: String)], queueID: String, key: SymmetricKey) {
        let queue = queueID.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        let lines = fields.map { "\($0.name.lowercased()):\(Self.unfolded($0.value))\n" }
        let code = HMAC<SHA256>.authenticationCode(for: Data(("queue:\(queue)\n" + lines.joined()).utf8), using: key)
        text = "v=1; a=hmac-sha256; q=\(queue);\n b=\(Data(code).base64EncodedString())"
    }

    /// Whether the value of a signature field, folded or not, is the one for these fields. Takes the same time for every wrong one.
    public func matches(_ value: String) -> Bool {
        let (mine, theirs) = (Array(Self.unfolded(text).utf8), Array(Self.unfolded(value).utf8))
        guard mine.count == theirs.count else { return false }
        return zip(mine, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func unfolded(_ value: String) -> String {
        value.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
            .map { String($0) }.joined(separator: " ")
    }
}
