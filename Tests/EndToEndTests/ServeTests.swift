import Foundation
import Testing

/// `reeve serve` and `reeve token`, from outside.
struct ServeTests {
    static let letter =
        "From: Adele Vance <a.vance@gmail.example>\r\nTo: bo@contoso.example\r\nMessage-ID: <1@gmail.example>\r\nSubject: Are you there?\r\n\r\nBo?\r\n"

    @Test func `says where it listens, is well, gives a verdict, and ends on SIGTERM`() async throws {
        try await withReeve { reeve in
            try await reeve.protectAdele()
            let token = try await reeve.token("mta")
            try await withServer(in: reeve) { server in
                #expect(try await server.get("/healthz").object()["status"] as? String == "ok")
                #expect(try await server.get("/readyz").status == 200)
                let answer = try await server.check(Self.letter, token: token)
                #expect(answer.status == 200)
                let verdict = try answer.object()
                #expect((verdict["matched"] as? [String: Any])?["name"] as? String == "Adele Vance")
                #expect(
                    verdict["reason"] as? String
                        == "Protected Name Adele Vance should not appear as a.vance@gmail.example")
            }
        }
    }

    @Test func `gives the verdict that mail check gives`() async throws {
        try await withReeve { reeve in
            try await reeve.protectAdele()
            let token = try await reeve.token("mta")
            let path = try reeve.write(Self.letter, to: "letter.eml")
            let local = try #require(
                try await reeve.succeed("mail", "check", path, "--format", "jsonl").objects().first)
            try await withServer(in: reeve) { server in
                let remote = try await server.check(Self.letter, token: token).object()
                let said = [local, remote].map { NSDictionary(dictionary: $0.filter { $0.key != "id" }) }
                #expect(said[0].count > 5)
                #expect(said[0] == said[1])
            }
        }
    }

    @Test func `a token is printed once, kept as a digest, and refused at once when it is revoked`() async throws {
        try await withReeve { reeve in
            let made = try await reeve.succeed("token", "add", "--name", "mta", "--expires", "2999-12-31")
            let token = made.text.trimmingCharacters(in: .newlines)
            #expect(token.wholeMatch(of: /rv_[A-Za-z0-9_-]{43}/) != nil)
            #expect(!made.errorText.contains(token.dropFirst(11)))
            let list = try await reeve.succeed("token", "list", "--format", "jsonl")
            #expect(!list.text.contains(token.dropFirst(11)))
            #expect(try list.objects().first?["status"] as? String == "active")
            try await withServer(in: reeve) { server in
                #expect(try await server.check(Self.letter, token: token).status == 200)
                try await reeve.succeed("token", "revoke", "mta")
                #expect(try await server.check(Self.letter, token: token).status == 401)
                #expect(try await server.check(Self.letter, token: nil).status == 401)
            }
            #expect(try await reeve.succeed("token", "list", "--format", "jsonl").text.isEmpty)
            let all = try await reeve.succeed("token", "list", "--all", "--format", "jsonl").objects()
            #expect(all.first?["status"] as? String == "revoked")
            #expect(all.first?["lastUsed"] is String)
        }
    }

    @Test func `nothing it says on standard error holds a token`() async throws {
        try await withReeve { reeve in
            let token = try await reeve.token("mta")
            let process = try reeve.start(
                ["serve", "--listen", "127.0.0.1:0"],
                environment: ["REEVE_LOG_LEVEL": "trace", "REEVE_LOG_FORMAT": "json"])
            try await serving(process, endsBy: SIGTERM) {
                let server = try await Served(process)
                _ = try await server.check(Self.letter, token: token)
                _ = try await server.check(Self.letter, token: String(token.dropLast(3)) + "AAA")
            }
            #expect(process.errorsSoFar.contains("/api/v1/mail/check"))
            #expect(!process.errorsSoFar.contains(token.dropFirst(11).dropLast(3)))
        }
    }

    @Test(arguments: [
        ["serve", "--listen", "nowhere"], ["serve", "--listen", "127.0.0.1:99999"],
        ["serve", "--rspamd-action", "malicious"],
        ["serve", "--rspamd-action", "evil=reject"], ["token", "add"], ["token", "add", "--name", " "],
        ["token", "add", "--name", "a", "--scope", "everything"],
        ["token", "add", "--name", "a", "--expires", "2001-01-01"],
        ["token", "list", "--format", "sarif"], ["token", "revoke"],
    ])
    func `wrong words are wrong usage, before anything is opened`(arguments: [String]) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(arguments)
            #expect(answer.status == 64)
            #expect(!FileManager.default.fileExists(atPath: reeve.home.path))
        }
    }

    @Test func `an address that is taken is one clear line`() async throws {
        try await withReeve { reeve in
            try await withServer(in: reeve) { server in
                let address = server.url.replacing("http://", with: "")
                let elsewhere = ["REEVE_HOME": reeve.file("elsewhere").path]
                let second = try await reeve("serve", "--listen", address, "--quiet", environment: elsewhere)
                #expect(second.status == 1)
                #expect(second.mistakes.count == 1)
                #expect(second.errorText.contains("cannot listen on \(address)"))
            }
        }
    }

    @Test func `a second server on the same data folder is refused, and links name the one that runs`() async throws {
        try await withReeve { reeve in
            try await withServer(in: reeve) { server in
                for arguments in [["--quiet"], []] {
                    let second = try await reeve.run(["serve", "--listen", "127.0.0.1:0"] + arguments)
                    #expect(second.status == 1 && second.text.isEmpty)
                    #expect(second.mistakes.count == 1)
                    #expect(second.errorText.contains("another reeve serve uses the data folder"))
                }
                let link = try await reeve.succeed("user", "add", "--name", "bo")
                #expect(link.text.hasPrefix(server.url.replacing("127.0.0.1", with: "localhost") + "/set-password?"))
            }
            let later = try await reeve.succeed("user", "link", "bo")
            #expect(later.text.hasPrefix("http://localhost:8080/set-password?"))
        }
    }

    @Test func `a second server on the same database is refused, by whatever name and folder`() async throws {
        try await withReeve { reeve in
            try await withServer(in: reeve) { _ in
                let link = reeve.file("alias.sqlite")
                let database = reeve.home.appendingPathComponent("reeve.sqlite")
                try FileManager.default.createSymbolicLink(at: link, withDestinationURL: database)
                for path in [database.path, link.path] {
                    let second = try await reeve(
                        "serve", "--listen", "127.0.0.1:0", "--quiet",
                        environment: [
                            "REEVE_HOME": reeve.file("elsewhere").path, "REEVE_DATABASE": "sqlite:\(path)",
                            "REEVE_KEY_FILE": reeve.home.appendingPathComponent("key").path,
                        ])
                    #expect(second.status == 1)
                    #expect(second.mistakes.count == 1)
                    #expect(second.errorText.contains("another reeve serve uses the database \(path)"))
                }
            }
        }
    }

    @Test func `lists of users and tokens show their dates whole and short`() async throws {
        try await withReeve { reeve in
            let name = "somebody-with-a-name-that-is-long-enough-to-be-cut"
            try await reeve.succeed("user", "add", "--name", name, "--role", "administrator")
            try await reeve.succeed("token", "add", "--name", name, "--scope", "read", "--expires", "2099-06-30")
            for noun in ["user", "token"] {
                let row = try #require(try await reeve.succeed(noun, "list").lines.last)
                #expect(row.contains(/\s\d{4}-\d\d-\d\d(\s|$)/), "\(row)")
                #expect(!row.contains(/\d\d:\d\d:\d\d/), "\(row)")
                #expect(noun == "user" ? row.contains("administrator") : row.contains(" 2099-06-30 "), "\(row)")
            }
        }
    }

    @Test func `a name is taken once, and nobody unknown can be revoked`() async throws {
        try await withReeve { reeve in
            _ = try await reeve.token("mta")
            let again = try await reeve("token", "add", "--name", "mta")
            #expect(again.status == 1)
            #expect(again.output.isEmpty)
            #expect(try await reeve("token", "revoke", "nobody").status == 1)
        }
    }

    @Test(.enabled(if: Served.rspamc != nil, "needs rspamc (Debian package rspamd)"))
    func `rspamc, the client of rspamd, understands the answer`() async throws {
        try await withReeve { reeve in
            try await reeve.protectAdele()
            let token = try await reeve.token("mta")
            let path = try reeve.write(Self.letter, to: "letter.eml")
            try await withServer(in: reeve) { server in
                let address = server.url.replacing("http://", with: "")
                func rspamc(_ password: String) async throws -> Answer {
                    try await Running(
                        Served.rspamc ?? "", ["-h", address, "-P", password, "-i", "192.0.2.1", "symbols", path],
                        environment: ["PATH": "/usr/bin:/bin"], folder: reeve.folder
                    ).answer(limit: 60)
                }
                let answer = try await rspamc(token)
                #expect(answer.status == 0)
                #expect(answer.lines.contains("Action: add header"))
                #expect(answer.lines.contains { $0.hasPrefix("Symbol: REEVE_") })
                #expect(answer.lines.contains("Message-ID: 1@gmail.example"))
                #expect(try await rspamc("rv_nothing").text.contains("Action:") == false)
            }
        }
    }
}

extension Reeve {
    fileprivate func protectAdele() async throws {
        try await succeed("protect", "add", "--name", "Adele Vance", "--email", "adele@contoso.example")
    }

    /// Makes a token and gives its text.
    fileprivate func token(_ name: String) async throws -> String {
        try await succeed("token", "add", "--name", name).text.trimmingCharacters(in: .newlines)
    }
}
