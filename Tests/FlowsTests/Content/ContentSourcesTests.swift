import DLP
import Foundation
import Model
import Testing

@testable import Flows

/// What lies in a folder and is no file.
struct ContentSourcesTests {
    private let folder = NSTemporaryDirectory() + "reeve-\(UUID().uuidString)"

    private func documents() async throws -> [ScannedDocument] {
        let scan = ContentScan(scan: try TextScan([], minimum: .low), profiles: [], values: .hidden) { _, _ in
            Extraction(status: .ok)
        }
        var found: [ScannedDocument] = []
        for item in ContentSources(paths: [LocalPath(folder)], jsonLines: nil) {
            found.append(try await scan.document(item))
        }
        return found
    }

    @Test func `a folder that cannot be read is a document that was not read`() async throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
        defer {
            chmod("\(folder)/in", 0o700)
            try? FileManager.default.removeItem(atPath: folder)
        }
        // For whoever may read everything it is one that is gone by then.
        let inside = ContentItem.unread(
            Extraction(status: .error, detail: LocalPath.Refusal(code: EACCES).description), name: "in")
        let scan = ContentScan(scan: try TextScan([], minimum: .low), profiles: [], values: .hidden) { _, _ in
            Extraction(status: .ok)
        }
        let told = try await scan.document(inside)
        #expect(told.status == .error && told.detail == "cannot read the folder: Permission denied")
        guard getuid() != 0 else { return }
        chmod("\(folder)/in", 0)
        let found = try await documents()
        #expect(found.map(\.name) == ["\(folder)/in"] && found.first?.detail == told.detail)
    }

    @Test func `a link in a folder is followed where that is asked for, one that is given is`() throws {
        for name in ["in", "out"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            try "text".write(toFile: "\(folder)/\(name)/\(name).txt", atomically: false, encoding: .utf8)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/in/file", withDestinationPath: "../out/out.txt")
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/in/folder", withDestinationPath: "../out")
        func names(_ path: String, follows: Bool = false) -> [String] {
            ContentSources(paths: [LocalPath(path)], jsonLines: nil, followsLinks: follows).map { item in
                switch item {
                case .file(_, let name): String(name.dropFirst(folder.count + 1))
                case .links(let count): "\(count) links"
                default: "\(item)"
                }
            }
        }
        #expect(names("\(folder)/in") == ["2 links", "in/in.txt"])
        #expect(names("\(folder)/in", follows: true) == ["in/file", "in/folder/out.txt", "in/in.txt"])
        #expect(names("\(folder)/in/folder") == ["in/folder/out.txt"])
    }

    @Test func `a folder with nothing in it is told`() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var sources = ContentSources(paths: [LocalPath(folder)], jsonLines: nil)
        guard case .emptyFolder(folder) = sources.next() else {
            Issue.record("it is not told")
            return
        }
        let last = sources.next()
        guard case nil = last else {
            Issue.record("there is more")
            return
        }
    }

    @Test func `a socket is of a kind that is not read, as a pipe is`() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array("\(folder)/s".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        let found = try await documents()
        #expect(found.map(\.status) == [.unsupported] && found.map(\.detail) == ["a socket"])
    }
}
