import Foundation
import Model
import Store

/// What came of a file, read or not, in words that may be kept.
struct ContentOutcome: Sendable {
    var standing: ContentStanding
    var status: Extraction.Status
    /// Why it was not read whole.
    var detail: String?
    /// When it is worth another try although nothing changed.
    var again: Date?
    var labels: [FileContent.Label] = []
    /// Whether these are the labels that the file bears, be there none.
    var knowsLabels: Bool
    var matches: [FileContent.Matched] = []
}

/// Settles a file and keeps what is known of it. A file in which nothing was found is no entity.
///
/// What was found stays until somebody has read the file and found it gone: a file that is not read any more, by its new name, by the
/// settings, by a password, proves nothing.
struct KeepContent: Sendable {
    let session: Session

    func run(_ file: ContentCandidate, _ outcome: ContentOutcome) async throws {
        let known = try session.store.entity(FileContent.self, of: session.id, owner: file.driveID, id: file.id)
        let outcome = known.map { Self.outcome(outcome, of: file, knowing: $0) } ?? outcome
        let isWorthKeeping = !outcome.matches.isEmpty || known != nil && !outcome.standing.coverage.isComplete
        guard isWorthKeeping else { return try await forget(file, outcome) }
        let content = try content(of: file, outcome)
        let (entity, run) = (try StoredEntity(content), session.run.number)
        try await session.write { writer in
            try Self.settle(file, outcome, writer)
            try writer.keep(entity, round: run, run: run)
        }
    }

    private func forget(_ file: ContentCandidate, _ outcome: ContentOutcome) async throws {
        let (run, now) = (session.run.number, session.now())
        let resolved = try await session.write { writer in
            try Self.settle(file, outcome, writer)
            return try writer.forget(.fileContent, owner: file.driveID, id: file.id, run: run, at: now)
        }
        await session.counts.add(resolved)
    }

    private static func settle(
        _ file: ContentCandidate, _ outcome: ContentOutcome, _ writer: StoreWriter
    ) throws {
        try writer.settle(
            file, outcome.standing, detail: outcome.detail, again: outcome.again,
            labels: outcome.knowsLabels ? Set(outcome.labels.map(\.id)) : nil)
    }

    private func content(of file: ContentCandidate, _ outcome: ContentOutcome) throws -> FileContent {
        let id = session.id
        var content = FileContent(id: file.id, driveID: file.driveID, name: file.name, status: outcome.status)
        content.detail = outcome.detail
        content.matches = outcome.matches
        content.tag = outcome.matches.isEmpty ? nil : file.tag
        content.labels = outcome.labels
        content.location = try session.store.entity(Drive.self, of: id, id: file.driveID)?.location
        var reach = try FileReach(store: session.store, integration: id, drive: file.driveID, options: session.options)
        try reach.update(&content, by: file)
        return content
    }

    /// The same with what was known before, as far as it is true still: of a file that was not read, and of one that was read less far.
    private static func outcome(
        _ new: ContentOutcome, of file: ContentCandidate, knowing known: FileContent
    ) -> ContentOutcome {
        var new = new
        if new.standing == .unsupported || new.standing == .kind {
            // Of any other file it is told that there is nothing to read. Of this one something was known.
            new.standing = .error
            new.detail = [new.detail, "what was found in it before stays open"].compactMap(\.self).joined(
                separator: "; ")
        }
        let isUnread = ![.ok, .partial].contains(new.status)
        guard isUnread || new.status == .partial && known.status == .ok, known.tag == file.tag else { return new }
        if isUnread, new.labels.isEmpty { new.labels = known.labels }
        let found = new.matches
        new.matches += known.matches.filter { old in
            !found.contains { $0.profile == old.profile && $0.entry == old.entry }
        }
        return new
    }
}
