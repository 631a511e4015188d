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
        let notes = ContentWriter(format: .csv).notes(on: document)
        #expect(notes == ["many.txt: iban: 1 more, us_ssn: 1,500 more, counted and not listed"])
    }

    @Test func `says how much of a document is in another one`() {
        var document = document
        let match = Match(detector: "own-plan", entry: "own-plan", range: 3..<90, confidence: .high, isSample: false)
        document.findings = [.init(match: match, profile: "Ours", masked: "•••an", value: nil, likeness: 83)]
        #expect(ContentWriter(format: .jsonl).text(document).contains(#""confidence":"high","likeness":83,"match""#))
        #expect(ContentWriter(format: .table).text(document).contains("own-plan  83% of a document  •••an  3–90\n"))
        #expect(ContentWriter(format: .csv).head.hasSuffix("match,value,likeness\r\n"))
        #expect(ContentWriter(format: .csv).text(document).contains(",•••an,,83\r\n"))
    }

    @Test func `a table tells a label by its name and without a place, other formats by its id`() {
        var document = document
        let entry = "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68"
        let match = Match(detector: entry, entry: entry, range: 0..<0, confidence: .high, isSample: false)
        document.findings = [.init(match: match, profile: "Ours", masked: "", value: nil)]
        let names = [entry: "Confidential \\ Board Only"]
        let table = ContentWriter(format: .table, labels: names).text(document)
        #expect(table.contains("  high  Confidential \\ Board Only\n"))
        #expect(ContentWriter(format: .table).text(document).contains("  high  \(entry)\n"))
        #expect(ContentWriter(format: .jsonl, labels: names).text(document).contains("\"entry\":\"\(entry)\""))
    }

    @Test(arguments: Extraction.Status.allCases) func `says in every format what was not read whole`(
        status: Extraction.Status
    ) {
        let document = ScannedDocument(name: "many.txt", status: status, detail: "why", labels: [], findings: [])
        let notes = ContentWriter(format: .csv).notes(on: document)
        #expect(notes == (status == .ok ? [] : ["many.txt: \(status.rawValue): why"]))
        for format in [Format.json, .jsonl, .table] {
            #expect(ContentWriter(format: format).text(document).contains(status.rawValue))
            #expect(ContentWriter(format: format).notes(on: document) == [])
        }
        let tail = ContentWriter(format: .table).tail(documents: 2, matches: 1, incomplete: status == .ok ? 0 : 1)
        #expect(tail == "2 documents: 1 match" + (status == .ok ? ".\n" : "; 1 not read whole.\n"))
    }
}
