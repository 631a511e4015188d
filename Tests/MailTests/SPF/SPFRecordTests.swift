import Testing

@testable import Mail

struct SPFRecordTests {
    private func mechanisms(_ text: String) throws -> [SPFRecord.Mechanism] {
        try SPFRecord(text).directives.map(\.mechanism)
    }

    private func domain(_ text: String) throws -> SPFDomain { try SPFDomain(Substring(text), in: Substring(text)) }

    @Test(arguments: ["v=spf1", "v=spf1 ", "V=SPF1 -all", "v=SpF1  all"]) func `is told by its version`(text: String) {
        #expect(SPFRecord.isSPF(text))
    }

    @Test(arguments: ["", "v=spf", "v=spf10", "v=spf1;", " v=spf1", "v=spf2.0/pra", "v=spf1-all", "spf1 -all"])
    func `is not told by anything else`(text: String) {
        #expect(!SPFRecord.isSPF(text))
        #expect(throws: SPFSyntaxError.self) { try SPFRecord(text) }
    }

    @Test func `reads every mechanism`() throws {
        let host = try domain("h.example")
        let expected: [SPFRecord.Mechanism] = [
            .a(nil, ipv4Bits: 32, ipv6Bits: 128), .a(host, ipv4Bits: 24, ipv6Bits: 128),
            .a(nil, ipv4Bits: 32, ipv6Bits: 64), .a(host, ipv4Bits: 0, ipv6Bits: 0),
            .mx(nil, ipv4Bits: 32, ipv6Bits: 128), .mx(host, ipv4Bits: 28, ipv6Bits: 96), .ptr(nil), .ptr(host),
            .ip4("192.0.2.0", bits: 24), .ip4("192.0.2.1", bits: 32), .ip6("2001:db8::", bits: 32),
            .ip6("::ffff:192.0.2.1", bits: 128), .exists(host), .include(host), .all,
        ]
        let text = """
            v=spf1 a a:h.example/24 a//64 a:h.example/0//0 mx mx:h.example/28//96 ptr ptr:h.example ip4:192.0.2.0/24 \
            ip4:192.0.2.1 ip6:2001:db8::/32 ip6:::ffff:192.0.2.1 exists:h.example include:h.example all
            """
        #expect(try mechanisms(text) == expected)
    }

    @Test func `reads every qualifier, plus where there is none`() throws {
        let record = try SPFRecord("v=spf1 +a -mx ~ptr ?ip4:192.0.2.1 all")
        #expect(record.directives.map(\.qualifier) == [.pass, .fail, .softFail, .neutral, .pass])
        #expect(record.directives.map(\.text) == ["+a", "-mx", "~ptr", "?ip4:192.0.2.1", "all"])
        #expect(record.all?.text == "all")
    }

    @Test func `reads modifiers wherever they stand`() throws {
        let record = try SPFRecord("v=spf1 Redirect=_spf.example exp=why.example moo=%{d} a.b-c_d=x=y")
        #expect(record.redirect?.text == "_spf.example")
        #expect(record.explanation?.text == "why.example")
        #expect(record.unknownModifiers == ["moo", "a.b-c_d"])
        #expect(record.directives.isEmpty)
    }

    @Test(arguments: [
        "ip4", "ip4:", "ip4:192.0.2", "ip4:192.0.2.256", "ip4:192.0.2.01", "ip4:192.0.2.1/33", "ip4:192.0.2.1/08",
        "ip4:192.0.2.1/", "ip4:192.0.2.1/x", "ip4:192.0.2.1//24", "ip4:2001:db8::1", "ip6:192.0.2.1", "ip6:::1/129",
        "ip6:1:2:3:4:5:6:7:8:9", "ip6:1::2::3", "ip6:12345::", "ip6::1", "ip6:", "all:x", "all/8", "-", "+", "++all",
        "include", "include:", "include:example", "include:example.", "include:example.123", "include:a.-b", "exists",
        "a:", "a/33", "a//129", "a/", "a:/24", "a:b.example/24/64", "mx:", "ptr:", "ipv4:192.0.2.1", "spf1", "v=spf1=%",
        "include:%{z}.example", "include:%{d0}.example", "include:%{d", "include:%d.example", "include:%{d2x}.example",
        "redirect=", "redirect=a.example redirect=b.example", "exp=a.example exp=b.example", "redirect=example",
        "moo=%{", "+redirect=a.example", "all\u{9}", "a:b\u{E9}.example", "a:b.example\u{0}",
    ])
    func `a syntax error anywhere spoils it`(term: String) {
        #expect(throws: SPFSyntaxError.self) { try SPFRecord("v=spf1 ip4:192.0.2.1 \(term) -all") }
    }

    @Test(arguments: [
        "a:b.example", "a:B.Example.", "include:_spf.b.example", "exists:%{i}", "exists:%{ir}.%{v}.%{d2}",
        "exists:%{l1r+-}.b.example", "a:b.example/24", "include:%{d}", "exists:a/b.example", "a:xn--p1ai.xn--p1ai",
        "ip6:::", "ip6:::/0", "ip6:2001:DB8::1/64", "ip6:1:2:3:4:5:6:7:8", "ip6:1:2:3:4:5:6:192.0.2.1", "moo=", "all=",
        "exists:%%.b.example",
        "exists:a%_b.example", "a:1.example", "exists:%{d}.b1",
    ])
    func `accepts what the grammar allows`(term: String) throws {
        _ = try SPFRecord("v=spf1 \(term) -all")
    }

    @Test func `says which term is wrong`() throws {
        let error = #expect(throws: SPFSyntaxError.self) { try SPFRecord("v=spf1 a ipv4:192.0.2.1 -all") }
        #expect(error?.description == "\"ipv4:192.0.2.1\": no such mechanism")
    }

    /// RFC 7208 §7.4, the expansions that do not need a message.
    @Test(arguments: [
        ("%{o}", "strong-bad.example"), ("%{d}", "email.example.com"), ("%{d4}", "email.example.com"),
        ("%{d3}", "email.example.com"), ("%{d2}", "example.com"), ("%{d1}", "com"), ("%{dr}", "com.example.email"),
        ("%{d2r}", "example.email"), ("x.%{D1}", "x.com"), ("%{o1-}", "bad.example"),
        ("%{d99999999999999999999}", "email.example.com"),
    ])
    func `expands macros as the RFC's examples do`(text: String, name: String) throws {
        let expanded = try domain(text)
            .name(current: "email.example.com", sender: "strong-bad.example", family: .ipv4)
        #expect(expanded == name)
    }

    @Test func `names the macros that depend on the sender`() throws {
        let target = try domain("%{ir}.%{v}._spf.%{d2}")
        #expect(target.senderMacros == ["%{i}"])
        #expect(target.name(current: "a.example", sender: "a.example", family: .ipv4) == nil)
    }

    @Test func `drops labels on the left of what is too long`() throws {
        let label = String(repeating: "a", count: 60)
        let long = Array(repeating: label, count: 5).joined(separator: ".")
        let name = try domain("\(long).example").name(current: "", sender: "", family: .ipv6)
        #expect(name == Array(repeating: label, count: 4).joined(separator: ".") + ".example")
    }
}
