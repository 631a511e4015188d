import Foundation
import Model
import Store
import Testing

@testable import Flows

struct ProtectFileTests {
    func file(_ text: String) throws -> ProtectFile { try ProtectFile(Data(text.utf8), name: "vips.csv") }

    @Test(arguments: [
        "Display Name,Email,Secondary Emails,Comments,Is Regex\n",
        "display_name,EMAIL,secondary_emails,comments,is_regex\r\n",
        "\u{FEFF}DISPLAY NAME,email,Secondary_Emails,Comments,Is_Regex\r",
        "Display Name;Email;Secondary Emails;Comments;Is Regex\n",
        " Display  Name \tEmail\tSecondary Emails\tComments\tIs Regex\n",
    ])
    func `takes a head in any case, with spaces or underscores, and any line end and separator`(head: String) throws {
        let sign = head.contains("\t") ? "\t" : head.contains(";") ? ";" : ","
        let fields = ["Ana Silva", "\"ana@x.example;ana@y.example\"", "ana@home.example", "\"a, \"\"b\"\"\"", "false"]
        let found = try file(head + fields.joined(separator: sign))
        #expect(found.refused.isEmpty)
        #expect(found.rows.count == 1)
        #expect(found.rows.first?.name == "Ana Silva")
        #expect(found.rows.first?.addresses == ["ana@x.example", "ana@y.example"])
        #expect(found.rows.first?.secondaryEmails == [.init(address: "ana@home.example")])
        #expect(found.rows.first?.comment == "a, \"b\"")
        #expect(found.rows.first?.line == 2)
    }

    @Test func `bad rows are told by the line on which they begin`() throws {
        let found = try file(
            """
            Display Name,Email,Comments,Is Regex
            Ana,ana@x.example,"two
            lines",no
            ,b@x.example,,

            Bo,not an address,,
            Cy,,,
            Dee,(a)\\1,,true
            Eve,e@x.example,,perhaps
            Flo,f@x.example,,,,extra
            Gus,"g@x.example, h@x.example",fine,0

            """)
        #expect(found.rows.map(\.name) == ["Ana", "Gus"])
        #expect(found.rows.map(\.line) == [2, 11])
        #expect(found.refused.map(\.line) == [4, 6, 7, 8, 9, 10])
        #expect(found.refused[3].why.contains("back-references"))
    }

    @Test func `an expression is not cut at its commas`() throws {
        let row = try #require(
            try file("Display Name,Email,Is Regex\nAna,\"ana[0-9]{1,3}@(x|y)\\.example\",TRUE\n").rows.first)
        #expect(row.pattern == #"ana[0-9]{1,3}@(x|y)\.example"#)
        #expect(row.addresses == [])
    }

    @Test(arguments: [
        ("Name,Mail\nAna,a@x.example", "no column \"Email\""), ("Email\na@x.example", "no column \"Display Name\""),
        ("Display Name,Email,Email\n", "stands twice"),
        ("Display Name,Email\n\"Ana,a@x.example\n", "line 2: a quote is opened"),
        ("", "is empty"), ("\n \n", "is empty"), ("\"\"", "nothing but empty cells"),
        (",\n,\n", "nothing but empty cells"),
    ])
    func `a file that cannot be read at all says why`(text: String, why: String) {
        #expect { try file(text) } throws: { "\($0)".contains(why) }
    }

    @Test func `a file that is not in UTF-8 is refused, not guessed`() {
        #expect(throws: ProtectError.self) { try ProtectFile(Data([0xFF, 0xFE, 0x41, 0x00]), name: "x.csv") }
        #expect(throws: ProtectError.self) {
            try ProtectFile(
                Data("Display Name,Email\nJos\u{e9},a@x".unicodeScalars.map { UInt8($0.value) }), name: "x.csv")
        }
    }

    @Test func `columns that mean nothing are named`() throws {
        #expect(try file("Display Name,Dept,Email\nAna,Sales,a@x.example").unusedColumns == ["Dept"])
    }

    @Test func `JSON is an array, bad elements are told by their lines`() throws {
        let found = try file(
            """
            [
             {"name": "Ana", "emails": ["a@x.example"], "secondaryEmails": ["h@x.example",
               {"address": "i@x.example", "expires": "2030-01-31", "needsAuthentication": true}], "comments": "x", "team": {"a": [1, 2]}},
             {"name": "Bo, \\"[}", "emails": []},
             17,
             {"name": "Cy", "emails": "c@x.example"},
             {"name": "Dee", "emails": ["d.*@x"], "isRegex": true}
            ]
            """)
        #expect(found.rows.map(\.name) == ["Ana", "Dee"])
        #expect(found.rows[0].secondaryEmails.map(\.needsAuthentication) == [false, true])
        #expect(found.rows[0].secondaryEmails[1].expires == ProtectWords.moment("2030-01-31"))
        #expect(found.rows[1].pattern == "d.*@x")
        #expect(found.refused.map(\.line) == [4, 5, 6])
        #expect(
            try file(
                "{\"name\":\"Ana\",\"emails\":[\"a@x.example\"]}\n{\"name\":\"Bo\",\"emails\":[\"b@x.example\"]}\n"
            ).rows.map(\.line) == [1, 2])
        #expect(try file("[{\"name\":\"Ana\",").refused.count == 1)
    }

    @Test func `of a directory snapshot the listed people are taken, with every address at which they get mail`() throws
    {
        let found = try file(
            """
            {"tenant": {"people": ["decoy"]},
             "people": [
              {"id": "u-1", "displayName": "Ana Silva", "givenName": "Ana", "surname": "Silva", "mail": "ana@x.example",
               "proxyAddresses": ["SMTP:ana@x.example", "smtp:as@x.example", "sip:ana@x.example"], "otherMails": ["ana@z.example"],
               "bec": {"listed": true, "secondaryAddresses": ["ana@home.example"]}},
              {"id": "u-2", "displayName": "Bo", "mail": "bo@x.example", "bec": {"listed": false}},
              {"id": "u-3", "displayName": "Cy", "bec": {"listed": true}}
             ]}
            """)
        #expect(found.rows.map(\.id) == ["u-1", "u-3"])
        #expect(found.rows[0].addresses == ["ana@x.example", "as@x.example"])
        #expect(found.rows[0].secondaryEmails.map(\.address) == ["ana@home.example"])
        #expect(found.rows[1].addresses.isEmpty)
        #expect(found.refused.isEmpty)
    }

    static let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "shared/data/bec-dev/directory.json"
        ).path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: snapshot), "needs ../shared"))
    func `reads the development directory`() throws {
        let found = try ProtectFile(try Data(contentsOf: URL(fileURLWithPath: Self.snapshot)), name: "directory.json")
        #expect(found.rows.count == 60)
        #expect(found.refused.isEmpty)
    }

    @Test(arguments: [
        "a@b.example until 2030-12-31 authenticated", "a@b.example", "a@b.example authenticated",
        "a@b.example until 2030-12-31",
    ])
    func `a secondary email is written as it is read`(text: String) throws {
        #expect(ProtectWords.text(of: try ProtectWords.secondaryEmail(text)) == text)
    }

    @Test(arguments: [
        "a@b", "@b.example", "a b@c.example", "a@b@c.example", "<a@b.example>", "a@-b.example", "a@b..example", "a", "",
        "a@b.example until", "a@b.example soon",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: ProtectError.self) { try ProtectWords.secondaryEmail(text) }
    }
}

struct ProtectImportTests {
    @Test func `a row that is a user of the directory protects that user, unknown addresses become secondary ones`()
        async throws
    {
        let fixture = try await ProtectFixture()
        let outcome = try fixture.load(
            """
            Display Name,Email,Secondary Emails,Comments
            adele vance,ADELEV@contoso.example;av@old.example,adele@home.example,CFO
            Reception,AlexW@contoso.example,,
            Ana Silva,ana@x.example,,
            """)
        #expect(outcome == .init(added: 2, updated: 0, matched: 1))
        let entries = try fixture.entries()
        let adele = try #require(entries.first { $0.person.id == "u-adele" })
        #expect(adele.person.reasons == ["import:vips.csv"])
        #expect(adele.comment == "CFO")
        #expect(adele.person.secondaryEmails.map(\.address) == ["adele@home.example", "av@old.example"])
        #expect(Set(entries.filter { $0.kind == .person }.map(\.person.name)) == ["Reception", "Ana Silva"])
    }

    @Test func `the same file twice changes nothing`() async throws {
        let fixture = try await ProtectFixture()
        let text =
            "Display Name,Email,Secondary Emails\nAna Silva,ana@x.example,a@home.example\nAna Silva,ana@x.example;as@x.example,\nAna Silva,other@x.example,\n"
        #expect(try fixture.load(text) == .init(added: 2, updated: 1, matched: 0))
        let before = try fixture.entries()
        #expect(try fixture.load(text).added == 0)
        #expect(try fixture.entries() == before)
        #expect(
            before.map(\.person.addresses).sorted { $0.count > $1.count } == [
                ["ana@x.example", "as@x.example"], ["other@x.example"],
            ])
    }

    @Test func `what is exported as JSON is imported alike`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(
            .person(name: "=cmd|' /C calc'!A0", addresses: ["a@x.example", "b@x.example"]),
            secondary: [
                .init(
                    address: "h@home.example", expires: fixture.now.addingTimeInterval(1_234), needsAuthentication: true
                )
            ],
            .init(comment: "line\nbreak"))
        _ = try fixture.protect.add(.pattern(name: "Bo", expression: #"bo\d{1,3}@x\.example"#))
        let before = try fixture.entries()
        let document = try before.map { try ProtectExport.object($0) }.joined(separator: ",")
        let other = try await ProtectFixture()
        try other.load("[\(document)]", name: "x.json")
        let after = try other.entries()
        #expect(after.map(\.person.name) == before.map(\.person.name))
        #expect(after.map(\.person.addresses) == before.map(\.person.addresses))
        #expect(after.map(\.person.addressPatterns) == before.map(\.person.addressPatterns))
        #expect(after.map(\.person.secondaryEmails) == before.map(\.person.secondaryEmails))
        #expect(after.map(\.comment) == before.map(\.comment))
    }

    /// The tenant once more, under another name that sorts before or after the first.
    private func connectAgain(_ fixture: ProtectFixture, _ name: String) async throws -> Integration {
        let again = try fixture.store.add(
            Integration(
                name: name, tenantID: fixture.directory.tenantID, clientID: "c", graphURL: "https://graph.example",
                loginURL: "https://login.example", credential: .secret, createdAt: fixture.now),
            secret: CredentialSecret(clientSecret: "x"))
        let adele = try StoredEntity(fixture.user("u-adele", "Adele Vance", "AdeleV@contoso.example"))
        let patti = try StoredEntity(fixture.user("u-patti", "Patti Fernandez", "PattiF@contoso.example"))
        let group = try StoredEntity(fixture.group("g-exec", "Executives"))
        try await fixture.store.write(again.id) { writer in
            for entity in [adele, patti, group] { try writer.keep(entity, round: 1, run: 1) }
            try writer.join(group: "g-exec", Member(id: "u-patti", kind: .user), round: 1)
        }
        return again
    }

    @Test(arguments: ["a-again", "z-again"])
    func `where a tenant is connected twice, people stay in the directory that they are protected in`(name: String)
        async throws
    {
        let fixture = try await ProtectFixture()
        let again = try await connectAgain(fixture, name)
        let edit = ProtectEdit(store: fixture.store, Deed(by: "cli:ana", at: fixture.now))
        _ = try edit.protect(users: ["u-adele"], groups: ["g-exec"], of: again)
        let before = try fixture.entries().map(\.person.id).sorted()
        #expect(before == ["u-adele", "u-patti"])
        let outcome = try fixture.load(
            "Display Name,Email\nAdele Vance,AdeleV@contoso.example\nPatti Fernandez,PattiF@contoso.example\n")
        #expect(outcome == .init(added: 0, updated: 0, matched: 2))
        #expect(try fixture.entries().map(\.person.id).sorted() == before)
        #expect(try fixture.store.protectionCounts(in: fixture.directory.id).values.reduce(0, +) == 0)
    }

    @Test func `somebody who is protected nowhere yet goes to the first directory that has them`() async throws {
        let fixture = try await ProtectFixture()
        let again = try await connectAgain(fixture, "z-again")
        _ = try fixture.load("Display Name,Email\nAdele Vance,AdeleV@contoso.example\n")
        _ = try fixture.load("Display Name,Email\nAdele Vance,AdeleV@contoso.example\n")
        #expect(try fixture.entries().map(\.person.id) == ["u-adele"])
        #expect(try fixture.store.protectionCounts(in: again.id).values.reduce(0, +) == 0)
    }

    @Test(arguments: ["csv", "json"])
    func `export and import change nothing of the list, however its people came to it`(format: String) async throws {
        let fixture = try await ProtectFixture()
        let end = fixture.now.addingTimeInterval(86_400)
        try await fixture.keep(
            fixture.user("u-none", "No Mail", "x@contoso.example") { ($0.mail, $0.proxyAddresses) = (nil, []) })
        _ = try fixture.protect.add(.user("u-none"))
        _ = try fixture.protect.add(
            .user("u-adele"), secondary: [.init(address: "a@home.example", expires: end, needsAuthentication: true)],
            .init(comment: "says \"hi\"", expires: end))
        _ = try fixture.protect.add(.person(name: "Ana Silva", addresses: ["ana@x.example"]), .init(expires: end))
        let before = try fixture.entries()
        let document: String
        if format == "csv" {
            let records = [ProtectExport.columns] + before.map { ProtectExport.record($0) }
            document = records.map { record in
                record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
            }.joined()
        } else {
            document = try "[" + before.map { try ProtectExport.object($0) }.joined(separator: ",") + "]"
        }
        let outcome = try fixture.load(document, name: "list.\(format)")
        #expect(outcome == .init(unchanged: 3))
        #expect(try fixture.entries() == before)
        let elsewhere = try ProtectFixture.empty()
        _ = try ProtectImport(store: elsewhere, Deed(by: "cli:bo", at: fixture.now)).run(
            try ProtectFile(Data(document.utf8), name: "x", asOf: fixture.now))
        var copies: [ProtectedEntry] = []
        try ProtectedPeople(store: elsewhere, asOf: fixture.now).forEachEntry { copies.append($0) }
        #expect(copies.flatMap(\.person.secondaryEmails) == before.flatMap(\.person.secondaryEmails))
        #expect(Set(copies.map(\.expires)) == Set(before.map(\.expires)))
        #expect(Set(copies.map(\.person.id)) == Set(before.map(\.person.id)))
    }

    @Test func `an export of several reasons with long comments is taken as it is`() async throws {
        let fixture = try await ProtectFixture()
        for letter in ["a", "b"] {
            let text =
                "Display Name,Email,Comments\nAna Silva,ana@x.example,\(String(repeating: letter, count: 1_500))\n"
            _ = try fixture.load(text, name: "\(letter).csv")
        }
        let before = try fixture.entries()
        #expect(before.first?.comment?.count == 3_002)
        let records = [ProtectExport.columns] + before.map { ProtectExport.record($0) }
        let document = records.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }.joined()
        #expect(try fixture.load(document, name: "list.csv") == .init(unchanged: 1))
        #expect(try fixture.entries() == before)
        let typed = "Display Name,Email,Comments\nBo,bo@x.example,\(String(repeating: "c", count: 3_000))\n"
        #expect(try ProtectFile(Data(typed.utf8), name: "typed.csv").refused.count == 1)
    }

    @Test func `importing one's own export is no further reason to be protected`() async throws {
        let fixture = try await ProtectFixture()
        let edit = ProtectEdit(store: fixture.store, Deed(by: "cli:ana", at: fixture.now))
        _ = try edit.protect(users: [], groups: ["g-exec"], of: fixture.directory)
        let before = try fixture.entries()
        #expect(Set(before.map(\.person.id)) == ["u-patti", "u-alex"])
        let document = try before.map { try ProtectExport.object($0) }.joined(separator: ",")
        #expect(try fixture.load("[\(document)]", name: "rt.json") == .init(unchanged: 2))
        #expect(try fixture.entries() == before)
        // With a secondary email more, only that is new.
        let more = document.replacing(
            "\"secondaryEmails\":[]", with: "\"secondaryEmails\":[\"home@x.example\"]", maxReplacements: 1)
        #expect(try fixture.load("[\(more)]", name: "rt.json") == .init(updated: 1, unchanged: 1))
        #expect(try fixture.entries().map(\.person.reasons) == before.map(\.person.reasons))
        _ = try edit.remove([.init(integration: fixture.directory.id, kind: .group, id: "g-exec")])
        #expect(try fixture.entries().isEmpty)
        // A list of one's own, without the ids of an export, is a reason.
        #expect(
            try fixture.load("Display Name,Email\nPatti Fernandez,PattiF@contoso.example\n") == .init(matched: 1))
    }

    @Test func `an address given twice is one`() async throws {
        let fixture = try await ProtectFixture()
        let edit = ProtectEdit(store: fixture.store, Deed(by: "cli:ana", at: fixture.now))
        _ = try edit.protect(users: ["u-adele"], groups: [], of: fixture.directory)
        let key = Protection.Key(integration: fixture.directory.id, kind: .user, id: "u-adele")
        let count = try edit.setSecondary(
            [.init(address: "a@home.example"), .init(address: "A@home.example"), .init(address: "b@home.example")],
            of: key, named: "Adele Vance")
        #expect(count == 2)
        let lines = try fixture.store.audit(AuditFilter(action: "secondary-email.add"), limit: 10).records
        #expect(lines.count == 2)
    }

    @Test func `a colleague's own address and an expression for a whole domain are remarked on`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"), secondary: [.init(address: "PattiF@contoso.example")])
        _ = try fixture.protect.add(.pattern(name: "Bo Li", expression: #".*@x\.example"#))
        _ = try fixture.protect.add(.pattern(name: "Cy Ng", expression: #"cy\..*@x\.example"#))
        let found = Set(try fixture.remarks().map { "\($0.kind.rawValue) \($0.name)" })
        #expect(found == ["shared-address Adele Vance", "broad-pattern Bo Li"])
    }

    @Test func `people are found by their secondary emails`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"), secondary: [.init(address: "z@home.example")])
        _ = try fixture.protect.add(
            .person(name: "Ana Silva", addresses: ["ana@x.example"]), secondary: [.init(address: "as@home.example")])
        _ = try fixture.protect.add(.user("u-lee"))
        func found(_ text: String) throws -> [String] {
            try ProtectedList(store: fixture.store, asOf: fixture.now).page(text: text).elements.map(
                \.entry.person.name)
        }
        #expect(try found("Z@home.example") == ["Adele Vance"])
        #expect(try found("home.example") == ["Adele Vance", "Ana Silva"])
        #expect(try found("nowhere.example").isEmpty)
    }

    @Test func `a row whose protection is over is refused with its line`() throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let text = "Display Name,Email,Expires\nAna,ana@x.example,2027-01-01\nBo,bo@x.example,2099-12-31\n"
        let file = try ProtectFile(Data(text.utf8), name: "vips.csv", asOf: now)
        #expect(file.rows.map(\.name) == ["Bo"])
        #expect(file.refused.map(\.line) == [2])
        #expect(file.refused.first?.why.hasPrefix("the protection of Ana ended on 2027-01-01") == true)
        let json = #"[{"name":"Ana","emails":["ana@x.example"],"expires":"2020-05-05"}]"#
        #expect(try ProtectFile(Data(json.utf8), name: "x.json", asOf: now).refused.map(\.line) == [1])
    }
}

struct ProtectLintTests {
    @Test func `finds what makes the list weak or noisy`() async throws {
        let fixture = try await ProtectFixture()
        try await fixture.keep(
            fixture.user("u-mono", "Madonna", "m@contoso.example") { $0.accountEnabled = false },
            fixture.user("u-none", "No Mail", "x@contoso.example") { ($0.mail, $0.proxyAddresses) = (nil, []) })
        for id in ["u-mono", "u-none", "u-lee", "u-adele", "u-patti"] { _ = try fixture.protect.add(.user(id)) }
        for group in ["Former Interns", "Executives"] { _ = try fixture.protect.add(.group(group)) }
        _ = try fixture.protect.add(
            .user("u-lee"),
            secondary: [
                .init(address: "lee@home.example", expires: fixture.now), .init(address: "adelev@contoso.example"),
            ])
        _ = try fixture.protect.add(.person(name: "patti fernandez", addresses: ["p@x.example"]))
        _ = try fixture.protect.add(
            .person(name: "Over Already", addresses: ["o@x.example"]), .init(expires: fixture.now))
        try await fixture.forget(.user, "u-adele")
        try await fixture.forget(.group, "g-exec")
        let found = Set(try fixture.remarks().map { "\($0.kind.rawValue) \($0.name)" })
        #expect(
            found == [
                "one-word-name Madonna", "disabled Madonna", "no-address No Mail", "same-name Lee Gu",
                "secondary-expired Lee Gu",
                "shared-address Lee Gu", "left Adele Vance", "same-name patti fernandez", "empty-group Former Interns",
                "group-gone Executives", "entry-expired Over Already",
            ])
    }

    @Test func `says that a person who was kept is listed twice once the directory is back`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"), secondary: [.init(address: "adele@home.example")])
        // As after a removal that keeps people, and the same tenant connected again.
        try ProtectKeep(store: fixture.store, now: fixture.now).copies(of: fixture.directory, by: "cli:ana")
        let remark = try #require(try fixture.remarks().first { $0.kind == .listedTwice })
        #expect(remark.name == "Adele Vance")
        #expect(remark.text.contains("contoso") && remark.text.contains("adele@home.example"))
        #expect(try fixture.remarks().count { $0.kind == .listedTwice } == 1)
    }

    @Test func `finds policies that silence everything, and trusted domains that silence nothing`() async throws {
        let fixture = try await ProtectFixture()
        var own = Domain(id: "contoso.example")
        own.isVerified = true
        try await fixture.keep(own)
        _ = try fixture.protect.add(.pattern(name: "Bo Li", expression: ".*"))
        let yaml = #"""
            {"trustedDomains":[{"regex":".*"},{"domain":"idle.example","similarity":false},{"domain":"young.example","similarity":false,"recent":true},
             {"domain":"contoso.example"},{"domain":"partner.example"}],
             "allow":[{"regex":".+@.+","effect":"trustedSender"},{"domain":"partner.example","effect":"trustedSender"},{"network":"0.0.0.0/0","effect":"acceptableSender"}],
             "blocked":[{"domain":"com"},{"email":"eve@x.example"}]}
            """#
        let options = try JSONDecoder().decode(MailOptions.self, from: Data(yaml.utf8))
        var found: [String] = []
        try ProtectLint(store: fixture.store, options: options, asOf: fixture.now).run {
            found.append("\($0.kind.rawValue) \($0.name)")
        }
        #expect(
            found.sorted() == [
                "broad-pattern .*", "broad-pattern .+@.+", "broad-pattern Bo Li", "broad-pattern a network",
                "broad-pattern com", "useless-trust contoso.example", "useless-trust idle.example",
                "useless-trust young.example",
            ])
    }

    @Test func `has nothing to say of a list that is in order`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"), secondary: [.init(address: "a@home.example")])
        _ = try fixture.protect.add(.group("Executives"))
        _ = try fixture.protect.add(.person(name: "李小龙", addresses: ["l@x.example"]))
        #expect(try fixture.remarks() == [])
    }

    @Test func `the expected coincidences grow with the list`() {
        #expect(Coincidence.remark(listed: 999) == nil)
        #expect(abs(Coincidence.perTenThousand(listed: 1_000) - 1.4) < 0.001)
        #expect(abs(Coincidence.perTenThousand(listed: 1_000_000) - 606) < 0.5)
        var last = 0.0
        for people in [1, 100, 300, 2_000, 10_000, 50_000, 5_000_000] {
            let rate = Coincidence.perTenThousand(listed: people)
            #expect(rate > last)
            last = rate
        }
        #expect(Coincidence.remark(listed: 10_000)?.contains("about 18 of 10,000") == true)
    }
}
