import Foundation
import Graph
import Model
import Store

/// One file: downloaded, read, searched, settled.
struct ScanContent: Sendable {
    let session: Session
    let reading: ContentReading

    func run(_ file: ContentCandidate) async throws {
        try Task.checkCancellation()
        let bytes: [UInt8]
        do {
            bytes = try await session.graph.content(ofItem: file.id, in: file.driveID)
        } catch let error as GraphError {
            if error.isFatal { throw error }
            return try await fail(file, error)
        }
        let extraction = await session.content.extract(bytes, file.name)
        try await keep(file, extraction, reading.matches(in: extraction))
    }

    private func fail(_ file: ContentCandidate, _ error: GraphError) async throws {
        let (state, detail) = error.coverage
        let standing: ContentStanding =
            switch state {
            case .denied: .denied
            case .throttled: .throttled
            case .notApplicable: .gone
            case .ok, .error: .failed
            }
        try await session.write { try $0.settle(file, standing, detail: detail) }
    }

    private func keep(
        _ file: ContentCandidate, _ extraction: Extraction, _ matches: [FileContent.Matched]
    ) async throws {
        let (id, run, now) = (session.id, session.run.number, session.now())
        let known = try session.store.entity(FileContent.self, of: id, owner: file.driveID, id: file.id)
        let standing = ContentStanding(extraction.status)
        let detail = extraction.status == .ok ? nil : extraction.detail ?? extraction.status.rawValue
        // A file in which nothing was found is no entity; one that cannot be read any more keeps its place until somebody can say.
        let isWorthKeeping = !matches.isEmpty || known != nil && standing.coverage == .error
        guard isWorthKeeping else {
            let resolved = try await session.write { writer in
                try writer.settle(file, standing, detail: detail)
                return try writer.forget(.fileContent, owner: file.driveID, id: file.id, run: run, at: now)
            }
            await session.counts.add(resolved)
            return
        }
        var content = FileContent(
            id: file.id, driveID: file.driveID, name: file.name, status: extraction.status)
        content.detail = detail
        content.matches = matches
        content.labels = extraction.labels.filter(\.part.isEmpty).map { .init(id: $0.labelID, siteID: $0.siteID) }
        content.location = try session.store.entity(Drive.self, of: id, id: file.driveID)?.location
        var reach = FileReach(store: session.store, integration: id, drive: file.driveID, options: session.options)
        try reach.update(&content, by: file)
        let entity = try StoredEntity(content)
        try await session.write { writer in
            try writer.settle(file, standing, detail: detail)
            try writer.keep(entity, round: run, run: run)
        }
    }
}
