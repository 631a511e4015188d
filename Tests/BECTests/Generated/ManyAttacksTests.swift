import BEC
import Model
import Testing

struct ManyAttacksTests {
    @Test(arguments: ManyAttacks.all.map(\.name))
    func `every class of attack is found in many names, and the right person named`(name: String) throws {
        let attack = try #require(ManyAttacks.all.first { $0.name == name })
        var random = SeededGenerator(seed: 4_711)
        var missed: [String] = []
        var count = 0
        for (number, person) in ManyPeople.all.enumerated() {
            for _ in 0..<3 {
                guard let letter = attack.write(person, &random) else { continue }
                count += 1
                let verdict = letter.judged(for: ManyPeople.company)
                let isFound = verdict.attributes.contains("BEC") && verdict.matched?.id == "p\(number)"
                if !isFound { missed.append(letter.from) }
            }
        }
        #expect(count >= 9)
        #expect(Double(count - missed.count) >= Double(count) * attack.floor, "\(missed)")
    }

    @Test func `strangers made of listed words are left alone`() {
        var random = SeededGenerator(seed: 815)
        var flagged: [String] = []
        let names = ManyPeople.strangers(600, &random)
        for name in names {
            let verdict = Letter("\"\(name)\" <desk@far.example>").judged(for: ManyPeople.company)
            if verdict.attributes.contains("BEC") { flagged.append("\(name) for \(verdict.matched?.name ?? "")") }
        }
        #expect(flagged.count * 100 <= names.count, "\(flagged)")
    }
}
