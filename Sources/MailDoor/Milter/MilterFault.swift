/// Why a connection was closed: what came over it is not the milter protocol.
public enum MilterFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A packet of no bytes: it has not even a command.
    case emptyPacket
    /// Longer than any MTA sends, in bytes.
    case packetTooLong(Int)
    /// No command of the protocol, by its byte.
    case unknownCommand(UInt8)
    /// A payload that ends too early, or a text without its NUL, by the command's byte.
    case malformed(UInt8)
    /// A command that cannot come here, by its byte.
    case outOfOrder(UInt8)
    /// The peer speaks an older version than 2.
    case unsupportedVersion(UInt32)
    /// More recipients than a message may have.
    case tooManyRecipients

    public var description: String {
        switch self {
        case .emptyPacket: "an empty packet"
        case .packetTooLong(let length): "a packet of \(length) bytes"
        case .unknownCommand(let code): "the unknown command \(Self.name(code))"
        case .malformed(let code): "a malformed packet of command \(Self.name(code))"
        case .outOfOrder(let code): "command \(Self.name(code)) out of order"
        case .unsupportedVersion(let version): "protocol version \(version), which is older than 2"
        case .tooManyRecipients: "more recipients than a message may have"
        }
    }

    private static func name(_ code: UInt8) -> String {
        (0x21...0x7E).contains(code) ? "\(UnicodeScalar(code))" : "\(code)"
    }
}
