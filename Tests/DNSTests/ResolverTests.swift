import Model
import Testing

@testable import DNS

/// Against a real server on the loopback.
struct ResolverTests {
    static let long = String(repeating: "abcdefghij", count: 75)
    static let strings = (0..<3).map { part in "\"" + long.dropFirst(part * 250).prefix(250) + "\"" }.joined(
        separator: " ")

    static let zone = """
        $ORIGIN contoso.test.
        $TTL 300
        @        IN SOA ns hostmaster 1 3600 600 86400 60
                 IN NS  ns
        ns       IN A   127.0.0.1
        @        IN TXT "v=spf1 include:_spf.contoso.test -all"
        @        IN TXT "MS=ms12345678"
        @        IN MX  20 backup
        @        IN MX  10 Mail.contoso.test.
        mail     IN A   192.0.2.1
        mail     IN A   192.0.2.2
        mail     IN AAAA 2001:db8::25
        _dmarc   IN TXT "v=DMARC1; " "p=reject"
        long     IN TXT \(strings)
        alias    IN CNAME long
        dangling IN CNAME nowhere
        null     IN MX  0 .
        UPPER    IN TXT "Case"
        odd      IN TXT "\\233\\000x"

        """
        + (0..<24).map { "many IN TXT \"record \($0) \(String(repeating: "x", count: 180))\"" }.joined(separator: "\n")
        + "\n"

    private func asking(_ type: DNSQuestion.RecordType, _ name: String) async throws -> DNSAnswer.Result {
        try await asking([DNSQuestion(type, name)])[0]
    }

    private func asking(_ questions: [DNSQuestion]) async throws -> [DNSAnswer.Result] {
        try await NameServer.serving(Self.zone, named: "contoso.test") { server in
            let resolver = try Resolver(server: server.address)
            defer { resolver.shutDown() }
            var results: [DNSAnswer.Result] = []
            for question in questions {
                let answer = await resolver.resolve(question)
                #expect(answer.question == question)
                results.append(answer.result)
            }
            return results
        }
    }

    @Test func `reads the records of every type, in an order of their own`() async throws {
        let results = try await asking([
            DNSQuestion(.txt, "contoso.test"), DNSQuestion(.mx, "contoso.test"), DNSQuestion(.a, "mail.contoso.test"),
            DNSQuestion(.aaaa, "mail.contoso.test"), DNSQuestion(.mx, "null.contoso.test"),
            DNSQuestion(.txt, "Upper.CONTOSO.test."),
        ])
        #expect(
            results == [
                .records(["MS=ms12345678", "v=spf1 include:_spf.contoso.test -all"]),
                .records(["backup.contoso.test", "mail.contoso.test"]), .records(["192.0.2.1", "192.0.2.2"]),
                .records(["2001:db8::25"]), .records([""]), .records(["Case"]),
            ])
    }

    @Test func `joins the strings of a record without separator`() async throws {
        let results = try await asking([
            DNSQuestion(.txt, "_dmarc.contoso.test"), DNSQuestion(.txt, "long.contoso.test"),
            DNSQuestion(.txt, "odd.contoso.test"),
        ])
        #expect(results[0] == .records(["v=DMARC1; p=reject"]))
        #expect(results[1] == .records([Self.long]))
        #expect(results[2] == .records(["\u{FFFD}\u{0}x"]))
    }

    @Test func `asks again over TCP what does not fit a datagram`() async throws {
        guard case .records(let values) = try await asking(.txt, "many.contoso.test") else {
            Issue.record("no records")
            return
        }
        #expect(values.count == 24)
        #expect(values.allSatisfy { $0.utf8.count > 180 })
    }

    @Test func `a name that does not exist and one without such a record are absent`() async throws {
        let results = try await asking([
            DNSQuestion(.txt, "nowhere.contoso.test"), DNSQuestion(.aaaa, "ns.contoso.test"),
            DNSQuestion(.txt, "dangling.contoso.test"), DNSQuestion(.mx, "alias.contoso.test"),
        ])
        #expect(results == [.absent, .absent, .absent, .absent])
    }

    @Test func `follows an alias`() async throws {
        #expect(try await asking(.txt, "alias.contoso.test") == .records([Self.long]))
    }

    @Test func `outside its zone the server refuses, and that is no absence`() async throws {
        #expect(try await asking(.txt, "fabrikam.test") == .failed("REFUSED"))
    }

    @Test func `a name that cannot be asked is not asked`() async throws {
        let long = String(repeating: "a", count: 64)
        for name in ["", "a..test", "\(long).test", "contoso.test\u{0}.evil.test", "a\\.test", "a b.test", "é.test"] {
            var question = DNSQuestion(.txt, "x")
            question.name = name
            let resolver = try Resolver(server: "127.0.0.1:9")
            #expect(await resolver.answer(to: question).result == .failed("malformed name"), "\(name)")
        }
    }

    @Test func `many questions are under way at once`() async throws {
        try await NameServer.serving(Self.zone, named: "contoso.test") { server in
            let resolver = try Resolver(server: server.address)
            defer { resolver.shutDown() }
            let found = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<400 {
                    let name = number.isMultiple(of: 2) ? "many.contoso.test" : "n\(number).contoso.test"
                    let type = number.isMultiple(of: 2) ? DNSQuestion.RecordType.txt : .a
                    group.addTask {
                        let result = await resolver.answer(to: DNSQuestion(type, name)).result
                        if case .records(let values) = result { return values.count == 24 }
                        return result == .absent && type == .a
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(found.count == 400 && found.allSatisfy { $0 })
        }
    }
}
