import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// The sensitivity labels of files that are not downloaded or cannot be opened.
struct ContentLabelTests {
    private static let boardOnly = "b31dcbf5-1d16-459d-8453-dc7d729e1a68"
    private static let labels = "MIP Sensitivity Labels - contoso"
    private static let sales = "Sales"

    private func fixture(
        _ label: FileLabel, profiles: [String] = [labels], _ change: (inout SimulatedConfiguration) -> Void = { _ in }
    ) throws -> ContosoFixture {
        let fixture = try ContosoFixture(profiles: profiles, change)
        fixture.tenant.graph.edit { $0.setLabel(label, on: "Leads.xlsx", of: Self.sales) }
        return fixture
    }

    private func own(_ fixture: ContosoFixture) -> FileLabel {
        .label(id: Self.boardOnly, tenant: fixture.configuration.tenantID)
    }

    /// One file cannot be opened, the others are empty.
    private let locked = ContentSettings { _, name in
        name == "Leads.xlsx" ? Extraction(status: .encrypted, detail: "it needs a password") : Extraction(status: .ok)
    }

    private func asked(_ fixture: ContosoFixture) -> [HTTPRequest] {
        fixture.takeRequests().filter { $0.path?.hasSuffix("/extractSensitivityLabels") == true }
    }

    private func mark(_ fixture: ContosoFixture, _ label: FileLabel) {
        fixture.tenant.graph.edit { $0.setLabel(label, on: "Leads.xlsx", of: Self.sales) }
    }

    @Test(arguments: [false, true]) func `an encrypted file matches by the label that SharePoint tells`(
        wrapped: Bool
    ) async throws {
        let fixture = try fixture(.none) { $0.wrapsLabels = wrapped }
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        let requests = asked(fixture)
        #expect(requests.count == 1 && requests[0].method == .post)
        let found = try fixture.contentInstances()
        #expect(found.map(\.resource.name) == ["Leads.xlsx"] && found.map(\.check) == ["file-content-match"])
        #expect(found.first?.matches.first?["entry"] == .text("label-\(Self.boardOnly)"))
        #expect(found.first?.evidence["labels"] == .list([Self.boardOnly]))
        #expect(found.first?.evidence["status"] == .text("encrypted"))
        let coverage = try fixture.contentCoverage(of: "Leads.xlsx")
        #expect(coverage?.state == .error && coverage?.detail == "it needs a password")
    }

    @Test(arguments: [
        ("board only", true), (#"Confidential\ board ONLY"#, true), ("Confidential", true), (labels, true),
        (#"General\Board Only"#, false), ("Public", false),
    ])
    func `a file is found by the label that it bears and by the profile`(text: String, isFound: Bool) async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        var filter = InstanceFilter()
        try filter.search(text, in: fixture.store)
        #expect(try fixture.store.instances(filter, limit: 5).contains { $0.resource.name == "Leads.xlsx" } == isFound)
    }

    @Test(
        arguments: [
            (boardOnly, true), (boardOnly.uppercased(), true), (#"confidential \Board Only"#, true),
            ("General", false), ("Confidential", false), ("Board Only", nil), (#"General \ Board Only"#, nil),
        ] as [(String, Bool?)])
    func `a list is narrowed to a label by its id and its whole path`(label: String, isFound: Bool?) async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        var filter = InstanceFilter()
        guard let isFound else {
            #expect(throws: ProfileTrouble.self) { try filter.narrow(toProfile: nil, label: label, in: fixture.store) }
            return
        }
        try filter.narrow(toProfile: nil, label: label, in: fixture.store)
        #expect(try fixture.store.instances(filter, limit: 5).contains { $0.resource.name == "Leads.xlsx" } == isFound)
        #expect(try fixture.store.instancesByLabel(of: fixture.integration.id) == [Self.boardOnly: 1])
    }

    @Test(arguments: [#"Confidential \ Board Only"#, #"confidential\board only"#, #"Secret \ Board Only"#])
    func `a label is meant by a path that it had as well`(path: String) async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        fixture.tenant.graph.edit { $0.renameLabel("Confidential", to: "Secret") }
        fixture.clock.advance(60)
        _ = try await fixture.scan(content: locked)
        var filter = InstanceFilter()
        try filter.narrow(toProfile: nil, label: path, in: fixture.store)
        #expect(filter.content.labels == [Self.boardOnly])
        #expect(try fixture.store.instances(filter, limit: 5).contains { $0.resource.name == "Leads.xlsx" })
        // Where another one has the path now, it is the one that is meant.
        let new = [("new-parent", "Confidential", nil), ("new", "Board Only", "new-parent")].map { id, name, parent in
            var label = SensitivityLabel(id: id)
            (label.name, label.parentID) = (name, parent)
            return label
        }
        let now = fixture.clock.now
        try await fixture.store.write(fixture.integration.id) { try $0.keepLabels(new, round: 9, at: now) }
        try filter.narrow(toProfile: nil, label: path, in: fixture.store)
        #expect(filter.content.labels == [LabelBook.path(path).hasPrefix("secret") ? Self.boardOnly : "new"])
    }

    @Test func `a label's name means that of the integration whose list it is`() async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        let other = try fixture.store.add(
            Integration(
                name: "fabrikam", tenantID: "11111111-2222-3333-4444-555555555555",
                clientID: fixture.integration.clientID,
                graphURL: fixture.configuration.origin, loginURL: fixture.configuration.origin, credential: .secret,
                createdAt: fixture.clock.now), secret: CredentialSecret(clientSecret: "x"))
        var label = SensitivityLabel(id: "22222222-2222-3333-4444-555555555555")
        label.name = "General"
        let (labels, now) = ([label], fixture.clock.now)
        try await fixture.store.write(other.id) { try $0.keepLabels(labels, round: 1, at: now) }
        for (integration, id) in [
            (fixture.integration, "label-4e4234dd-377b-42a3-935b-0e42f138fa23"), (other, "label-\(label.id)"),
        ] {
            var filter = InstanceFilter()
            filter.integration = integration.id
            try filter.narrow(toProfile: nil, entry: "general", in: fixture.store)
            #expect(filter.content.entries == [id])
            filter.integration = nil
            // The list of one finding is that of its integration.
            filter.findings = [Finding.Key(integration: integration.id, check: "file-content-match")]
            try filter.narrow(toProfile: nil, entry: "General", label: "General", in: fixture.store)
            #expect(filter.content.entries == [id] && filter.content.labels == [String(id.dropFirst(6))])
            filter.findings = nil
            #expect(throws: ProfileTrouble.self) {
                try filter.narrow(toProfile: nil, entry: "General", in: fixture.store)
            }
        }
        var filter = InstanceFilter()
        filter.integration = other.id
        #expect(throws: ProfileTrouble.self) {
            try filter.narrow(toProfile: nil, entry: #"Confidential \ Board Only"#, in: fixture.store)
        }
    }

    @Test func `a file that is too large is asked for its label, not for its bytes`() async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        var settings = ContentSettings { _, _ in Extraction(status: .ok) }
        settings.largest = 1
        _ = try await fixture.scan(content: settings)
        let paths = fixture.takeRequests().compactMap(\.path)
        #expect(!paths.contains { $0.hasSuffix("/content") })
        // Kinds of files that bear no labels are not asked for.
        let asked = paths.count { $0.hasSuffix("/extractSensitivityLabels") }
        let large = try fixture.coverage(.fileContents).filter { $0.detail == "larger than 0 MB" }.map(\.subjects)
        #expect(asked > 10 && asked < large.reduce(0, +))
        // Two documents of the sample tenant bear labels of their own.
        #expect(
            try Set(fixture.contentInstances().map(\.resource.name)) == ["Leads.xlsx", "Plan.docx", "Forecast.xlsx"])
        _ = try await fixture.scan(content: settings)
        #expect(self.asked(fixture).isEmpty)
    }

    @Test func `a label of another tenant is none of ours, and is told as such`() async throws {
        let stranger = "11111111-2222-3333-4444-555555555555"
        let fixture = try fixture(.label(id: Self.boardOnly, tenant: stranger))
        _ = try await fixture.scan(content: locked)
        #expect(asked(fixture).count == 1)
        let found = try #require(try fixture.contentInstances().first)
        let match = try #require(found.matches.first)
        #expect(match["entry"] == .text("label-not-of-\(fixture.configuration.tenantID)"))
        #expect(match["title"] == .text("Labels of other organizations"))
        #expect(
            found.evidence["foreignLabels"]
                == .records([["label": .text(Self.boardOnly), "tenant": .text(stranger), "part": .none]]))
        #expect(found.check == "file-content-match" && found.resource.name == "Leads.xlsx")
    }

    @Test func `a label of another tenant on a document inside of a file is told with the document`() async throws {
        let stranger = "11111111-2222-3333-4444-555555555555"
        let fixture = try fixture(.none)
        let attached = ContentSettings { _, name in
            guard name == "Leads.xlsx" else { return Extraction(status: .ok) }
            let label = DocumentLabel(
                labelID: Self.boardOnly, siteID: stranger, carrier: .labelInfo, part: "Offer.docx")
            return Extraction(labels: [label], status: .ok)
        }
        _ = try await fixture.scan(content: attached)
        let found = try #require(try fixture.contentInstances().first)
        #expect(found.matches.first?["title"] == .text("Labels of other organizations"))
        #expect(found.evidence["labels"] == .list([]))
        #expect(
            found.evidence["foreignLabels"]
                == .records([["label": .text(Self.boardOnly), "tenant": .text(stranger), "part": .text("Offer.docx")]]))
        #expect(found.matches.first?["places"] == .list(["sensitivity label of Offer.docx"]))
    }

    @Test(arguments: ["fileDoubleKeyEncrypted", "fileDecryptionNotSupported"])
    func `a label that cannot be told is unknown, and not asked for again`(code: String) async throws {
        // With profiles for which a number of three digits may be a value.
        let fixture = try fixture(.locked(code), profiles: [Self.labels] + ContosoFixture.profiles)
        _ = try await fixture.scan(content: locked)
        #expect(asked(fixture).count == 1)
        #expect(
            try fixture.contentCoverage(of: "Leads.xlsx")?.detail
                == "it needs a password; label unknown: 423 \(code)")
        fixture.clock.advance(30 * 3600)
        _ = try await fixture.scan(content: locked)
        #expect(asked(fixture).isEmpty)
    }

    @Test(arguments: ["Leads.xlsx.pfile", "Leads.ptxt", "Leads.PPDF"])
    func `a protected file of any kind is asked for its label, which is unknown where SharePoint cannot say it`(
        name: String
    ) async throws {
        let fixture = try fixture(.none)
        fixture.tenant.graph.edit { $0.rename("Leads.xlsx", of: Self.sales, to: name) }
        let protected = ContentSettings { _, file in
            file == name
                ? Extraction(status: .encrypted, detail: "protected by rights management") : Extraction(status: .ok)
        }
        _ = try await fixture.scan(content: protected)
        #expect(asked(fixture).count == 1)
        let coverage = try fixture.contentCoverage(of: name)
        #expect(coverage?.detail == "protected by rights management; label unknown: 400 notSupported")
        #expect(coverage?.state == .error)
    }

    @Test func `a label that is told later is asked for once a day`() async throws {
        let fixture = try fixture(.locked("fileDecryptionDeferred"))
        _ = try await fixture.scan(content: locked)
        mark(fixture, own(fixture))
        _ = asked(fixture)
        _ = try await fixture.scan(content: locked)
        #expect(asked(fixture).isEmpty)
        fixture.clock.advance(21 * 3600)
        _ = try await fixture.scan(content: locked)
        #expect(asked(fixture).count == 1)
        #expect(try fixture.contentInstances().map(\.resource.name) == ["Leads.xlsx"])
    }

    @Test func `what was known stays open while the label is unknown`() async throws {
        let fixture = try fixture(.none)
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        fixture.tenant.graph.edit { $0.write("new", to: "Leads.xlsx", of: Self.sales) }
        mark(fixture, .locked("fileDoubleKeyEncrypted"))
        _ = try await fixture.scan(content: locked)
        #expect(try fixture.contentInstances().map(\.resource.name) == ["Leads.xlsx"])
        #expect(
            try fixture.store.doubts(of: fixture.integration.id).contains {
                $0.reason == "the file could not be read (encrypted)"
            })
    }

    @Test func `nobody is asked where no label is looked for, or the file tells it itself`() async throws {
        let without = try fixture(.none, profiles: [ContosoFixture.money])
        mark(without, own(without))
        _ = try await without.scan(content: locked)
        #expect(asked(without).isEmpty)
        let fixture = try fixture(.none)
        let tenant = fixture.configuration.tenantID
        let telling = ContentSettings { _, name in
            guard name == "Leads.xlsx" else { return Extraction(status: .ok) }
            let label = DocumentLabel(labelID: Self.boardOnly, siteID: tenant, carrier: .dataSpaces)
            return Extraction(labels: [label], status: .encrypted, detail: "it needs a password")
        }
        _ = try await fixture.scan(content: telling)
        #expect(asked(fixture).isEmpty)
        #expect(try fixture.contentInstances().map(\.resource.name) == ["Leads.xlsx"])
    }

    /// One file bears a label, the others none.
    private func labelled(_ fixture: ContosoFixture) -> ContentSettings {
        let tenant = fixture.configuration.tenantID
        return ContentSettings { _, name in
            guard name == "Leads.xlsx" else { return Extraction(status: .ok) }
            return Extraction(
                labels: [DocumentLabel(labelID: Self.boardOnly, siteID: tenant, carrier: .labelInfo)], status: .ok)
        }
    }

    @Test func `a label that is asked for later is looked for in the files that bear it, in no others`() async throws {
        let fixture = try fixture(.none, profiles: [ContosoFixture.money])
        let content = labelled(fixture)
        _ = try await fixture.scan(content: content)
        #expect(try fixture.takeDownloads().count > 10 && fixture.contentInstances().isEmpty)

        _ = try await fixture.scan(profiles: [ContosoFixture.money, Self.labels], content: content)
        #expect(fixture.takeDownloads().count == 1)
        let found = try fixture.contentInstances()
        #expect(found.map(\.resource.name) == ["Leads.xlsx"])
        #expect(found.first?.matches.first?["entry"] == .text("label-\(Self.boardOnly)"))
        _ = try await fixture.scan(profiles: [ContosoFixture.money, Self.labels], content: content)
        #expect(fixture.takeDownloads().isEmpty)
        _ = try await fixture.scan(profiles: [ContosoFixture.money], content: content)
        #expect(try fixture.takeDownloads().isEmpty && fixture.contentInstances().isEmpty)
    }

    @Test func `a label that is switched off and on again is read from what is known of the files`() async throws {
        let fixture = try fixture(.none)
        let content = labelled(fixture)
        _ = try await fixture.scan(content: content)
        let before = try fixture.picture()
        let (book, deed) = (ProfileBook(store: fixture.store), Deed(by: "cli:test", at: Date(timeIntervalSince1970: 0)))
        let entries = try #require(try book.items().first { $0.profile.name == Self.labels }).profile.entries.sorted()
        for entry in entries where entry.hasPrefix("label-") {
            try book.turn([entry], .off, in: Self.labels, deed)
            _ = try await fixture.scan(content: content)
            _ = fixture.takeDownloads()
            let isBorne = entry == "label-\(Self.boardOnly)"
            // Any label may be one of another organization.
            let isAsked = isBorne || entry.hasPrefix("label-not-of-")
            #expect(try fixture.contentInstances().isEmpty == isBorne, "\(entry)")
            try book.turn([entry], .on, in: Self.labels, deed)
            _ = try await fixture.scan(content: content)
            #expect(fixture.takeDownloads().count == (isAsked ? 1 : 0), "\(entry)")
            #expect(try fixture.picture() == before)
        }
    }

    @Test func `a file of which nobody knows the label is asked for it once one is looked for`() async throws {
        let fixture = try fixture(.none, profiles: [ContosoFixture.money])
        mark(fixture, own(fixture))
        _ = try await fixture.scan(content: locked)
        _ = fixture.takeRequests()
        _ = try await fixture.scan(profiles: [ContosoFixture.money, Self.labels], content: locked)
        let requests = fixture.takeRequests().compactMap(\.path)
        #expect(requests.count { $0.hasSuffix("/extractSensitivityLabels") } == 1)
        #expect(requests.count { $0.hasSuffix("/content") } == 1)
        #expect(try fixture.contentInstances().map(\.resource.name) == ["Leads.xlsx"])
    }
}
