import Foundation
import Model
import Testing

@testable import MailDoor

@Suite(
    .serialized, .timeLimit(.minutes(3)),
    .enabled(if: Postfix.isUsable, "needs the Debian package postfix, and root to start one"))
struct PostfixTests {
    private let message = "From: Ana <a@x.test>\r\nSubject: hello\r\n\r\nbody\r\n.. dots"

    /// A milter, a Postfix that asks it, and the sink behind.
    private func chain(
        _ policy: MilterPolicy = MilterPolicy(), on listen: MilterAddress = .tcp(host: "127.0.0.1", port: 0),
        verdict: Verdict = suspicious(),
        _ test: (Postfix, inout AsyncStream<SMTPSink.Delivered>.Iterator, Heard) async throws -> Void
    ) async throws {
        let sink = try await SMTPSink.open()
        var delivered = sink.delivered.makeAsyncIterator()
        try await serving(on: listen, policy: policy, judge: { _, _ in verdict }) { address, heard in
            try await Postfix.running(milter: address, sink: sink) { try await test($0, &delivered, heard) }
        }
        await sink.close()
    }

    private func send(_ message: String, to recipients: [String] = ["b@y.test"], by postfix: Postfix) async throws
        -> String
    {
        try await SMTPPeer.connected(to: postfix.port) { try await $0.send(to: recipients, message) }
    }

    @Test func `delivers accepted mail unchanged`() async throws {
        try await chain(MilterPolicy(actions: [.suspicious: .accept])) { postfix, delivered, _ in
            let reply = try await send(message, by: postfix)
            #expect(reply.hasPrefix("250 2.0.0"))
            let mail = try #require(await delivered.next())
            #expect(mail.recipients == ["b@y.test"])
            // Postfix adds Message-Id and Date behind the fields that came.
            let came = mail.lines.filter { !$0.hasPrefix("Message-Id:") && !$0.hasPrefix("Date:") }
            #expect(came.suffix(5) == ["From: Ana <a@x.test>", "Subject: hello", "", "body", ". dots"])
            #expect(!mail.lines.contains { $0.hasPrefix("X-Reeve") })
        }
    }

    @Test func `tags below its own Received, and takes the forged fields away`() async throws {
        let forged =
            "X-Reeve-Disposition: NONE\r\nx-reeve-disposition : NONE\r\n\(message.prefix { $0 != "\r\n" })"
            + "\r\nX-REEVE-REASON: trust\r\n me\r\nX-Reeve-Attribute: NONE\r\nX-Reeve-Disposition:NONE\r\nSubject: hello\r\n\r\nbody"
        try await chain(verdict: suspicious("Protected Name <Zoë> should not appear as <a@x.test>")) {
            postfix, delivered, heard in
            let reply = try await send(forged, by: postfix)
            #expect(reply.hasPrefix("250"))
            let mail = try #require(await delivered.next())
            #expect(mail.all("X-Reeve-Disposition") == ["SUSPICIOUS"])
            #expect(mail.all("X-Reeve-Attribute") == ["BEC"])
            #expect(mail.all("X-Reeve-Score") == ["0.00"])
            let encoded = mail.all("X-Reeve-Reason")
            #expect(encoded.count == 1 && encoded[0].hasPrefix("=?UTF-8?B?"))
            #expect(!mail.lines.contains { $0.contains("NONE") || $0.contains("trust") })
            #expect(mail.lines.first?.hasPrefix("Received:") == true)
            let names = mail.lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("\t") }.map { $0.prefix { $0 != ":" } }
            #expect(
                names.prefix(6) == [
                    "Received", "X-Reeve-Disposition", "X-Reeve-Attribute", "X-Reeve-Reason", "X-Reeve-Score", "From",
                ])
            let judged = try #require(await heard.messages(1).first)
            #expect(judged.queueID.map { postfix.log().contains($0) } == true)
            #expect(judged.envelope.clientAddress == "127.0.0.1" && judged.envelope.helo == "client.test")
            #expect(judged.envelope.mailFrom == "a@x.test" && judged.envelope.recipients == ["b@y.test"])
            #expect(String(decoding: judged.header, as: UTF8.self).hasPrefix("X-Reeve-Disposition: NONE\r\n"))
        }
    }

    @Test func `judges a header whose longest field Postfix itself cuts at 60,000 bytes`() async throws {
        try await chain { postfix, delivered, heard in
            let long = (0..<1200).map { "\r\n " + String(repeating: "x", count: 70) + "\($0)" }.joined()
            let reply = try await send("X-Long:\(long)\r\n\(message)", by: postfix)
            #expect(reply.hasPrefix("250"))
            #expect(try #require(await delivered.next()).all("X-Reeve-Disposition") == ["SUSPICIOUS"])
            let header = try #require(await heard.messages(1).first).header
            #expect(header.count > 60_000)
            #expect(String(decoding: header, as: UTF8.self).contains("\r\nFrom: Ana <a@x.test>\r\nSubject: hello\r\n"))
        }
    }

    @Test func `tags the subject`() async throws {
        try await chain(MilterPolicy(actions: [.suspicious: .tagSubject])) { postfix, delivered, _ in
            _ = try await send(message, by: postfix)
            #expect(try #require(await delivered.next()).all("Subject") == ["[SUSPICIOUS] hello"])
        }
    }

    @Test func `holds, on a Unix socket`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("m\(UUID().uuidString.prefix(8))").path
        // smtpd has become the user postfix when it connects.
        let listen = MilterAddress.unix(path: path, mode: 0o666)
        try await chain(MilterPolicy(actions: [.suspicious: .quarantine]), on: listen) { postfix, _, heard in
            let reply = try await send(message, by: postfix)
            #expect(reply.hasPrefix("250"))
            let queue = try await postfix.queue()
            #expect(queue.map(\.name) == ["hold"])
            #expect(await heard.messages(1).map(\.queueID) == queue.map(\.id))
        }
    }

    @Test func `rejects with the reason`() async throws {
        let verdict = suspicious("100% Zoë")
        try await chain(MilterPolicy(actions: [.suspicious: .reject]), verdict: verdict) { postfix, _, heard in
            let reply = try await send(message, by: postfix)
            #expect(reply == "550 5.7.1 100% Zo?")
            #expect(await heard.messages(1).map(\.outcome) == [.done(.reject)])
            #expect(try await postfix.queue().isEmpty)
        }
    }

    @Test func `discards, and nobody hears of it`() async throws {
        try await chain(MilterPolicy(actions: [.suspicious: .discard])) { postfix, _, heard in
            let reply = try await send(message, by: postfix)
            #expect(reply.hasPrefix("250"))
            #expect(await heard.messages(1).map(\.outcome) == [.done(.discard)])
            #expect(try await postfix.queue().isEmpty)
        }
    }

    @Test func `redirects, also to one of the recipients`() async throws {
        for target in ["security@y.test", "c@y.test"] {
            try await chain(MilterPolicy(actions: [.suspicious: .redirect(to: target)])) { postfix, delivered, _ in
                _ = try await send(message, to: ["b@y.test", "c@y.test"], by: postfix)
                let mail = try #require(await delivered.next())
                #expect(mail.recipients == [target])
                #expect(mail.all("X-Reeve-Original-Recipient") == ["b@y.test, c@y.test"])
            }
        }
    }

    @Test func `takes mail over fifty connections at once`() async throws {
        try await chain { postfix, delivered, heard in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await SMTPPeer.connected(to: postfix.port) { peer in
                            for _ in 0..<4 {
                                let reply = try await peer.send(message)
                                #expect(reply.hasPrefix("250"))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            for _ in 0..<200 {
                #expect(try #require(await delivered.next()).all("X-Reeve-Disposition") == ["SUSPICIOUS"])
            }
            #expect(Set(await heard.messages(200).compactMap(\.queueID)).count == 200)
        }
    }

    @Test func `a milter that dies between two mails of one SMTP session leaves the second one with the client`()
        async throws
    {
        let milter = MilterAddress.tcp(host: "127.0.0.1", port: try await Postfix.freePort())
        let sink = try await SMTPSink.open()
        try await Postfix.running(milter: milter, sink: sink) { postfix in
            // Out of the server's life on purpose: it ends while the session goes on.
            let (begins, begin) = AsyncStream<Void>.makeStream()
            let (steps, step) = AsyncStream<Void>.makeStream()
            let (firsts, first) = AsyncStream<String>.makeStream()
            let session = Task {
                // Postfix asks for the milter when somebody connects: not before it listens.
                for await _ in begins { break }
                return try await SMTPPeer.connected(to: postfix.port) { peer in
                    first.yield(try await peer.send(message))
                    for await _ in steps { break }
                    return try await peer.send(message)
                }
            }
            try await serving(on: milter) { _, _ in
                begin.yield()
                for await reply in firsts {
                    #expect(reply.hasPrefix("250"))
                    break
                }
            }
            step.yield()
            #expect(try await session.value.hasPrefix("451"))
        }
        await sink.close()
    }

    @Test func `without the milter mail is put off or let pass as Postfix is told, and tagged again when it is back`()
        async throws
    {
        let milter = MilterAddress.tcp(host: "127.0.0.1", port: try await Postfix.freePort())
        let sink = try await SMTPSink.open()
        var delivered = sink.delivered.makeAsyncIterator()
        for fallback in ["tempfail", "accept"] {
            try await Postfix.running(milter: milter, without: fallback, sink: sink) { postfix in
                let without = try await send(message, by: postfix)
                if fallback == "tempfail" {
                    #expect(without.hasPrefix("451 4.7.1"))
                } else {
                    #expect(without.hasPrefix("250"))
                    #expect(try #require(await delivered.next()).all("X-Reeve-Disposition") == [])
                }
                try await serving(on: milter) { _, _ in
                    let reply = try await send(message, by: postfix)
                    #expect(reply.hasPrefix("250"))
                }
                #expect(try #require(await delivered.next()).all("X-Reeve-Disposition") == ["SUSPICIOUS"])
            }
        }
        await sink.close()
    }
}
