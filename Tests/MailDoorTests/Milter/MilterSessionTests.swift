import Model
import NIOCore
import Testing

@testable import MailDoor

struct MilterSessionTests {
    private func session(_ offer: MilterOptions) throws -> MilterSession {
        var session = MilterSession(wanting: MilterPolicy().wantedActions, ownNames: MilterPolicy().ownNames)
        var payload = ByteBuffer()
        payload.writeMultipleIntegers(offer.version, offer.actions.rawValue, offer.steps.rawValue)
        _ = try session.take(MilterPacket(code: MilterCode.negotiate, payload: payload))
        return session
    }

    private func packet(_ code: Character, _ texts: String...) -> MilterPacket {
        MilterPacket(code: code.asciiValue ?? 0, payload: ByteBuffer(bytes: texts.flatMap { Array($0.utf8) + [0] }))
    }

    @Test func `asks only for what the policy needs and the MTA offers`() throws {
        #expect(try session(MilterPeer.everything).options?.actions == [.addHeaders, .changeHeaders])
        #expect(
            MilterPolicy(actions: [.malicious: .quarantine]).wantedActions == [
                .addHeaders, .changeHeaders, .quarantine,
            ])
        #expect(
            MilterPolicy(actions: [.spoof: .redirect(to: "a@b")]).wantedActions
                == [.addHeaders, .changeHeaders, .addRecipients, .deleteRecipients])
        let poor = MilterOptions(version: 4, actions: .addHeaders, steps: [.noBody, .silentHeader])
        #expect(try session(poor).options == poor)
    }

    @Test func `a version 2 peer is given no newer flag and an answer to each step`() throws {
        let offer = MilterOptions(
            version: 2, actions: MilterActions(rawValue: 0x3F), steps: MilterSteps(rawValue: .max))
        var session = try session(offer)
        #expect(session.options == MilterOptions(version: 2, actions: [.addHeaders, .changeHeaders], steps: .noBody))
        let steps = [
            packet("H", "a.test"), packet("M", "<a@x>"), packet("R", "<b@y>"), packet("L", "Subject", "x"), packet("N"),
            packet("B"),
        ]
        for step in steps { #expect(try session.take(step) == .send(.proceed)) }
        guard case .judge(let message) = try session.take(packet("E")) else {
            Issue.record("not judged")
            return
        }
        // That MTA eats the blank behind the colon.
        #expect(message.header == Array("Subject: x\r\n".utf8))
    }

    @Test func `a newer version than 6 is answered with 6`() throws {
        let offer = MilterOptions(version: 9, actions: [], steps: [])
        #expect(try session(offer).options?.version == 6)
    }

    @Test func `the macros of MAIL hold for this mail, those of the connection for the next too`() throws {
        var session = try session(MilterPeer.everything)
        func macros(_ stage: Character, _ pairs: String...) -> MilterPacket {
            MilterPacket(
                code: MilterCode.macros,
                payload: ByteBuffer(bytes: [stage.asciiValue ?? 0] + pairs.flatMap { Array($0.utf8) + [0] }))
        }
        _ = try session.take(macros("C", "{client_addr}", "2001:db8::5", "unasked", "x"))
        _ = try session.take(packet("C", "h", "U"))
        _ = try session.take(macros("M", "{auth_authen}", "ana", "i", "ONE"))
        _ = try session.take(packet("M", "<a@x>"))
        #expect(session.macro("auth_authen") == "ana" && session.macro("i") == "ONE")
        _ = try session.take(macros("E", "i", "LATER"))
        #expect(session.macro("i") == "LATER")
        _ = try session.take(packet("E"))
        _ = try session.take(macros("M", "i", "TWO"))
        _ = try session.take(packet("M", "<a@x>"))
        #expect(session.macro("auth_authen") == nil && session.macro("i") == "TWO")
        #expect(session.clientAddress == "2001:db8::5")
        #expect(session.macro("unasked") == nil)
    }
}
