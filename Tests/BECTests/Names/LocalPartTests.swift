import Testing

@testable import BEC

struct LocalPartTests {
    let index = NameIndex([
        IndexedPerson(names: ["Harriet Ashdown"], given: "Harriet", surname: "Ashdown"),
        IndexedPerson(names: ["Pieter van der Heijden"], given: "Pieter", surname: "van der Heijden"),
        IndexedPerson(names: ["Григорий Воробьёв"], given: "Григорий", surname: "Воробьёв"),
    ])

    @Test(arguments: [
        "harriet.ashdown", "harriet_ashdown", "ashdown.harriet", "harrietashdown", "harrietashdown23", "ashdownharriet",
        "h4.harriet.ashdown.ceo", "harriet.ashdown+x", "HARRIET-ASHDOWN", "harrietashdownceo", "hattie.ashdown",
        "ceo.harriet.ashdown",
        "harrietashdwn",
    ]) func `given name and surname are a strong hit`(local: String) throws {
        let hit = try #require(index.hits(forLocalPart: local).first)
        #expect(hit.person == 0 && !hit.isWeak)
    }

    @Test(arguments: ["hashdown", "h.ashdown", "ashdownh", "hashdown77"])
    func `an initial and a surname are a weak one`(local: String) throws {
        let hit = try #require(index.hits(forLocalPart: local).first)
        #expect(hit.person == 0 && hit.isWeak)
    }

    @Test(arguments: ["pieter.vanderheijden", "pietervanderheijden", "pieter.van.der.heijden"])
    func `particles are glued or apart`(local: String) {
        #expect(index.hits(forLocalPart: local).first?.person == 1)
    }

    @Test(arguments: ["grigoryvorobyov23", "grigory.vorobyov"]) func `another script is read in Latin letters`(
        local: String
    ) {
        #expect(index.hits(forLocalPart: local).first?.person == 2)
    }

    @Test(arguments: ["info", "office", "ashdown", "harriet", "h", "sales.team", "no-reply", "ceo"])
    func `one word or none is nobody`(local: String) { #expect(index.hits(forLocalPart: local).isEmpty) }
}
