import NIOCore
import Testing

@testable import MailDoor

struct MilterCommandTests {
    private func command(_ code: Character, _ payload: [UInt8] = []) throws(MilterFault) -> MilterCommand {
        try MilterCommand(MilterPacket(code: code.asciiValue ?? 0, payload: ByteBuffer(bytes: payload)))
    }

    @Test func `reads every command`() throws {
        func texts(_ texts: [String]) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }
        #expect(
            try command("O", [0, 0, 0, 6, 0, 0, 0, 1, 0, 0, 0, 0x10])
                == .negotiate(MilterOptions(version: 6, actions: .addHeaders, steps: .noBody)))
        #expect(
            try command("D", [0x4D] + texts(["i", "4ABC", "{mail_addr}", "a@x.test"]))
                == .macros(stage: 0x4D, ["i": "4ABC", "mail_addr": "a@x.test"]))
        #expect(try command("H", texts(["a.test"])) == .helo("a.test"))
        #expect(
            try command("M", texts(["<a@x>", "SIZE=5", "BODY=8BITMIME"]))
                == .mail("<a@x>", arguments: ["SIZE=5", "BODY=8BITMIME"]))
        #expect(try command("R", texts(["<b@y>"])) == .recipient("<b@y>", arguments: []))
        #expect(try command("L", texts(["To", ""])) == .header(name: Array("To".utf8), value: []))
        #expect(try command("B", [1, 2]) == .body)
        let bare: [(Character, MilterCommand)] = [
            ("T", .data), ("N", .endOfHeader), ("E", .endOfMessage), ("A", .abort), ("U", .unknown), ("Q", .quit),
            ("K", .quitNewConnection),
        ]
        for (code, expected) in bare { #expect(try command(code) == expected) }
    }

    @Test func `reads the client's address of every family`() throws {
        func address(_ family: Character, _ rest: [UInt8]) throws(MilterFault) -> MilterCommand {
            try command("C", MilterPeer.texts("h") + [family.asciiValue ?? 0] + rest)
        }
        #expect(try address("4", [0, 25] + MilterPeer.texts("192.0.2.1")) == .connect(host: "h", address: "192.0.2.1"))
        #expect(
            try address("6", [0, 25] + MilterPeer.texts("IPv6:2001:db8::1"))
                == .connect(host: "h", address: "2001:db8::1"))
        #expect(
            try address("6", [0, 25] + MilterPeer.texts("2001:db8::1")) == .connect(host: "h", address: "2001:db8::1"))
        #expect(try address("L", [0, 0] + MilterPeer.texts("/run/x")) == .connect(host: "h", address: nil))
        #expect(try address("U", []) == .connect(host: "h", address: nil))
    }

    @Test(
        arguments: [
            ("O", [0, 0, 0, 6, 0, 0]), ("D", []), ("D", [0x4D, 0x69, 0]), ("D", [0x4D, 0x69, 0, 0x41]), ("C", [0x68]),
            ("C", [0x68, 0]), ("C", [0x68, 0, 0x34, 0]), ("C", [0x68, 0, 0x34, 0, 25, 0x31]), ("C", [0x68, 0, 0x39]),
            ("H", []),
            ("H", [0x61]), ("M", []), ("M", [0x61]), ("M", [0x61, 0, 0x62]), ("R", []), ("L", []), ("L", [0x61]),
            ("L", [0x61, 0]), ("L", [0x61, 0, 0x62]), ("L", [0, 0]),
        ] as [(Character, [UInt8])])
    func `refuses a payload that ends too early`(code: Character, payload: [UInt8]) {
        #expect(throws: MilterFault.malformed(code.asciiValue ?? 0)) { try command(code, payload) }
    }

    @Test func `refuses every byte that is no command`() {
        let known = Set("ABCDEHKLMNOQRTU".utf8)
        for code in UInt8.min...UInt8.max where !known.contains(code) {
            #expect(throws: MilterFault.unknownCommand(code)) {
                try MilterCommand(MilterPacket(code: code, payload: ByteBuffer()))
            }
        }
    }

    @Test func `a reply reads back as what was written`() throws {
        var buffer = ByteBuffer()
        let replies: [(MilterReply, Character, [UInt8])] = [
            (.proceed, "c", []), (.skip, "s", []), (.discard, "d", []), (.reply("550 no"), "y", Array("550 no\0".utf8)),
            (.quarantine(reason: "why"), "q", Array("why\0".utf8)), (.addRecipient("<a>"), "+", Array("<a>\0".utf8)),
            (.deleteRecipient("<a>"), "-", Array("<a>\0".utf8)),
            (.insertHeader(at: 1, name: "A", value: Array("b".utf8)), "i", [0, 0, 0, 1] + Array("A\0b\0".utf8)),
            (.addHeader(name: "A", value: []), "h", Array("A\0\0".utf8)),
            (
                .changeHeader(occurrence: 258, name: Array("A".utf8), value: []), "m",
                [0, 0, 1, 2] + Array("A\0\0".utf8)
            ),
        ]
        for (reply, _, _) in replies { reply.write(to: &buffer) }
        var packets = MilterPackets()
        packets.append(buffer)
        for (reply, code, payload) in replies {
            let packet = try #require(try packets.next())
            #expect(packet == MilterPacket(code: code.asciiValue ?? 0, payload: ByteBuffer(bytes: payload)), "\(reply)")
        }
        #expect(try packets.next() == nil)
    }
}
