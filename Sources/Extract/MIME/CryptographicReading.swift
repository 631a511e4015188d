import Model

/// S/MIME (RFC 8551) and other signed files.
extension Extractor {
    /// - Parameter content: of a part whose type or name says that it is encrypted or signed.
    func readCryptographic(_ content: [UInt8], of part: MailPart) throws {
        guard let message = CryptographicMessage(content) else {
            let isSigned = (part.parameter("smime-type") ?? "").hasPrefix("signed")
            guard isSigned else { throw Halt.encrypted("the message is encrypted") }
            return remark(.damaged("the signed content is damaged"))
        }
        try read(message, named: part.fileName ?? "smime.p7m")
    }

    func read(_ message: CryptographicMessage, named name: String) throws {
        switch message.kind {
        case .encrypted: throw Halt.encrypted("the message is encrypted")
        case .other: remark(.unsupported("a cryptographic message of another kind"))
        case .signed:
            let isFile = name.lowercased().hasSuffix(".p7m") && !name.lowercased().hasSuffix("smime.p7m")
            // Without content it is a signature beside its text.
            guard let content = message.signedContent() else { return }
            try budget.spend(bytes: content.count)
            if isFile { return try nested(content, named: String(name.dropLast(4))) }
            try readAttachedMessage(content, named: "signed content")
        }
    }
}
