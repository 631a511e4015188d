import Testing

@testable import Mail

struct AuthenticationResultsTests {
    static let exchange = """
        spf=pass (sender IP is 203.0.113.49)
         smtp.mailfrom=bounce@dropbox.com; dkim=pass (signature was verified) header.d=dropbox.com;dmarc=pass action=none
         header.from=Dropbox.com;compauth=pass reason=100
        """
    static let standard = """
        mx.example.org 1; spf=fail (a "b;c) smtp.mailfrom=<x+y=z@Bounce.example>;
          dkim/1=pass (2048-bit key; "x) header.d=one.example header.s=s1 header.i=@one.example;
          dkim=fail reason="bad; really" header.i=me@two.example; dmarc=fail policy.dmarc=reject header.from=three.example;
          arc=pass header.oldest-pass-d=relay.example; auth=pass smtp.auth=me
        """

    func parse(_ text: String) -> AuthenticationResults { AuthenticationResults(text.utf8) }

    @Test func `reads Exchange Online's form, which has no authserv-id`() {
        let results = parse(Self.exchange)
        #expect(results.authservID == nil)
        #expect(results.spf == .init(result: .pass, mailFrom: "dropbox.com", helo: nil))
        #expect(results.dkim == [.init(result: .pass, domain: "dropbox.com", selector: nil)])
        #expect(results.dmarc == .init(result: .pass, headerFrom: "dropbox.com", action: "none"))
        #expect(results.compauth == .init(result: .pass, reason: "100"))
        #expect(results.arc == nil)
    }

    @Test func `reads RFC 8601's form`() {
        let results = parse(Self.standard)
        #expect(results.authservID == "mx.example.org")
        #expect(results.spf == .init(result: .fail, mailFrom: "bounce.example", helo: nil))
        #expect(results.dkim.map(\.result) == [.pass, .fail])
        #expect(results.dkim.map(\.domain) == ["one.example", "two.example"])
        #expect(results.dkim[0].selector == "s1")
        #expect(results.dmarc == .init(result: .fail, headerFrom: "three.example", action: nil))
        #expect(results.arc == .init(result: .pass, domain: "relay.example"))
    }

    @Test func `no result is no result`() {
        let results = parse("example.org; none")
        #expect(results == AuthenticationResults(authservID: "example.org"))
        #expect(parse("") == AuthenticationResults())
        #expect(
            parse("spf=none (x) smtp.mailfrom=; dkim=none header.d=none").dkim == [
                .init(result: .none, domain: nil, selector: nil)
            ])
    }

    @Test(arguments: [
        "(google.example: domain of \"x) dmarc=pass\"; spf=fail",
        "x; dmarc=fail header.from=a.example; dmarc=pass header.from=a.example",
        "x; dmarc=pass header.from=a.example; dmarc=fail header.from=a.example",
        "x; spf=fail smtp.mailfrom=\"a; dmarc=pass\"@b.example",
        "x; spf=fail (unclosed; dmarc=pass header.from=a.example",
    ]) func `what a sender smuggles into the text is no pass`(text: String) {
        #expect(parse(text).dmarc?.result != .pass)
    }

    @Test func `a result of MAIL FROM stands before one of HELO`() {
        let results = parse("x; spf=pass smtp.helo=h.example; spf=fail smtp.mailfrom=a@b.example")
        #expect(results.spf == .init(result: .fail, mailFrom: "b.example", helo: nil))
    }

    @Test func `reads what an intermediary sealed`() {
        let message = Message(
            text: """
                ARC-Seal: i=1; a=rsa-sha256; d=Old.example; cv=none; b=x
                ARC-Seal: i=2; a=rsa-sha256; d=new.example; cv=pass; b=y
                ARC-Authentication-Results: i=2; relay.example 1; spf=pass smtp.mailfrom=a.example; dkim=pass header.d=b.example

                """)
        #expect(message.arcSealers == ["new.example", "old.example"])
        #expect(message.arcResults.map(\.authservID) == ["relay.example"])
        #expect(message.arcResults[0].dkim.map(\.domain) == ["b.example"])
    }

    @Test func `hostile texts end`() {
        #expect(parse(String(repeating: "dkim=pass;", count: 100_000)).dkim.count <= 101)
        #expect(parse(String(repeating: "(", count: 1_000_000)) == AuthenticationResults())
        #expect(parse("x; spf=\"" + String(repeating: "\\", count: 100_001)).dkim.isEmpty)
    }
}
