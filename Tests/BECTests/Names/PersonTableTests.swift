import Testing

@testable import BEC

struct PersonTableTests {
    @Test func `gives back ids and names by position`() {
        var table = PersonTable([(id: "u1", name: "Maria Rossi"), (id: "", name: "Владимир")])
        #expect(table.append(id: "u3", name: "") == 2)
        #expect(table.count == 3)
        #expect((0..<3).map { table.id($0) } == ["u1", "", "u3"])
        #expect((0..<3).map { table.name($0) } == ["Maria Rossi", "Владимир", ""])
    }
}
