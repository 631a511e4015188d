import NIOCore
import Testing

@testable import MailDoor

/// Broken conversations, the same ones at every run.
struct MilterMutationTests {
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let packets: [[UInt8]] = {
        typealias Peer = MilterPeer
        return [
            Peer.packet("O", [0, 0, 0, 6, 0, 0, 1, 0xFF, 0, 0x1F, 0xFF, 0xFF]),
            Peer.packet("D", [0x43] + Peer.texts("j", "mx.test", "{daemon_name}", "smtp")),
            Peer.packet("C", Peer.texts("client.test") + [0x34, 0x12, 0x34] + Peer.texts("192.0.2.7")),
            Peer.packet("H", Peer.texts("helo.test")),
            Peer.packet("M", Peer.texts("<a@x.test>", "SIZE=100")),
            Peer.packet("R", Peer.texts("<b@y.test>")), Peer.packet("T"),
            Peer.packet("L", Peer.texts("From", " a@x.test")), Peer.packet("L", Peer.texts("X-Reeve-Reason", " none")),
            Peer.packet("N"), Peer.packet("B", Array("body".utf8)), Peer.packet("D", [0x45] + Peer.texts("i", "4ABC")),
            Peer.packet("E"), Peer.packet("A"), Peer.packet("K"), Peer.packet("Q"),
        ]
    }()

    private func mutated(_ random: inout Seeded) -> [UInt8] {
        var packets = Self.packets
        if Bool.random(using: &random) {
            packets.swapAt(
                Int.random(in: 0..<packets.count, using: &random), Int.random(in: 0..<packets.count, using: &random))
        }
        if Bool.random(using: &random) { packets.remove(at: Int.random(in: 0..<packets.count, using: &random)) }
        if Bool.random(using: &random), let again = packets.randomElement(using: &random) { packets.append(again) }
        var bytes = packets.flatMap { $0 }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            }
        }
        return bytes
    }

    private enum End { case ranDry, closed, fault }

    private func converse(_ bytes: [UInt8], cutAt cut: Int) -> (End, judged: Int) {
        var session = MilterSession(wanting: [.addHeaders], ownNames: MilterPolicy().ownNames)
        var packets = MilterPackets()
        var judged = 0
        do throws(MilterFault) {
            for piece in [bytes[..<cut], bytes[cut...]] {
                packets.append(ByteBuffer(bytes: piece))
                while let packet = try packets.next() {
                    switch try session.take(packet) {
                    case .close: return (.closed, judged)
                    case .judge: judged += 1
                    case .wait, .send: break
                    }
                }
            }
            return (.ranDry, judged)
        } catch { return (.fault, judged) }
    }

    @Test func `survives twenty thousand broken conversations, however they are cut`() {
        var random = Seeded(state: 42)
        var ends: [End: Int] = [:]
        var judged = 0
        for _ in 0..<20_000 {
            let bytes = mutated(&random)
            let (end, messages) = converse(bytes, cutAt: Int.random(in: 0...bytes.count, using: &random))
            ends[end, default: 0] += 1
            judged += messages
        }
        // Every way to end is reached, or the mutations would be too mild or too wild to prove anything.
        #expect(ends[.closed, default: 0] > 200 && ends[.fault, default: 0] > 200 && ends[.ranDry, default: 0] > 200)
        #expect(judged > 2_000)
    }

    @Test func `the conversation that the mutations start from is judged once and closed`() {
        let bytes = Self.packets.flatMap { $0 }
        for cut in 0...bytes.count { #expect(converse(bytes, cutAt: cut) == (.closed, 1)) }
    }
}
