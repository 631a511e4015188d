import Foundation

/// Ways in which an impostor writes a name. Each takes a given name and a surname in Latin letters.
enum NameVariants {
    typealias Variant = @Sendable (SampleNames.Person, inout SeededGenerator) -> String

    static let all: [(name: String, write: Variant)] = [
        ("as listed", { person, _ in person.name }),
        ("surname first", { person, _ in person.surname + " " + person.given }),
        ("surname, given", { person, _ in person.surname + ", " + person.given }),
        ("SURNAME Given", { person, _ in person.surname.uppercased() + " " + person.given }),
        (
            "with a title",
            { person, random in
                person.name + [" - CEO", " | Finance Director", ", PhD", " (IT)", " via Dropbox", " (Google Docs)"]
                    .randomElement(using: &random)!
            }
        ),
        (
            "after a title",
            { person, random in
                ["Dr. ", "Prof. Dr. ", "CEO ", "Mr ", "Chief Executive Officer "].randomElement(using: &random)!
                    + person.name
            }
        ),
        (
            "without accents",
            { person, _ in
                person.name.folding(options: .diacriticInsensitive, locale: nil)
            }
        ),
        ("decomposed", { person, _ in person.name.decomposedStringWithCanonicalMapping }),
        (
            "zero width",
            { person, random in
                sprinkle(person.name, "\u{200B}\u{00AD}\u{2060}\u{FEFF}\u{3164}", &random)
            }
        ),
        (
            "Cyrillic letters",
            { person, _ in replace(person.name, ["a": "а", "e": "е", "o": "о", "c": "с", "p": "р"]) }
        ),
        ("Greek letters", { person, _ in replace(person.name, ["a": "α", "o": "ο", "i": "ι", "n": "η", "u": "υ"]) }),
        ("mathematical", { person, _ in shift(person.name, lower: 0x1D5EE, upper: 0x1D5D4) }),
        ("fullwidth", { person, _ in shift(person.name, lower: 0xFF41, upper: 0xFF21) }),
        ("digits", { person, _ in replace(person.name, ["o": "0", "i": "1", "e": "3", "s": "5"]) }),
        ("rn for m", { person, _ in replace(person.name, ["m": "rn", "w": "vv"]) }),
        ("written backwards", { person, _ in "\u{202E}" + String(person.name.reversed()) + "\u{202C}" }),
        ("struck through", { person, _ in person.name.map { $0.isLetter ? "\($0)\u{0336}" : "\($0)" }.joined() }),
        ("no blank", { person, _ in person.name.replacing(" ", with: "") }),
        ("underscores", { person, _ in person.name.replacing(" ", with: "_") }),
        ("one letter left out", { person, random in edit(person, &random) { $0.remove(at: $1) } }),
        ("one letter doubled", { person, random in edit(person, &random) { $0.insert($0[$1], at: $1) } }),
        ("two letters swapped", { person, random in edit(person, &random) { $0.swapAt($1, $1 + 1) } }),
    ]

    private static func replace(_ text: String, _ table: [Character: String]) -> String {
        text.map { table[$0] ?? String($0) }.joined()
    }

    private static func shift(_ text: String, lower: UInt32, upper: UInt32) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let code: UInt32 =
                switch scalar.value {
                case 0x61...0x7A: scalar.value - 0x61 + lower
                case 0x41...0x5A: scalar.value - 0x41 + upper
                default: scalar.value
                }
            if let scalar = Unicode.Scalar(code) { result.append(scalar) }
        }
        return String(result)
    }

    private static func sprinkle(_ text: String, _ signs: String, _ random: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<4 {
            guard let sign = signs.unicodeScalars.randomElement(using: &random) else { continue }
            scalars.insert(sign, at: Int.random(in: 1..<scalars.count, using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func edit(
        _ person: SampleNames.Person, _ random: inout SeededGenerator, _ change: (inout [Character], Int) -> Void
    ) -> String {
        var letters = Array(person.surname)
        guard letters.count >= 5 else { return person.name }
        change(&letters, Int.random(in: 1..<letters.count - 2, using: &random))
        return person.given + " " + String(letters)
    }
}
