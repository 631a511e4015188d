import BEC
import Foundation
import Model
import Testing

/// Every signal is complete, and speaks of one message and not of its near miss.
@Suite struct EverySignalTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let signal: String
        let hit: Letter
        let miss: Letter
        var company = Company.contoso
        var testDescription: String { signal }
    }

    @Test func `ids are unique, in kebab case`() {
        let ids = Signal.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
    }

    @Test(arguments: Signal.all.map(\.id)) func `says what it is and what to do`(id: String) throws {
        let signal = try #require(Signal.all.first { $0.id == id })
        #expect(!signal.title.isEmpty && !signal.title.hasSuffix("."))
        #expect(signal.why.hasSuffix(".") && signal.why.count > 30)
        #expect(signal.remedy.hasSuffix("."))
        #expect((-1...1).contains(signal.weight) && signal.weight != 0)
    }

    @Test func `every declared signal is in the list, and has an example`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/BEC/Signals").standardizedFileURL
        var declared = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            declared += text.matches(of: /static let \w+ = Signal\(/).count
        }
        #expect(declared == Signal.all.count)
        #expect(Set(Self.examples.map(\.signal)) == Set(Signal.all.map(\.id)))
    }

    @Test(arguments: examples) func `speaks of its example and not of the near miss`(example: Example) throws {
        let signal = try #require(Signal.all.first { $0.id == example.signal })
        let verdict = example.hit.judged(for: example.company)
        let reason = try #require(verdict.reasons.first { $0.signal == example.signal }, "\(verdict)")
        #expect(abs(reason.weight) <= abs(signal.weight) && reason.weight.sign == signal.weight.sign)
        #expect(!reason.text.isEmpty && !reason.field.isEmpty)
        let missed = example.miss.judged(for: example.company)
        #expect(!missed.reasons.contains { $0.signal == example.signal }, "\(missed)")
    }

    private static func named(_ name: String, _ address: String = "office@riverbend.example") -> Letter {
        Letter("\(name) <\(address)>")
    }

    private static func example(_ signal: String, _ hit: Letter, _ miss: Letter, _ company: Company = .contoso)
        -> Example
    {
        Example(signal: signal, hit: hit, miss: miss, company: company)
    }

    static let examples: [Example] = names + addresses + against

    private static let names: [Example] = [
        example("display-name-exact", named("Adele Vance"), named("Vance Adele")),
        example("display-name-reordered", named("\"Vance, Adele\""), named("Adele Vance")),
        example("display-name-partial", named("Adele Maria Vance"), named("Adele Vance")),
        example("display-name-joined", named("AdeleVance"), named("AdeleVanceson")),
        example("display-name-confusable", named("=?utf-8?B?0JBkZWxlIFZhbmNl?="), named("Adele Vance")),
        example("display-name-transliterated", named("Wladimir Wolkow"), named("Wladimir Petrow")),
        example("display-name-nickname", named("Dan Fairbanks"), named("Tom Fairbanks")),
        example("display-name-typo", named("Adele Vamce"), named("Adele Winter")),
        example("display-name-initials", named("A. Wilberforce"), named("T. Wilberforce")),
        example("obfuscated-name", named("=?utf-8?Q?A=E2=80=8Bdele_Vance?="), named("Adele Vance")),
        example("address-in-name", named("\"adele.vance@contoso.com\""), named("\"karl@stranger.example\"")),
        example("title-in-name", named("\"Adele Vance (CEO)\""), named("Adele Vance")),
    ]

    private static let addresses: [Example] = [
        example("local-part-imitates", Letter("<adele.vance@gmail.com>"), Letter("<adele.winter@gmail.com>")),
        example("lookalike-domain", named("Adele Vance", "a@contosso.com"), named("Adele Vance", "a@consult.com")),
        example(
            "reply-to-elsewhere", named("Adele Vance").with { $0.replyTo = "<x9@gmail.com>" },
            named("Adele Vance").with { $0.replyTo = "<adele.vance@contoso.com>" }),
        example(
            "own-domain-unauthenticated",
            named("Adele Vance", "adele.vance@contoso.com").with { $0.results = Letter.fails("contoso.com") },
            named("Adele Vance", "adele.vance@contoso.com").with { $0.results = Letter.passes("contoso.com") }),
        example(
            "secondary-unauthenticated",
            named("Adele Vance", "adele.private@gmail.com").with { $0.results = Letter.fails("gmail.com") },
            named("Adele Vance", "adele.private@gmail.com")),
        example(
            "several-from", named("News").with { $0.more = "From: Adele Vance <a@b.example>" }, named("Adele Vance")),
        example("free-mail", named("Adele Vance", "x@yahoo.co.uk"), named("Adele Vance", "x@yahoo.example")),
        example("throw-away", named("Adele Vance", "x@mailinator.com"), named("Adele Vance", "x@mail.com")),
        example("first-contact", named("Adele Vance"), named("Adele Vance").with { $0.history = nil }),
    ]

    private static let against: [Example] = [
        example(
            "registered-address", named("Adele Vance", "adele.private@gmail.com"),
            named("Adele Vance", "adele.privat@gmail.com")),
        example(
            "internal-sender",
            named("\"adele.vance@contoso.com\"", "megan.bowen@contoso.com").with {
                $0.results = Letter.passes("contoso.com")
            },
            named("Adele Vance", "megan.bowen@contoso.com").with { $0.results = Letter.fails("contoso.com") }),
        example(
            "history-two-way", named("Adele Vance").with { $0.history = .init(inbound: 1, outbound: 1) },
            named("Adele Vance").with { $0.history = .init(inbound: 9, outbound: 0) }),
        example(
            "service-or-list",
            named("Adele Vance via Dropbox", "no-reply@dropbox.com").with { $0.results = Letter.passes("dropbox.com") },
            named("Adele Vance via Dropbox", "no-reply@dropbox.com").with { $0.results = Letter.fails("dropbox.com") }),
        example(
            "another-name", named("Daniela Fairbanks", "daniela.fairbanks@halcyon.example"),
            named("Danliel Fairbanks", "x@halcyon.example")),
        example(
            "colleague-name", named("Adele Vamce"), named("Adele Vamxe"),
            Company(people: Company.people, colleagues: [.init(name: "Adele Vamce")], domains: ["contoso.com"])),
        example(
            "common-name", named("Adele Vance"), named("Somebody Else"),
            Company.company(settings: MailSettings(coincidenceFrom: 3))),
    ]
}
