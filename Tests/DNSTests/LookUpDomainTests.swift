import DNS
import Mail
import Model
import Synchronization
import Testing

@testable import Flows

struct LookUpDomainTests {
    /// A zone in memory that remembers what it was asked; what it does not have is absent.
    private final class Zone: Sendable {
        let results: [DNSQuestion: DNSAnswer.Result]
        private let asked = Mutex<[DNSQuestion]>([])
        init(_ results: [DNSQuestion: DNSAnswer.Result]) { self.results = results }

        var questions: [String] { asked.withLock { $0.map { "\($0.type.rawValue) \($0.name)" } } }
        var resolve: Resolve {
            { [self] question in
                asked.withLock { $0.append(question) }
                return DNSAnswer(question, results[question] ?? .absent)
            }
        }
    }

    private func txt(_ name: String, _ records: String...) -> (DNSQuestion, DNSAnswer.Result) {
        (DNSQuestion(.txt, name), .records(records))
    }

    private func look(
        up domain: String, _ entries: (DNSQuestion, DNSAnswer.Result)...
    ) async -> (records: DomainRecords, asked: Set<String>) {
        let zone = Zone(Dictionary(entries) { first, _ in first })
        let records = await LookUpDomain(resolve: zone.resolve).records(of: domain)
        let questions = zone.questions
        #expect(questions.count == Set(questions).count, "asked twice: \(questions)")
        #expect(records.answers.map(\.question).count == questions.count)
        for spf in [SPFAudience.evaluate(records)] {
            let whole = SPFAudience.evaluate(domain: domain) { DNSAnswer($0, zone.results[$0] ?? .absent) }
            #expect(spf == whole)
        }
        return (records, Set(questions))
    }

    @Test func `asks three questions about a domain of Microsoft 365`() async {
        let (records, asked) = await look(
            up: "Contoso.com", txt("contoso.com", "v=spf1 include:spf.protection.outlook.com -all", "MS=ms1"),
            txt("spf.protection.outlook.com", "v=spf1 ip4:40.92.0.0/15 -all"),
            txt("_dmarc.contoso.com", "v=DMARC1; p=reject"))
        #expect(asked == ["TXT contoso.com", "TXT _dmarc.contoso.com", "TXT spf.protection.outlook.com"])
        #expect(records.id == "Contoso.com")
        #expect(records.organizationalDomain == "contoso.com")
        #expect(SPFAudience.evaluate(records).ipv4 == .fail)
        #expect(DMARCReading.discover(records).policy == .reject)
    }

    @Test func `looks further up where a domain has no DMARC record of its own`() async {
        let (records, asked) = await look(up: "a.b.contoso.co.uk", txt("_dmarc.contoso.co.uk", "v=DMARC1; p=none"))
        #expect(
            asked == [
                "TXT a.b.contoso.co.uk", "TXT _dmarc.a.b.contoso.co.uk", "TXT _dmarc.b.contoso.co.uk",
                "TXT _dmarc.contoso.co.uk",
                "TXT _dmarc.co.uk", "TXT _dmarc.uk",
            ])
        #expect(DMARCReading.discover(records).inheritedFrom == "contoso.co.uk")
    }

    @Test func `asks for addresses and exchangers where a term does`() async {
        let (_, asked) = await look(
            up: "contoso.com",
            txt("contoso.com", "v=spf1 a mx:mail.contoso.com/0 ip4:192.0.2.1 exists:%{i}.x.test ptr -all"),
            (DNSQuestion(.mx, "mail.contoso.com"), .records(["one.contoso.com"])),
            txt("_dmarc.contoso.com", "v=DMARC1; p=none"))
        #expect(
            asked == [
                "TXT contoso.com", "TXT _dmarc.contoso.com", "A contoso.com", "AAAA contoso.com", "MX mail.contoso.com",
                "A one.contoso.com",
            ])
    }

    @Test func `asks nothing behind the term that decides`() async {
        let (_, asked) = await look(
            up: "contoso.com", txt("contoso.com", "v=spf1 +all a include:x.test"),
            txt("_dmarc.contoso.com", "v=DMARC1; p=none"))
        #expect(asked == ["TXT contoso.com", "TXT _dmarc.contoso.com"])
    }

    @Test func `a loop of includes ends`() async {
        let (records, asked) = await look(
            up: "contoso.com", txt("contoso.com", "v=spf1 include:b.test -all"),
            txt("b.test", "v=spf1 include:contoso.com -all"),
            txt("_dmarc.contoso.com", "v=DMARC1; p=none"))
        #expect(asked.count == 3)
        #expect(SPFAudience.evaluate(records).permanentError?.hasPrefix("more than 10 DNS lookups") == true)
    }

    @Test func `what failed is kept as failed`() async {
        let (records, _) = await look(up: "contoso.com", (DNSQuestion(.txt, "contoso.com"), .failed("SERVFAIL")))
        #expect(SPFAudience.evaluate(records).temporaryError == "TXT contoso.com: SERVFAIL")
        #expect(DMARCReading.discover(records).found == .none)
    }

    /// Names that each lead to more names: the limits of RFC 7208 end it.
    @Test func `a zone that answers everything ends`() async {
        let greedy = "v=spf1 mx:%{d}/0//0 a:a.%{d} include:x.%{d} include:y.%{d} redirect=z.%{d}"
        let count = Mutex(0)
        let records = await LookUpDomain { question in
            let number = count.withLock { count in
                count += 1
                return count
            }
            switch question.type {
            case .txt: return DNSAnswer(question, .records(question.name.hasPrefix("_dmarc") ? [] : [greedy]))
            case .mx: return DNSAnswer(question, .records((0..<10).map { "m\($0).\(number).\(question.name)" }))
            case .a, .aaaa, .ptr: return DNSAnswer(question, .absent)
            }
        }.records(of: "contoso.com")
        #expect(records.answers.count <= LookUpDomain.most)
        #expect(SPFAudience.evaluate(records).permanentError != nil)
    }

    @Test func `works over the wire`() async throws {
        let zone = """
            $ORIGIN test.
            $TTL 60
            @             IN SOA ns hostmaster 1 3600 600 86400 60
                          IN NS  ns
            contoso       IN TXT "v=spf1 include:_spf.fabrikam.test" " -all"
            _spf.fabrikam IN TXT "v=spf1 a:open.fabrikam.test/0 ~all"
            open.fabrikam IN A   192.0.2.1
            _dmarc.contoso IN TXT "v=DMARC1; p=quarantine; pct=50"

            """
        let records = try await NameServer.serving(zone, named: "test") { server in
            let resolver = try Resolver(server: server.address)
            defer { resolver.shutDown() }
            return await LookUpDomain(resolve: resolver.resolve).records(of: "mail.contoso.test").answers
                + LookUpDomain(resolve: resolver.resolve).records(of: "contoso.test").answers
        }
        let spf = SPFAudience.evaluate(DomainRecords(id: "contoso.test", answers: records))
        #expect(spf.ipv4 == .pass(via: ["contoso.test", "_spf.fabrikam.test"]))
        #expect(spf.ipv6 == .fail)
        #expect(spf.openingTerm == "a:open.fabrikam.test/0")
        let dmarc = DMARCReading.discover(
            DomainRecords(id: "mail.contoso.test", organizationalDomain: "contoso.test", answers: records))
        #expect(dmarc.inheritedFrom == "contoso.test")
        #expect(dmarc.record?.pct == 50)
    }
}
