import Model
import Testing

@testable import DLP

/// Tables with delimiters: their heads over some rows, tables below each other, rows with more or fewer cells than others.
struct TableRowsTests {
    private static let numbers = FarNamesTests.numbers

    /// How many of the numbers are found.
    private func count(_ text: String) throws -> Int {
        try FarNamesTests.scan.get().matches(in: text).count { $0.detector == "ca_sin" }
    }

    /// A row for each number.
    private static func rows(_ sign: String, _ cells: (Int) -> [String]) -> String {
        numbers.indices.map { cells($0).joined(separator: sign) + "\n" }.joined()
    }

    @Test(arguments: [",", ";", "\t"]) func `rows may lack their last cells, or have a remark beside them`(sign: String)
        throws
    {
        let head = ["Name", "SIN", "City", "Note"].joined(separator: sign) + "\n"
        let rests = [
            ["Leeds", "new"], ["Leeds"], ["Leeds", "new"], [], ["Leeds", "new", "see the file"], ["Leeds", "new"],
        ]
        let rows = Self.rows(sign) { ["Ada", "\(Self.numbers[$0])"] + rests[$0 % rests.count] }
        #expect(try count(head + rows) == 60)
        let run = Self.rows(sign) { ["Ada", "\(Self.numbers[$0])", "Leeds"] + ((20..<50).contains($0) ? [] : ["new"]) }
        #expect(try count(head + run) == 60)
    }

    @Test(arguments: [",", ";", "\t"]) func `all rows may have a remark beside them that no head names`(sign: String)
        throws
    {
        let head = ["Name", "SIN", "City"].joined(separator: sign) + "\n"
        for whole in [0, 10] {
            let rows = Self.rows(sign) {
                ["Ada", "\(Self.numbers[$0])", "Leeds"] + ($0 < whole ? [] : ["remark \($0)"])
            }
            #expect(try count(head + rows) == 60)
            #expect(try count(head.replacing("SIN", with: "Ref") + rows) == 0)
        }
    }

    @Test(arguments: ["Bank", "Social insurance", "Phone", "Items"])
    func `the names of columns stand below a row of groups, whatever that names`(group: String) throws {
        let rows = Self.rows(",") { ["Ada", "\(Self.numbers[$0])", "0"] }
        #expect(try count("Person,Identity,\(group)\nName,SIN,Amount\n" + rows) == 60)
        #expect(try count("Staff list 2026,,\nPerson,Identity,\(group)\nName,SIN,Amount\n" + rows) == 60)
        #expect(try count("Person,Number,\(group)\nName,Ref,Amount\n" + rows) == 0)
    }

    @Test(arguments: [";", "\t"]) func `the last cells of any row of a head may be left out`(sign: String) throws {
        let heads = [["Employee", "Social", "Paid", "Amount"], ["name", "insurance", "out"], ["", "number"]]
        let rows = Self.rows(sign) { ["Ada", "\(Self.numbers[$0])", "Leeds", "0"] }
        for count in 2...3 {
            let head = heads.prefix(count).map { $0.joined(separator: sign) + "\n" }.joined()
            #expect(try self.count(head + rows) == 60)
            #expect(try self.count("Staff list\n\n" + head + rows) == 60)
            #expect(try self.count(head.replacing("Social", with: "Own") + rows) == 0)
        }
    }

    @Test func `rows of another table are not taken for short rows`() throws {
        let first = "Name,SIN,City\n" + Self.rows(",") { ["Ada", "\(Self.numbers[$0])", "Leeds"] }
        let others = Self.rows(",") { ["Nut", "\(Self.numbers[$0])"] }
        #expect(
            try count(first + "Item,Order\n" + others + "Item,Order,Place\n" + others.replacing("\n", with: ",Hall\n"))
                == 60)
    }

    @Test(arguments: [",", "\t"]) func `a head behind a row of nothing is that of another table`(sign: String) throws {
        func table(_ head: [String]) -> String {
            head.joined(separator: sign) + "\n" + Self.rows(sign) { ["Ada", "\(Self.numbers[$0])", "Leeds"] }
        }
        let gap = sign + sign + "\n"
        #expect(try count(table(["Name", "SIN", "City"]) + gap + table(["Item", "Order", "Place"])) == 60)
        #expect(try count(table(["Item", "Order", "Place"]) + gap + table(["Name", "SIN", "City"])) == 60)
        // Rows go on behind it.
        let rows = Self.rows(sign) { ["Ada", "\(Self.numbers[$0])", "Leeds"] + [] }
        #expect(try count(table(["Name", "SIN", "City"]) + gap + rows) == 120)
    }

    @Test(arguments: [
        ",Social,\nName,Insurance Number,City\n", ",Social,\nName,Insurance,City\n,Number,\n",
        "People,,\n,Social,\nName,Insurance Number,City\n", "Name,SIN,City\n,of the person,\n",
        "Person,Social Insurance,\nName,Number,City\n", "Staff list 2026,,\nName,SIN,City\n",
    ])
    func `the words of a name may stand in rows below each other`(head: String) throws {
        for sign in [",", "\t"] {
            let rows = Self.rows(sign) { ["Ada", "\(Self.numbers[$0])", "Leeds"] }
            #expect(try count(head.replacing(",", with: sign) + rows) == 60)
        }
    }

    @Test func `a title over a group of columns names all of them, and no others`() throws {
        let rows = Self.rows(",") { ["Ada", "\(Self.numbers[$0])", "\(Self.numbers[59 - $0])", "\(Self.numbers[$0])"] }
        #expect(try count("Name,SIN,,Order\n,old,new,\n" + rows) == 120)
        #expect(try count("Name,SIN,Order,Batch\n" + rows) == 60)
    }
}
