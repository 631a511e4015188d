import Testing

@testable import BEC

struct AddressIndexTests {
    let index = AddressIndex([
        .init(address: "Maria.Rossi@gmail.com", owner: 0),
        .init(address: "m.rossi@bücher.example", owner: 0),
        .init(address: "office@contoso.com", owner: 1),
        .init(address: "office@contoso.com", owner: 2),
        .init(address: "jo@contoso.com", owner: 7, isColleague: true),
        .init(address: "ana@outlook.com", owner: 3),
    ])

    @Test func `Gmail ignores dots, tags, case and the older domain`() {
        for spelling in ["mariarossi@gmail.com", "m.a.r.i.a.rossi+x@googlemail.com", "MARIA.ROSSI@GMAIL.COM"] {
            #expect(index.owners(of: spelling) == [0])
        }
    }
    @Test func `dots matter elsewhere`() { #expect(index.owners(of: "mrossi@bücher.example").isEmpty) }
    @Test func `an internationalised domain equals its A-label`() {
        #expect(index.owners(of: "m.rossi@xn--bcher-kva.example") == [0])
    }
    @Test func `a shared mailbox has every owner`() { #expect(index.owners(of: "office@CONTOSO.com") == [1, 2]) }
    @Test func `a colleague is no listed owner`() {
        #expect(index.owners(of: "jo@contoso.com").isEmpty)
        #expect(index.colleagues(of: "jo@contoso.com") == [7])
    }
    @Test func `a tag counts only where the provider delivers it`() {
        #expect(index.owners(of: "ana+home@outlook.com") == [3])
        #expect(index.owners(of: "office+x@contoso.com").isEmpty)
    }
    @Test func `text that is no address belongs to nobody`() { #expect(index.owners(of: "maria rossi").isEmpty) }
}
