import Foundation
import Testing

@testable import BEC

/// Changes that a person does not see never lose the hit.
struct NameMetamorphicTests {
    @Test(arguments: NameVariants.all.map(\.name)) func `an invisible change keeps the person`(variant: String) throws {
        let people = SampleNames.latin
        let index = NameIndex(people.map(\.indexed))
        let write = try #require(NameVariants.all.first { $0.name == variant }?.write)
        var random = SeededGenerator(seed: 23)
        for person in people {
            let written = write(person, &random)
            guard let hit = index.hits(for: NameReading(written)).first else { continue }
            let middle = written.unicodeScalars.index(
                written.unicodeScalars.startIndex, offsetBy: written.unicodeScalars.count / 2)
            var hidden = written.unicodeScalars
            hidden.insert("\u{200B}", at: middle)
            for changed in [
                String(hidden), written.decomposedStringWithCanonicalMapping, written.replacing(" ", with: "   "),
                " " + written + " ",
            ] {
                #expect(index.hits(for: NameReading(changed)).first?.person == hit.person, "\(changed)")
            }
        }
    }

    @Test func `letter case never loses the hit`() {
        let people = SampleNames.latin
        let index = NameIndex(people.map(\.indexed))
        for (position, person) in people.enumerated() {
            for written in [person.name.uppercased(), person.name.lowercased()] {
                #expect(index.hits(for: NameReading(written)).first?.person == Int32(position), "\(written)")
            }
        }
    }
}
