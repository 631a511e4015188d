import NIOCore
import Testing

@testable import MailDoor

struct MilterPacketsTests {
    private func packets(_ pieces: [[UInt8]]) throws -> [MilterPacket] {
        var packets = MilterPackets()
        var found: [MilterPacket] = []
        for piece in pieces {
            packets.append(ByteBuffer(bytes: piece))
            while let packet = try packets.next() { found.append(packet) }
        }
        return found
    }

    @Test func `finds the same packets however the bytes are cut`() throws {
        let bytes = MilterPeer.packet("H", MilterPeer.texts("a.test")) + MilterPeer.packet("N") + MilterPeer.packet("E")
        let whole = try packets([bytes])
        #expect(whole.map(\.code) == Array("HNE".utf8))
        #expect(try packets(bytes.map { [$0] }) == whole)
        for cut in 1..<bytes.count { #expect(try packets([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole) }
    }

    @Test func `refuses a packet without a command, and one longer than any`() {
        #expect(throws: MilterFault.emptyPacket) { try packets([[0, 0, 0, 0]]) }
        #expect(throws: MilterFault.packetTooLong((1 << 26) + 1)) { try packets([[4, 0, 0, 1]]) }
    }

    @Test func `keeps a megabyte of a longer packet and finds the one behind it`() throws {
        let long = MilterPeer.packet("L", MilterPeer.texts("Subject", String(repeating: "a", count: 3 << 20)))
        let bytes = long + MilterPeer.packet("N")
        let pieces = stride(from: 0, to: bytes.count, by: 65536).map { Array(bytes[$0..<min($0 + 65536, bytes.count)]) }
        let found = try packets(pieces)
        #expect(found.map(\.code) == Array("LN".utf8))
        #expect(found.map(\.isCut) == [true, false])
        #expect(found[0].payload.readableBytes == MilterPackets.kept - 1)
        guard case .header(let name, let value) = try MilterCommand(found[0]) else {
            Issue.record("not a header")
            return
        }
        #expect(name == Array("Subject".utf8))
        #expect(value.count == MilterPackets.kept - 1 - 8)
    }

    @Test func `refuses a command that was cut, unless it is a header field or body`() throws {
        let long = MilterPeer.packet("H", [UInt8](repeating: 97, count: 2 << 20))
        let packet = try #require(try packets([long]).first)
        #expect(throws: MilterFault.packetTooLong(MilterPackets.kept - 1)) { try MilterCommand(packet) }
    }
}
