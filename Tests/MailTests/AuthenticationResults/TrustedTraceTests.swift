import Testing

@testable import Mail

/// Which fields count as the receiving system's: a message of Exchange Online, changed in one place at a time.
struct TrustedTraceTests {
    static let inside =
        "Received: from A.eurprd07.prod.outlook.com (2603:10a6::1) by\n B.eurprd07.prod.outlook.com with HTTPS; x"
    static let inner = """
        Received: from DB5EUR03FT064.eop-EUR03.prod.protection.outlook.com
         (2a01:111::14) by DB6PR0301CA0027.outlook.office365.com with Microsoft SMTP Server; x
        """
    static let edge =
        "Received: from mail.evil.example (198.51.100.7) by\n FT1.mail.protection.outlook.com with SMTP; x"
    static let genuine = "Authentication-Results: spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=x.com"
    static let forged = "Authentication-Results: spf=pass smtp.mailfrom=x.com; dmarc=pass header.from=x.com"
    static let forgedNamed = "Authentication-Results: mx.x.com; dmarc=pass header.from=x.com"
    static let anonymous = "X-MS-Exchange-Organization-AuthAs: Anonymous"
    static let `internal` = "X-MS-Exchange-Organization-AuthAs: Internal"
    static let author = "From: Maria <m@x.com>\nSubject: x"

    func message(_ fields: String...) -> Message { Message(text: fields.joined(separator: "\n") + "\n\nbody") }

    @Test func `the results above the border's Received count, forged ones below do not`() {
        let mail = message(Self.inside, Self.genuine, Self.edge, Self.forged, Self.anonymous, Self.author, Self.forged)
        #expect(mail.trustedTopResults?.dmarc?.result == .fail)
        #expect(mail.authAs == "Anonymous")
    }

    @Test func `hops inside may be several`() {
        let mail = message(Self.inside, Self.inner, Self.genuine, "Received-SPF: Fail", Self.edge, Self.author)
        #expect(mail.trustedTopResults?.dmarc?.result == .fail)
    }

    @Test func `forged results alone are none`() {
        #expect(message(Self.inside, Self.edge, Self.forged, Self.author).trustedTopResults == nil)
        #expect(message(Self.edge, Self.forged, Self.author).trustedTopResults == nil)
        #expect(message(Self.inside, Self.inner, Self.edge, Self.forgedNamed, Self.forged).trustedTopResults == nil)
        #expect(message(Self.inside, Self.author, Self.forged).trustedTopResults == nil)
        #expect(message(Self.forged, Self.author).trustedTopResults == nil)
        #expect(message(Self.author, Self.forged).trustedTopResults == nil)
    }

    @Test func `a front end is the border, whatever the client calls itself`() {
        let posing = Self.edge.replacing("mail.evil.example", with: "A.outbound.protection.outlook.com")
        #expect(message(Self.inside, posing, Self.forged, Self.author).trustedTopResults == nil)
    }

    @Test func `elsewhere the client's address decides, not its name`() {
        func results(_ address: String) -> AuthenticationResults? {
            message("Received: from in.corp.example (\(address)) by mx.corp.example; x", Self.forged, Self.author)
                .trustedTopResults
        }
        #expect(results("[10.1.2.3]") != nil)
        #expect(results("[IPv6:fd00::1]") != nil)
        #expect(results("[203.0.113.9]") == nil)
        #expect(results("unknown") == nil)
    }

    @Test func `mail that never came from outside is stamped Internal`() {
        #expect(message(Self.inside, Self.genuine, Self.internal, Self.author).authAs == "Internal")
        #expect(message(Self.inside, Self.author, Self.internal).authAs == "Internal")
    }

    @Test func `a forged Internal is not believed`() {
        #expect(message(Self.inside, Self.edge, Self.anonymous, Self.internal, Self.author).authAs == "Anonymous")
        #expect(message(Self.inside, Self.edge, Self.internal, Self.author, Self.anonymous).authAs == "Anonymous")
        #expect(message(Self.inside, Self.edge, Self.author, Self.internal).authAs == nil)
        #expect(message(Self.author, Self.internal).authAs == nil)
    }

    @Test func `a Received below the border ends the stamps`() {
        #expect(message(Self.inside, Self.edge, Self.edge, Self.internal, Self.author).authAs == nil)
    }

    @Test func `a bare CR makes no field of the receiving system`() {
        let mail = Message(Array("Received: by x\rAuthentication-Results: dmarc=pass\r\n\r\n".utf8))
        #expect(mail.trustedTopResults == nil && mail.results(trusting: ["x"]) == nil)
    }

    @Test func `at a door only named hosts count, the topmost first`() {
        let first = "Authentication-Results: MX.corp.example; dmarc=fail header.from=x.com"
        let mail = message(Self.forged, first, Self.edge, Self.forgedNamed, Self.author)
        #expect(mail.results(trusting: ["mx.CORP.example", "mx.x.com"])?.dmarc?.result == .fail)
        #expect(mail.results(trusting: ["other.example"]) == nil)
        #expect(mail.results(trusting: []) == nil)
    }
}
