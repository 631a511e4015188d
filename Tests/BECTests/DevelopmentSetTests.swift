import BEC
import Foundation
import Mail
import Model
import Testing

/// The labelled development cases, where they lie beside the checkout.
@Suite struct DevelopmentSetTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/bec-dev").standardizedFileURL.path

    private struct Case: Decodable {
        struct Context: Decodable {
            let rcpt: String
            let envelope_from: String
            let history: History
        }
        struct History: Decodable {
            let inbound: Int
            let outbound: Int
        }
        let label: String
        let targets: [String]
        let context: Context
        let raw_b64: String
    }

    private static func cases(_ file: String) throws -> [Case] {
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }

    private static func verdict(_ item: Case, _ company: Company) throws -> Verdict {
        let bytes = [UInt8](try #require(Data(base64Encoded: item.raw_b64)))
        let context = item.context
        let envelope = Envelope(
            mailFrom: context.envelope_from, recipients: [context.rcpt],
            history: .init(inbound: context.history.inbound, outbound: context.history.outbound),
            received: Date(timeIntervalSince1970: 1_782_000_000))
        return judge(Message(bytes), in: envelope, for: company, door: .stored)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "needs ../shared/data/bec-dev"))
    func `finds the attacks, names the right person, and leaves honest mail alone`() throws {
        let company = try Company.fromSnapshot(
            json: Data(contentsOf: URL(fileURLWithPath: Self.folder + "/directory.json")))
        var found = 0
        var rightly = 0
        var attacks = 0
        for item in try Self.cases("cases.jsonl") + Self.cases("cases_real.jsonl") {
            let verdict = try Self.verdict(item, company)
            let isFound = verdict.attributes.contains("BEC")
            if item.label == "impersonation" {
                attacks += 1
                found += isFound ? 1 : 0
                rightly += isFound && item.targets.contains(verdict.matched?.id ?? "") ? 1 : 0
            } else {
                #expect(!isFound, "\(verdict)")
            }
        }
        #expect(attacks > 200)
        #expect(Double(found) / Double(attacks) >= 0.95)
        #expect(Double(rightly) / Double(found) >= 0.99)
    }
}
