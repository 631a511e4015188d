import Model
import Testing

/// When new evidence is worse than what somebody accepted.
struct WideningTests {
    private let accepted: Evidence = [
        "recipients": ["a@x.example"], "linkType": "view", "hasPassword": true, "expires": "2026-12-31T00:00:00Z",
        "pct": .number(50), "policy": "quarantine", "lastSync": "2026-01-01T00:00:00Z", "conditions": ["from boss"],
    ]

    private func widened(_ key: String, _ value: Evidence.Value) -> [String] {
        var evidence = accepted
        evidence[key] = value
        return evidence.widened(since: accepted)
    }

    @Test(
        arguments: [
            ("recipients", .list(["a@x.example", "b@x.example"])), ("recipients", .list(["b@x.example"])),
            ("linkType", .text("edit")), ("hasPassword", .flag(false)), ("expires", .none),
            ("expires", .text("2027-12-31T00:00:00Z")), ("pct", .number(10)), ("policy", .text("none")),
            ("conditions", .list([])),
        ] as [(String, Evidence.Value)]) func `is wider`(key: String, value: Evidence.Value)
    {
        #expect(widened(key, value) == [key])
    }

    @Test(
        arguments: [
            ("recipients", .list([])), ("linkType", .text("view")), ("hasPassword", .flag(true)),
            ("expires", .text("2026-06-30T00:00:00Z")), ("pct", .number(90)), ("policy", .text("reject")),
            ("lastSync", .text("2026-09-09T00:00:00Z")), ("conditions", .list(["from boss", "with attachment"])),
        ] as [(String, Evidence.Value)]) func `is not wider`(key: String, value: Evidence.Value)
    {
        #expect(widened(key, value).isEmpty)
    }

    @Test func `guests that nobody looked for then are no widening`() {
        let now: Evidence = ["reach": "named people, guests among them", "guests": ["gus@partner.example"]]
        #expect(now.widened(since: ["status": "ok", "profiles": ["A"]]).isEmpty)
        #expect(now.widened(since: ["reach": "named people only"]) == ["guests"])
        #expect(now.widened(since: ["guests": ["eve@partner.example"]]) == ["guests"])
        #expect(now.widened(since: now).isEmpty)
    }

    @Test func `a guest whose address is written otherwise is no other guest`() {
        let now: Evidence = ["guests": ["anna_maria.k@sub_x.example", "gus@partner.example"]]
        let before: Evidence = ["guests": ["Gus@Partner.example", "anna_maria.k_sub@x.example"]]
        #expect(now.widened(since: before).isEmpty && before.widened(since: now).isEmpty)
        #expect(now.widened(since: ["guests": ["gus@partner.example"]]) == ["guests"])
    }
}
