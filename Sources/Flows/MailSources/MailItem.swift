/// What a source of mail hands out, one after the other.
public enum MailItem: Sendable, Hashable {
    /// A message: its header block, with as much of the body as was read along.
    case message(id: String, bytes: [UInt8])
    /// A line of a JSONL file, not looked into yet: that is work for whoever judges it.
    case line([UInt8], number: Int, path: String)
    /// Something that cannot be read; what follows it can.
    case trouble(MailTrouble)

    /// Roughly what it occupies, in bytes.
    public var size: Int {
        switch self {
        case .message(let id, let bytes): bytes.count + id.utf8.count
        case .line(let bytes, _, _): bytes.count
        case .trouble: 100
        }
    }
}
