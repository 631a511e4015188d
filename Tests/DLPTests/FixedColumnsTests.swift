import Model
import Testing

@testable import DLP

/// Columns that stand below each other without delimiters, as programs lay out pages.
struct FixedColumnsTests {
    private static let numbers = FarNamesTests.numbers

    /// How many of the numbers are found.
    private func count(_ text: String) throws -> Int {
        try FarNamesTests.scan.get().matches(in: text).count { $0.detector == "ca_sin" }
    }

    /// Each on a line, padded to columns.
    private static func rows(_ names: [String] = ["Ada", "Lovelace", "Mary Ann"], by blanks: Int = 1) -> String {
        numbers.enumerated().map { place, number in
            let name = names[place % names.count]
            return name + String(repeating: " ", count: 16 - name.count) + "\(number)   Leeds"
        }.joined(separator: String(repeating: "\n", count: blanks))
    }

    /// Some of them, a line each.
    private static func rows(of places: Range<Int>) -> String {
        numbers[places].map { "Mary Ann        \($0)   Leeds\n" }.joined()
    }

    private static let head = "Name            SIN         City\n"

    @Test(arguments: ["Overview", "Overview of all", "Overview of all the people that work here"])
    func `a title above the head hides it not`(title: String) throws {
        #expect(try count("\(title)\n\(Self.head)\(Self.rows())") == 60)
        #expect(try count("\(title)\n\n\(Self.head)\(Self.rows())") == 60)
    }

    @Test(arguments: [1, 2, 3]) func `lines may be blank between the rows`(blanks: Int) throws {
        let gap = String(repeating: "\n", count: blanks)
        #expect(try count("\(Self.head)\(gap)\(Self.rows(by: blanks + 1))") == 60)
        #expect(try count("List\n\(Self.head)\(gap)\(Self.rows(by: blanks + 1))") == 60)
        let other = Self.head.replacing("SIN", with: "Ref")
        #expect(try count("\(other)\(gap)\(Self.rows(by: blanks + 1))") == 0)
    }

    @Test func `pages may end and begin between the rows`() throws {
        let lines = Self.rows().split(separator: "\n").enumerated().map { place, line in
            place % 20 == 19 ? "\(line)\n\n\nConfidential                         Page \(place / 20)" : String(line)
        }
        #expect(try count(Self.head + lines.joined(separator: "\n")) == 60)
    }

    @Test(arguments: [0, 4, 11]) func `each page has its head, or goes on with the columns of the last`(moved: Int)
        throws
    {
        let margin = String(repeating: " ", count: moved)
        func page(_ places: Range<Int>) -> String {
            Self.rows(of: places).split(separator: "\n").map { margin + $0 + "\n" }.joined()
        }
        let first = Self.head + Self.rows(of: 0..<30)
        #expect(try count("\(first)\u{C}\(page(30..<60))") == 60)
        #expect(try count("\(first)\u{C}\(margin)\(Self.head)\(page(30..<60))") == 60)
        #expect(try count("\(first)\u{C}Staff, page 2\n\n\(margin)\(Self.head)\(page(30..<60))") == 60)
        let other = Self.head.replacing("SIN", with: "Ref")
        #expect(try count("\(first)\u{C}\(margin)\(other)\(page(30..<60))") == 30)
        let turned = Self.head.replacing("SIN         City", with: "City        SIN ")
        let rows = Self.numbers[30...].map { "\(margin)Mary Ann        Leeds       \($0)\n" }.joined()
        #expect(try count("\(first)\u{C}\(margin)\(turned)\(rows)") == 60)
    }

    @Test func `the words of a head may stand below each other on every page`() throws {
        let head = "                Social\n                insurance\nEmployee        number      City\n"
        let text = [0..<30, 30..<60].map { head + Self.rows(of: $0) }.joined(separator: "\u{C}")
        #expect(try count(text) == 60)
    }

    @Test(arguments: ["\n", "\n\n"]) func `one blank may part the cells of rows below a head`(gap: String) throws {
        let rows = Self.numbers.enumerated().map { place, number in
            "Mary Ann        \(place % 3 == 0 ? "Halifax" : "Leeds ") \(number) 536221850"
        }
        #expect(try count("Name            City    SIN       Order no.\(gap)" + rows.joined(separator: gap)) == 60)
    }

    @Test func `a head of two names over a cell names both values in it`() throws {
        let rows = Self.numbers.map { "Mary Ann        Leeds     A-17 \($0)\n" }
        #expect(try count("Name            City      Ref SIN\n" + rows.joined()) == 60)
    }

    @Test func `a row that is asked for first finds the head above blank lines`() throws {
        let near = String(repeating: "Mary Ann        none        Leeds\n\n", count: 30)
        #expect(try count("\(Self.head)\n\(near)\(Self.rows(by: 2))") == 60)
    }

    @Test func `a head may have some lines`() throws {
        let head = "                Social\nEmployee        insurance   Home\nname            number (SIN) city\n"
        #expect(try count("Staff\n\n\(head)\(Self.rows())") == 60)
    }

    @Test func `rows that one blank parts stand a little beside the head`() throws {
        let rows = Self.numbers.map { "Mary Ann White \($0) Leeds" }.joined(separator: "\n")
        #expect(try count("\(Self.head)\(rows.replacing(" Leeds", with: "   Leeds"))") == 60)
        let tight = "Name            SIN       City\n" + rows
        #expect(try count(tight) == 60)
    }

    @Test func `heads and rows may be words apart by one blank`() throws {
        let rows = Self.numbers.map { "Ada \($0) Leeds" }.joined(separator: "\n")
        #expect(try count("Name SIN City\n" + rows) == 60)
        #expect(try count("Staff\nName SIN City\n" + rows) == 60)
        #expect(try count("Name Ref City\n" + rows) == 0)
    }

    @Test func `what stands below a table is not of it`() throws {
        let far = String(repeating: "of words that say nothing about anything ", count: 9)
        let number = Self.numbers[0]
        let table = "\(Self.head)\nMary Ann        none        Leeds\n\n"
        #expect(try count("\(table)\(far)\n\(number)\n") == 0)
        #expect(try count("\(table)\(far)\n\n\(far)\n\nThe reference    \(number)   is not of it\n") == 0)
        let head = "Name            Order       City\n"
        #expect(try count("\(table)More of them\n\n\(head)\n\(Self.rows(by: 2))".replacing("Leeds", with: far)) == 0)
        let more = String(repeating: "Mary Ann        none        Leeds\n\n", count: 20)
        #expect(try count("\(table)\(more)Orders\n\(head)\(Self.rows())") == 0)
        #expect(try count("\(table)\(more)Orders\n\(head)\n\(Self.rows(by: 2))") == 0)
    }

    @Test func `another table below is not of it, whatever its head says`() throws {
        let head = "Item            Order     Place\n"
        let foot =
            "\n\n\n\nPage 1                         Confidential\n\u{0C}List                             Contoso Ltd.\n\n\n\n\n"
        let table = "\(Self.head)\(Self.rows(of: 0..<30))"
        let others = Self.rows(of: 30..<60)
        for gap in ["\n", "\n\n", foot, "\n\nOrders of the year\n\n"] {
            #expect(try count(table + gap + head + others) == 30, "\(gap)")
            #expect(try count(table + foot + Self.rows(of: 20..<30) + gap + head + others) == 40, "\(gap)")
        }
        let padded = table.replacing("\n", with: "\n\n")
        #expect(try count(padded + (head + others).replacing("\n", with: "\n\n")) == 30)
    }

    @Test func `labels beside values below a table are no rows of it`() throws {
        let table = "\(Self.head)\(Self.rows(of: 0..<20))"
        let form = zip(["Invoice no.", "Customer", "Reference"], Self.numbers[20...]).map { label, number in
            label.padding(to: 16) + number
        }
        #expect(try count("\(table)\n\n\(form.joined(separator: "\n"))\n") == 20)
    }

    @Test func `what goes on with a cell stands above and below its row`() throws {
        let rows = Self.numbers.map { number in
            "                          is at home in\nMary Ann        \(number) the town of\n                          Leeds\n"
        }
        let parted = rows.map { $0.replacing(" the", with: "  the").replacing("          is", with: "           is") }
        for gap in ["", "\n"] {
            #expect(try count("\(Self.head)\(gap)\(parted.joined(separator: gap))") == 60)
        }
    }

    @Test(arguments: ["SIN               Order", "SIN            Order", "Order         SIN"])
    func `a head does not name the numbers of the column beside it`(heads: String) throws {
        let rows = Self.numbers.prefix(6).map { "Mary Ann        \($0)     536221850\n" }.joined()
        let turned = Self.numbers.prefix(6).map { "Mary Ann        536221850     \($0)\n" }.joined()
        #expect(try count("Name            \(heads)\n\(heads.hasPrefix("SIN") ? rows : turned)") == 6)
        let single = Self.numbers.prefix(6).map { "Ada \($0) 536221850\n" }.joined()
        #expect(try count("Name SIN Order\n" + single) == 6)
    }

    @Test(arguments: ["", "\n\n\n"]) func `a head that names nothing has its own table below another`(gap: String)
        throws
    {
        let people = Self.head + Self.rows(of: 0..<5)
        let others = Self.numbers[5..<10].map { "Nut        \($0)   Hall\n" }.joined()
        #expect(try count(people + gap + "Item       Order no.   Place\n" + others) == 5)
        #expect(try count(people + gap + "\nTheir SIN\nItem       Number      Place\n" + others) == 10)
    }

    @Test func `cells that are paragraphs of their own are named by the head of their column alone`() throws {
        func text(_ heads: [String], _ cells: (Int) -> [String]) -> String {
            (heads + (0..<6).flatMap(cells)).joined(separator: "\n\n") + "\n\n"
        }
        let numbers = Self.numbers.map { "\($0)" }
        let people = text(["Name", "SIN", "Order", "City"]) { ["Ada", numbers[$0], numbers[$0 + 6], "Leeds"] }
        let found = try FarNamesTests.scan.get().matches(in: people).filter { $0.detector == "ca_sin" }
        let orders = Set(numbers[6..<12])
        #expect(!found.isEmpty)
        #expect(!found.contains { orders.contains(String(decoding: Array(people.utf8)[$0.range], as: UTF8.self)) })
    }
}

extension String {
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
