import Foundation
import JSONPull
import Model
import Testing

@testable import Store

struct StoredEvidenceTests {
    static let whole: Evidence = [
        "sentence": "Bo \"B\" Å \u{1F600}", "addresses": ["a@contoso.com", "b@contoso.com"], "none": .none, "empty": [],
        "count": .number(3), "share": .number(0.25), "on": true,
        "matches": .records([["entry": "iban", "count": .number(2), "samples": ["DE** **** 4711"]], [:]]),
    ]

    @Test func `what is stored reads back the same`() throws {
        let bytes = try JSONEncoder().encode(Self.whole)
        #expect(try Evidence(stored: Array(bytes)) == Self.whole)
        #expect(try JSONDecoder().decode(Evidence.self, from: bytes) == Self.whole)
    }

    @Test(arguments: ["", "[]", "{", #"{"a":{"b":1}}"#, #"{"a":[1]}"#, #"{"a":"b"} x"#])
    func `what is no evidence is refused`(text: String) {
        #expect(throws: JSONError.self) { try Evidence(stored: Array(text.utf8)) }
    }
}
