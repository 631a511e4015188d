import BEC
import Model
import Testing

/// What a name tells while the list grows.
struct CrowdedListTests {
    /// Adele Vance and Robert Vancer among people who fill the list.
    private static func company(filled count: Int) -> Company {
        let syllables = ["ba", "ren", "lo", "mi", "ka", "tor", "vel", "shi"]
        let others = (0..<count).map { number in
            let given = syllables[number % 8] + syllables[number / 8 % 8] + syllables[number / 64 % 8]
            return ProtectedPerson(
                id: "f\(number)", name: given + " Q" + syllables[number / 512 % 8] + syllables[number / 4096 % 8])
        }
        let named = [("a", "Adele", "Vance"), ("b", "Robert", "Vancer"), ("c", "Adela", "Marsh")].map {
            ProtectedPerson(id: $0.0, name: $0.1 + " " + $0.2, givenName: $0.1, surname: $0.2)
        }
        return Company(people: named + others, domains: ["contoso.com"])
    }

    private static let small = company(filled: 20)
    private static let crowded = company(filled: 10_010)
    private static let near = Letter("Adele Vancer <k71@gmail.com>")

    @Test func `a near name that others of the list bear says little in a long list`() {
        #expect(Self.near.judged(for: Self.small).matched != nil)
        #expect(Self.near.judged(for: Self.small).attributes == ["BEC"])
        #expect(Self.near.judged(for: Self.crowded).attributes.isEmpty)
        #expect(Self.near.judged(for: Self.crowded).disposition == .suspicious)
    }

    @Test(arguments: ["Adele Vance", "Vance, Adele", "\u{410}dele Vance", "Adele Vnace"])
    func `the exact name, a disguised one and a plain slip still count in free mail`(name: String) {
        for company in [Self.small, Self.crowded] {
            #expect(
                Letter("=?utf-8?Q?\(Self.quoted(name))?= <k71@gmail.com>").judged(for: company).attributes == ["BEC"])
        }
    }

    private static func quoted(_ name: String) -> String {
        name.utf8.map { "=" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
