import BEC
import Foundation
import Mail
import Model

/// A message as Exchange Online delivers it, made of the few lines that matter to a test.
struct Letter {
    var from: String
    var replyTo: String?
    /// What the tenant's hop found; nil leaves its header out.
    var results: String? = "spf=pass smtp.mailfrom=x.example; dkim=none; dmarc=none action=none; compauth=none reason=0"
    var isInternal = false
    /// Written below everything that the tenant's hop wrote.
    var more = ""
    var subject = "Hello"
    var history: Envelope.History? = Envelope.History(inbound: 0, outbound: 0)
    var recipients = ["lee@contoso.com"]
    var mailFrom: String? = "x@y.example"
    var client: String?
    var upstream: Disposition?
    var received = Date(timeIntervalSince1970: 1_790_000_000)

    init(_ from: String) { self.from = from }

    /// With one thing or another set otherwise.
    func with(_ change: (inout Letter) -> Void) -> Letter {
        var letter = self
        change(&letter)
        return letter
    }

    /// Results under which SPF, DKIM and DMARC pass for a domain.
    static func passes(_ domain: String) -> String {
        "spf=pass (sender IP is 203.0.113.9) smtp.mailfrom=\(domain); dkim=pass (signature was verified) header.d=\(domain);"
            + "dmarc=pass action=none header.from=\(domain);compauth=pass reason=100"
    }

    /// Results under which everything fails for a domain.
    static func fails(_ domain: String) -> String {
        "spf=fail (sender IP is 203.0.113.9) smtp.mailfrom=evil.example; dkim=none (message not signed) header.d=none;"
            + "dmarc=fail action=oreject header.from=\(domain);compauth=fail reason=000"
    }

    var bytes: [UInt8] {
        var lines = [
            "Received: from AM0PR07MB1.eurprd07.prod.outlook.com (2603:10a6::1) by DB8PR07MB2.eurprd07.prod.outlook.com with HTTPS; Tue, 30 Jun 2026 15:19:16 +0100"
        ]
        if let results { lines.append("Authentication-Results: " + results) }
        if isInternal {
            lines.append("X-MS-Exchange-Organization-AuthAs: Internal")
        } else {
            lines.append(
                "Received: from mail.x.example (198.51.100.2) by AM7EUR03FT092.mail.protection.outlook.com with Microsoft SMTP Server id 15.20.8813.23; Tue, 30 Jun 2026 13:00:26 +0300"
            )
            lines.append("X-MS-Exchange-Organization-AuthAs: Anonymous")
        }
        if !more.isEmpty { lines.append(more) }
        lines.append("From: " + from)
        if let replyTo { lines.append("Reply-To: " + replyTo) }
        lines += ["To: <lee@contoso.com>", "Subject: " + subject, "Message-ID: <1@x.example>", "", "body"]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    var envelope: Envelope {
        Envelope(
            clientAddress: client, mailFrom: mailFrom, recipients: recipients, history: history, upstream: upstream,
            received: received)
    }

    func judged(for company: Company = .contoso, door: Door = .stored) -> Verdict {
        judge(Message(bytes), in: envelope, for: company, door: door)
    }
}
