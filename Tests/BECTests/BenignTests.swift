import BEC
import Foundation
import Model
import Testing

@Suite struct BenignTests {
    @Test(arguments: ["Adele Vance", "Somebody Else", "\"Vance, Adele\"", "ADELE"])
    func `a registered address is clear whatever the name`(name: String) {
        let verdict = Letter("\(name) <Adele.Private@Gmail.com>").with { $0.results = Letter.passes("gmail.com") }
            .judged()
        #expect(verdict.disposition == .none)
        #expect(verdict.reason == nil)
        #expect(verdict.matched == nil)
    }

    @Test func `a registered address that fails authentication is an impersonation`() {
        let verdict = Letter("Adele Vance <adele.private@gmail.com>").with { $0.results = Letter.fails("gmail.com") }
            .judged()
        #expect(verdict.attributes == ["BEC"])
        #expect(verdict.reasons.contains { $0.signal == "secondary-unauthenticated" })
    }

    @Test func `a registered address forwarded with its signature intact is clear`() {
        let verdict = Letter("Adele Vance <adele.private@gmail.com>").with {
            $0.results =
                "spf=softfail smtp.mailfrom=fwd.example; dkim=pass header.d=gmail.com;dmarc=fail action=none header.from=gmail.com;compauth=fail reason=001"
        }.judged()
        #expect(verdict.disposition == .none)
    }

    @Test(arguments: [("google.com", Disposition.none), ("relay.evil.example", .spoof)])
    func `a seal clears a forwarded message only where the sealer is trusted`(sealer: String, expected: Disposition) {
        let verdict = Letter("Adele Vance <adele.vance@contoso.com>").with {
            $0.results =
                "spf=fail smtp.mailfrom=fwd.example; dkim=fail header.d=contoso.com;dmarc=fail action=none header.from=contoso.com;compauth=pass reason=130; arc=pass (0 oda=1)"
            $0.more = "ARC-Seal: i=1; a=rsa-sha256; s=s; d=\(sealer); cv=none; b=aa"
        }.judged()
        #expect(verdict.disposition == expected)
    }

    @Test func `an expired secondary address is a stranger's`() {
        let expiry = Date(timeIntervalSince1970: 1_790_000_000)
        let company = Company.withAdele {
            $0.secondaryEmails = [.init(address: "adele.private@gmail.com", expires: expiry)]
        }
        let letter = Letter("Adele Vance <adele.private@gmail.com>").with { $0.results = Letter.passes("gmail.com") }
        #expect(letter.with { $0.received = expiry.addingTimeInterval(-1) }.judged(for: company).disposition == .none)
        #expect(letter.with { $0.received = expiry }.judged(for: company).attributes == ["BEC"])
    }

    @Test func `an address that needs proof counts only with proof`() {
        let company = Company.withAdele {
            $0.secondaryEmails = [.init(address: "adele.private@gmail.com", needsAuthentication: true)]
        }
        let letter = Letter("Adele Vance <adele.private@gmail.com>")
        #expect(letter.judged(for: company).attributes == ["BEC"])
        #expect(letter.with { $0.results = Letter.passes("gmail.com") }.judged(for: company).disposition == .none)
    }

    @Test func `an address that a person's pattern matches is registered`() {
        let company = Company.withAdele(
            { $0.addressPatterns = [".*@vance.example"] }, compile: { _ in { $0.hasSuffix("@vance.example") } })
        #expect(Letter("Adele Vance <a@vance.example>").judged(for: company).disposition == .none)
        #expect(Letter("Adele Vance <a@vance.example.evil.example>").judged(for: company).attributes == ["BEC"])
    }

    @Test(arguments: [true, false]) func `authenticated mail of a colleague with the same name is clear`(
        isInternal: Bool
    ) {
        let verdict = Letter("Adele Vance <adele.vance2@contoso.com>").with {
            $0.isInternal = isInternal
            $0.results = isInternal ? "spf=none; dkim=none; dmarc=none; compauth=none" : Letter.passes("contoso.com")
        }.judged()
        #expect(verdict.disposition == .none)
    }

    @Test(arguments: [
        ("Adele Vance via Dropbox <no-reply@dropbox.com>", "dropbox.com"),
        ("Adele Vance (Zoom) <no-reply@zoom.us>", "zoom.us"),
        ("\"Adele Vance (Google Calendar)\" <calendar-notification@google.com>", "google.com"),
    ]) func `a signed service may write in a person's name`(from: String, domain: String) {
        let letter = Letter(from).with { $0.results = Letter.passes(domain) }
        #expect(letter.judged().disposition == .none)
        #expect(letter.with { $0.replyTo = "adele.vance@contoso.com" }.judged().disposition == .none)
        #expect(letter.with { $0.replyTo = "Adele Vance <av99@gmail.com>" }.judged().attributes == ["BEC"])
        #expect(letter.with { $0.results = Letter.fails(domain) }.judged().attributes == ["BEC"])
    }

    @Test func `a list that lives where it is sent from may write in a person's name`() {
        let letter = Letter("Adele Vance via Suppliers <suppliers@simplelists.com>").with {
            $0.results = Letter.passes("simplelists.com")
            $0.more = "List-Id: <suppliers.simplelists.com>"
        }
        #expect(letter.judged().disposition == .none)
        #expect(letter.with { $0.replyTo = "adele.private@gmail.com" }.judged().disposition == .none)
        #expect(letter.with { $0.more = "" }.judged().disposition != .none)
    }

    @Test(arguments: [
        "Daniela Fairbanks <daniela.fairbanks@halcyon.example>", "Karl Vance <karl.vance3@gmail.com>",
        "D. Fairbanks <dorothy.fairbanks@halcyon.example>", "Adele Winter <adele@halcyon.example>",
        "IT Support <it@halcyon.example>",
        "CEO Weekly <news@halcyon.example>", "陈伟 <chen@halcyon.example>",
    ]) func `strangers with names of their own are not accused`(from: String) {
        #expect(Letter(from).judged().attributes.isEmpty)
    }

    @Test(arguments: ["halcyon.example", "contosolidated.com", "fabrikamera.de"])
    func `a stranger's domain that only shares letters is nothing`(domain: String) {
        #expect(Letter("Karl Braun <karl@\(domain)>").judged().disposition == .none)
    }

    @Test func `what an upstream filter said passes through`() {
        let verdict = Letter("Win <win@prize.example>").with { $0.upstream = .spam }.judged()
        #expect(verdict.disposition == .spam)
        #expect(Letter("Adele Vance <a1@prize.example>").with { $0.upstream = .spam }.judged().attributes == ["BEC"])
    }
}
