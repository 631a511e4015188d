import DLP
import Foundation
import Model
import Store

/// Brings what was found in files up to date without reading them: their names, who reaches them, which profiles still count.
struct ReviewContents: Sendable {
    let session: Session
    let profiles: AttachedProfiles
    /// Profiles that have another name since they were looked for.
    let renames: [String: String]
    /// What the matches of each profile may be called.
    private let wanted: [String: Set<String>]

    init(session: Session, profiles: AttachedProfiles, renames: [String: String]) {
        self.session = session
        self.profiles = profiles
        self.renames = renames
        wanted = Dictionary(
            profiles.profiles.map { ($0.name, $0.entryNames) }, uniquingKeysWith: { first, _ in first })
    }

    func run() async throws {
        var reach: FileReach?
        try await session.store.forEachPage(of: FileContent.self, of: session.id) { page in
            try Task.checkCancellation()
            var changed: [StoredEntity] = []
            var gone: [FileContent] = []
            for content in page {
                guard let file = try session.store.candidate(of: session.id, drive: content.driveID, id: content.id)
                else {
                    gone.append(content)
                    continue
                }
                if reach?.drive != content.driveID {
                    reach = try FileReach(
                        store: session.store, integration: session.id, drive: content.driveID,
                        options: session.options)
                }
                let wanted = try wanted(content, file, &reach)
                if profiles.profiles.isEmpty || wanted.matches.isEmpty && !content.matches.isEmpty {
                    gone.append(content)
                } else if wanted != content {
                    changed.append(try StoredEntity(wanted))
                }
            }
            try await write(changed, gone)
        }
    }

    private func wanted(
        _ content: FileContent, _ file: ContentCandidate, _ reach: inout FileReach?
    ) throws -> FileContent {
        var content = content
        for place in content.matches.indices {
            if let name = renames[content.matches[place].profile] { content.matches[place].profile = name }
        }
        content.matches.removeAll { wanted[$0.profile]?.contains($0.entry) != true }
        try reach?.update(&content, by: file)
        return content
    }

    private func write(_ changed: [StoredEntity], _ gone: [FileContent]) async throws {
        guard !changed.isEmpty || !gone.isEmpty else { return }
        let (run, now) = (session.run.number, session.now())
        let resolved = try await session.write { writer in
            try writer.keep(changed, round: run, run: run)
            return try gone.reduce(0) {
                try $0 + writer.forget(.fileContent, owner: $1.driveID, id: $1.id, run: run, at: now)
            }
        }
        await session.counts.add(resolved)
    }
}
