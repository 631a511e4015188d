import NIOCore

/// What the filter says (the SMFIR codes of libmilter's `mfdef.h`). Texts hold no NUL: it would end them.
enum MilterReply: Hashable, Sendable {
    case negotiated(MilterOptions)
    case proceed
    /// No more of the body, please.
    case skip
    case discard
    /// A whole SMTP reply: `550 5.7.1 Why`.
    case reply(String)
    case quarantine(reason: String)
    case addRecipient(String)
    case deleteRecipient(String)
    /// - Parameter at: 1 is below the MTA's own Received, which no filter sees.
    case insertHeader(at: UInt32, name: String, value: [UInt8])
    case addHeader(name: String, value: [UInt8])
    /// - Parameter occurrence: counts the fields of this name from 1. An empty value deletes the field.
    case changeHeader(occurrence: UInt32, name: [UInt8], value: [UInt8])
}

extension MilterReply {
    func write(to buffer: inout ByteBuffer) {
        let start = buffer.writerIndex
        buffer.writeInteger(UInt32(0))
        writeBody(to: &buffer)
        buffer.setInteger(UInt32(buffer.writerIndex - start - 4), at: start)
    }

    private func writeBody(to buffer: inout ByteBuffer) {
        switch self {
        case .negotiated(let options):
            buffer.writeInteger(MilterCode.negotiate)
            buffer.writeMultipleIntegers(options.version, options.actions.rawValue, options.steps.rawValue)
        case .proceed: buffer.writeInteger(UInt8(ascii: "c"))
        case .skip: buffer.writeInteger(UInt8(ascii: "s"))
        case .discard: buffer.writeInteger(UInt8(ascii: "d"))
        case .reply(let text): buffer.writeTexts("y", text.utf8)
        case .quarantine(let reason): buffer.writeTexts("q", reason.utf8)
        case .addRecipient(let address): buffer.writeTexts("+", address.utf8)
        case .deleteRecipient(let address): buffer.writeTexts("-", address.utf8)
        case .insertHeader(let place, let name, let value):
            buffer.writeInteger(UInt8(ascii: "i"))
            buffer.writeInteger(place)
            buffer.writeTexts(nil, Array(name.utf8), value)
        case .addHeader(let name, let value): buffer.writeTexts("h", Array(name.utf8), value)
        case .changeHeader(let occurrence, let name, let value):
            buffer.writeInteger(UInt8(ascii: "m"))
            buffer.writeInteger(occurrence)
            buffer.writeTexts(nil, name, value)
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func writeTexts<Text: Sequence>(_ code: UnicodeScalar?, _ texts: Text...)
    where Text.Element == UInt8 {
        if let code { writeInteger(UInt8(ascii: code)) }
        for text in texts {
            writeBytes(text)
            writeInteger(UInt8(0))
        }
    }
}
