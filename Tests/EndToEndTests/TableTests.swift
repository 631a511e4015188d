import Foundation
import Testing

/// Lists of an administrator's own, in `REEVE_HOME/tables`.
struct TableTests {
    private static let head = "# source: our own\n# version: 7\n# date: 2026-10-22\n# licence: none\n"

    private func put(_ rows: String, as name: String, in reeve: Reeve, head: String = head) throws {
        let folder = reeve.home.appendingPathComponent("tables")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data((head + rows).utf8).write(to: folder.appendingPathComponent(name))
    }

    /// A list, a row that it gets, and a text in which something is found only then.
    static let texts: [(name: String, rows: String, text: String, detector: String)] = [
        ("diagnosis-codes", "Q99.9Z9 newly found\n", "Diagnosis: Q99.9Z9", "icd10"),
        ("diagnosis-names", "Reeve's disease\n", "Diagnosis: reeve's disease", "icd10_description"),
        ("drug-names", "zyxomab\n", "Prescribed Zyxomab 5 mg", "drug_name"),
        ("iban-structures", "XX 8n\n", "account XX0912345678", "iban"),
        ("country-codes", "QQ\n", "SWIFT: ABCDQQ22", "swift_bic"),
        ("phone-plans", "999 XX 6 0 12\n", "phone: +999 123 456", "phone"),
        ("top-level-domains", "reeve\n", "write to me@office.reeve", "email"),
    ]

    @Test(arguments: texts) func `what stands in the own list is found, and only with it`(
        name: String, rows: String, text: String, detector: String
    ) async throws {
        try await withReeve { reeve in
            let path = try reeve.write(text + "\n", to: "a.txt")
            let before = try await reeve.succeed("dlp", "scan", path, "--detector", detector).objects()
            #expect(before.compactMap { $0["detector"] as? String } == [])
            try put(rows, as: name, in: reeve)
            let after = try await reeve.succeed("dlp", "scan", path, "--detector", detector).objects()
            #expect(after.compactMap { $0["detector"] as? String } == [detector])
        }
    }

    @Test func `what the own list of codes lacks is not found`() async throws {
        try await withReeve { reeve in
            try put("A00\n", as: "diagnosis-codes", in: reeve)
            let path = try reeve.write("Diagnosis: E11.9, A00\n", to: "a.txt")
            let found = try await reeve.succeed("dlp", "scan", path, "--show-matches").objects()
            #expect(found.compactMap { $0["value"] as? String } == ["A00"])
        }
    }

    @Test func `mail is judged by the own lists`() async throws {
        try await withReeve { reeve in
            try await reeve.succeed("protect", "add", "--name", "Adele Vance", "--email", "adele@contoso.example")
            func signals(_ domain: String) async throws -> Set<String> {
                let message = "From: Adele Vance <a@\(domain)>\r\nTo: lee@contoso.example\r\nSubject: x\r\n\r\nhi\r\n"
                let answer = try await reeve("mail", "check", "-", "--format", "jsonl", input: message)
                let all = try #require(answer.objects().first?["signals"] as? [[String: Any]])
                return Set(all.compactMap { $0["signal"] as? String })
            }
            #expect(try await signals("kostenlos.example").isDisjoint(with: ["free-mail", "throw-away"]))
            try put("kostenlos.example\n", as: "free-mail-domains", in: reeve)
            try put("kurz.example\n", as: "throw-away-domains", in: reeve)
            #expect(try await signals("kostenlos.example").contains("free-mail"))
            #expect(try await signals("of.kurz.example").contains("throw-away"))
            // Where kurz.example is a suffix, each name below it is an organization of its own.
            try put("example\nkurz.example\n", as: "public-suffixes", in: reeve)
            #expect(!(try await signals("of.kurz.example").contains("throw-away")))
        }
    }

    /// A file and what the line about it has to say.
    static let wrong: [(name: String, head: String, rows: String, words: [String])] = [
        (
            "diagnosis-codes", head, "E11.9\nnonsense\n",
            ["tables/diagnosis-codes:6: \"nonsense\" is not a code such as E11.9", "take the file away", "tables.md"]
        ),
        ("drug-names", "", "zyxomab\n", ["tables/drug-names: a line such as \"# source: …\" is missing"]),
        ("drug-names", head, "", ["tables/drug-names: it has no row"]),
        ("drug-name", head, "zyxomab\n", ["there is no table of this name; did you mean drug-names?"]),
    ]

    @Test(arguments: wrong) func `a file that cannot be used is one line, and doctor shows it`(
        name: String, head: String, rows: String, words: [String]
    ) async throws {
        try await withReeve { reeve in
            try put(rows, as: name, in: reeve, head: head)
            let path = try reeve.write("x\n", to: "a.txt")
            let answer = try await reeve("dlp", "scan", path)
            #expect(answer.status == 1 && answer.text.isEmpty && answer.mistakes.count == 1, "\(answer.errorText)")
            for word in words { #expect(answer.errorText.contains(word), "\(answer.errorText)") }
            let doctor = try await reeve("doctor")
            #expect(doctor.status == 1)
            #expect(doctor.text.contains(try Regex("\\b\(name) +failed")), "\(doctor.text)")
            #expect(try await reeve("dlp", "--help").status == 0)
        }
    }

    @Test func `doctor says which list is in use`() async throws {
        try await withReeve { reeve in
            try put("A00\n", as: "diagnosis-codes", in: reeve)
            try put("", as: ".hidden", in: reeve, head: "")
            let doctor = try await reeve.succeed("doctor")
            #expect(doctor.text.contains(/diagnosis-codes +ok, own, 7, 2026-10-22/), "\(doctor.text)")
            #expect(doctor.text.contains(/public-suffixes +ok, built in, \S+, 2026-10-22/), "\(doctor.text)")
        }
    }
}
