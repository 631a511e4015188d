import NIOCore

/// What an MTA says, decoded (the SMFIC commands of libmilter's `mfdef.h`).
enum MilterCommand: Hashable, Sendable {
    case negotiate(MilterOptions)
    /// Macros for the command with this byte, names without braces.
    case macros(stage: UInt8, [String: String])
    /// The client's name, and its address in text form where it has one.
    case connect(host: String, address: String?)
    case helo(String)
    /// Path with its brackets, then the ESMTP arguments.
    case mail(String, arguments: [String])
    case recipient(String, arguments: [String])
    case data
    case header(name: [UInt8], value: [UInt8])
    case endOfHeader
    case body
    case endOfMessage
    case abort
    case unknown
    case quit
    /// The SMTP client is gone, but the connection stays for the next one.
    case quitNewConnection
}

/// The command bytes.
enum MilterCode {
    static let abort = UInt8(ascii: "A")
    static let body = UInt8(ascii: "B")
    static let connect = UInt8(ascii: "C")
    static let macros = UInt8(ascii: "D")
    static let endOfMessage = UInt8(ascii: "E")
    static let helo = UInt8(ascii: "H")
    static let quitNewConnection = UInt8(ascii: "K")
    static let header = UInt8(ascii: "L")
    static let mail = UInt8(ascii: "M")
    static let endOfHeader = UInt8(ascii: "N")
    static let negotiate = UInt8(ascii: "O")
    static let quit = UInt8(ascii: "Q")
    static let recipient = UInt8(ascii: "R")
    static let data = UInt8(ascii: "T")
    static let unknown = UInt8(ascii: "U")
}
