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

    @Test func `what was kept before says that text in images was not read`() {
        let old = ScannedFor(#"{"name":"A"} []"#)
        let with = ScannedFor(profiles: old.profiles, limits: old.limits, readsImages: true)
        #expect(!old.readsImages && ScannedFor(with.text) == with && with != old)
    }
}
