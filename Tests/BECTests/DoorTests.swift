import BEC
import Model
import Testing

@Suite struct DoorTests {
    private static let forged = Letter("Adele Vance <adele.vance@contoso.com>").with {
        $0.results = Letter.fails("contoso.com")
    }

    @Test(arguments: [Door.milter, .http, .rspamd]) func `only a stored message's top results count without an id`(
        door: Door
    ) {
        #expect(Self.forged.judged(door: .stored).attributes == ["BEC"])
        let verdict = Self.forged.judged(door: door)
        #expect(verdict.disposition == .none)
        #expect(verdict.notEvaluated == ["dkim", "dmarc", "domain-age", "spf"])
    }

    @Test(arguments: [Door.milter, .http, .rspamd]) func `results under a trusted id count at every door`(door: Door) {
        let letter = Self.forged.with {
            $0.results =
                "mx.contoso.com; spf=fail smtp.mailfrom=e.example; dkim=none; dmarc=fail header.from=contoso.com"
        }
        #expect(letter.judged(door: door).attributes == ["BEC"])
        let foreign = Self.forged.with { $0.results = "mx.evil.example; dmarc=fail header.from=contoso.com" }
        #expect(foreign.judged(door: door).disposition == .none)
    }

    @Test func `top results do not count where the administrator says so`() {
        let company = Company.company(settings: MailSettings(trustTopResults: false))
        #expect(Self.forged.judged(for: company).disposition == .none)
    }

    @Test func `what the door does not know is said, not taken for a no`() {
        let verdict = Letter("Adele Vance <a@riverbend.example>").with { $0.history = nil }.judged(door: .http)
        #expect(verdict.notEvaluated == ["dkim", "dmarc", "domain-age", "history", "spf"])
        #expect(verdict.notEvaluated == verdict.notEvaluated.sorted())
        #expect(!verdict.reasons.contains { $0.signal == "first-contact" })
        let known = Letter("Karl <a@riverbend.example>").judged(door: .stored)
        #expect(known.notEvaluated == ["domain-age"])
    }
}
