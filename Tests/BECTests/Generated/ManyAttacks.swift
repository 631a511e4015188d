import Foundation

/// Classes of impersonation, each as a way to write the header lines of a message in somebody's name.
enum ManyAttacks {
    typealias Write = @Sendable (ManyPeople.Person, inout SeededGenerator) -> Letter?

    struct Class: Sendable {
        var name: String
        /// The share that must be found.
        var floor = 1.0
        var write: Write
    }

    static let all: [Class] = shown + placed

    /// What a display name is changed to.
    private static let shown: [Class] = [
        .init(name: "as listed") { person, _ in from(person.name) },
        .init(name: "free mail") { person, random in
            from(person.name, "k\(Int.random(in: 100...999, using: &random))@gmail.com")
        },
        .init(name: "surname first") { person, _ in from(person.surname + ", " + person.given) },
        .init(name: "beside the name") { person, random in
            let around = [
                "CEO # ", "# (Northwind)", "# | CEO", "# via DocuSign", "'#'", "\u{1F642} # \u{1F642}", "#, PhD",
                "# III",
                "Dr. #", "#, Northwind Ltd.", "[EXTERNAL] #", "Office of #", "# Jr.", "\u{2605}#\u{2605}", "#\u{2122}",
            ]
            return from((around.randomElement(using: &random) ?? "#").replacing("#", with: person.name))
        },
        .init(name: "other blanks") { person, random in
            let blanks = ["_", "", "\u{3000}", "\u{3164} ", "\u{B7}", "\u{A0}", "\u{2014}"]
            return from(person.given + (blanks.randomElement(using: &random) ?? "") + person.surname)
        },
        .init(name: "a pet name in brackets") { person, _ in from(person.given + " (Boss) " + person.surname) },
        .init(name: "invisible characters") { person, random in
            var letters = Array(person.name.unicodeScalars)
            for sign in ["\u{200B}", "\u{AD}", "\u{2060}"] {
                guard let scalar = sign.unicodeScalars.first else { continue }
                letters.insert(scalar, at: Int.random(in: 1..<letters.count, using: &random))
            }
            return from(String(String.UnicodeScalarView(letters)))
        },
        .init(name: "written from right to left") { person, _ in
            from("\u{202E}" + String(String.UnicodeScalarView(person.name.unicodeScalars.reversed())))
        },
        .init(name: "look-alike letters") { person, _ in
            person.isLatin ? from(replace(person.name, ["a": "а", "e": "е", "o": "о", "i": "і"])) : nil
        },
        .init(name: "Latin letters among Cyrillic ones") { person, _ in
            person.isLatin ? nil : from(replace(person.name, ["а": "a", "е": "e", "о": "o", "с": "c"]))
        },
        .init(name: "digits for letters", floor: 0.95) { person, _ in
            person.isLatin ? from(replace(person.name, ["o": "0", "l": "1", "e": "3"])) : nil
        },
        .init(name: "fullwidth") { person, _ in
            person.isLatin ? from(person.name.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? "") : nil
        },
        .init(name: "one letter left out", floor: 0.95) { person, random in
            var letters = Array(person.surname)
            guard letters.count > 4 else { return nil }
            letters.remove(at: Int.random(in: 1..<letters.count - 1, using: &random))
            return from(person.given + " " + String(letters))
        },
        .init(name: "two letters swapped", floor: 0.95) { person, random in
            var letters = Array(person.surname)
            guard letters.count > 5 else { return nil }
            let place = Int.random(in: 1..<letters.count - 2, using: &random)
            letters.swapAt(place, place + 1)
            return from(person.given + " " + String(letters))
        },
        .init(name: "given name as an initial") { person, _ in
            person.isLatin ? from("\(person.given.prefix(1)). \(person.surname)") : nil
        },
        .init(name: "surname as an initial") { person, _ in
            person.isLatin ? from("\(person.given) \(person.surname.prefix(1)).") : nil
        },
        .init(name: "another script", floor: 0.9) { person, random in
            person.elsewhere.randomElement(using: &random).map { from($0) }
        },
        .init(name: "one word in another script", floor: 0.9) { person, random in
            let words = ManyPeople.words(person.elsewhere[0])
            guard words.count == 2 else { return nil }
            return from(
                Bool.random(using: &random) ? person.given + " " + words[1] : words[0] + " " + person.surname)
        },
    ]

    /// Where the name stands.
    private static let placed: [Class] = [
        .init(name: "as a comment") { person, _ in Letter("x@far.example (\(encoded(person.name)))") },
        .init(name: "behind a source route") { person, _ in
            Letter("\(encoded(person.name)) <@northwind.example:x@far.example>")
        },
        .init(name: "two angle addresses, nothing authenticated") { person, _ in
            Letter("\(encoded(person.name)) <ceo@northwind.example>:<x@far.example>").with { $0.results = nil }
        },
        .init(name: "in Reply-To, behind an own address") { person, _ in
            Letter("\(encoded(person.name)) <ceo@northwind.example>").with {
                $0.replyTo = "\(encoded(person.name)) <x@far.example>"
                $0.results = Letter.fails("northwind.example")
            }
        },
        .init(name: "in the local part, no name", floor: 0.95) { person, _ in
            guard person.isLatin else { return nil }
            return Letter("<\(person.given).\(person.surname)@gmail.com>".lowercased())
        },
    ]

    private static func from(_ name: String, _ address: String = "desk@far.example") -> Letter {
        Letter("\(encoded(name)) <\(address)>")
    }

    private static func encoded(_ name: String) -> String {
        "=?utf-8?B?" + Data(name.utf8).base64EncodedString() + "?="
    }

    private static func replace(_ text: String, _ table: [Character: String]) -> String {
        text.map { table[$0] ?? String($0) }.joined()
    }
}
