import Testing

@testable import DLP

/// Where values begin and end.
struct BoundaryTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        "x*=.4539578763621486;", "[.4539578763621486,.5454545454545454]", "(.4539578763621486)", "y-.4539578763621486",
        "card:.4539578763621486", "x=.4539578763621486", "id,.4539578763621486", "card .4539578763621486",
        "return.4539578763621486", "d=\"M.4539578763621486,0\"", "M0,0L.4539578763621486",
    ])
    func `a decimal without its zero is none`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: ["No.", "nr.", "It was paid.", "(card).", "n.", "n.º", "Card...."])
    func `a full stop that ends a word parts it from a value`(words: String) throws {
        #expect(try found("\(words)4539578763621486") == ["credit_card 4539578763621486"])
    }

    @Test(arguments: ["→", "⇒", "✓", "▐", "└", "├", "│", "…", "•", "—"])
    func `an arrow, a tick and a box part a word from a value`(sign: String) throws {
        #expect(try found("card\(sign)4539578763621486") == ["credit_card 4539578763621486"])
        #expect(try found("iban \(sign)DE89370400440532013000") == ["iban DE89370400440532013000"])
    }

    @Test(arguments: ["5–4539578763621486", "x–4539578763621486", "€4539578763621486", "£4539578763621486"])
    func `dashes behind digits and signs of money are a part of what follows`(text: String) throws {
        #expect(try found("card \(text)").isEmpty)
    }

    @Test(arguments: ["PR101940\nC++", "MA123456\nA list", "GE22\n1237C", "AB 123456\nC"])
    func `a line ends between the groups of a value alone`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test func `a value in groups may go on in the next line`() throws {
        #expect(try found("AB 12 34 56\nC") == ["uk_nino AB 12 34 56\nC"])
    }

    @Test(arguments: [
        "51F1 5272 5274 5275 5269 52DE", "0 2298 2299 3120 3121 0 4 5", "6481 6482 6484 6487 22CB7",
        "5546 5531 5617 5968 59BE",
    ])
    func `groups in a list of codes are no card`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: [
        ("card LIKE '%4539597564918537%'", "credit_card 4539597564918537"),
        ("card LIKE '%4539597564918537'", "credit_card 4539597564918537"),
        ("ssn like \"%536-22-1840%\"", "us_ssn 536-22-1840"), ("cpf like '%320.554.578-88%'", "br_cpf 320.554.578-88"),
        ("card \"%204539597564918537\"", "credit_card 4539597564918537"),
    ])
    func `what stands for any characters in SQL is no percent-encoding`(text: String, value: String) throws {
        #expect(try found(text) == [value])
    }

    @Test(arguments: [
        "run_id=930572217", "actions/runs/695051808#step", "check_run_id=137627698", "the run 695051808 failed",
    ])
    func `runs of programs are no identity numbers`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: ["RUN 26.534.957-9", "RUN: 26.534.957-9", "R.U.N. 26.534.957-9", "\"run\": \"26.534.957-9\""])
    func `the other name of the Chilean number counts in capitals or as a field`(text: String) throws {
        #expect(try found(text) == ["cl_rut 26.534.957-9"])
    }
}
