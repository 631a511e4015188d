import Foundation
import Model
import Testing

@testable import MailDoor

@Suite(.timeLimit(.minutes(2)))
struct MilterServerTests {
    @Test func `tags a message with its verdict, one round trip after the negotiation`() async throws {
        try await serving { address, heard in
            let answers = try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                try await peer.introduce()
                return try await peer.deliver()
            }
            #expect(
                answers.map(\.texts) == [
                    ["X-Reeve-Score", " 0.00"],
                    ["X-Reeve-Reason", " Protected Name <Ana> should not appear as <a@x.test>"],
                    ["X-Reeve-Attribute", " BEC"], ["X-Reeve-Disposition", " SUSPICIOUS"], [],
                ])
            #expect(answers.map(\.code) == ["i", "i", "i", "i", "c"])
            let message = try #require(await heard.messages(1).first)
            #expect(message.queueID == "4ABC")
            #expect(
                message.envelope
                    == Envelope(
                        clientAddress: "192.0.2.7", helo: "helo.test", mailFrom: "a@x.test", recipients: ["b@y.test"],
                        queueID: "4ABC", received: Date(timeIntervalSince1970: 0)))
            #expect(String(decoding: message.header, as: UTF8.self) == "From: Ana <a@x.test>\r\nSubject: hello\r\n")
            #expect(message.outcome == .done(.tag))
        }
    }

    @Test func `judges several mails of one connection apart, and forgets an aborted one`() async throws {
        try await serving { address, heard in
            try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                try await peer.introduce()
                _ = try await peer.deliver(id: "ONE")
                try await peer.send("M", "<lost@x.test>")
                try await peer.send("R", "<lost@y.test>")
                try await peer.send("L", "Subject", " lost")
                try await peer.send("A")
                _ = try await peer.deliver(
                    from: "<>", to: ["<c@y.test>", "<d@y.test>"], id: "TWO", header: [("To", " c")])
                try await peer.send("K")
                _ = try await peer.deliver(from: "<e@x.test>", id: "THREE")
                try await peer.send("Q")
                #expect(await peer.isClosed())
            }
            let messages = await heard.messages(3)
            #expect(messages.map(\.queueID) == ["ONE", "TWO", "THREE"])
            #expect(messages.map(\.envelope.recipients) == [["b@y.test"], ["c@y.test", "d@y.test"], ["b@y.test"]])
            #expect(messages.map(\.envelope.mailFrom) == ["a@x.test", "", "e@x.test"])
            #expect(messages.map(\.envelope.clientAddress) == ["192.0.2.7", "192.0.2.7", nil])
            #expect(String(decoding: messages[1].header, as: UTF8.self) == "To: c\r\n")
            #expect(heard.notices.isEmpty)
        }
    }

    @Test func `listens on a Unix socket with the mode asked for, and takes the file away`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("m\(UUID().uuidString.prefix(8))").path
        try await serving(on: .unix(path: path, mode: 0o620)) { address, _ in
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o620)
            let answers = try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                return try await peer.deliver()
            }
            #expect(answers.last?.code == "c")
            await #expect(throws: MilterServer.AddressTaken.self) {
                try await MilterServer(listen: address, policy: MilterPolicy(), judge: { _, _ in nil }).run()
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `serves fifty connections at once`() async throws {
        try await serving { address, heard in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for connection in 0..<50 {
                    group.addTask {
                        try await MilterPeer.connected(to: address) { peer in
                            try await peer.negotiate()
                            try await peer.introduce()
                            for mail in 0..<5 {
                                let answers = try await peer.deliver(id: "C\(connection)M\(mail)")
                                #expect(answers.count == 5)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let ids = await heard.messages(250).compactMap(\.queueID)
            #expect(Set(ids) == Set((0..<50).flatMap { connection in (0..<5).map { "C\(connection)M\($0)" } }))
        }
    }

    @Test func `lets connections above the limit wait for a free place`() async throws {
        try await serving(limits: MilterServer.Limits(connections: 1)) { address, heard in
            let second = try await MilterPeer.connected(to: address) { first in
                try await first.negotiate()
                let second = Task {
                    try await MilterPeer.connected(to: address) { peer in
                        try await peer.negotiate()
                        return try await peer.deliver(id: "SECOND")
                    }
                }
                // Time enough for the second one, if it were let in.
                for _ in 0..<10 { _ = try await first.deliver(id: "FIRST") }
                #expect(await Set(heard.messages(10).map(\.queueID)) == ["FIRST"])
                #expect(heard.notices == ["1 milter connections are open, no more are taken until one ends"])
                return second
            }
            #expect(try await second.value.last?.code == "c")
            #expect(await heard.messages(11).last?.queueID == "SECOND")
        }
    }

    @Test(arguments: [MilterPolicy.Failure.open, .closed])
    func `does as configured when judging takes too long`(failure: MilterPolicy.Failure) async throws {
        let clock = ManualClock()
        let (started, start) = AsyncStream<Void>.makeStream()
        let judge: MilterServer.Judge = { _, _ in
            start.yield()
            // Never answers, not even when it is cancelled.
            await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            return nil
        }
        try await serving(policy: MilterPolicy(failure: failure), clock: clock, judge: judge) { address, heard in
            let ticking = Task { for await _ in started { clock.advance(by: .seconds(60)) } }
            let answers = try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                return try await peer.deliver(header: [("X-Reeve-Disposition", " NONE"), ("From", " a@x.test")])
            }
            ticking.cancel()
            switch failure {
            case .open:
                #expect(answers.map(\.code) == ["m", "c"])
                #expect(answers[0].texts == ["x-reeve-disposition", ""])
            case .closed:
                #expect(answers.map(\.text) == ["451 4.7.1 Message cannot be examined now, please try again later"])
            }
            let message = try #require(await heard.messages(1).first)
            #expect(message.failure == .timeLimit)
            #expect(message.outcome == (failure == .open ? .passedUnjudged : .putOff))
            #expect(heard.notices == ["4ABC was not judged in time"])
        }
    }

    @Test(arguments: [MilterPolicy.Failure.open, .closed])
    func `does as configured when the judge has no answer`(failure: MilterPolicy.Failure) async throws {
        struct Broken: Error {}
        let judge: MilterServer.Judge = { envelope, _ in
            if envelope.queueID == "THROWS" { throw Broken() }
            return nil
        }
        try await serving(policy: MilterPolicy(failure: failure), judge: judge) { address, heard in
            let codes = try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                return try await [peer.deliver(id: "THROWS"), peer.deliver(id: "NIL")].map { $0.map(\.code) }
            }
            #expect(codes == (failure == .open ? [["c"], ["c"]] : [["y"], ["y"]]))
            #expect(await heard.messages(2).map(\.failure) == [.unavailable, .unavailable])
        }
    }

    @Test func `answers the message that is being judged when it is stopped, and hangs up on the others`() async throws
    {
        let (judging, isJudging) = AsyncStream<Void>.makeStream()
        let (goOn, go) = AsyncStream<Void>.makeStream()
        let server = MilterServer(
            listen: .tcp(host: "127.0.0.1", port: 0), policy: MilterPolicy(),
            judge: { _, _ in
                isJudging.yield()
                for await _ in goOn { break }
                return suspicious()
            })
        let (addresses, ready) = AsyncStream<MilterAddress>.makeStream()
        let running = Task { try await server.run { ready.yield($0) } }
        var found = addresses.makeAsyncIterator()
        let address = try #require(await found.next())
        let busy = Task {
            try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                return try await peer.deliver()
            }
        }
        for await _ in judging { break }
        try await MilterPeer.connected(to: address) { idle in
            try await idle.negotiate()
            running.cancel()
            #expect(await idle.isClosed())
        }
        go.yield()
        #expect(try await busy.value.last?.code == "c")
        try await running.value
    }

    @Test(arguments: [
        [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0x4F], MilterPeer.packet("M", MilterPeer.texts("<a@x>")),
        MilterPeer.packet("O", [0, 0, 0, 6]), MilterPeer.packet("O", [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
        Array("GET / HTTP/1.1\r\n\r\n".utf8),
    ])
    func `hangs up on what does not begin with a negotiation, and serves the next one`(bytes: [UInt8]) async throws {
        try await serving { address, heard in
            try await MilterPeer.connected(to: address) { peer in
                try await peer.send(bytes)
                #expect(await peer.isClosed())
            }
            let answers = try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                return try await peer.deliver()
            }
            #expect(answers.last?.code == "c")
            #expect(heard.notices.count == 1)
        }
    }

    @Test(arguments: ["", "E", "L", "T", "N", "R", "Z", "HX", "M", "CX", "DM"])
    func `hangs up on a command that is malformed or cannot come here`(packet: String) async throws {
        try await serving { address, heard in
            try await MilterPeer.connected(to: address) { peer in
                try await peer.negotiate()
                let bytes = Array(packet.utf8)
                try await peer.send(
                    [0, 0, 0, UInt8(bytes.count)] + bytes + (packet == "DM" ? [0, 0, 0, 3, 0x44, 0x4D, 0x41] : []))
                #expect(await peer.isClosed())
            }
            #expect(heard.notices.count == 1 && heard.notices[0].hasPrefix("milter connection closed: "))
        }
    }
}
