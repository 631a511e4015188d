import Model
import Testing

@testable import Report

struct ContentWriterTests {
    private let document = ScannedDocument(
        name: "many.txt", status: .ok, detail: nil, labels: [], findings: [], unlisted: ["us_ssn": 1_500, "iban": 1])

    @Test func `says how many matches are not listed`() {
        #expect(
            ContentWriter(format: .jsonl).text(document)
                == "{\"doc\":\"many.txt\",\"status\":\"ok\",\"labels\":[],\"unlisted\":{\"iban\":1,\"us_ssn\":1500}}\n")
        #expect(
            ContentWriter(format: .table).text(document)
                == "many.txt  ok\n  iban: 1 more, counted and not listed\n  us_ssn: 1,500 more, counted and not listed\n"
        )
        let note = ContentWriter(format: .csv).note(on: document)
        #expect(note == "many.txt: iban: 1 more, us_ssn: 1,500 more, counted and not listed")
    }
}
