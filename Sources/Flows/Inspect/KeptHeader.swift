import Mail
import Model
import Store

/// The part of a header block that judging reads, for showing and for judging again.
enum KeptHeader {
    /// Bytes of one field, and of all together.
    static let longestField = 4096
    static let longest = 32 << 10

    private static let names: Set<String> = [
        "from", "reply-to", "sender", "return-path", "to", "subject", "date", "message-id", "received", "received-spf",
        "authentication-results", "arc-authentication-results", "arc-seal", "x-ms-exchange-organization-authas",
        "precedence", "auto-submitted", "content-type",
    ]

    /// Whether a field is kept, by its name in any case.
    static func wants(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || name.hasPrefix("list-")
    }

    /// The fields in their order. `isWhole` is false where one was cut or left out, or the block is malformed in a way that the rest of it
    /// decides how it is read.
    static func bytes(of message: Message) -> (bytes: [UInt8], isWhole: Bool) {
        var kept: [UInt8] = []
        var isWhole = message.defects.isDisjoint(with: [.bareCR, .tooManyFields, .longBlock, .longField, .blankStart])
        for field in message.fields where wants(field.name) {
            let name = Array(field.name.utf8)
            let body = field.rawBody.prefix(longestField)
            guard kept.count + name.count + body.count + 3 <= longest else {
                isWhole = false
                continue
            }
            if body.count < field.rawBody.count { isWhole = false }
            kept += name + [UInt8(ascii: ":")] + body + [0x0D, 0x0A]
        }
        return (kept, isWhole)
    }
}

extension VerdictBasis {
    /// What a judged message rests on.
    public init(_ inspected: Inspected) {
        let header = KeptHeader.bytes(of: inspected.message)
        self.init(header: header.bytes, envelope: Known(inspected.envelope, isWhole: header.isWhole))
    }
}
