import Foundation
import Testing

/// `reeve mail milter`: the filter, as an MTA meets it.
struct MailMilterTests {
    private static let header = [
        ("From", "Adele Vance <adele.vance77@gmail.example>"), ("Subject", "wire"), ("X-Reeve-Disposition", "NONE"),
    ]

    private func withMilter(
        _ reeve: Reeve, _ arguments: [String] = [], body: (UInt16) async throws -> Void
    ) async throws {
        // Nobody listens on the DNS port: SPF is a temporary error at once, and nothing leaves the machine.
        let process = try reeve.start(
            ["mail", "milter", "--listen", "127.0.0.1:0", "--dns", "127.0.0.1:9"] + arguments)
        try await serving(process, endsBy: SIGTERM) {
            guard let line = try await process.firstLine(),
                let port = line.split(separator: ":").last.flatMap({ UInt16($0) })
            else {
                throw Surprise("the milter did not get ready: \(process.errorsSoFar)")
            }
            #expect(line == "milter listens on 127.0.0.1:\(port)")
            try await body(port)
        }
    }

    private func fields(_ replies: [MilterTalk.Reply]) -> [String: String] {
        let inserted = replies.filter { $0.command == "i" }.map {
            MilterTalk.Reply(command: "h", data: Array($0.data.dropFirst(4))).texts
        }
        return Dictionary(
            inserted.map { ($0[0], $0[1].replacing(/\s+/, with: " ")) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `tags an imitation with the verdict that mail check gives, and takes a forged header away`() async throws
    {
        try await withReeve { reeve in
            try await reeve.succeed("protect", "add", "--name", "Adele Vance", "--email", "adele@contoso.example")
            let text = Self.header.map { "\($0.0): \($0.1)\r\n" }.joined() + "\r\n"
            let eml = try reeve.write(text, to: "one.eml")
            let checked = try #require(
                try await reeve.succeed(
                    "mail", "check", eml, "--envelope-from", "adele.vance77@gmail.example", "--rcpt",
                    "lee@contoso.example", "--client-ip",
                    "192.0.2.1", "--dns", "127.0.0.1:9"
                ).objects().first)
            try await withMilter(reeve) { port in
                let talk = try MilterTalk(port: port)
                let replies = try talk.deliver(
                    from: "adele.vance77@gmail.example", to: "lee@contoso.example", queueID: "4F1", header: Self.header)
                let fields = fields(replies)
                #expect(fields["X-Reeve-Disposition"] == checked["disposition"] as? String)
                #expect(fields["X-Reeve-Attribute"] == "BEC")
                #expect(fields["X-Reeve-Reason"] == checked["reason"] as? String)
                #expect(fields["X-Reeve-Score"].flatMap(Double.init) == checked["score"] as? Double)
                #expect(
                    replies.contains {
                        $0.command == "m" && $0.texts.contains { $0.lowercased().hasSuffix("x-reeve-disposition") }
                    })
                #expect(replies.last?.command == "c")
                // The same connection takes the next message, of somebody nobody knows.
                let next = try talk.deliver(
                    from: "a@far.example", to: "lee@contoso.example", queueID: "4F2",
                    header: [("From", "Some Body <a@far.example>")])
                #expect(self.fields(next)["X-Reeve-Disposition"] == "NONE")
            }
        }
    }

    @Test func `does what the settings say, and signs its headers`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed("protect", "add", "--name", "Adele Vance", "--email", "adele@contoso.example")
            let key = try reeve.write(String(repeating: "k", count: 32), to: "key.bin")
            try reeve.writeSettings(
                "mail:\n  headers: compatible\n  headerKeyFile: \(key)\n  actions: {MALICIOUS: quarantine, SPOOF: quarantine, SUSPICIOUS: quarantine}\n"
            )
            try await withMilter(reeve) { port in
                let replies = try MilterTalk(port: port).deliver(
                    from: "adele.vance77@gmail.example", to: "lee@contoso.example", queueID: "4F3", header: Self.header)
                #expect(replies.contains { $0.command == "q" })
                #expect(fields(replies)["X-CFEmailSecurity-Attribute"] == "BEC")
                #expect(fields(replies)["X-Reeve-Signature"]?.hasPrefix("v=1; a=hmac-sha256; q=4F3;") == true)
            }
        }
    }

    @Test func `what cannot be listened on, and a key that is too short, are one clear line`() async throws {
        try await withReeve { reeve in
            let taken = try await reeve("mail", "milter", "--listen", "unix:\(reeve.file("no/such/folder.sock").path)")
            #expect(taken.status == 1)
            #expect(taken.mistakes.count == 1)
            #expect(taken.errorText.hasPrefix("reeve: cannot listen on unix:"))
            let key = try reeve.write("short", to: "key.bin")
            try reeve.writeSettings("mail:\n  headerKeyFile: \(key)\n")
            let short = try await reeve("mail", "milter", "--listen", "127.0.0.1:0")
            #expect(short.status == 1)
            #expect(short.errorText.contains("has 5 bytes"))
        }
    }
}
