import Testing

@testable import DLP

/// Names behind their values, in the same object, tag or element.
struct LaterNameTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        #"{"number":"478-31-6069","type":"SSN"}"#, #"{"value":"478-31-6069","type":"string","name":"ssn"}"#,
        #"{"value": "478-31-6069", "name": "ssn"}"#,
        "{\n  \"value\": \"478-31-6069\",\n  \"verified\": true,\n  \"idType\": \"SSN\"\n}",
        #"{\"documentNumber\":\"478-31-6069\",\"documentType\":\"SSN\"}"#,
        #"<input value="478-31-6069" name="ssn">"#, "<ID value='478-31-6069' type='SSN'/>",
        "<id extension=\"478-31-6069\" assigningAuthorityName=\"SSN\"/>",
        "<Number>478-31-6069</Number><Type>SSN</Type>",
        "<a:Value>478-31-6069</a:Value>\n  <a:Country>US</a:Country>\n  <a:FieldName>SSN</a:FieldName>",
    ])
    func `a name behind the value counts as one before it`(text: String) throws {
        #expect(try found(text) == ["us_ssn 478-31-6069"])
    }

    @Test(arguments: [
        #"{"id":"478-31-6069","type":"SSN"},"#, #"{"value":"478-31-6069"},{"name":"ssn"}"#,
        #"{"orderNumber":"478-31-6069","type":"SSN"}"#, #"{"value":"478-31-6069","note":"SSN"}"#,
        "<a><Number>478-31-6069</Number></a><Type>SSN</Type>", #"<input value="478-31-6069"><input name="ssn">"#,
    ])
    func `what another field or object is called counts for nothing`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test func `each object of a list has its own name`() throws {
        let text = #"[{"value":"478-31-6069","name":"ssn"},{"value":"866734795","name":"tfn"}]"#
        #expect(try found(text) == ["us_ssn 478-31-6069", "au_tfn 866734795"])
    }
}
