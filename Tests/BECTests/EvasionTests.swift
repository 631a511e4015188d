import BEC
import Mail
import Model
import Testing

/// What is put before the name, or into it, so that a bounded reader does not come to it.
@Suite struct EvasionTests {
    @Test(arguments: [503, 5_000, 20_000], ["\u{200B}", "\u{AD}", "\u{2060}", " ", "\u{3164}"])
    func `no number of characters that are not drawn hides the name behind them`(count: Int, hidden: String) {
        let gap = String(repeating: hidden, count: count)
        for name in ["Adele \(gap)Vance", "\(gap)Adele Vance"] {
            let verdict = Letter("\"\(name)\" <x@y.example>").judged()
            #expect(verdict.attributes == ["BEC"], "\(count)")
        }
    }

    @Test(arguments: [
        "<adele.vance@contoso.com>:<x@y.example>", "<adele.vance@contoso.com> <x@y.example>",
        "<adele.vance@contoso.com>, <x@y.example>", "<adele.vance@contoso.com:x@y.example>",
        "<adele.vance@contoso.com,x@y.example>", "<@adele.vance@contoso.com:x@y.example>",
        "contoso.com!adele.vance@y.example", "Adele Vance <@contoso.com:x@y.example>",
    ])
    func `an own address beside a foreign mailbox is never silent, nobody having authenticated anything`(from: String) {
        let letter = Letter(from).with { $0.results = nil }
        for door in [Door.stored, .milter] {
            let verdict = letter.judged(door: door)
            #expect(verdict.attributes == ["BEC"])
            #expect(verdict.matched?.id == "u-adele")
            #expect(!verdict.clearedBy.isEmpty)
        }
    }

    @Test func `an own domain on a source route is noted, a foreign one is not`() {
        #expect(Letter("<@contoso.com:x@y.example>").judged().disposition == .suspicious)
        #expect(Letter("<@far.example,@CONTOSO.com:x@y.example>").judged().disposition == .suspicious)
        #expect(Letter("<@far.example:x@y.example>").judged().disposition == .none)
    }

    @Test func `an own address alone is believed where nobody has authenticated anything`() {
        let letter = Letter("Adele Vance <adele.vance@contoso.com>").with { $0.results = nil }
        #expect(letter.judged(door: .milter).disposition == .none)
    }

    @Test func `what lies beyond the limits of reading is never called clean`() {
        let many = String(repeating: "X:\r\n", count: 10_000) + "From: Adele Vance <x@y.example>\r\n\r\n"
        let crowd =
            "From: " + (0..<120).map { "a\($0)@y.example" }.joined(separator: ", ")
            + ", Adele Vance <x@y.example>\r\n\r\n"
        for text in [many, crowd] {
            let letter = Letter("")
            let verdict = judge(Message(Array(text.utf8)), in: letter.envelope, for: .contoso, door: .stored)
            #expect(verdict.disposition != .none)
            #expect(verdict.notEvaluated.contains("header-beyond-limit"))
            #expect(!verdict.reasons.isEmpty && verdict.score > 0)
        }
    }

    @Test(arguments: [
        "\"Adele Vance\", <x@y.example>", "\"Adele Vance\" , x@y.example", "Dr. Adele Vance, CEO (IT) <x@y.example>",
    ])
    func `the address is named where the name stands in a list element of its own`(from: String) {
        #expect(
            Letter(from).judged().reason == "Protected Name Adele Vance should not appear as x@y.example")
    }

    @Test(arguments: [
        "Lee <adele.vance%contoso.com@y.example>", "\"adele.vance@contoso.com\"@y.example",
    ])
    func `an address within the local part of another is seen`(from: String) {
        #expect(Letter(from).judged().matched?.id == "u-adele")
    }

    @Test func `a stranger whose own policy refuses the message is told with its evidence`() {
        let verdict = Letter("Bo <bo@y.example>").with { $0.results = Letter.fails("y.example") }.judged()
        #expect(verdict.disposition == .spoof && verdict.attributes.isEmpty)
        #expect(verdict.reasons.map(\.signal) == ["dmarc-fail"])
        #expect(verdict.clearedBy == ["DKIM or DMARC passes for y.example"])
    }

    @Test func `what is said to clear a forged address clears it`() {
        let letter = Letter("Adele Vance <adele.vance@contoso.com>").with { $0.results = Letter.fails("contoso.com") }
        #expect(letter.judged().clearedBy == ["DKIM or DMARC passes for contoso.com"])
        let unlisted = Company.company(people: Company.people.filter { $0.id != "u-adele" })
        #expect(letter.judged(for: unlisted).disposition != .none)
    }

    @Test func `an SPF lookup that failed is not evaluated`() {
        let letter = Letter("Bo <bo@y.example>").with { $0.results = nil }
        var envelope = letter.envelope
        envelope.spf = "temperror"
        #expect(
            judge(Message(letter.bytes), in: envelope, for: .contoso, door: .milter).notEvaluated.contains("spf"))
    }
}
