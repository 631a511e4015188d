import Foundation
import Testing

/// `reeve mail check`: stored messages, judged.
struct MailCheckTests {
    private static let attack =
        "From: Adele Vance <adele.vance77@gmail.example>\r\nTo: lee@contoso.example\r\nSubject: wire\r\n\r\nhi\r\n"
    private static let clean = "From: Some Body <some.body@far.example>\r\nSubject: hello\r\n\r\nhi\r\n"
    private static let reason = "Protected Name Adele Vance should not appear as adele.vance77@gmail.example"

    /// A snapshot with one protected person.
    private static let directory = """
        {"tenant":{"domains":["contoso.example"],"initialDomain":"contoso.onmicrosoft.example"},
         "groups":[{"id":"g","displayName":"Executives","members":["u-1"]}],
         "people":[{"id":"u-1","displayName":"Adele Vance","givenName":"Adele","surname":"Vance","mail":"adele@contoso.example",
           "proxyAddresses":["SMTP:adele@contoso.example"],"bec":{"listed":true,"secondaryAddresses":["adele@home.example"]}},
          {"id":"u-2","displayName":"Lee Gu","mail":"lee@contoso.example","bec":{"listed":false}}]}
        """

    private static func line(_ id: String, _ message: String) -> String {
        #"{"id":"\#(id)","raw_b64":"\#(Data(message.utf8).base64EncodedString())","context":{"rcpt":"lee@contoso.example","history":{"inbound":0,"outbound":0,"first_seen_days":null}}}"#
    }

    @Test
    func `people of the database are protected, through an eml file, an mbox, a Maildir and standard input alike`()
        async throws
    {
        try await withReeve { reeve in
            try await reeve.succeed("protect", "add", "--name", "Adele Vance", "--email", "adele@contoso.example")
            let eml = try reeve.write(Self.attack, to: "one.eml")
            let mbox = try reeve.write(
                "From a Sat Jan  3 01:05:34 1996\n\(Self.clean)\nFrom b Sat Jan  3 01:05:35 1996\n\(Self.attack)",
                to: "two.mbox")
            try FileManager.default.createDirectory(at: reeve.file("box/cur"), withIntermediateDirectories: true)
            try reeve.write(Self.attack, to: "box/cur/1:2,S")
            let answer = try await reeve("mail", "check", eml, mbox, reeve.file("box").path)
            #expect(answer.status == 0)
            let found = try answer.objects()
            #expect(
                found.compactMap { $0["id"] as? String } == [
                    eml, "\(mbox)#1", "\(mbox)#2", reeve.file("box").path + "/cur/1:2,S",
                ])
            #expect(found.map { $0["reason"] as? String } == [Self.reason, nil, Self.reason, Self.reason])
            #expect((found[0]["matched"] as? [String: Any])?["reasons"] as? [String] == ["manual"])
            #expect(found[1]["matched"] is NSNull)
            let input = try await reeve("mail", "check", "-", "--format", "json", input: Self.attack)
            let one = try #require(try input.array().first)
            #expect(one["id"] as? String == "-")
            for key in ["disposition", "score", "reason"] { #expect("\(one[key] ?? "")" == "\(found[0][key] ?? "-")") }
        }
    }

    @Test func `a snapshot stands in for the database, which is not even made`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let cases = try reeve.write(
                [Self.line("a", Self.attack), Self.line("b", Self.clean)].joined(separator: "\n"), to: "cases.jsonl")
            let answer = try await reeve.succeed("mail", "check", "--jsonl", cases, "--directory", directory)
            let found = try answer.objects()
            #expect(found.compactMap { $0["id"] as? String } == ["a", "b"])
            #expect(found.map { $0["disposition"] as? String == "NONE" } == [false, true])
            let matched = try #require(found[0]["matched"] as? [String: Any])
            #expect(matched["id"] as? String == "u-1")
            #expect(matched["reasons"] as? [String] == ["group:Executives"])
            #expect(answer.lines[1].hasPrefix(#"{"id":"b","disposition":"NONE","attributes":[],"score":"#))
            #expect(!FileManager.default.fileExists(atPath: reeve.home.path))
        }
    }

    @Test func `keeps the order of thousands of cases`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let lines = (0..<3_000).map { Self.line("c\($0)", $0 % 7 == 0 ? Self.attack : Self.clean) }
            let cases = try reeve.write(lines.joined(separator: "\n") + "\n", to: "cases.jsonl")
            let found = try await reeve.succeed("mail", "check", "--jsonl", cases, "--directory", directory).objects()
            #expect(found.compactMap { $0["id"] as? String } == (0..<3_000).map { "c\($0)" })
            #expect(found.count { $0["reason"] is String } == 429)
        }
    }

    @Test func `a hit is status 3 where it was asked for`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let attack = try reeve.write(Self.attack, to: "attack.eml")
            let clean = try reeve.write(Self.clean, to: "clean.eml")
            #expect(
                try await reeve("mail", "check", attack, clean, "--directory", directory, "--fail-on-hit").status == 3)
            #expect(try await reeve("mail", "check", attack, "--directory", directory).status == 0)
            #expect(try await reeve("mail", "check", clean, "--directory", directory, "--fail-on-hit").status == 0)
        }
    }

    @Test func `shows a hit with its evidence in a table, and nothing found in a line`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let attack = try reeve.write(Self.attack, to: "attack.eml")
            let clean = try reeve.write(Self.clean, to: "clean.eml")
            let answer = try await reeve.succeed(
                "mail", "check", attack, clean, "--directory", directory, "--format", "table")
            #expect(answer.text.contains("(BEC)"))
            #expect(answer.text.contains("\n\(Self.reason)\n"))
            #expect(
                answer.text.contains(
                    "  would be clean: add adele.vance77@gmail.example to the secondary emails of Adele Vance\n"))
            #expect(answer.lines.last?.hasPrefix("2 messages: 1 ") == true)
            #expect(!answer.text.contains("\u{1B}"))
            let csv = try await reeve.succeed("mail", "check", attack, "--directory", directory, "--format", "csv")
            #expect(csv.text.hasPrefix("id,disposition,attributes,score,from,reason,"))
        }
    }

    @Test func `what cannot be read is one line and status 1, and the rest is judged`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let empty = try reeve.write("", to: "empty.eml")
            let noise = try reeve.write("\u{0}\u{1}\u{FFFD}\n\nrest", to: "noise.eml")
            let none = reeve.file("none.eml").path
            let cases = try reeve.write(
                [
                    Self.line("a", Self.attack), "nonsense", "[1]", #"{"id":"c"}"#, #"{"id":"d","raw_b64":"%%%"}"#,
                    Self.line("e", Self.clean),
                ]
                .joined(separator: "\n"), to: "cases.jsonl")
            let answer = try await reeve(
                "mail", "check", empty, none, noise, "--jsonl", cases, "--directory", directory)
            #expect(answer.status == 1)
            #expect(try answer.objects().compactMap { $0["id"] as? String } == [empty, noise, "a", "d", "e"])
            #expect(answer.mistakes.count == 5)
            #expect(answer.mistakes.first == "reeve: cannot read \(none): No such file or directory")
            #expect(
                answer.mistakes.dropFirst().map { String($0.prefix("reeve: \(cases):N".count)) }
                    == [2, 3, 4, 5].map { "reeve: \(cases):\($0)" })
            let hit = try await reeve(
                "mail", "check", none, "--jsonl", cases, "--directory", directory, "--fail-on-hit")
            #expect(hit.status == 3)
        }
    }

    @Test(arguments: ["", "nonsense", "[]", "{\"people\":7}", "{\"tenant\":{}}", "{\"people\":[7]}", "{\"people\":[{}"])
    func `a file that is no snapshot is one clear line`(text: String) async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(text, to: "directory.json")
            let answer = try await reeve("mail", "check", "-", "--directory", directory, input: Self.attack)
            #expect(answer.status == 1)
            #expect(answer.output.isEmpty)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains("is no directory snapshot"))
        }
    }

    @Test(arguments: [
        ["check"], ["check", "-", "-"], ["check", "-", "--jsonl", "-"], ["check", "-", "--format", "sarif"],
        ["check", "-", "--client-ip", "host"],
        ["milter"], ["milter", "--listen", "nowhere"], ["milter", "--listen", "127.0.0.1:0", "--socket-mode", "9"],
    ])
    func `wrong words are wrong usage`(arguments: [String]) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(["mail"] + arguments)
            #expect(answer.status == 64)
            #expect(!FileManager.default.fileExists(atPath: reeve.home.path))
        }
    }

    @Test func `settings of mail are obeyed`() async throws {
        try await withReeve { reeve in
            let directory = try reeve.write(Self.directory, to: "directory.json")
            try reeve.writeSettings(
                """
                mail:
                  blocked:
                    - regex: some\\..*@far\\.example
                  allow:
                    - email: adele.vance77@gmail.example
                      effect: trustedSender
                      verifySender: false
                """)
            let attack = try reeve.write(Self.attack, to: "attack.eml")
            let clean = try reeve.write(Self.clean, to: "clean.eml")
            let found = try await reeve.succeed("mail", "check", attack, clean, "--directory", directory).objects()
            #expect(found.map { $0["disposition"] as? String } == ["NONE", "MALICIOUS"])
            #expect(found[1]["attributes"] as? [String] == ["CUSTOM_BLOCK_LIST"])
        }
    }

    @Test(arguments: [
        ("mail:\n  trustTop: true", ":2: unknown setting \"trustTop\" in section mail; did you mean trustTopResults?"),
        (
            "mail:\n  allow:\n    - email: a@x.example\n      efect: trustedSender",
            ":4: unknown setting \"efect\" in section mail.allow"
        ),
        (
            "mail:\n  allow:\n    - email: a@x.example\n      effect: all",
            ":4: mail.allow.effect has to be trustedSender, exemptRecipient or acceptableSender, not \"all\""
        ),
        ("mail:\n  blocked:\n    - network: 10.0.0.0/99", "\"10.0.0.0/99\" is no IP address and no network"),
        (
            "mail:\n  blocked:\n    - email: a@x.example\n      domain: x.example",
            "each entry has one of email, domain, network and regex"
        ),
        ("mail:\n  blocked:\n    - regex: (a", ":3: mail.blocked: the expression is not usable"),
        ("mail:\n  blocked:\n    - regex: (a)\\1", "back-references"),
        ("mail:\n  blocked: a@x.example", "mail.blocked has to be a list"),
        ("mail:\n  actions:\n    MALICIOUS: eat", ":3: mail.actions.MALICIOUS: there is no action \"eat\""),
        (
            "mail:\n  actions:\n    MALICOUS: tag",
            ":3: unknown setting \"MALICOUS\" in section mail.actions; did you mean MALICIOUS?"
        ),
        ("mail:\n  thresholds:\n    note: 0.9", "note, impersonation, malicious must not fall"),
        ("mail:\n  timeLimit: 0", ":2: mail.timeLimit has to be a number, 0.1 to 600, not \"0\""),
        ("mail:\n  headers: none", ":2: mail.headers has to be reeve or compatible, not \"none\""),
    ])
    func `a setting that cannot be is one clear line`(yaml: String, words: String) async throws {
        try await withReeve { reeve in
            try reeve.writeSettings(yaml)
            let directory = try reeve.write(Self.directory, to: "directory.json")
            let answer = try await reeve("mail", "check", "-", "--directory", directory, input: Self.clean)
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains(words), "\(answer.errorText)")
        }
    }

    private static let cases = Requirements.checkout.deletingLastPathComponent().appendingPathComponent(
        "shared/data/bec-dev"
    ).path

    @Test(
        .enabled(
            if: Requirements.python != nil && FileManager.default.fileExists(atPath: cases),
            "needs ../shared and python3"))
    func `finds the imitations of the development set, and not their neighbours`() async throws {
        try await withReeve { reeve in
            var verdicts = ""
            for name in ["cases.jsonl", "cases_real.jsonl"] {
                let answer = try await reeve.succeed(
                    "mail", "check", "--jsonl", "\(Self.cases)/\(name)", "--directory", "\(Self.cases)/directory.json")
                for object in try answer.objects() { verdicts += try Self.scored(object) + "\n" }
            }
            let file = try reeve.write(verdicts, to: "verdicts.jsonl")
            let python = try #require(Requirements.python)
            let judged = try await Running(
                python, ["\(Self.cases)/evaluate.py", file, "--min-recall", "0.95", "--max-fp10k", "40"],
                environment: ["PATH": "/usr/bin:/bin"], folder: reeve.folder
            ).answer()
            #expect(judged.status == 0, "\(judged.text)\(judged.errorText)")
        }
    }

    /// A verdict in the words of the scorer.
    private static func scored(_ object: [String: Any]) throws -> String {
        let disposition = object["disposition"] as? String ?? ""
        let isImpersonation =
            ["MALICIOUS", "SPOOF"].contains(disposition) && (object["attributes"] as? [String] ?? []).contains("BEC")
        let word = isImpersonation ? "impersonation" : disposition == "SUSPICIOUS" ? "note" : "benign"
        let line: [String: Any] = [
            "id": object["id"] ?? "", "verdict": word, "score": object["score"] ?? 0,
            "matched_user": (object["matched"] as? [String: Any])?["id"] ?? NSNull(),
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
    }
}
