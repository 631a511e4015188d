import Testing

@testable import DLP

/// Words that say that a number is something else: they count where they name that number.
struct OtherNameTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        #"{"order_no":"4471","cc":"6011524022215399"}"#, #"{"invoiceId":"4471","payment":"6011524022215399"}"#,
        #"<order id="44"><pan>6011524022215399</pan></order>"#,
        "INSERT INTO t (id, order_no, pay) VALUES (1, 44, '6011524022215399');",
        "Thanks for your order! We charged 6011524022215399.",
        "id;paid;order_no\n20;6011524022215399;44\n", "GET /pay?invoice=186&x=6011524022215399",
        "<dt>Order</dt><dd>436866580</dd>\n<dt>x</dt><dd>6011524022215399</dd>",
    ])
    func `another value's name does not speak against a card`(text: String) throws {
        #expect(try found(text) == ["credit_card 6011524022215399"])
    }

    @Test(arguments: [
        "order 6011524022215399", "Order No. 6011524022215399", "order #6011524022215399", "Invoice: 6011524022215399",
        #"{"order_no":"6011524022215399"}"#, #"<order id="6011524022215399">"#, "orderNumber=6011524022215399",
        "<order_no>6011524022215399</order_no>", #"<invoice kind="x">6011524022215399</invoice>"#,
        "Your tracking number is 6011524022215399", "<dt>Order</dt><dd>6011524022215399</dd>",
        "Art.-Nr. 655.853\npart no. 6011524022215399", "| Serial | 6011524022215399 |",
        "Order number:\n6011524022215399",
    ])
    func `a name right before a card says what else it is`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test func `a column that bears another name holds no cards, and its neighbour does`() throws {
        let rows = (0..<40).map { "\($0);6011524022215399;Ann;4556737586899855" }
        let text = (["qty;order_no;name;paid"] + rows).joined(separator: "\n")
        let found = try found(text)
        #expect(found.count == 40 && found.allSatisfy { $0 == "credit_card 4556737586899855" })
    }

    @Test func `other values that speak for themselves are judged alike`() throws {
        #expect(try found("ticket closed. SL640665B") == ["uk_nino SL640665B"])
        #expect(try found("ticket SL640665B").isEmpty)
        #expect(try found("order managed. 1 83 08 2B 023 315 49") == ["fr_nir 1 83 08 2B 023 315 49"])
    }

    @Test func `columns listed in JSON name their own values alone`() throws {
        let rows = (0..<20).map { #"["\#($0)","06VH09699","121","648961706"]"# }
        let text =
            #"{"columns":["id","passport_number","qty","order_no"],"rows":["# + rows.joined(separator: ",") + "]}"
        #expect(try found(text).allSatisfy { $0 == "passport 06VH09699" })
        #expect(try found(text).count == 20)
    }

    @Test(arguments: [
        ("Anna 850.709.168-74 started 3 May. Call her.", "br_cpf 850.709.168-74"),
        ("Please pay to NL91 ABNA 0417 1643 00 and call me.", "iban NL91 ABNA 0417 1643 00"),
        ("Paid by 3056 930902 5904, phone follows", "credit_card 3056 930902 5904"),
        ("SSN on file is 536-22-8726. Call me back.", "us_ssn 536-22-8726"),
        ("Social security: as we said, the phone is near. Then 536-22-8726", "us_ssn 536-22-8726"),
        ("BSN van de klant is 111222333, tel. volgt", "nl_bsn 111222333"),
    ])
    func `a telephone somewhere near takes no value that is called otherwise`(text: String, value: String) throws {
        #expect(try found(text) == [value])
    }

    @Test(arguments: [
        ("SSN 536-22-8726, call 415-555-2671 now", "phone 415-555-2671"),
        ("NHS number on file. Phone: 020 7946 0958", "phone 020 7946 0958"),
        ("name,phone,sin\nAda,415-555-2671,046 454 286", "phone 415-555-2671"),
    ])
    func `what is called a telephone is one, whatever else is named near it`(text: String, value: String) throws {
        #expect(try found(text).contains(value))
    }

    @Test(arguments: [
        "Social security: in order to finish. 536-22-8726", "my ssn, in order, is 536-22-8726", "SSN ref. 536-22-8726",
        "SSN: kind build magazine a seat. 536-22-8726", "SSN: la lampe verte refuser toute seule. 536-22-8726",
    ])
    func `a word of another sentence speaks against nothing`(text: String) throws {
        #expect(try found(text) == ["us_ssn 536-22-8726"])
    }

    @Test(arguments: [
        "the SSN of our clients is kept; order no. 536-22-8726", "SSN: see invoice 536-22-8726",
    ])
    func `a word right before a number still says what else it is`(text: String) throws {
        #expect(try found(text).isEmpty)
    }
}
