import Foundation
import Testing

/// `reeve dlp entry`: what people look for beside the predefined.
struct EntryTests {
    /// The entries of the matches of a scan for a profile.
    private func entries(found by: String, in file: String, _ reeve: Reeve) async throws -> [String] {
        let answer = try await reeve.succeed("dlp", "scan", "--profile", by, "--format", "jsonl", file)
        let objects = try answer.objects()
        return objects.compactMap { $0["entry"] as? String }
    }

    @Test func `each kind is made and found`() async throws {
        try await withReeve { reeve in
            let words = try reeve.write("Falcon\nblue heron\n", to: "words.txt")
            let table = try reeve.write("Name,Account\nAda Quell,DE-77120\nBo Marsh,DE-88231\n", to: "table.csv")
            let letter = (0..<300).map { "word\($0 * 7 % 211)" }.joined(separator: " ")
            let document = try reeve.write(letter, to: "letter.txt")
            let own = ["dlp", "entry", "add"]
            for line in [
                ["Number", "--pattern", "P-[0-9]{6}", "--sample", "P-204117"], ["Projects", "--words", words],
                ["Customers", "--dataset", table, "--primary", "Account"],
                ["Letters", "--document", document, "--percent", "60"],
            ] {
                let answer = try await reeve.run(own + line + ["--profile", "Mine"])
                #expect(answer.status == 0, "\(answer.errorText)")
            }
            let text = "P-204117 falcon\nAda Quell, DE-77120\n\n" + letter + "\n"
            let found = try await entries(found: "mine", in: try reeve.write(text, to: "a.txt"), reeve)
            #expect(Set(found) == ["own-number", "own-projects", "own-customers", "own-letters"])
            let other = try await entries(
                found: "mine", in: try reeve.write("Bo Marsh, DE-77120\n", to: "b.txt"), reeve)
            #expect(other.isEmpty)
            let database = try Data(contentsOf: reeve.home.appendingPathComponent("reeve.sqlite"))
            #expect(database.range(of: Data("77120".utf8)) == nil && database.range(of: Data("Quell".utf8)) == nil)
            let held = try await reeve("dlp", "entry", "remove", "Projects")
            #expect(held.status == 1)
            #expect(held.mistakes == ["reeve: Projects is an entry of Mine: take it out there first"])
            try await reeve.succeed("dlp", "profile", "remove", "Mine")
            try await reeve.succeed("dlp", "entry", "remove", "Projects")
        }
    }

    @Test func `an entry can be looked for without a profile`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed("dlp", "entry", "add", "Number", "--pattern", "P-[0-9]{6}")
            let file = try reeve.write("P-204117, IBAN DE89 3704 0044 0532 0130 00\n", to: "a.txt")
            let found = try await reeve.succeed("dlp", "scan", "--detector", "own-number", "--format", "jsonl", file)
            #expect(try found.objects().compactMap { $0["entry"] as? String } == ["own-number"])
            #expect(try found.objects().first?["profile"] is NSNull)
            let both = try await reeve.succeed(
                "dlp", "scan", "--detector", "own-number", "--detector", "iban", "--format", "jsonl", file)
            #expect(try both.objects().compactMap { $0["entry"] as? String } == ["own-number", "iban"])
            let named = try await reeve.succeed("dlp", "scan", "--detector", "number", "--format", "jsonl", file)
            #expect(try named.objects().compactMap { $0["entry"] as? String } == ["own-number"])
            let none = try await reeve("dlp", "scan", "--detector", "own-numbers", file)
            #expect(none.status == 64)
            #expect(
                none.mistakes == [
                    "reeve: there is no detector or entry \"own-numbers\" (reeve dlp detector list, reeve dlp entry list)"
                ])
        }
    }

    @Test func `quiet is quiet, and nothing is said to be hashed before it is kept`() async throws {
        try await withReeve { reeve in
            let quiet = try await reeve.succeed("dlp", "entry", "add", "P", "--pattern", "P-[0-9]{6}", "--quiet")
            #expect(quiet.errorText.isEmpty)
            let made = try await reeve.succeed("dlp", "profile", "add", "Mine", "--entry", "own-p", "--quiet")
            #expect(made.errorText.isEmpty)
            let table = try reeve.write("Account;Name\nDE-77120;Ada Quell\n", to: "table.csv")
            let refused = try await reeve(
                "dlp", "entry", "add", "T", "--dataset", table, "--primary", "Account", "--supporting", "5")
            #expect(refused.status == 1 && !refused.errorText.contains("hashed"))
            let old = reeve.file("old.csv")
            try Data("Account;Name\nDE-77120;J".utf8 + [0xFC] + "rgen Marsh\n".utf8).write(to: old)
            let told = try await reeve.succeed(
                "dlp", "entry", "add", "T", "--dataset", old.path, "--primary", "Account")
            #expect(
                told.errorText.hasPrefix("hashed 1 row of \(old.path); it is not UTF-8 and was read as Windows-1252\n"))
        }
    }

    @Test func `an entry whose profile cannot have it is not made`() async throws {
        try await withReeve { reeve in
            let add = ["dlp", "entry", "add", "Q", "--pattern", "Q-[0-9]{6}", "--profile"]
            let refused = try await reeve.run(add + ["financial information"])
            let why = "reeve: Financial Information comes with Reeve: entries are added to profiles of your own"
            #expect(refused.status == 1 && refused.mistakes == [why])
            #expect(try await reeve.run(add + ["MIP Sensitivity Labels - contoso"]).status == 1)
            let none = try await reeve.succeed("dlp", "entry", "list", "--own", "--format", "jsonl")
            #expect(none.output.isEmpty)
            #expect(try await reeve.run(add + ["Mine"]).status == 0)
        }
    }

    @Test(arguments: [
        ["x"], ["x", "--pattern", "a", "--words", "b"], ["x", "--dataset", "t.csv"],
        ["x", "--words", "w", "--sample", "s"],
    ])
    func `wrong usage is told in one line`(arguments: [String]) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(["dlp", "entry", "add"] + arguments)
            #expect(answer.status == 64 && answer.text.isEmpty, "\(answer.errorText)")
        }
    }

    @Test(arguments: [
        (
            ["x", "--pattern", "(a)\\1"],
            "back-references (\\1) are not supported: they cannot be matched in linear time"
        ),
        (
            ["x", "--pattern", "P-[0-9]{6}", "--sample", "P-2041"],
            "the expression does not match the sample: nothing was made"
        ),
        (["x", "--pattern", "a{5000}"], "the expression repeats more than 1000 times"),
    ])
    func `what cannot be used is told in one line`(arguments: [String], line: String) async throws {
        try await withReeve { reeve in
            let answer = try await reeve.run(["dlp", "entry", "add"] + arguments)
            #expect(answer.status == 1 && answer.mistakes == ["reeve: " + line])
            let listed = try await reeve.succeed("dlp", "entry", "list", "--own", "--format", "jsonl")
            #expect(listed.output.isEmpty)
        }
    }
}
