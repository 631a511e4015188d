import Foundation
import Model

/// An answer as it came over the wire (RFC 1035 §4), read with care: it was written by whoever runs the other end.
struct DNSMessage {
    struct Malformed: Error {}

    private struct Record {
        var type: UInt16
        var ttl: UInt32
        /// Where its data lies.
        var data: Range<Int>
    }

    private let bytes: [UInt8]
    private var answers: [Record] = []
    private var authorities: [Record] = []

    init(_ bytes: [UInt8]) throws(Malformed) {
        self.bytes = bytes
        guard bytes.count >= 12 else { throw Malformed() }
        var place = 12
        for _ in 0..<(try number16(at: 4)) { place = try end(ofName: place) + 4 }
        for _ in 0..<(try number16(at: 6)) { answers.append(try record(at: &place)) }
        for _ in 0..<(try number16(at: 8)) { authorities.append(try record(at: &place)) }
    }

    /// What the answer says of the type, an alias followed by the server already, and for how many seconds.
    func values(of type: DNSQuestion.RecordType) throws(Malformed) -> (values: [String], ttl: UInt32) {
        var values: [String] = []
        for record in answers where record.type == type.number {
            values.append(try value(of: record, type))
        }
        return (values, answers.map(\.ttl).min() ?? 0)
    }

    /// For how many seconds the absence may be remembered (RFC 2308 §5): the SOA's TTL or its last field, whichever is
    /// less. Nil without a SOA.
    var absenceTTL: UInt32? {
        guard let soa = authorities.first(where: { $0.type == 6 }), soa.data.count >= 20 else { return nil }
        return (try? number32(at: soa.data.upperBound - 4)).map { min($0, soa.ttl) }
    }

    private func value(of record: Record, _ type: DNSQuestion.RecordType) throws(Malformed) -> String {
        switch type {
        case .txt: try text(in: record.data)
        case .mx: try name(at: record.data.lowerBound + 2)
        case .a: try address(in: record.data, AF_INET, length: 4)
        case .aaaa: try address(in: record.data, AF_INET6, length: 16)
        case .ptr: try name(at: record.data.lowerBound)
        }
    }

    /// The strings of one record, joined without separator (RFC 7208 §3.3).
    private func text(in data: Range<Int>) throws(Malformed) -> String {
        var joined: [UInt8] = []
        var place = data.lowerBound
        while place < data.upperBound {
            let end = place + 1 + Int(bytes[place])
            guard end <= data.upperBound else { throw Malformed() }
            joined += bytes[(place + 1)..<end]
            place = end
        }
        return String(decoding: joined, as: UTF8.self)
    }

    private func address(in data: Range<Int>, _ family: Int32, length: Int) throws(Malformed) -> String {
        guard data.count == length else { throw Malformed() }
        var text = [CChar](repeating: 0, count: 64)
        let isWritten = bytes[data].withUnsafeBytes {
            inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) != nil
        }
        guard isWritten else { throw Malformed() }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A name, pointers followed; empty for the root. A pointer must lead backwards, so the way ends (RFC 1035 §4.1.4).
    private func name(at start: Int) throws(Malformed) -> String {
        var labels: [String] = []
        var place = start
        var limit = start
        while true {
            let length = Int(try number8(at: place))
            switch length {
            case 0: return labels.joined(separator: ".").lowercased()
            case 1...63:
                guard place + 1 + length <= bytes.count, labels.count < 128 else { throw Malformed() }
                labels.append(String(decoding: bytes[(place + 1)..<(place + 1 + length)], as: UTF8.self))
                place += 1 + length
            case 192...:
                place = Int(try number16(at: place) & 0x3FFF)
                guard place < limit else { throw Malformed() }
                limit = place
            default: throw Malformed()
            }
        }
    }

    private func end(ofName start: Int) throws(Malformed) -> Int {
        var place = start
        while true {
            let length = Int(try number8(at: place))
            switch length {
            case 0: return place + 1
            case 1...63: place += 1 + length
            case 192...: return place + 2
            default: throw Malformed()
            }
        }
    }

    private func record(at place: inout Int) throws(Malformed) -> Record {
        let fields = try end(ofName: place)
        let data = fields + 10
        let length = Int(try number16(at: fields + 8))
        guard data + length <= bytes.count else { throw Malformed() }
        place = data + length
        return Record(type: try number16(at: fields), ttl: try number32(at: fields + 4), data: data..<place)
    }

    private func number8(at place: Int) throws(Malformed) -> UInt8 {
        guard bytes.indices.contains(place) else { throw Malformed() }
        return bytes[place]
    }

    private func number16(at place: Int) throws(Malformed) -> UInt16 {
        UInt16(try number8(at: place)) << 8 | UInt16(try number8(at: place + 1))
    }

    private func number32(at place: Int) throws(Malformed) -> UInt32 {
        UInt32(try number16(at: place)) << 16 | UInt32(try number16(at: place + 2))
    }
}

extension DNSQuestion.RecordType {
    /// As RFC 1035 §3.2.2 and RFC 3596 number it.
    var number: UInt16 {
        switch self {
        case .a: 1
        case .ptr: 12
        case .mx: 15
        case .txt: 16
        case .aaaa: 28
        }
    }
}
