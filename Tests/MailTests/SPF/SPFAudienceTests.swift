import Model
import Testing

@testable import Mail

struct SPFAudienceTests {
    @Test func `has cases for every topic`() {
        #expect(Set(SPFCase.all.map(\.file)).count == 6)
        #expect(SPFCase.all.count > 80)
    }

    @Test(arguments: SPFCase.all) func `answers a stranger as check_host would`(spf: SPFCase) throws {
        let reading = SPFAudience.evaluate(domain: spf.domain, answers: spf.zone.answer)
        #expect(reading.ipv4.word == spf.ipv4, "\(reading)")
        #expect(reading.ipv6.word == spf.ipv6, "\(reading)")
        for (key, value) in spf.details {
            switch key {
            case "via": #expect(reading.opening?.joined(separator: ",") == value)
            case "term": #expect(reading.openingTerm == value)
            case "lookups": #expect(reading.lookupCount == Int(value))
            case "voids": #expect(reading.voidLookups == Int(value))
            case "note": #expect(reading.notes.contains(value), "\(reading.notes)")
            case "reason":
                let reason = try #require(reading.permanentError ?? reading.temporaryError)
                #expect(reason.contains(value), "\(reason)")
            default: Issue.record("no such detail: \(key)")
            }
        }
        let isOpen = spf.ipv4 == "pass" || spf.ipv6 == "pass"
        #expect((reading.opening != nil) == isOpen)
        #expect((reading.openingTerm != nil) == isOpen)
    }

    @Test func `says what was not asked`() {
        let reading = SPFAudience.evaluate(domain: "contoso.com") { _ in nil }
        #expect(reading.temporaryError == "TXT contoso.com: not asked")
        #expect(reading.opening == nil)
    }

    @Test func `knows the domain in any spelling`() {
        let zone = Zone("contoso.com TXT v=spf1 +all")
        #expect(SPFAudience.evaluate(domain: "Contoso.COM.", answers: zone.answer).opening == ["contoso.com"])
    }

    @Test func `keeps both records where there are two`() {
        let zone = Zone("contoso.com TXT v=spf1 -all\ncontoso.com TXT v=spf1 +all\ncontoso.com TXT MS=ms123")
        let reading = SPFAudience.evaluate(domain: "contoso.com", answers: zone.answer)
        #expect(reading.records == ["v=spf1 -all", "v=spf1 +all"])
        #expect(reading.hasMultipleRecords)
        #expect(reading.record == nil)
        #expect(reading.permanentError == "contoso.com has 2 SPF records")
    }

    @Test func `keeps the record although it ends in an error`() {
        let zone = Zone("contoso.com TXT v=spf1 include:gone.example -all")
        let reading = SPFAudience.evaluate(domain: "contoso.com", answers: zone.answer)
        #expect(reading.record == "v=spf1 include:gone.example -all")
        #expect(reading.permanentError != nil)
    }

    @Test func `reads what was remembered`() {
        let answer = DNSAnswer(DNSQuestion(.txt, "contoso.com"), .records(["v=spf1 +all"]))
        #expect(SPFAudience.evaluate(DomainRecords(id: "contoso.com", answers: [answer])).opening == ["contoso.com"])
    }

    @Test func `a record that never passes is no opening, whatever else is broken`() {
        let zone = Zone("contoso.com TXT v=spf1 a:gone.example ip4:0.0.0.0/0 -all")
        let reading = SPFAudience.evaluate(domain: "contoso.com", answers: zone.answer)
        #expect(reading.ipv4 == .pass(via: ["contoso.com"]))
        #expect(reading.ipv6 == .fail)
    }

    /// Names of the sender's own domain are not repeated in notes, those of others are.
    @Test func `says whose record a note is about`() {
        let zone = Zone("a.example TXT v=spf1 ptr redirect=b.example\nb.example TXT v=spf1 ?all")
        let notes = SPFAudience.evaluate(domain: "a.example", answers: zone.answer).notes
        #expect(notes == ["ptr: depends on the sender", "b.example: ?all"])
    }
}
