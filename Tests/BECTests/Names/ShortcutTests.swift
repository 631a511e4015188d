import Testing

@testable import BEC

/// What is answered the short way must be what the long way answers.
struct ShortcutTests {
    @Test(arguments: ["maria", "ceo", "van", "o", "alshammari", "hr"])
    func `a word of a local part is read as the word of a name`(word: String) {
        let short = LocalPart(word + ".xyzzy").tokens.first
        #expect(word == "ceo" || word == "hr" || short == NameReading(word).tokens.first)
        #expect(LocalPart(word).tokens == NameReading(word).tokens)
    }

    @Test(arguments: ["maria.rossi", "rossi.maria", "m.rossi", "mara.rosi", "info", "mariarossi", "ceo.rossi"])
    func `a local part beside a name means whom it means alone`(local: String) {
        let index = NameIndex([IndexedPerson(names: ["Maria Rossi"], given: "Maria", surname: "Rossi")])
        for name in ["Maria Rossi", "Mara Rosi", "Info", "", "Jonas Berg", "M. Rossi"] {
            let reading = NameReading(name)
            let hits = index.hits(forLocalPart: local, beside: reading, hits: index.hits(for: reading))
            #expect(hits == index.hits(forLocalPart: local))
        }
    }

    @Test func `a stranger's name is not looked for in the address again`() {
        let index = NameIndex([IndexedPerson(names: ["Maria Rossi"], given: "Maria", surname: "Rossi")])
        let reading = NameReading("Jonas Berg")
        #expect(index.hits(for: reading).isEmpty)
        #expect(index.hits(forLocalPart: "jonas.berg", beside: reading, hits: []).isEmpty)
        #expect(!index.hits(forLocalPart: "maria.rossi", beside: reading, hits: []).isEmpty)
    }

    @Test func `edits near the diagonal are those of the whole table`() {
        var random = SeededGenerator(seed: 11)
        let letters = Array("abcnmeor1".utf8)
        var within = 0
        for _ in 0..<20_000 {
            let one = (0..<Int.random(in: 0...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0
            }
            var other = one
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                if let letter = letters.randomElement(using: &random) {
                    other.insert(letter, at: Int.random(in: 0...other.count, using: &random))
                }
                if Bool.random(using: &random) { other.remove(at: Int.random(in: 0..<other.count, using: &random)) }
                if other.count > 1 {
                    let place = Int.random(in: 1..<other.count, using: &random)
                    other.swapAt(place - 1, place)
                }
            }
            let text = (String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
            let distance = EditDistance.between(text.0, text.1)
            for limit in 1...2 {
                let edits = Edits(one, other, limit: limit)
                #expect((edits != nil) == (distance <= limit), "\(text)")
                if let edits { #expect(edits.count == distance) }
                if edits != nil { within += 1 }
            }
        }
        #expect(within > 1_000)
    }

    @Test func `a table finds every value of a key in the order of adding, over the blocks it is built of`() {
        var build = KeyTable.Build()
        for value in 0..<UInt32(40_000) { build.add(UInt64(value % 20_000) &* 0x9E37_79B9_7F4A_7C15, value) }
        let table = KeyTable(build)
        for key in [UInt64(0), 7, 16_383, 16_384, 19_999] {
            var found: [UInt32] = []
            table.forEach(key &* 0x9E37_79B9_7F4A_7C15) {
                found.append($0)
                return true
            }
            #expect(found == [UInt32(key), UInt32(key) + 20_000])
        }
    }
}
