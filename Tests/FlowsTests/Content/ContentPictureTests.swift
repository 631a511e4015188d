import Foundation
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Pictures in drives, and files whose names say nothing.
struct ContentPictureTests {
    private static let owner = "AlexW@contoso.example"
    private static let pictures = ["Booth.jpg", "Summit.jpg"]
    private static let unread = "an image, and text in images is not read"

    /// With a picture that says the same whatever its bytes are, where text in images is read.
    private func settings(readsImages: Bool) -> ContentSettings {
        var settings = ContentSettings { bytes, name in
            guard name.hasSuffix(".jpg") else { return PlainText.extraction(bytes) }
            let segment = ExtractedSegment(part: "image text", kind: .text, text: "IBAN DE02810756900720031716")
            return readsImages
                ? Extraction(segments: [segment], status: .ok) : Extraction(status: .unsupported, detail: Self.unread)
        }
        settings.readsImages = readsImages
        return settings
    }

    private func pictures(_ fixture: ContosoFixture) throws -> [String] {
        try fixture.contentInstances().map(\.resource.name).filter { $0.hasSuffix(".jpg") }.sorted()
    }

    private func unread(_ fixture: ContosoFixture) throws -> CoverageCount? {
        try fixture.coverage(.fileContents).first { $0.detail == Self.unread }
    }

    @Test func `are told as what they are where text in images is not read, and not downloaded`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await fixture.scan(content: settings(readsImages: false))
        let coverage = try #require(try unread(fixture))
        #expect(coverage.state == .notApplicable && coverage.subjects == 2)
        #expect(try pictures(fixture) == [])
        #expect(try fixture.coverage(.fileContents).contains { $0.detail == "a kind of file without text" })
    }

    @Test func `are read where it is`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await fixture.scan(content: settings(readsImages: true))
        #expect(try pictures(fixture) == Self.pictures && unread(fixture) == nil)
    }

    @Test func `are read by the next scan once it is switched on, and what was read whole is not`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await fixture.scan(content: settings(readsImages: false))
        let first = Set(fixture.takeDownloads())
        _ = try await fixture.scan(content: settings(readsImages: true))
        let second = Set(fixture.takeDownloads())
        #expect(try pictures(fixture) == Self.pictures)
        #expect(second.subtracting(first).count == 2 && !second.isSuperset(of: first))
        _ = try await fixture.scan(content: settings(readsImages: true))
        #expect(fixture.takeDownloads() == [])
        // Switched off again it takes nothing back and asks for nothing.
        _ = try await fixture.scan(content: settings(readsImages: false))
        #expect(try fixture.takeDownloads() == [] && pictures(fixture) == Self.pictures)
    }

    @Test(arguments: ["customers.bin", "customers.dat", "customers.tmp", "customers.bak", "customers"])
    func `a name that says nothing leaves it to the content`(name: String) async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        fixture.tenant.graph.edit { $0.rename("Summit.jpg", of: Self.owner, to: name) }
        fixture.tenant.graph.edit { $0.write("IBAN DE02810756900720031716", to: name, of: Self.owner) }
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().contains { $0.resource.name == name })
    }

    @Test(arguments: ["film.mp4", "song.mp3", "disk.iso", "setup.exe"])
    func `films, music, disk images and programs are passed over by their names`(name: String) {
        #expect(ContentKind.passed(name, readsImages: true)?.standing == .kind)
    }

    @Test(arguments: [
        "a.heic", "a.HEIF", "a.avif", "a.jxl", "a.jp2", "a.jfif", "a.png", "a.psd", "a.dng", "a.cr2",
    ])
    func `a picture in any format is one that was not read`(name: String) {
        let passed = ContentKind.passed(name, readsImages: false)
        #expect(passed?.standing == .unsupported && passed?.detail == Self.unread)
        #expect(ContentKind.passed(name, readsImages: true) == nil)
    }

    private func rename(_ file: String, to name: String, _ fixture: ContosoFixture) {
        fixture.tenant.graph.edit { $0.rename(file, of: Self.owner, to: name) }
    }

    private static let kept = "what was found in it before stays open"

    /// The open instances of a file, and why it is not read.
    private func state(of name: String, _ fixture: ContosoFixture) throws -> (open: [Instance], why: String?) {
        let open = try fixture.contentInstances().filter { $0.resource.name == name }
        let unread = try fixture.store.unreadFiles(of: fixture.integration.id, limit: 1_000)
        return (open, unread.first { $0.file.name == name }?.detail)
    }

    @Test(arguments: [true, false]) func `what was found in a picture stays when pictures are not read any more`(
        isFull: Bool
    ) async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await fixture.scan(content: settings(readsImages: true))
        let before = try #require(try state(of: "Summit.jpg", fixture).open.first)
        _ = try await fixture.scan(isFull: isFull, content: settings(readsImages: false))
        let after = try state(of: "Summit.jpg", fixture)
        #expect(after.open.map(\.fingerprint) == [before.fingerprint] && after.open.first?.matches == before.matches)
        #expect(after.why == (isFull ? "\(Self.unread); \(Self.kept)" : nil))
        // With other bytes nobody knows: that is no reason to close it either.
        fixture.tenant.graph.edit { $0.write("another picture", to: "Summit.jpg", of: Self.owner) }
        _ = try await fixture.scan(content: settings(readsImages: false))
        #expect(try state(of: "Summit.jpg", fixture).open.map(\.fingerprint) == [before.fingerprint])
        #expect(try state(of: "Summit.jpg", fixture).why == "\(Self.unread); \(Self.kept)")
        let coverage = try fixture.coverage(.fileContents).filter { $0.detail?.hasSuffix(Self.kept) == true }
        #expect(coverage.map(\.state) == [.error])
        #expect(try fixture.store.doubts(of: fixture.integration.id).contains { $0.reason.hasSuffix("(unsupported)") })
        // Read once more it can be told.
        let empty = ContentSettings { _, _ in Extraction(status: .ok) }
        var reading = empty
        reading.readsImages = true
        _ = try await fixture.scan(content: reading)
        #expect(try pictures(fixture) == (isFull ? [] : ["Booth.jpg"]))
        #expect(try state(of: "Summit.jpg", fixture).why == nil)
    }

    @Test(arguments: ["customers.mp3", "customers.iso", "customers.mp4", "customers.exe", "customers.heic"])
    func `a file that gets a name of a kind that is not read keeps what was found`(name: String) async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        let text = "customers.txt"
        rename("Summit.jpg", to: text, fixture)
        fixture.tenant.graph.edit { $0.write("IBAN DE02810756900720031716", to: text, of: Self.owner) }
        _ = try await fixture.scan()
        let before = try #require(try state(of: text, fixture).open.first)
        rename(text, to: name, fixture)
        _ = fixture.takeDownloads()
        _ = try await fixture.scan()
        let after = try state(of: name, fixture)
        #expect(fixture.takeDownloads() == [] && after.open.map(\.fingerprint) == [before.fingerprint])
        #expect(after.open.first?.matches == before.matches && after.why?.hasSuffix(Self.kept) == true)
        // Other bytes under such a name are not looked at either.
        fixture.tenant.graph.edit { $0.write("nothing", to: name, of: Self.owner) }
        _ = try await fixture.scan()
        #expect(try state(of: name, fixture).open.map(\.fingerprint) == [before.fingerprint])
        rename(name, to: text, fixture)
        _ = try await fixture.scan()
        #expect(try state(of: text, fixture).open.isEmpty)
    }

    @Test func `what its content shows to be a picture keeps what was found in it before`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        rename("Summit.jpg", to: "letter.docx", fixture)
        fixture.tenant.graph.edit { $0.write("IBAN DE02810756900720031716", to: "letter.docx", of: Self.owner) }
        _ = try await fixture.scan()
        let unread = ContentSettings { _, _ in Extraction(status: .unsupported, detail: Self.unread) }
        _ = try await fixture.scan(isFull: true, content: unread)
        let after = try state(of: "letter.docx", fixture)
        #expect(after.open.first?.matches.isEmpty == false && after.why == "\(Self.unread); \(Self.kept)")
    }

    @Test func `what was kept before says that text in images was not read`() {
        let old = ScannedFor(#"{"name":"A"} []"#)
        let with = ScannedFor(profiles: old.profiles, limits: old.limits, readsImages: true)
        #expect(!old.readsImages && ScannedFor(with.text) == with && with != old)
    }
}
