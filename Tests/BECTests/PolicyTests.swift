import BEC
import Model
import Testing

@Suite struct PolicyTests {
    private static let attack = Letter("Adele Vance <a.vance@gmail.com>")
    private static let proven = attack.with { $0.results = Letter.passes("gmail.com") }

    private static func company(
        trusted: [TrustedDomain] = [], allowed: [AllowPolicy] = [], blocked: [SenderPattern] = []
    ) -> Company {
        Company.company(policies: MailPolicies(trustedDomains: trusted, allowed: allowed, blocked: blocked))
    }

    @Test(arguments: [
        SenderPattern.email("A.Vance@gmail.com"), .domain("gmail.com"),
        .expression("a.*", matches: { $0.hasPrefix("a.vance@") }),
    ]) func `a trusted sender who is proven is not judged`(pattern: SenderPattern) {
        let company = Self.company(allowed: [AllowPolicy(pattern, effect: .trustedSender)])
        #expect(Self.proven.judged(for: company).disposition == .none)
        #expect(Self.proven.judged(for: company).reasons.isEmpty)
        #expect(Self.attack.judged(for: company).attributes == ["BEC"])
    }

    @Test func `without the wish to verify a trusted sender need not be proven`() {
        let company = Self.company(allowed: [
            AllowPolicy(.domain("gmail.com"), effect: .trustedSender, verifySender: false)
        ])
        #expect(Self.attack.judged(for: company).disposition == .none)
    }

    @Test(arguments: [
        ("198.51.100.0/24", "198.51.100.7", true), ("198.51.100.7", "198.51.100.8", false),
        ("2001:db8::/32", "2001:db8:1::1", true),
    ])
    func `a network is matched against the host that connected`(range: String, client: String, isClear: Bool) throws {
        let network = try #require(AddressRange(range))
        let company = Self.company(allowed: [
            AllowPolicy(.network(network), effect: .trustedSender, verifySender: false)
        ])
        #expect((Self.attack.with { $0.client = client }.judged(for: company).disposition == .none) == isClear)
        #expect(Self.attack.judged(for: company).attributes == ["BEC"])
    }

    @Test func `a second mailbox does not ride on an allowed first one`() {
        let company = Self.company(allowed: [
            AllowPolicy(.domain("halcyon.example"), effect: .trustedSender, verifySender: false)
        ])
        let letter = Letter("News <n@halcyon.example>, Adele Vance <a1@gmail.com>")
        #expect(letter.judged(for: company).attributes == ["BEC"])
    }

    @Test func `a blocked sender wins over a trusted and an acceptable one`() {
        for effect in [AllowPolicy.Effect.trustedSender, .acceptableSender] {
            let company = Self.company(
                allowed: [AllowPolicy(.domain("halcyon.example"), effect: effect, verifySender: false)],
                blocked: [.email("karl@halcyon.example")])
            let verdict = Letter("Karl <karl@halcyon.example>").judged(for: company)
            #expect(verdict.disposition == .malicious)
            #expect(verdict.attributes == ["CUSTOM_BLOCK_LIST"])
        }
    }

    @Test func `a blocked envelope sender is blocked, and an impersonation keeps its attribute`() {
        let company = Self.company(blocked: [.domain("bad.example")])
        let verdict = Self.attack.with { $0.mailFrom = "x@mx.bad.example" }.judged(for: company)
        #expect(verdict.disposition == .malicious)
        #expect(verdict.attributes == ["BEC", "CUSTOM_BLOCK_LIST"])
    }

    @Test func `what clears a blocked sender names the rest that would remain`() {
        let lifting = "remove the sender from the blocked senders"
        let honest = Letter("Karl <karl@halcyon.example>")
        let blocked = [SenderPattern.domain("halcyon.example"), .domain("gmail.com")]
        #expect(honest.judged(for: Self.company(blocked: blocked)).clearedBy == [lifting])
        let changes = Self.attack.judged(for: Self.company(blocked: blocked)).clearedBy
        #expect(changes == Self.attack.judged().clearedBy.map { lifting + ", and " + $0 })
        #expect(changes.contains(lifting + ", and add a.vance@gmail.com to the secondary emails of Adele Vance"))
    }

    @Test func `lifting the block is enough where the sender is trusted besides`() {
        let company = Self.company(
            allowed: [AllowPolicy(.domain("gmail.com"), effect: .trustedSender, verifySender: false)],
            blocked: [.domain("gmail.com")])
        #expect(Self.attack.judged(for: company).clearedBy == ["remove the sender from the blocked senders"])
    }

    @Test func `lifting the block is said not to be enough where nothing else is known to clear`() {
        let company = Self.company(blocked: [.domain("y.example")])
        let verdict = Letter("<@contoso.com:x@y.example>").judged(for: company)
        #expect(
            verdict.clearedBy == ["remove the sender from the blocked senders; it would still be SUSPICIOUS"])
    }

    @Test func `an exempt recipient wins over a blocked sender, if every recipient is exempt`() {
        let company = Self.company(
            allowed: [AllowPolicy(.email("soc@contoso.com"), effect: .exemptRecipient)], blocked: [.domain("gmail.com")]
        )
        #expect(Self.attack.with { $0.recipients = ["SOC@contoso.com"] }.judged(for: company).disposition == .none)
        #expect(
            Self.attack.with { $0.recipients = ["soc@contoso.com", "lee@contoso.com"] }.judged(for: company).disposition
                == .malicious)
        #expect(Self.attack.with { $0.recipients = [] }.judged(for: company).disposition == .malicious)
    }

    @Test func `an acceptable sender is cleared of spam and spoof, never of more`() {
        let company = Self.company(allowed: [
            AllowPolicy(.domain("riverbend.example"), effect: .acceptableSender, verifySender: false)
        ])
        let spoof = Letter("Adele Vance <office@riverbend.example>")
        #expect(spoof.judged().disposition == .spoof)
        #expect(spoof.judged(for: company).disposition == .none)
        #expect(spoof.judged(for: company).attributes.isEmpty)
        let bulk = Letter("News <n@riverbend.example>").with { $0.upstream = .bulk }
        #expect(bulk.judged(for: company).disposition == .none)
        let malicious = Letter("=?utf-8?B?0JBkZWxlIFbQsG5jZQ==?= <adele.vance@riverbend.example>")
        #expect(malicious.judged().disposition == .malicious)
        #expect(malicious.judged(for: company).disposition == .malicious)
        let noted = spoof.with { $0.history = .init(inbound: 9, outbound: 9) }
        #expect(noted.judged(for: company).disposition == .suspicious)
    }

    @Test func `a trusted domain silences the look-alike test and nothing else`() {
        let pattern = DomainPattern.domain("contoso-support.com")
        let company = Self.company(trusted: [TrustedDomain(pattern)])
        #expect(Letter("Accounts <a@contoso-support.com>").judged(for: company).disposition == .none)
        #expect(Letter("Accounts <a@mail.contoso-support.com>").judged(for: company).disposition == .none)
        let named = Letter("Adele Vance <a@contoso-support.com>").judged(for: company)
        #expect(named.attributes == ["BEC"])
        #expect(!named.reasons.contains { $0.signal == "lookalike-domain" })
        let young = Self.company(trusted: [TrustedDomain(pattern, similarity: false, recent: true)])
        #expect(Letter("Accounts <a@contoso-support.com>").judged(for: young).disposition == .suspicious)
    }

    @Test func `thresholds hold for the group that a person is protected through, and for recipients`() {
        let mild = Thresholds(note: 0.9, impersonation: 0.95, malicious: 1)
        let letter = Letter("Adele Vance <office@riverbend.example>")
        let byGroup = MailSettings(thresholdsByReason: ["group:Executives": mild])
        #expect(letter.judged(for: Company.company(settings: byGroup)).disposition == .none)
        #expect(
            Letter("Daniel Fairbanks <office@riverbend.example>").judged(for: Company.company(settings: byGroup))
                .disposition == .spoof)
        let byRecipient = MailSettings(thresholdsByRecipient: ["contoso.com": mild])
        #expect(letter.judged(for: Company.company(settings: byRecipient)).disposition == .none)
        #expect(
            letter.with { $0.recipients = ["x@fabrikam-bank.de"] }.judged(for: Company.company(settings: byRecipient))
                .disposition == .spoof)
    }

    @Test(arguments: ["", "300.1.1.1", "10.0.0.0/33", "10.0.0.0/x", "::/129", "host"])
    func `what is no network is refused`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/9", "10.127.255.255", "10.128.0.0"), ("::ffff:192.0.2.1", "192.0.2.1", "192.0.2.2"),
        ("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"),
    ])
    func `a prefix is compared bit by bit`(range: String, inside: String, outside: String) throws {
        let network = try #require(AddressRange(range))
        #expect(network.contains(inside))
        #expect(!network.contains(outside))
    }
}
