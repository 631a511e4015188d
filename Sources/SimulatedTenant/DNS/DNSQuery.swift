/// A question as it came over the wire (RFC 1035 §4.1, RFC 6891 for EDNS).
struct DNSQuery {
    var id: UInt16
    var recursionDesired: Bool
    var name: DNSName
    /// The question section as it was sent: an answer repeats it, its letter case too.
    var question: [UInt8]
    var type: DNSType
    /// What the asker can take by UDP; nil where it does not speak EDNS.
    var udpSize: Int?

    /// Why a packet gets no answer, or none but an error.
    enum Refusal: Error, Equatable {
        /// Not worth an answer: too short, or itself an answer.
        case silence
        case formatError, notImplemented, refused, badVersion
    }

    init(_ packet: [UInt8]) throws(Refusal) {
        var reader = PacketReader(packet)
        guard packet.count >= 12, let id = reader.number(), let flags = reader.number() else { throw .silence }
        guard flags & 0x8000 == 0 else { throw .silence }
        guard flags & 0x7800 == 0 else { throw .notImplemented }
        guard let counts = reader.numbers(4), counts[0] == 1, counts[1] == 0, counts[2] == 0, counts[3] <= 4 else {
            throw .formatError
        }
        guard let name = reader.name(), let type = reader.number(), let netClass = reader.number() else {
            throw .formatError
        }
        question = Array(packet[12..<reader.position])
        for _ in 0..<counts[3] {
            guard let additional = reader.record() else { throw .formatError }
            guard additional.type == .opt else { continue }
            guard udpSize == nil else { throw .formatError }
            guard additional.ttl & 0x00FF_0000 == 0 else { throw .badVersion }
            udpSize = Int(additional.netClass)
        }
        guard netClass == 1 || netClass == 255 else { throw .refused }
        self.id = id
        recursionDesired = flags & 0x0100 != 0
        self.name = name
        self.type = DNSType(code: type)
    }
}

/// Reads the parts of a packet in order; nil past the end.
struct PacketReader {
    private let packet: [UInt8]
    private(set) var position = 0

    init(_ packet: [UInt8]) { self.packet = packet }

    mutating func number() -> UInt16? {
        guard position + 2 <= packet.count else { return nil }
        defer { position += 2 }
        return UInt16(packet[position]) << 8 | UInt16(packet[position + 1])
    }

    mutating func numbers(_ count: Int) -> [UInt16]? {
        var all: [UInt16] = []
        for _ in 0..<count {
            guard let next = number() else { return nil }
            all.append(next)
        }
        return all
    }

    /// A name without compression: nothing stands before the question that it could point to.
    mutating func name() -> DNSName? {
        var labels: [[UInt8]] = []
        while position < packet.count {
            let length = Int(packet[position])
            position += 1
            if length == 0 { return DNSName(checked: labels) }
            guard length < 64, position + length <= packet.count, labels.count < 128 else { return nil }
            labels.append(Array(packet[position..<position + length]))
            position += length
        }
        return nil
    }

    /// The fixed part of a resource record; its data are stepped over.
    mutating func record() -> (type: DNSType, netClass: UInt16, ttl: UInt32)? {
        guard name() != nil, let type = number(), let netClass = number() else { return nil }
        guard let high = number(), let low = number(), let length = number() else { return nil }
        guard position + Int(length) <= packet.count else { return nil }
        position += Int(length)
        return (DNSType(code: type), netClass, UInt32(high) << 16 | UInt32(low))
    }
}
