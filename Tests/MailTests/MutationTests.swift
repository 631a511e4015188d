import Model
import Testing

@testable import Mail

/// Records are written by strangers: whatever they hold, reading them ends, and what comes out obeys the limits.
struct MutationTests {
    private static let spf = [
        "v=spf1 include:spf.protection.outlook.com -all",
        "v=spf1 a:h.example/24//64 mx/0 ip4:192.0.2.0/24 ip6:2001:db8::/32 exists:%{ir}.%{v}._spf.%{d2} ptr ?all",
        "v=spf1 a mx ip4:0.0.0.0/0 include:%{d}.example redirect=_spf.%{o} exp=why.%{d} moo=%{l1r+-}",
    ]
    private static let dmarc = [
        "v=DMARC1; p=reject; sp=quarantine; np=none; pct=50; t=y; psd=n; adkim=s; aspf=r; rua=mailto:a@contoso.com!10m,https://x.example",
        "v=DMARC1;p=none;fo=1:d:s",
    ]

    @Test(arguments: UInt64(1)...4) func `SPF records of any shape are read or refused`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var valid = 0
        for round in 0..<1_500 {
            let text = dice.mutated(Self.spf[round % Self.spf.count])
            guard let record = try? SPFRecord(text) else { continue }
            valid += 1
            #expect(record.text == text)
            #expect(record.directives.count + record.unknownModifiers.count <= text.split(separator: " ").count)
            for directive in record.directives {
                switch directive.mechanism {
                case .a(_, let ipv4Bits, let ipv6Bits), .mx(_, let ipv4Bits, let ipv6Bits):
                    #expect((0...32).contains(ipv4Bits) && (0...128).contains(ipv6Bits))
                case .ip4(_, let bits): #expect((0...32).contains(bits))
                case .ip6(_, let bits): #expect((0...128).contains(bits))
                default: break
                }
            }
        }
        #expect(valid > 100 && valid < 1_450)
    }

    @Test(arguments: UInt64(1)...4) func `evaluation ends within the limits, whatever the answers`(seed: UInt64) {
        var dice = Dice(seed: seed)
        for round in 0..<400 {
            let record = dice.mutated(Self.spf[round % Self.spf.count])
            let other = dice.mutated(Self.spf[(round + 1) % Self.spf.count])
            var asked = 0
            let reading = SPFAudience.evaluate(domain: "contoso.com") { question in
                asked += 1
                switch asked % 7 {
                case 0: return DNSAnswer(question, .absent)
                case 5 where round % 3 == 0: return DNSAnswer(question, .failed("SERVFAIL"))
                case _ where question.type == .txt: return DNSAnswer(question, .records([asked == 1 ? record : other]))
                default: return DNSAnswer(question, .records(["mail.contoso.com"]))
                }
            }
            #expect(reading.lookupCount <= 11 && reading.voidLookups <= 3)
            #expect(asked <= 2 * (1 + 10 * 11))
            #expect(reading.notes.count <= 40)
        }
    }

    @Test(arguments: UInt64(1)...4) func `DMARC records of any shape are read or refused`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var valid = 0
        for round in 0..<1_500 {
            let text = dice.mutated(Self.dmarc[round % Self.dmarc.count])
            guard let record = DMARCRecord(text) else { continue }
            valid += 1
            #expect(record.text == text)
            #expect((0...100).contains(record.pct ?? 0))
            #expect(!record.isDisarmed || record.policy == .none && record.subdomainPolicy == .none)
            #expect(record.aggregateReports.allSatisfy { $0.contains(":") && !$0.contains("!") })
        }
        #expect(valid > 400)
    }

    @Test func `a huge record is read whole`() {
        let long = "v=spf1 " + String(repeating: "ip4:192.0.2.1 ", count: 1_000) + "+all"
        let reading = SPFAudience.evaluate(domain: "contoso.com") { DNSAnswer($0, .records([long])) }
        #expect(reading.opening == ["contoso.com"])
        let tags = "v=DMARC1; p=reject; " + String(repeating: "x=y; ", count: 3_000)
        #expect(DMARCRecord(tags)?.policy == .reject)
    }
}
