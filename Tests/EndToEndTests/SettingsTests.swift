import Foundation
import Testing

/// `reeve.yaml`, the environment, and mistakes in them.
struct SettingsTests {
    private func expectOneLine(_ answer: Answer, _ words: [String], _ what: String) {
        #expect(answer.status == 1, "\(what)")
        #expect(answer.text.isEmpty, "\(what)")
        #expect(answer.mistakes.count == 1, "\(what): \(answer.errorText)")
        #expect(answer.errorText.hasPrefix("reeve: "), "\(what): \(answer.errorText)")
        for word in words { #expect(answer.errorText.contains(word), "\(what): \(answer.errorText)") }
        for word in ["Error Domain", "DecodingError", "YamlError", "Optional(", "CodingKeys", "stringValue"] {
            #expect(!answer.errorText.contains(word), "\(what): \(answer.errorText)")
        }
    }

    /// A file and what the line about it has to say.
    static let wrong: [(yaml: String, words: [String])] = [
        ("databse: sqlite:x\n", ["unknown setting \"databse\"", "did you mean database?"]),
        ("checks:\n  passwordMaxAgeDay: 3\n", ["unknown setting \"passwordMaxAgeDay\"", "in section checks"]),
        ("freshness:\n  messageRule: 3\n", ["unknown setting \"messageRule\"", "did you mean messageRules?"]),
        (
            "freshness:\n  messageRules: often\n",
            [":2: freshness.messageRules has to be a number, 0 or more, not \"often\""]
        ),
        ("freshness: 3\n", [":1: freshness has to be a list of settings"]),
        ("checks: [1, 2]\n", [":1: checks has to be a list of settings"]),
        ("# x\nchecks:\n  policyProfile: nist\n", [":3: checks.policyProfile has to be casb or cis, not \"nist\""]),
        ("checks:\n  fastSharing: perhaps\n", [":2: checks.fastSharing has to be true or false"]),
        ("checks:\n  onPremisesSyncStaleDays: 1.5\n", [":2: checks.onPremisesSyncStaleDays has to be a whole number"]),
        ("checks:\n  internalDomains: x.example\n", [":2: checks.internalDomains has to be a list, a dash"]),
        ("http:\n  connections: 0\n", [":2: http.connections has to be a whole number, 1 to 100000, not \"0\""]),
        (
            "documents:\n  limits:\n    seconds: 0\n",
            [":3: documents.limits.seconds has to be a whole number, 2 to 600, not \"0\""]
        ),
        ("documents:\n  limits:\n    memers: 3\n", ["unknown setting \"memers\"", "did you mean members?"]),
        ("mail:\n  retention: long\n", [":2: mail.retention has to be such as \"90 days\", or \"forever\""]),
        (
            "mail:\n  thresholds:\n    protectedBy:\n      direct:\n        note: 2\n",
            [":5: mail.thresholds.protectedBy.direct.note"]
        ),
        (
            "mail:\n  trustedDomains:\n    - domain: x.example\n    - domain: '*'\n",
            [":4: mail.trustedDomains: \"*\" is no domain"]
        ),
        ("listen: x\nlisten: y\n", ["listen stands twice"]), ("- a\n- b\n", ["reeve.yaml"]),
        ("just words\n", ["reeve.yaml"]),
        ("database: [sqlite\n", ["reeve.yaml:", "is no YAML"]), ("database: 'sqlite\n", ["is no YAML"]),
        ("a: b: c\n", ["is no YAML"]),
        ("\tdatabase: x\n", ["is no YAML"]),
        ("database: {a: b}\n", ["database"]), ("logLevel: loud\n", ["unknown log level \"loud\""]),
        ("logFormat: xml\n", ["unknown log format \"xml\""]),
        ("database: nonsense\n", ["\"nonsense\" is not supported", "sqlite:PATH"]),
    ]

    @Test func `each mistake in reeve.yaml is one line that names the place`() async throws {
        try await withReeve { reeve in
            for (yaml, words) in Self.wrong {
                try reeve.writeSettings(yaml)
                expectOneLine(try await reeve("integration", "list"), words, yaml)
            }
            try Data([0xFF, 0xFE, 0xC3, 0x28]).write(to: reeve.home.appendingPathComponent("reeve.yaml"))
            expectOneLine(try await reeve("integration", "list"), ["reeve.yaml"], "not UTF-8")
            for empty in ["", "# a remark\n", "---\n", "checks:\n", "freshness: {}\n"] {
                try reeve.writeSettings(empty)
                #expect(try await reeve("integration", "list").status == 0, "\(empty)")
            }
        }
    }

    @Test func `--config names another file, and one that is missing is told`() async throws {
        try await withReeve { reeve in
            expectOneLine(
                try await reeve("scan", "--config", "/no/such/file.yaml"), ["/no/such/file.yaml", "--config"], "missing"
            )
            let elsewhere = reeve.file("elsewhere/data.sqlite").path
            try FileManager.default.createDirectory(at: reeve.file("elsewhere"), withIntermediateDirectories: true)
            let config = try reeve.write("database: sqlite:\(elsewhere)\n", to: "other.yaml")
            try reeve.writeSettings("databse: wrong, and not read\n")
            #expect(try await reeve("integration", "list", "--config", config).status == 0)
            #expect(FileManager.default.fileExists(atPath: elsewhere))
        }
    }

    @Test func `REEVE_DATABASE says where, and what cannot be is told`() async throws {
        try await withReeve { reeve in
            let path = reeve.file("db.sqlite").path
            #expect(
                try await reeve("integration", "list", environment: ["REEVE_DATABASE": "sqlite:\(path)"]).status == 0)
            #expect(FileManager.default.fileExists(atPath: path))
            for wrong in [
                "nonsense", "postgres://user:password@db.example/reeve", "postgresql://db.example/reeve", "sqlite:", "",
                "mysql:x",
            ] {
                let answer = try await reeve("integration", "list", environment: ["REEVE_DATABASE": wrong])
                expectOneLine(answer, ["is not supported", "sqlite:PATH"], wrong)
                #expect(!answer.errorText.contains("password"), "a password of a database address is shown")
            }
            for wrong in ["sqlite:/no/such/folder/x.sqlite", "sqlite:\(reeve.folder.path)"] {
                expectOneLine(
                    try await reeve("integration", "list", environment: ["REEVE_DATABASE": wrong]),
                    [String(wrong.dropFirst(7))], wrong)
            }
        }
    }

    @Test func `the environment stands over reeve.yaml`() async throws {
        try await withReeve { reeve in
            try reeve.writeSettings("logLevel: loud\ndatabase: nonsense\n")
            let environment = ["REEVE_LOG_LEVEL": "error", "REEVE_DATABASE": "sqlite:\(reeve.file("x.sqlite").path)"]
            #expect(try await reeve("integration", "list", environment: environment).status == 0)
            expectOneLine(
                try await reeve("integration", "list", environment: ["REEVE_DATABASE": "sqlite:x"]), ["loud"], "level")
        }
    }

    @Test func `without REEVE_HOME the data lies where XDG_DATA_HOME or HOME say`() async throws {
        try await withReeve { reeve in
            let data = reeve.file("data").path
            let byData = try await reeve("integration", "list", environment: ["REEVE_HOME": "", "XDG_DATA_HOME": data])
            #expect(byData.status == 0)
            #expect(FileManager.default.fileExists(atPath: data + "/reeve/reeve.sqlite"))
            let byHome = try await reeve("integration", "list", environment: ["REEVE_HOME": ""])
            #expect(byHome.status == 0)
            #expect(FileManager.default.fileExists(atPath: reeve.file(".local/share/reeve/reeve.sqlite").path))
        }
    }

    @Test func `options of checks in reeve.yaml change what is found`() async throws {
        try await withContoso { reeve, _ in
            func checks() async throws -> Set<String> {
                Set(
                    try await reeve.succeed("scan", "--format", "jsonl").objects().compactMap { $0["check"] as? String }
                )
            }
            let all = try await checks()
            try reeve.writeSettings("checks:\n  policyProfile: cis\n")
            #expect(all.subtracting(try await checks()) == ["user-password-never-expires", "user-password-stale"])
            try FileManager.default.removeItem(at: reeve.home.appendingPathComponent("reeve.yaml"))
            #expect(try await checks() == all)
        }
    }

    @Test func `a request log that cannot be written is told before anything is sent`() async throws {
        try await withContoso { reeve, _ in
            let answer = try await reeve("scan", environment: ["REEVE_REQUEST_LOG": "/no/such/folder/requests.log"])
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.errorText.contains("/no/such/folder/requests.log"))
        }
    }

    @Test(.needsPython) func `log lines are JSON when asked for`() async throws {
        try await withHostileDoor { reeve, door in
            try door.turn("refused", at: "/v1\\.0/(applications|servicePrincipals)")
            let answer = try await reeve("scan", environment: ["REEVE_LOG_LEVEL": "trace", "REEVE_LOG_FORMAT": "json"])
            #expect(answer.status == 0)
            let lines = answer.errorText.split(separator: "\n").filter { $0.hasPrefix("{") }
            #expect(lines.count >= 2)
            for line in lines {
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                #expect(object?["level"] is String && object?["message"] is String && object?["time"] is String)
            }
        }
    }
}
