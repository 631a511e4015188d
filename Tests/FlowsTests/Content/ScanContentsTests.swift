import DLP
import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Synchronization
import Testing

@testable import Flows

struct ScanContentsTests {
    static let money = "Financial Information"
    static let secrets = "Credentials and Secrets"
    static let people = "Social Security, Insurance, Tax, and Identifier Numbers"

    private func contents(_ fixture: ContosoFixture) throws -> [String: String] {
        let found = try fixture.instances().filter { instance in Check.content.contains { $0.id == instance.check } }
        return Dictionary(found.map { ($0.resource.name, $0.check) }, uniquingKeysWith: { "\($0) \($1)" })
    }

    private func downloads(_ fixture: ContosoFixture) -> Int {
        fixture.takeRequests().filter { $0.path?.hasSuffix("/content") == true }.count
    }

    @Test func `files that match are told once, by their worst sharing`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money, Self.people, Self.secrets])
        _ = try await fixture.scan()
        #expect(
            try contents(fixture) == [
                "Payroll 2026.xlsx": "file-public-write-dlp", "Guests.csv": "file-public-read-dlp",
                "Card orders.csv": "file-company-write-dlp", "Test rig.conf": "file-company-read-dlp",
                "deploy.sh": "file-content-match",
            ])
        let plain = try fixture.instances(check: "file-public-write").map(\.resource.name)
        #expect(plain.contains("Payroll 2026.xlsx"))
    }

    @Test func `a list is narrowed to a detector as a whole by all of its kinds`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        func names(_ entry: String) throws -> Set<String> {
            var filter = InstanceFilter()
            try filter.narrow(toProfile: nil, entry: entry, in: fixture.store)
            return Set(try fixture.store.instances(filter, limit: 50).map(\.resource.name))
        }
        let cards = try #require(Detector.all.first { $0.id == "credit_card" })
        let whole = try names(cards.id)
        #expect(whole.contains("Card orders.csv"))
        #expect(try whole == cards.kinds.map { try names($0.id) }.reduce([]) { $0.union($1) })
        #expect(try !names("passport").contains("Card orders.csv"))
    }

    @Test func `says what was found and where, and keeps no value`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        let instance = try #require(try fixture.instances(check: "file-company-write-dlp").first)
        guard case .records(let rows)? = instance.evidence["matches"], let row = rows.first else {
            Issue.record("no matches")
            return
        }
        #expect(row["profile"] == .text(Self.money))
        #expect(row["count"] == .number(3))
        guard case .list(let samples)? = row["samples"] else { return }
        #expect(samples.count == 3 && samples.allSatisfy { $0.contains("•") })
        // Four digits may stand in a hash by chance.
        let body = String(decoding: try JSONEncoder().encode(instance.evidence), as: UTF8.self)
        #expect(["4929 4212", "49294212", "3460 0821", "34600821"].allSatisfy { !body.contains($0) })
    }

    @Test func `says whose a file is, by the drive it lies in`() async throws {
        let fixture = try ContosoFixture(profiles: ContosoFixture.profiles)
        _ = try await fixture.scan()
        let owners = Dictionary(
            try fixture.contentInstances().map {
                ($0.resource.name, [$0.evidence["owner"], $0.evidence["ownerAddress"]])
            }, uniquingKeysWith: { first, _ in first })
        #expect(owners["Guests.csv"] == [.text("Alex Wilber"), .text("AlexW@contoso.example")])
        #expect(owners["Card orders.csv"] == [.text("Sales"), .text("sales@contoso.example")])
    }

    @Test func `without a profile nothing is downloaded, and the balance says so`() async throws {
        let fixture = try ContosoFixture()
        _ = try await fixture.scan()
        #expect(downloads(fixture) == 0)
        #expect(try contents(fixture).isEmpty)
        let coverage = try fixture.coverage(.fileContents)
        #expect(coverage.map(\.detail) == ["no DLP profile is attached"])
        #expect(coverage[0].state == .notApplicable && coverage[0].subjects > 20)
        let (book, deed) = (ProfileBook(store: fixture.store), Deed(by: "cli:test", at: Date(timeIntervalSince1970: 0)))
        try book.add(ContentProfile(name: "Idle", entries: ["iban"]), deed)
        try book.turn(["iban"], .off, in: "Idle", deed)
        try book.attach(["Idle"], to: fixture.integration, deed)
        #expect(try fixture.coverage(.fileContents).map(\.detail) == ["no entry of an attached DLP profile is on"])
    }

    @Test func `a second scan with no change downloads nothing`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        #expect(downloads(fixture) > 10)
        let before = try fixture.picture()
        let second = try await fixture.scan()
        #expect(downloads(fixture) == 0)
        #expect(second.opened == 0 && second.resolved == 0)
        #expect(try fixture.picture() == before)
    }

    @Test func `a file that was changed is read again, and only that one`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        _ = fixture.takeRequests()
        fixture.tenant.graph.edit { $0.write("nothing to see", to: "Card orders.csv", of: "Sales") }
        fixture.tenant.graph.edit {
            $0.write("IBAN: DE89 3704 0044 0532 0130 00", to: "Readme.md", of: "CameronW@contoso.example")
        }
        let second = try await fixture.scan()
        #expect(downloads(fixture) == 2)
        #expect(second.opened == 1 && second.resolved == 1)
        let now = try contents(fixture)
        #expect(now["Card orders.csv"] == nil && now["Readme.md"] == "file-content-match")
    }

    @Test func `sharing that changes moves the instance without a download`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        _ = fixture.takeRequests()
        fixture.tenant.graph.edit { $0.share("deploy.sh", of: "CameronW@contoso.example", "anonymous view") }
        fixture.tenant.graph.edit { $0.unshare("Price books", of: "Sales") }
        _ = try await fixture.scan()
        #expect(downloads(fixture) == 0)
        let now = try contents(fixture)
        #expect(now["deploy.sh"] == "file-public-read-dlp")
        #expect(now["Card orders.csv"] == "file-content-match")
    }

    @Test func `whom permissions that are not read let in is not known`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        fixture.tenant.graph.edit { $0.share("deploy.sh", of: "CameronW@contoso.example", "person read AdeleV") }
        func reach() throws -> Evidence.Value? {
            try fixture.contentInstances().first { $0.resource.name == "deploy.sh" }?.evidence["reach"]
        }
        var fast = CheckOptions()
        fast.fastSharing = true
        _ = try await fixture.scan(options: fast)
        #expect(try reach() == "named people; guests and grants to everyone are not looked for (fastSharing)")
        // What was left out is read once it is asked for again.
        _ = try await fixture.scan()
        #expect(try reach() == "named people only")
        let drives = try fixture.store.coverageCounts(of: fixture.integration.id).filter { $0.collector == .driveItems }
        #expect(drives.allSatisfy { $0.state == .ok })
    }

    @Test func `a profile that is attached later looks at every file without listing drives again`() async throws {
        let fixture = try ContosoFixture()
        _ = try await fixture.scan()
        _ = fixture.takeRequests()
        _ = try await fixture.scan(profiles: [Self.money])
        let requests = fixture.takeRequests().compactMap(\.path)
        #expect(requests.count { $0.hasSuffix("/content") } > 10)
        #expect(!requests.contains { $0.contains("root/delta?$select") })
        #expect(try contents(fixture)["Card orders.csv"] == "file-company-write-dlp")
    }

    @Test func `a profile that is taken off takes its findings along, and no download`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money, Self.secrets])
        _ = try await fixture.scan()
        _ = fixture.takeRequests()
        _ = try await fixture.scan(profiles: [Self.secrets])
        #expect(downloads(fixture) == 0)
        #expect(try contents(fixture) == ["Test rig.conf": "file-company-read-dlp"])
        _ = try await fixture.scan(profiles: [])
        #expect(try contents(fixture).isEmpty)
    }

    @Test(arguments: [40, 60, 80, 90]) func `a run that was killed goes on with the next file`(cut: Int) async throws {
        let whole = try ContosoFixture(profiles: [Self.money, Self.people])
        _ = try await whole.scan()
        let all = whole.takeRequests().count { $0.path?.hasSuffix("/content") == true }

        let fixture = try ContosoFixture(profiles: [Self.money, Self.people])
        fixture.cut(after: cut)
        await #expect(throws: CancellationError.self) { try await fixture.scan() }
        let settled = try fixture.store.contentCounts(of: fixture.integration.id).filter { $0.standing == .ok }
            .map(\.files).reduce(0, +)
        _ = fixture.takeRequests()
        fixture.cut(after: nil)
        _ = try await fixture.scan()
        #expect(downloads(fixture) <= all - settled)
        #expect(try contents(fixture) == contents(whole))
    }

    @Test func `the token never reaches the host where the files lie`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        let foreign = fixture.takeRequests().filter { $0.path?.contains("download.aspx") == true }
        #expect(foreign.count > 10)
        let origin = try #require(URL(string: fixture.configuration.origin))
        for request in foreign {
            #expect(request.authority != origin.host().map { "\($0):\(origin.port ?? 0)" })
            #expect(request.headerFields[.authorization] == nil)
        }
    }

    @Test func `files that cannot be read are counted with their reason, and never clean`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        var content = ContentSettings { bytes, name in
            name == "Card orders.csv"
                ? Extraction(status: .encrypted, detail: "it needs a password") : PlainText.extraction(bytes)
        }
        content.largest = 800_000
        _ = try await fixture.scan(content: content)
        let coverage = try fixture.coverage(.fileContents)
        #expect(coverage.contains { $0.state == .error && $0.detail == "it needs a password" && $0.subjects == 1 })
        #expect(coverage.contains { $0.state == .error && $0.detail == "larger than 0 MB" })
        #expect(coverage.contains { $0.state == .notApplicable && $0.detail == "a kind of file without text" })
        #expect(coverage.contains { $0.state == .ok && $0.subjects > 10 })
    }

    @Test func `where the host of the files does not answer, the files are unread and everything else is checked`()
        async throws
    {
        let whole = try ContosoFixture(profiles: [Self.money])
        _ = try await whole.scan()
        let host = try #require(
            whole.takeRequests().first { $0.path?.contains("download.aspx") == true }?.authority)
        let fixture = try ContosoFixture(profiles: [Self.money])
        fixture.silentHosts.withLock { _ = $0.insert(host) }
        _ = try await fixture.scan()
        let coverage = try fixture.coverage(.fileContents)
        #expect(coverage.contains { $0.state == .error && $0.detail?.hasPrefix("download host unreachable") == true })
        #expect(!coverage.contains { $0.state == .ok })
        #expect(try contents(fixture).isEmpty)
        func posture(_ fixture: ContosoFixture) throws -> Set<String> {
            let content = Set(Check.content.map(\.id))
            return Set(try fixture.instances().filter { !content.contains($0.check) }.map(\.fingerprint))
        }
        #expect(try posture(fixture) == posture(whole))
    }

    @Test func `what was found stays open while the file cannot be read`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        fixture.tenant.graph.edit { $0.write("now locked", to: "Card orders.csv", of: "Sales") }
        let locked = ContentSettings { _, _ in Extraction(status: .encrypted, detail: "it needs a password") }
        _ = try await fixture.scan(content: locked)
        #expect(try contents(fixture)["Card orders.csv"] == "file-company-write-dlp")
        #expect(
            try fixture.store.doubts(of: fixture.integration.id).contains {
                $0.reason == "the file could not be read (encrypted)"
            })
    }

    @Test func `a file that is deleted takes its finding along`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        fixture.tenant.graph.edit { $0.delete("Card orders.csv", of: "Sales") }
        _ = try await fixture.scan()
        #expect(try contents(fixture)["Card orders.csv"] == nil)
        #expect(try fixture.instances([.resolved], check: "file-company-write-dlp").count == 1)
    }

    @Test func `failures on purpose and tight limits change nothing but the time`() async throws {
        let calm = try ContosoFixture(profiles: [Self.money, Self.people])
        _ = try await calm.scan()
        let rough = try ContosoFixture(profiles: [Self.money, Self.people]) {
            $0.faults = 0.2
            $0.throttle = .tight
        }
        _ = try await rough.scan()
        #expect(try contents(rough) == contents(calm))
    }

    @Test func `a profile that does not exist is said, and the others count`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money, "Gone"])
        _ = try await fixture.scan()
        #expect(try !contents(fixture).isEmpty)
        #expect(try fixture.coverage(.fileContents).contains { $0.detail == "there is no profile of this name" })
    }

    @Test func `a full scan reads every file anew`() async throws {
        let fixture = try ContosoFixture(profiles: [Self.money])
        _ = try await fixture.scan()
        let first = downloads(fixture)
        _ = try await fixture.scan(isFull: true)
        #expect(downloads(fixture) == first)
    }
}
