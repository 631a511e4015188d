import Model
import Testing

@testable import DNS

struct DNSMessageTests {
    /// Header, the question `a.b IN MX`, then one answer: MX 10 mail.a.b, its name made of a label and a pointer.
    static let mx: [UInt8] =
        [0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0x61, 1, 0x62, 0, 0, 15, 0, 1]
        + [0xC0, 12, 0, 15, 0, 1, 0, 0, 1, 44, 0, 9, 0, 10, 4, 0x4D, 0x61, 0x69, 0x6C, 0xC0, 12]

    @Test func `reads a compressed name and the least TTL`() throws {
        let (values, ttl) = try DNSMessage(Self.mx).values(of: .mx)
        #expect(values == ["mail.a.b"])
        #expect(ttl == 300)
    }

    @Test func `a name that points to itself is malformed`() throws {
        var bytes = Self.mx
        bytes[bytes.count - 1] = UInt8(bytes.count - 2)
        #expect(throws: DNSMessage.Malformed.self) { try DNSMessage(bytes).values(of: .mx) }
    }

    @Test func `every shorter message is malformed`() {
        for length in 0..<Self.mx.count {
            #expect(throws: DNSMessage.Malformed.self, "\(length)") {
                try DNSMessage(Array(Self.mx.prefix(length))).values(of: .mx)
            }
        }
    }

    @Test func `any bytes are read or refused`() {
        var state: UInt64 = 7
        for _ in 0..<10_000 {
            var bytes = Self.mx
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
            }
            guard let message = try? DNSMessage(bytes) else { continue }
            _ = try? message.values(of: .mx)
            _ = try? message.values(of: .txt)
            _ = try? message.values(of: .a)
            _ = message.absenceTTL
        }
    }
}
