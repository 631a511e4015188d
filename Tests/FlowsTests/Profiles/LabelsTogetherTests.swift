import DLP
import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

/// Labels in profiles that want several entries together: the scan of drives, `dlp scan` and a trial say the same.
struct LabelsTogetherTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let (secret, board) = (
        "4e4234dd-377b-42a3-935b-0e42f138fa23", "b31dcbf5-1d16-459d-8453-dc7d729e1a68"
    )
    private static let (iban, ssn) = ("IBAN DE02810756900720031716", "SSN 536-22-8726")

    private let book: ProfileBook

    init() async throws {
        let store = try Store(.memory, key: SecretKey())
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let integration = try store.add(
            Integration(
                name: "contoso", tenantID: Self.tenant, clientID: "11111111-2222-4333-8444-555555555555",
                graphURL: "https://graph.microsoft.com", loginURL: "https://login.microsoftonline.com",
                credential: .secret, createdAt: now),
            secret: CredentialSecret(clientSecret: "x"))
        let labels = [Self.secret, Self.board].map { SensitivityLabel(id: $0) }
        try await store.write(integration.id) { try $0.keepLabels(labels, round: 1, at: now) }
        book = ProfileBook(store: store)
    }

    private func add(_ entries: [String], together: Int, allowed: Int = 0) throws {
        var profile = ContentProfile(name: "Both", entries: Set(entries), together: together)
        profile.allowed = allowed
        try book.add(profile, Deed(by: "user:ana", at: Date(timeIntervalSince1970: 0)))
    }

    /// The entries that are told of a document.
    private func told(_ texts: [String], labels: [String]) async throws -> [Set<String>] {
        let extraction = Extraction(
            segments: texts.enumerated().map { ExtractedSegment(part: "part \($0)", kind: .text, text: $1) },
            labels: labels.map { DocumentLabel(labelID: $0, siteID: Self.tenant, carrier: .labelInfo) }, status: .ok)
        let chosen = try ChosenDetectors(detectors: [], wanted: try book.wanted(["Both"]), minimum: nil)
        let scan = try chosen.scan()
        let reading = ContentReading(scan: scan, profiles: chosen.profiles) { "\($0.count)" }
        let local = try await ContentScan(
            scan: scan, profiles: chosen.profiles, values: .hidden, read: { _, _ in extraction }
        ).document(.file(path: LocalPath("/dev/null"), name: "a.docx"))
        let trial = try ContentTrial(profile: "Both", in: book).run(extraction)
        return [
            Set(reading.matches(in: extraction).map(\.entry)), Set(local.findings.map(\.match.entry)),
            Set(trial.found.filter(\.counts).map(\.match.entry)),
        ]
    }

    private func id(_ label: String) -> String { "label-\(label)" }

    @Test func `a label is one of the entries, close to everything in the document`() async throws {
        try add([id(Self.secret), "iban"], together: 2)
        let nothing = [Set<String>](repeating: [], count: 3)
        #expect(try await told(["nothing"], labels: [Self.secret]) == nothing)
        #expect(try await told([Self.iban], labels: []) == nothing)
        #expect(try await told([Self.iban], labels: [Self.board]) == nothing)
        let both: Set = [id(Self.secret), "iban"]
        #expect(try await told(["nothing", Self.iban], labels: [Self.secret]) == [both, both, both])
    }

    @Test func `two labels are two entries`() async throws {
        try add([id(Self.secret), id(Self.board), "iban", "us_ssn"], together: 2)
        let labels: Set = [id(Self.secret), id(Self.board)]
        #expect(try await told([], labels: [Self.secret, Self.board]) == [labels, labels, labels])
        let all = labels.union(["iban", "us_ssn"])
        #expect(try await told([Self.iban, Self.ssn], labels: [Self.secret, Self.board]) == [all, all, all])
        #expect(try await told([], labels: [Self.secret]) == [[], [], []])
    }

    @Test func `what else is wanted has to stand close together`() async throws {
        try add([id(Self.secret), "iban", "us_ssn"], together: 3)
        let all: Set = [id(Self.secret), "iban", "us_ssn"]
        #expect(try await told(["\(Self.iban), \(Self.ssn)"], labels: [Self.secret]) == [all, all, all])
        #expect(try await told([Self.iban, Self.ssn], labels: [Self.secret]) == [[], [], []])
        #expect(try await told(["\(Self.iban), \(Self.ssn)"], labels: []) == [[], [], []])
    }

    @Test func `a label that is not told is none of the different values`() async throws {
        try add([id(Self.secret), "iban"], together: 2, allowed: 1)
        let both: Set = [id(Self.secret), "iban"]
        #expect(try await told([Self.iban], labels: [Self.secret]) == [both, both, both])
        let trial = try ContentTrial(profile: "Both", in: book).run(
            Extraction(
                labels: [DocumentLabel(labelID: Self.secret, siteID: Self.tenant, carrier: .xmp)], status: .ok))
        #expect(trial.found.map(\.miss) == [.together(2)] && trial.counting == 0)
    }
}
