import NIOCore

extension MilterCommand {
    /// Decodes a packet. What stands behind the part that is needed is not looked at: newer MTAs may say more.
    init(_ packet: MilterPacket) throws(MilterFault) {
        var payload = packet.payload
        guard !packet.isCut || packet.code == MilterCode.header || packet.code == MilterCode.body else {
            throw .packetTooLong(payload.readableBytes)
        }
        switch packet.code {
        case MilterCode.negotiate: self = try .negotiate(payload.readOptions())
        case MilterCode.macros: self = try payload.readMacros()
        case MilterCode.connect: self = try payload.readConnect()
        case MilterCode.helo: self = .helo(try payload.readText(of: packet.code))
        case MilterCode.mail:
            let words = try payload.readTexts(of: packet.code)
            self = .mail(words[0], arguments: Array(words.dropFirst()))
        case MilterCode.recipient:
            let words = try payload.readTexts(of: packet.code)
            self = .recipient(words[0], arguments: Array(words.dropFirst()))
        case MilterCode.header: self = try payload.readHeader(isCut: packet.isCut)
        case MilterCode.data: self = .data
        case MilterCode.endOfHeader: self = .endOfHeader
        case MilterCode.body: self = .body
        case MilterCode.endOfMessage: self = .endOfMessage
        case MilterCode.abort: self = .abort
        case MilterCode.unknown: self = .unknown
        case MilterCode.quit: self = .quit
        case MilterCode.quitNewConnection: self = .quitNewConnection
        default: throw .unknownCommand(packet.code)
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func readOptions() throws(MilterFault) -> MilterOptions {
        guard let (version, actions, steps) = readMultipleIntegers(as: (UInt32, UInt32, UInt32).self) else {
            throw .malformed(MilterCode.negotiate)
        }
        return MilterOptions(
            version: version, actions: MilterActions(rawValue: actions), steps: MilterSteps(rawValue: steps))
    }

    /// The bytes up to the next NUL, which is read too; nil without one.
    private mutating func readTerminated() -> [UInt8]? {
        guard let end = readableBytesView.firstIndex(of: 0) else { return nil }
        let bytes = readBytes(length: end - readerIndex)
        moveReaderIndex(forwardBy: 1)
        return bytes
    }

    fileprivate mutating func readText(of code: UInt8) throws(MilterFault) -> String {
        guard let bytes = readTerminated() else { throw .malformed(code) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One text or more, each with its NUL.
    fileprivate mutating func readTexts(of code: UInt8) throws(MilterFault) -> [String] {
        var texts = [try readText(of: code)]
        while readableBytes > 0 { texts.append(try readText(of: code)) }
        return texts
    }

    fileprivate mutating func readMacros() throws(MilterFault) -> MilterCommand {
        guard let stage = readInteger(as: UInt8.self) else { throw .malformed(MilterCode.macros) }
        var macros: [String: String] = [:]
        while readableBytes > 0 {
            let name = try readText(of: MilterCode.macros)
            let value = try readText(of: MilterCode.macros)
            let isBraced = name.hasPrefix("{") && name.hasSuffix("}") && name.utf8.count > 2
            macros[isBraced ? String(name.dropFirst().dropLast()) : name] = value
        }
        return .macros(stage: stage, macros)
    }

    fileprivate mutating func readConnect() throws(MilterFault) -> MilterCommand {
        let host = try readText(of: MilterCode.connect)
        guard let family = readInteger(as: UInt8.self) else { throw .malformed(MilterCode.connect) }
        switch family {
        case UInt8(ascii: "4"), UInt8(ascii: "6"):
            guard readInteger(as: UInt16.self) != nil else { throw .malformed(MilterCode.connect) }
            let address = try readText(of: MilterCode.connect)
            // Sendmail writes the tag of an address literal before it (RFC 5321 4.1.3).
            let isTagged = address.prefix(5).lowercased() == "ipv6:"
            return .connect(host: host, address: isTagged ? String(address.dropFirst(5)) : address)
        case UInt8(ascii: "L"), UInt8(ascii: "U"): return .connect(host: host, address: nil)
        default: throw .malformed(MilterCode.connect)
        }
    }

    /// - Parameter isCut: the end of the value, its NUL with it, was not kept.
    fileprivate mutating func readHeader(isCut: Bool) throws(MilterFault) -> MilterCommand {
        guard let name = readTerminated(), !name.isEmpty else { throw .malformed(MilterCode.header) }
        if let value = readTerminated() { return .header(name: name, value: value) }
        guard isCut, let value = readBytes(length: readableBytes) else { throw .malformed(MilterCode.header) }
        return .header(name: name, value: value)
    }
}
