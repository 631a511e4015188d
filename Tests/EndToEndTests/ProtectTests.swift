import Foundation
import Testing

/// `reeve protect`: the Business Email Compromise list.
struct ProtectTests {
    @Test func `a protected group lists its members with their addresses and the reason`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            let answer = try await reeve.succeed("protect", "add", "--group", "protected people", "--comment", "board")
            #expect(answer.output.isEmpty)
            #expect(answer.errorText.hasPrefix("protected the group Protected People: 6 people, and who joins it\n"))
            let people = try await reeve.succeed("protect", "list", "--format", "jsonl").objects()
            #expect(people.count == 6)
            for person in people {
                #expect(person["reasons"] as? [String] == ["group:Protected People"])
                #expect((person["emails"] as? [String])?.isEmpty == false)
                #expect(person["directory"] as? String == "contoso")
            }
            let table = try await reeve.succeed("protect", "list")
            #expect(table.lines.count == 7)
            #expect(table.lines.dropFirst().allSatisfy { $0.contains("● ") })
            #expect(!table.text.contains("\u{1B}"))
            let entries = try await reeve.succeed("protect", "list", "--entries", "--format", "json").array()
            #expect(entries.count == 1)
            #expect(entries.first?["people"] as? Int == 6)
            #expect(entries.first?["comments"] as? String == "board")
        }
    }

    @Test func `a user keeps every reason and secondary email, and can be taken off again`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            try await reeve.succeed("protect", "add", "--group", "Executives")
            try await reeve.succeed(
                "protect", "add", "--user", "PATTIF@contoso.example", "--secondary", "patti@home.example", "--expires",
                "2999-12-31")
            let found = try await reeve.succeed("protect", "list", "--search", "patti@home", "--format", "json").array()
            #expect(found.count == 1)
            #expect(found.first?["reasons"] as? [String] == ["direct", "group:Executives"])
            #expect(found.first?["secondaryEmails"] as? [String] == ["patti@home.example until 2999-12-31"])
            try await reeve.succeed("protect", "remove", "--user", "PattiF@contoso.example")
            let again = try await reeve("protect", "remove", "--user", "PattiF@contoso.example")
            #expect(again.status == 1)
            #expect(again.mistakes.count == 1)
            #expect(again.errorText.contains("not listed directly, but by the group Executives"))
            try await reeve.succeed("protect", "remove", "--group", "Executives")
            #expect(try await reeve.succeed("protect", "list", "--format", "jsonl").output.isEmpty)
        }
    }

    @Test func `import lists bad rows by their lines and changes nothing without --skip-invalid`() async throws {
        try await withReeve { reeve in
            let path = try reeve.write(
                "\u{FEFF}display_name,EMAIL,Secondary Emails,comments,is_regex\r\nAna Silva,\"ana@x.example;as@x.example\",ana@home.example,\"a, \"\"b\"\"\",\r\n,b@x.example,,,\r\nBo,nonsense,,,\r\nCy,c.*@x\\.example,,,true\r\n",
                to: "vips.csv")
            let refused = try await reeve("protect", "import", path)
            #expect(refused.status == 1)
            #expect(refused.mistakes.count == 3)
            #expect(refused.mistakes[0] == "\(path):3: the name is empty")
            #expect(refused.mistakes[1].hasPrefix("\(path):4: \"nonsense\" is no address"))
            #expect(refused.mistakes[2].contains("2 rows of \(path) cannot be used, nothing was imported"))
            #expect(try await reeve.succeed("protect", "list", "--format", "jsonl").output.isEmpty)
            try await reeve.succeed("protect", "import", path, "--skip-invalid")
            let people = try await reeve.succeed("protect", "list", "--format", "json").array()
            #expect(people.compactMap { $0["name"] as? String } == ["Ana Silva", "Cy"])
            #expect(people.first?["reasons"] as? [String] == ["import:vips.csv"])
        }
    }

    @Test(arguments: ["csv", "json", "jsonl"])
    func `what is exported can be imported elsewhere and exported alike`(format: String) async throws {
        try await withReeve { reeve in
            try await reeve.succeed(
                "protect", "add", "--name", "=HYPERLINK(1)", "--email", "a@x.example", "--email", "b@x.example",
                "--secondary",
                "a@home.example", "--needs-authentication", "--expires", "2999-12-31", "--comment", "says \"hi\", twice"
            )
            try await reeve.succeed("protect", "add", "--name", "Bo Li", "--pattern", #"bo\.?li[0-9]{1,3}@x\.example"#)
            let document = reeve.file("list.\(format)").path
            try await reeve.succeed("protect", "export", "--format", format, "--output", document)
            let other = reeve.another("other")
            try await other.succeed("protect", "import", document)
            let first = try String(contentsOfFile: document, encoding: .utf8)
            #expect(try await other.succeed("protect", "export", "--format", format).text == first)
            if format == "csv" {
                #expect(
                    first.contains(
                        "\r\n'=HYPERLINK(1),a@x.example;b@x.example,a@home.example until 2999-12-31 authenticated,"))
            }
        }
    }

    @Test func `what is said of an address or an end stays until somebody says otherwise`() async throws {
        try await withReeve { reeve in
            let ana = ["protect", "add", "--name", "Ana", "--email", "ana@x.example"]
            func shown() async throws -> [String: Any] {
                try #require(try await reeve.succeed("protect", "list", "--format", "json").array().first)
            }
            _ = try await reeve.run(
                ana + ["--secondary", "a@home.example", "--needs-authentication", "--expires", "2999-12-31"])
            _ = try await reeve.run(ana + ["--expires", "2999-06-30"])
            let again = try await reeve.run(ana + ["--secondary", "a@home.example"])
            #expect(again.status == 0)
            #expect(again.errorText.contains("the protection ends on 2999-06-30, as before; --expires never"))
            #expect(
                try await shown()["secondaryEmails"] as? [String] == ["a@home.example until 2999-12-31 authenticated"])
            #expect(try await shown()["expires"] as? String == "2999-06-30T23:59:59Z")
            _ = try await reeve.run(
                ana + ["--secondary", "a@home.example", "--no-needs-authentication", "--expires", "never"])
            _ = try await reeve.run(ana + ["--expires", "never"])
            #expect(try await shown()["secondaryEmails"] as? [String] == ["a@home.example"])
            #expect(try await shown()["expires"] is NSNull)
        }
    }

    @Test func `help offers only the formats that there are`() async throws {
        try await withReeve { reeve in
            for command in [
                ["protect", "list"], ["protect", "lint"], ["protect", "export"], ["mail", "check"],
                ["integration", "list"],
            ] {
                let help = try await reeve.run(command + ["--help"]).text
                for word in ["ocsf", "sarif", "html"] { #expect(!help.contains(word), "\(command)") }
            }
        }
    }

    @Test(arguments: [
        ["add"], ["add", "--name", "Ana"], ["add", "--name", "Ana", "--email", "nonsense"],
        ["add", "--user", "a", "--group", "b"],
        ["add", "--group", "b", "--secondary", "a@x.example"], ["add", "--user", "a", "--expires", "soon"],
        ["add", "--user", "a", "--expires", "2001-01-01"], ["add", "--name", "Ana", "--pattern", "(a"],
        ["list", "--format", "sarif"], ["export", "--format", "table"],
    ])
    func `wrong words are wrong usage, before anything is opened`(arguments: [String]) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(["protect"] + arguments)
            #expect(answer.status == 64)
            #expect(!FileManager.default.fileExists(atPath: reeve.home.path))
        }
    }

    @Test func `an integration with protected people is removed only when somebody says what becomes of them`()
        async throws
    {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            try await reeve.succeed("protect", "add", "--group", "Executives")
            let refused = try await reeve("integration", "remove", "contoso", "--yes")
            #expect(refused.status == 1)
            #expect(refused.mistakes.count == 1)
            #expect(refused.errorText.contains("contoso has 1 protected entry: say --keep-protected"))
            #expect(
                try await reeve("integration", "remove", "contoso", "--keep-protected", "--drop-protected").status == 64
            )
            try await reeve.succeed("integration", "remove", "contoso", "--yes", "--keep-protected")
            let people = try await reeve.succeed("protect", "list", "--format", "jsonl").objects()
            #expect(people.count == 4)
            #expect(
                people.allSatisfy {
                    $0["directory"] as? String == "local" && $0["reasons"] as? [String] == ["group:Executives"]
                })
        }
    }

    @Test func `lint says what is worth a look`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("directory", "sync", "--quiet")
            #expect(try await reeve.succeed("protect", "lint").text == "Nothing to remark.\n")
            try await reeve.succeed("protect", "add", "--group", "Former Interns")
            try await reeve.succeed("protect", "add", "--name", "Madonna", "--email", "m@x.example")
            let remarks = try await reeve.succeed("protect", "lint", "--format", "jsonl").objects()
            #expect(Set(remarks.compactMap { $0["remark"] as? String }) == ["one-word-name", "empty-group"])
        }
    }
}
