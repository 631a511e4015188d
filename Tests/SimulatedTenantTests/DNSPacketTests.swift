import Testing

@testable import SimulatedTenant

/// A query's bytes.
func queryPacket(_ name: String, _ type: DNSType, udpSize: Int? = nil, ednsVersion: UInt8 = 0) -> [UInt8] {
    let header: [UInt8] = [0x12, 0x34, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, udpSize == nil ? 0 : 1]
    let question = (DNSName(name)?.wire ?? [0]) + type.code.bigEndianBytes + [0, 1]
    guard let udpSize else { return header + question }
    return header + question + [0, 0, 41] + UInt16(udpSize).bigEndianBytes + [0, ednsVersion, 0, 0, 0, 0]
}

/// The fields of an answer's header.
struct AnswerHeader {
    var id: UInt16
    var flags: UInt16
    var answers: Int
    var authorities: Int
    var additionals: Int
    var code: UInt16 { flags & 15 }
    var isCut: Bool { flags & 0x0200 != 0 }

    init?(_ packet: [UInt8]?) {
        var reader = PacketReader(packet ?? [])
        guard let fields = reader.numbers(6) else { return nil }
        id = fields[0]
        flags = fields[1]
        answers = Int(fields[3])
        authorities = Int(fields[4])
        additionals = Int(fields[5])
    }
}

struct DNSPacketTests {
    let dns: SimulatedDNS

    init() throws {
        let long = (0..<40).map { "long TXT \"\(String(repeating: "x", count: 120))\($0)\"" }.joined(separator: "\n")
        let medium =
            "medium TXT " + (0..<4).map { "\"\(String(repeating: "y", count: 190))\($0)\"" }.joined(separator: " ")
        dns = try SimulatedDNS(zone: sampleZone + "\n$ORIGIN contoso.example.\n" + long + "\n" + medium)
    }

    private func header(_ packet: [UInt8], over transport: SimulatedDNS.Transport = .udp) -> AnswerHeader? {
        AnswerHeader(dns.answer(to: packet, over: transport))
    }

    @Test func `answers with authority, the id and the question as they were asked`() throws {
        let query = queryPacket("MAIL.contoso.example", .a)
        let answer = try #require(dns.answer(to: query, over: .udp))
        let header = try #require(AnswerHeader(answer))
        #expect(header.id == 0x1234)
        #expect(header.flags == 0x8500)
        #expect(header.answers == 1)
        #expect(Array(answer[12..<query.count]) == Array(query[12...]))
        #expect(answer.suffix(16) == [0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 1, 0x2C, 0, 4, 192, 0, 2, 1])
    }

    @Test func `proves a negative answer with the zone's SOA`() {
        let missing = header(queryPacket("none.contoso.example", .txt))
        #expect(missing?.code == 3)
        #expect(missing?.authorities == 1)
        let empty = header(queryPacket("mail.contoso.example", .txt))
        #expect(empty?.code == 0)
        #expect(empty?.answers == 0)
        #expect(empty?.authorities == 1)
    }

    @Test func `cuts by UDP what the asker cannot take, and sends it whole by TCP`() throws {
        let plain = queryPacket("medium.contoso.example", .txt)
        #expect(header(plain)?.isCut == true)
        #expect(header(plain)?.answers == 0)
        #expect(header(queryPacket("medium.contoso.example", .txt, udpSize: 600))?.isCut == true)
        let roomy = header(queryPacket("medium.contoso.example", .txt, udpSize: 1232))
        #expect(roomy?.isCut == false)
        #expect(roomy?.answers == 1)
        #expect(roomy?.additionals == 1)
        #expect(header(queryPacket("long.contoso.example", .txt, udpSize: 65535))?.isCut == true)
        #expect(header(queryPacket("long.contoso.example", .txt), over: .tcp)?.answers == 40)
    }

    @Test func `refuses what it does not do`() throws {
        #expect(header(queryPacket("broken.contoso.example", .txt))?.code == 2)
        #expect(header(queryPacket("contoso.invalid", .txt))?.code == 5)
        let newer = header(queryPacket("contoso.example", .txt, udpSize: 1232, ednsVersion: 1))
        #expect(newer?.code == 0)
        #expect(newer?.additionals == 1)
        var other = queryPacket("contoso.example", .txt)
        other[2] = 0x28
        #expect(header(other)?.code == 4)
        var chaos = queryPacket("contoso.example", .txt)
        chaos[chaos.count - 1] = 3
        #expect(header(chaos)?.code == 5)
        var answer = queryPacket("contoso.example", .txt)
        answer[2] = 0x81
        #expect(dns.answer(to: answer, over: .udp) == nil)
        #expect(dns.answer(to: [1, 2, 3], over: .udp) == nil)
        #expect(header(Array(queryPacket("contoso.example", .txt).dropLast(3)))?.code == 1)
    }

    @Test func `answers or is silent whatever comes in`() {
        let seeds = [
            queryPacket("contoso.example", .txt), queryPacket("long.contoso.example", .any, udpSize: 1232),
            queryPacket("loop1.contoso.example", .a, udpSize: 512), queryPacket("a.b.c.d.e.f.contoso.example", .soa),
        ]
        var answered = 0
        for round in 0..<8000 {
            var packet = seeds[round % seeds.count]
            for change in 0..<(1 + round % 5) {
                let chance = Mix.bits(99, round, UInt64(change))
                guard !packet.isEmpty else { break }
                let place = Int(chance % UInt64(packet.count))
                switch chance >> 60 {
                case 0...8: packet[place] = UInt8(truncatingIfNeeded: chance >> 32)
                case 9...10: packet.removeSubrange(place...)
                case 11...12: packet.insert(contentsOf: packet[..<place], at: place)
                case 13: packet = (0..<place).map { UInt8(truncatingIfNeeded: Mix.bits(chance, $0, 1)) }
                default: packet[place] ^= 1 << UInt8(chance >> 40 & 7)
                }
            }
            guard let answer = dns.answer(to: packet, over: .udp) else { continue }
            answered += 1
            #expect(answer.count >= 12 && answer.count <= 4096)
            #expect(answer.starts(with: packet.prefix(2)))
            #expect(answer[2] & 0x80 == 0x80)
        }
        #expect(answered > 4000)
    }
}
