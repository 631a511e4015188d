extension SimulatedDNS {
    /// The largest answer sent by UDP, whatever the asker says it can take.
    private static let largestUDP = 4096

    /// The packet that answers a packet; nil where silence is the answer. Any bytes may come in.
    public func answer(to packet: [UInt8], over transport: Transport) -> [UInt8]? {
        do throws(DNSQuery.Refusal) {
            return write(try DNSQuery(packet), over: transport)
        } catch {
            switch error {
            case .silence: return nil
            case .formatError: return bare(packet, .formatError)
            case .notImplemented: return bare(packet, .notImplemented)
            case .refused: return bare(packet, .refused)
            case .badVersion: return bare(packet, .badVersion)
            }
        }
    }

    private func write(_ query: DNSQuery, over transport: Transport) -> [UInt8] {
        let verdict = verdict(on: query.name, query.type)
        let limit = transport == .tcp ? 65535 : min(max(query.udpSize ?? 512, 512), Self.largestUDP)
        let whole = packet(for: query, verdict, isCut: false)
        return whole.count <= limit ? whole : packet(for: query, Verdict(code: verdict.code), isCut: true)
    }

    /// Header, question, answers, authority, and an OPT record where the asker sent one.
    private func packet(for query: DNSQuery, _ verdict: Verdict, isCut: Bool) -> [UInt8] {
        let flags: UInt16 = 0x8400 | (isCut ? 0x0200 : 0) | (query.recursionDesired ? 0x0100 : 0)
        let authority = verdict.authority.map { [$0] } ?? []
        let counts = [1, verdict.answers.count, authority.count, query.udpSize == nil ? 0 : 1]
        var bytes = query.id.bigEndianBytes + (flags | verdict.code.rawValue & 0x0F).bigEndianBytes
        for count in counts { bytes += UInt16(count).bigEndianBytes }
        bytes += query.question
        for (owner, record) in verdict.answers + authority {
            bytes += owner == query.name ? [0xC0, 0x0C] : owner.wire
            bytes += record.type.code.bigEndianBytes + [0, 1] + record.ttl.bigEndianBytes
            bytes += UInt16(record.data.count).bigEndianBytes + record.data
        }
        if query.udpSize != nil { bytes += option(verdict.code) }
        return bytes
    }

    private func option(_ code: ResponseCode) -> [UInt8] {
        let extended = UInt32(code.rawValue >> 4) << 24
        return [0] + DNSType.opt.code.bigEndianBytes + UInt16(Self.largestUDP).bigEndianBytes
            + extended.bigEndianBytes + [0, 0]
    }

    /// An answer that repeats nothing but the id.
    private func bare(_ packet: [UInt8], _ code: ResponseCode) -> [UInt8] {
        let flags = 0x8000 | (UInt16(packet[2]) << 8 & 0x7900) | code.rawValue & 0x0F
        let hasOption = code == .badVersion
        return Array(packet[..<2]) + flags.bigEndianBytes + [0, 0, 0, 0, 0, 0, 0, hasOption ? 1 : 0]
            + (hasOption ? option(code) : [])
    }
}
