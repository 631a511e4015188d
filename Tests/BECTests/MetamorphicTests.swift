import BEC
import Foundation
import Mail
import Model
import Testing

/// Changes of a message or of the list under which the verdict must not change, or only in one direction.
@Suite struct MetamorphicTests {
    static let names = [
        "Adele Vance", "Vance, Adele", "Alexander Wilberforce", "Dan Fairbanks", "Владимир Волков", "Adele Vanse - CEO",
    ]
    static let addresses = ["x1@gmail.com", "office@riverbend.example", "a@contosso.com", "x@mailinator.com"]
    static let pairs = names.flatMap { name in addresses.map { (name, $0) } }

    private static func letter(_ name: String, _ address: String) -> Letter {
        Letter("=?utf-8?B?\(Data(name.utf8).base64EncodedString())?= <\(address)>")
    }

    @Test(arguments: pairs) func `an ignorable character never lowers the score`(name: String, address: String) {
        let plain = Self.letter(name, address).judged().score
        for cut in [1, name.count / 2, name.count - 1] {
            let index = name.index(name.startIndex, offsetBy: cut)
            let changed = name[..<index] + "\u{200B}" + name[index...]
            #expect(Self.letter(String(changed), address).judged().score >= plain)
        }
    }

    @Test(arguments: pairs) func `another normal form, or more encoded words, change nothing`(
        name: String, address: String
    ) {
        let plain = Self.letter(name, address).judged()
        #expect(Self.letter(name.decomposedStringWithCanonicalMapping, address).judged().score >= plain.score)
        let words = name.map { "=?utf-8?B?\(Data(String($0).utf8).base64EncodedString())?=" }.joined(separator: " ")
        #expect(Letter("\(words) <\(address)>").judged() == plain)
    }

    @Test(arguments: addresses.prefix(2) + addresses.suffix(1))
    func `registering the sender's address clears the message`(address: String) {
        let company = Company.withAdele { $0.secondaryEmails.append(.init(address: address)) }
        #expect(Self.letter("Adele Vance", address).judged().attributes == ["BEC"])
        #expect(Self.letter("Adele Vance", address).judged(for: company).disposition == .none)
        let domain = String(address.split(separator: "@")[1])
        let forged = Self.letter("Adele Vance", address).with { $0.results = Letter.fails(domain) }
        #expect(forged.judged(for: company).attributes == ["BEC"])
    }

    @Test(arguments: pairs) func `the order of the list does not matter, nor does asking twice`(
        name: String, address: String
    ) {
        let twin = ProtectedPerson(id: "u-zoe", name: "Adele Vance", addresses: ["adele.vance3@contoso.com"])
        let people = Company.people + [twin]
        let letter = Self.letter(name, address)
        let verdict = letter.judged(for: Company.company(people: people))
        #expect(letter.judged(for: Company.company(people: people)) == verdict)
        #expect(letter.judged(for: Company.company(people: people.reversed())) == verdict)
    }

    @Test(arguments: pairs) func `every change said to clear the message names what it is about`(
        name: String, address: String
    ) {
        let verdict = Self.letter(name, address).judged()
        if verdict.disposition != .none { #expect(!verdict.clearedBy.isEmpty, "\(verdict)") }
    }

    @Test func `hostile bytes get a verdict`() {
        for bytes in [
            [], Array("From:".utf8), Array("From: \u{0}<@>,,;:".utf8), Array(repeating: UInt8(0xFF), count: 4096),
        ] {
            let verdict = judge(
                Message(bytes), in: Envelope(received: Date(timeIntervalSince1970: 0)), for: .contoso, door: .milter)
            #expect(verdict.attributes.isEmpty)
        }
    }
}
