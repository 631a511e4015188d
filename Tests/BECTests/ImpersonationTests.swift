import BEC
import Model
import Testing

@Suite struct ImpersonationTests {
    @Test func `a protected name on a free mail address is told in the documented words`() {
        let verdict = Letter("Adele Vance <a.vance@gmail.com>").judged()
        #expect(verdict.reason == "Protected Name Adele Vance should not appear as a.vance@gmail.com")
        #expect(verdict.attributes == ["BEC"])
        #expect([.malicious, .spoof].contains(verdict.disposition))
        #expect(verdict.matched == Verdict.Match(id: "u-adele", name: "Adele Vance", reasons: ["group:Executives"]))
        #expect(verdict.clearedBy.contains("add a.vance@gmail.com to the secondary emails of Adele Vance"))
    }

    @Test func `a protected name on a foreign address without more is a spoof`() {
        let verdict = Letter("Adele Vance <office@riverbend.example>").judged()
        #expect(verdict.disposition == .spoof)
        #expect(verdict.attributes == ["BEC"])
    }

    @Test func `several strong signals make it malicious`() {
        let verdict = Letter("Adele Vance <adele.vance@contosso.com>").judged()
        #expect(verdict.disposition == .malicious)
        #expect(verdict.reasons.map(\.signal).contains("lookalike-domain"))
    }

    @Test(arguments: [
        "\"Vance, Adele\" <x1@riverbend.example>", "VANCE Adele <x1@riverbend.example>",
        "AdeleVance <x1@riverbend.example>",
        "=?utf-8?B?0JBkZWxlIFZhbmNl?= <x1@riverbend.example>", "\"adele.vance@contoso.com\" <x1@riverbend.example>",
        "Adele Vance - CEO <x1@riverbend.example>", "x1@riverbend.example (Adele Vance)",
        "=?utf-8?Q?A=E2=80=8Bdele_Van=C2=ADce?= <x1@riverbend.example>",
        "News <n@riverbend.example>, Adele Vance <x@y.example>",
    ]) func `is found in whatever form the name is written`(from: String) {
        let verdict = Letter(from).judged()
        #expect(verdict.attributes == ["BEC"], "\(verdict)")
        #expect(verdict.matched?.id == "u-adele")
    }

    @Test func `a forged own address is a spoof that names the failed authentication`() {
        let verdict = Letter("Adele Vance <adele.vance@contoso.com>").with { $0.results = Letter.fails("contoso.com") }
            .judged()
        #expect(verdict.disposition == .spoof)
        #expect(verdict.attributes == ["BEC"])
        #expect(verdict.reason == "Protected Name Adele Vance should not appear as adele.vance@contoso.com")
        #expect(
            verdict.reasons.contains { $0.signal == "own-domain-unauthenticated" && $0.value.contains("dmarc=fail") })
        #expect(verdict.clearedBy.contains("DKIM or DMARC passes for contoso.com"))
    }

    @Test func `a best guess is no proof for an own address`() {
        let verdict = Letter("Adele Vance <adele.vance@contoso.com>").with {
            $0.results =
                "spf=pass smtp.mailfrom=evil.example; dkim=none; dmarc=bestguesspass action=none header.from=contoso.com;compauth=softpass reason=201"
        }.judged()
        #expect(verdict.attributes == ["BEC"])
    }

    @Test func `results that the sender wrote below are not believed`() {
        let verdict = Letter("Adele Vance <adele.vance@contoso.com>").with {
            $0.results = Letter.fails("contoso.com")
            $0.more =
                "Authentication-Results: " + Letter.passes("contoso.com")
                + "\r\nX-MS-Exchange-Organization-AuthAs: Internal"
        }.judged()
        #expect(verdict.attributes == ["BEC"])
    }

    @Test func `answers in the person's name that lead elsewhere name the address of the answer`() {
        let verdict = Letter("Newsletter <news@riverbend.example>").with {
            $0.replyTo = "Adele Vance <adele@gmail.com>"
        }.judged()
        #expect(verdict.reason == "Protected Name Adele Vance should not appear as adele@gmail.com")
    }

    @Test func `an own domain imitated for nobody in particular is only noted`() {
        let verdict = Letter("Accounts <accounts@contoso-support.com>").judged()
        #expect(verdict.disposition == .suspicious)
        #expect(verdict.reason == "Domain contoso-support.com resembles contoso.com")
        #expect(verdict.matched == nil)
        #expect(verdict.clearedBy.contains("trust the domain contoso-support.com"))
    }

    @Test func `messages that only came in prove no acquaintance`() {
        let letter = Letter("Adele Vance <office@riverbend.example>")
        let unknown = letter.judged()
        let oneWay = letter.with { $0.history = .init(inbound: 40, outbound: 0, firstSeenDays: 90) }.judged()
        #expect(oneWay.disposition == unknown.disposition)
        #expect(oneWay.score >= unknown.score)
    }

    @Test func `a namesake whom the organization answers is noted, not accused`() {
        let verdict = Letter("Adele Vance <adele.vance@partner.example>").with {
            $0.history = .init(inbound: 30, outbound: 22)
        }.judged()
        #expect(verdict.disposition == .suspicious)
        #expect(verdict.attributes.isEmpty)
    }

    @Test func `acquaintance does not excuse a look-alike domain`() {
        let verdict = Letter("Adele Vance <adele.vance@contosso.com>").with {
            $0.history = .init(inbound: 30, outbound: 22)
        }.judged()
        #expect(verdict.disposition == .malicious)
    }
}
