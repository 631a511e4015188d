/// Writes changes of a message's header the way the MTA at hand wants them.
struct HeaderChanges: Sendable {
    let message: IncomingMessage
    let options: MilterOptions

    /// Deletes every field that bears one of Reeve's names, the last first: deleting moves the numbers of those behind.
    var removals: [MilterReply] {
        guard options.actions.contains(.changeHeaders) else { return [] }
        return message.forged.flatMap { field in
            (1...field.count).reversed().map { .changeHeader(occurrence: $0, name: field.name, value: []) }
        }
    }

    /// Writes fields below the MTA's own Received, the first of them uppermost.
    func additions(_ fields: [WrittenField]) -> [MilterReply] {
        guard options.actions.contains(.addHeaders) else { return [] }
        // Sendmail learnt to insert after version 2 of the protocol was out; it can only append then.
        guard options.version > 2 else { return fields.map { .addHeader(name: $0.name, value: wire($0.value)) } }
        return fields.reversed().map { .insertHeader(at: 1, name: $0.name, value: wire($0.value)) }
    }

    /// Puts a tag before the subject's text, unless it is there already.
    func subject(before tag: String) -> [MilterReply] {
        guard let old = message.subject else { return additions([WrittenField(name: "Subject", value: tag)]) }
        let text = old.drop { $0 == 0x20 || $0 == 0x09 }
        let tagged = Array(tag.utf8)
        guard options.actions.contains(.changeHeaders), !text.starts(with: tagged), text.count < Self.longestSubject
        else { return [] }
        // On a line of its own, the tag cannot make the first line too long.
        let firstLine = text.prefix { $0 != 10 }.count
        let joint: [UInt8] = firstLine > 900 ? [10, 0x20] : [0x20]
        let space: [UInt8] = hasLeadingSpace ? [0x20] : []
        return [.changeHeader(occurrence: 1, name: Array("Subject".utf8), value: space + tagged + joint + text)]
    }

    /// The change has to fit into a packet that every version takes.
    private static let longestSubject = 60_000

    private var hasLeadingSpace: Bool { options.steps.contains(.leadingSpace) }

    private func wire(_ value: String) -> [UInt8] { (hasLeadingSpace ? [0x20] : []) + Array(value.utf8) }
}
