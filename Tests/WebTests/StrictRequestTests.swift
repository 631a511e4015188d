import Foundation
import HTTPTypes
import HummingbirdTesting
import Report
import Testing

@testable import Store
@testable import Web

/// What is not described is refused: a slip of the pen must not answer with the whole list, or change something else than was meant.
struct StrictRequestTests {
    @Test(arguments: [
        (
            "/api/v1/findings/ignore", #"{"findings":[],"reason":"x","expire":"2027-01-01"}"#,
            "did you mean \\\"expires\\\"?"
        ),
        (
            "/api/v1/findings/ignore", #"{"findings":[{"integration":"contoso","chek":"x"}],"reason":"x"}"#,
            "findings.chek"
        ),
        ("/api/v1/policies", #"{"kind":"allow","patternKind":"email","patern":"a@b.example"}"#, "patern"),
        (
            "/api/v1/findings/ignore", #"{"findings":[],"reason":"\ud800","expire":"2027-01-01"}"#,
            "did you mean \\\"expires\\\"?"
        ),
        ("/api/v1/findings/ignore", #"{"findings":[],"reason":"x","x":1e400}"#, "there is no member \\\"x\\\""),
        ("/api/v1/findings/ignore", #"{"findings":[],"reason":"x","reason":"y"}"#, "\\\"reason\\\" is given twice"),
        ("/api/v1/findings/ignore", #"{"findings":[],"reason":"x"} {}"#, "it is no JSON"),
        ("/api/v1/findings/ignore", #"{"findings":[],"reason":"\x"}"#, "it is no JSON"),
        ("/api/v1/protections", #"{"name":"N","emails":["n@x.example"],"mail":"x"}"#, "mail"),
        ("/api/v1/protections", #"{"name":"N","emails":null}"#, "\\\"emails\\\" cannot be null"),
    ])
    func `a member that there is none of is refused by its name`(path: String, body: String, words: String) async throws
    {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.call(path, body)
            #expect(answer.status == .badRequest, "\(answer.text)")
            #expect(answer.text.contains(words) || answer.text.contains(words.replacing("findings.", with: "")))
        }
        #expect(try fixture.web.store.mailPolicies().isEmpty)
    }

    @Test(arguments: [
        "/api/v1/findings?nosuch=1", "/api/v1/findings?check=x", "/api/v1/findings?severity=worst",
        "/api/v1/findings?integration=contoso&integration=nix", "/api/v1/instances?limit=5&limit=6",
        "/api/v1/instances?check=nosuch", "/api/v1/directories/contoso/users?guests=true",
        "/api/v1/directories/contoso/users?disabled=1", "/api/v1/protections/export?format=xlsx",
        "/api/v1/checks?limit=1", "/api/v1/integrations/contoso?full=yes", "/api/v1/search",
        "/api/v1/mail/verdicts?disposition=FOO", "/api/v1/instances?limit=", "/api/v1/instances?limit=0",
        "/api/v1/instances?limit=ten", "/api/v1/findings?limit=201", "/api/v1/dlp/labels?limit=",
        "/api/v1/coverage?integration=contoso&scan=x", "/api/v1/directories/contoso/users?limit=",
        "/api/v1/audit?limit=", "/api/v1/audit?from=2026-11-22&to=2026-11-21",
        "/api/v1/audit/export?from=2026-11-22T10:00:00Z&to=2026-11-21", "/api/v1/findings?limit=%2B5",
        "/api/v1/findings?limit=05", "/api/v1/search?q=%00", "/api/v1/search?q=%ff%fe", "/search?q=%ff",
        "/api/v1/protections?text=a%00b", "/api/v1/instances/export?format=csv&i=contoso:zz",
    ])
    func `a parameter that there is none of, or a word that it cannot be, is 400`(path: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == .badRequest, "\(answer.text)")
            #expect(answer.field("Content-Type") == "application/problem+json")
        }
    }

    @Test(arguments: [
        "/api/v1/findings?severity=critical&severity=low",
        "/api/v1/instances?check=user-disabled&check=file-public-write",
        "/api/v1/instances?cursor=", "/api/v1/audit?from=2026-11-21&to=2026-11-21",
        "/api/v1/directories/contoso/users?guests=yes",
        "/api/v1/protections?directory=local", "/api/v1/mail/verdicts?disposition=detections&disposition=BULK",
        "/api/v1/instances?owner=nobody",
    ])
    func `what is described is taken`(path: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == .ok, "\(answer.text)")
        }
    }

    @Test func `findings are chosen by the name of their integration or its number, and what is none is refused`()
        async throws
    {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let named = try await visitor.get("/api/v1/instances?f=contoso:user-disabled")
            let numbered = try await visitor.get("/api/v1/instances?f=1:user-disabled")
            #expect(named.status == .ok && named.text == numbered.text)
            let all = try await visitor.get("/api/v1/instances")
            #expect(all.text != named.text)
            for wrong in ["user-disabled", "nix:user-disabled", "contoso:nix", "9:user-disabled", ":"] {
                for path in [
                    "/api/v1/instances?f=", "/api/v1/instances/export?f=", "/instances?f=", "/findings/export?f=",
                ] {
                    let answer = try await visitor.get(path + wrong)
                    #expect(answer.status == .badRequest, "\(path)\(wrong)")
                    #expect(answer.text.contains("contoso:domain-spf-missing"))
                }
            }
        }
    }

    @Test func `an instance that is no more is not found, and neither is its integration`() async throws {
        let fixture = try await FindingFixture()
        let digits = String(repeating: "0", count: 32)
        try await fixture.test { visitor in
            for (i, words) in [("contoso:\(digits)", "no instance contoso:000"), ("nix:\(digits)", "no integration")] {
                let answer = try await visitor.get("/api/v1/instances/export?format=csv&i=\(i)")
                #expect(answer.status == .notFound && answer.text.contains(words), "\(answer.text)")
            }
            for path in ["/api/v1/protections?directory=nope", "/api/v1/protections/export?directory=nope"] {
                #expect(try await visitor.get(path).status == .notFound)
            }
        }
    }

    @Test func `a format that there is none of is refused`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let (wrong, right) = (
                try await visitor.get("/coverage/export?format=json"),
                try await visitor.get("/coverage/export?format=csv")
            )
            #expect(wrong.status == .badRequest && right.status == .ok)
        }
    }

    @Test(arguments: [
        "/dlp/entries?cursor=x", "/findings/user-disabled?integration=contoso&tab=FOO",
        "/settings/directories/contoso?guests=zq", "/settings/directories/contoso?disabled=no",
        "/settings/audit?from=2026-11-22&to=2026-11-21", "/instances?limit=",
    ])
    func `a page refuses what it cannot be asked for`(path: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == .badRequest)
        }
    }

    @Test func `what is there already is not made once more, not even at the same time`() async throws {
        let things = [
            ("/api/v1/policies", #"{"kind":"blocked","patternKind":"email","pattern":"Eve@x.example"}"#),
            ("/api/v1/dlp/profiles", #"{"name":"Falcon","entries":["iban"]}"#),
            ("/api/v1/dlp/entries", #"{"name":"Falcon","words":["falcon"]}"#),
        ]
        let fixture = try await FindingFixture()
        try await fixture.test(as: .administrator) { visitor in
            for (path, body) in things {
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<6 { group.addTask { try await visitor.call(path, body).status.code } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(statuses.sorted() == [201, 409, 409, 409, 409, 409], "\(path)")
                let alike = body.replacing("Eve", with: "eve").replacing("Falcon", with: "FALCON")
                #expect(try await visitor.call(path, alike).status == .conflict, "\(path)")
            }
            let form = [("kind", "blocked"), ("patternKind", "email"), ("pattern", "eve@x.example")]
            let again = try await visitor.post("/policies/add", form)
            #expect(again.status == .conflict && again.text.contains("already"))
            let other = #"{"kind":"allow","patternKind":"email","pattern":"eve@x.example","effect":"trustedSender"}"#
            #expect(try await visitor.call("/api/v1/policies", other).status == .created)
        }
    }

    @Test(arguments: [
        "/api/v1/protections?directory=nix", "/api/v1/apps?integration=nix", "/api/v1/mail/verdicts?integration=nix",
        "/mail?integration=nix", "/api/v1/domains?integration=nix",
        "/domains?integration=nix", "/apps?integration=nix", "/dlp/labels?integration=nix", "/findings?integration=nix",
    ])
    func `who is asked for and is not there is 404, not an empty list`(path: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == .notFound)
        }
    }

    @Test func `a registration of a cloud that there is none of is 404 on every way to it`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test(as: .administrator) { visitor in
            for path in ["/settings/registration?cloud=nix", "/settings/registration/certificate?cloud=nix"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == .notFound, "\(path)")
            }
            for form in ["test", "features", "ids"] {
                let answer = try await visitor.post("/settings/registration/\(form)", [("cloud", "nix")])
                #expect(answer.status == .notFound, "\(form)")
            }
        }
    }

    @Test func `the door of mail takes no parameter that it does not know`() async throws {
        let fixture = try WebFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.check("?form=a@x.example")
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("did you mean \\\"from\\\"?"))
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `the description closes what is sent, not what is answered`() throws {
        let document = OpenAPIDocument(routes: try WebFixture().server().routes).document.compact
        let object = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
        let paths = try #require(object["paths"] as? [String: [String: [String: Any]]])
        let ignore = try #require(paths["/api/v1/findings/ignore"]?["post"])
        let content = ((ignore["requestBody"] as? [String: Any])?["content"] as? [String: Any])?["application/json"]
        let schema = try #require((content as? [String: Any])?["schema"] as? [String: Any])
        #expect(schema["additionalProperties"] as? Bool == false)
        let list = try #require(paths["/api/v1/findings"]?["get"]?["parameters"] as? [[String: Any]])
        let severity = try #require(list.first { $0["name"] as? String == "severity" }?["schema"] as? [String: Any])
        #expect(severity["type"] as? String == "array")
    }
}
