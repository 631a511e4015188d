import DLP
import Foundation
import Graph
import Model
import Store

/// Looks into files: what is new or changed is downloaded, its text is taken out and searched for what the attached profiles name.
///
/// Each file is settled in a transaction of its own: a run that was cut off goes on with the next one.
struct ScanContents: Sendable {
    let session: Session
    let profiles: AttachedProfiles

    init(session: Session) throws {
        self.session = session
        profiles = try AttachedProfiles(named: session.integration.dlpProfiles, in: session.store)
    }

    /// Before the drives are listed: what new files have to wait for.
    func prepare() async throws {
        let wanted = profiles.mark
        let earlier = try session.store.scannedFor(session.id) ?? ""
        guard earlier != wanted else { return }
        let isLess = !wanted.isEmpty && profiles.isCovered(by: earlier)
        try await session.write { isLess ? try $0.noteScanned(for: wanted) : try $0.scan(for: wanted) }
    }

    /// After the drives are listed.
    func run() async throws {
        try await session.stage(.fileContents) {
            guard try await session.mayRead(.fileContents) else { return }
            for (name, why) in profiles.troubles {
                try await session.note(
                    Coverage(.fileContents, subject: name, .error, detail: why))
            }
            let run = session.run.number
            try await session.write { try $0.forgetCoverage(.fileContents, before: run) }
            try await ReviewContents(session: session, profiles: profiles).run()
            guard !profiles.profiles.isEmpty else { return }
            try await readWaiting(by: ContentReading(scan: profiles.scan(), profiles: profiles.profiles))
        }
    }

    private func readWaiting(by reading: ContentReading) async throws {
        let total = try session.store.waitingCandidateCount(of: session.id)
        guard total > 0 else { return }
        var done = 0
        var position = EntityPosition.start
        while true {
            let page = try session.store.waitingCandidates(of: session.id, after: position, limit: 200)
            guard let last = page.last else { return }
            position = EntityPosition(owner: last.driveID, id: last.id)
            try await read(page, by: reading) { finished in
                done += finished
                report(done, of: total)
            }
        }
    }

    private func report(_ done: Int, of total: Int) {
        session.report(
            StageProgress(stage: "reading contents", unit: "files", done: min(done, total), total: total))
    }

    /// Several files at a time, as many as memory is meant to hold.
    private func read(
        _ page: [ContentCandidate], by reading: ContentReading, finished: (Int) -> Void
    ) async throws {
        let limits = session.content
        let passed = page.filter { standing(of: $0) != nil }
        if !passed.isEmpty { try await pass(passed) }
        finished(passed.count)
        try await withThrowingTaskGroup(of: Int64.self) { tasks in
            var (running, bytes): (Int, Int64) = (0, 0)
            for file in page where standing(of: file) == nil {
                let size = max(file.size ?? 0, 0)
                while running > 0, running >= limits.atOnce || bytes + size > limits.bytesAtOnce {
                    bytes -= try await tasks.next() ?? 0
                    running -= 1
                    finished(1)
                }
                running += 1
                bytes += size
                let one = ScanContent(session: session, reading: reading)
                tasks.addTask {
                    try await one.run(file)
                    return size
                }
            }
            for try await _ in tasks { finished(1) }
        }
    }

    /// What is told of a file without a download; nil where it is downloaded.
    private func standing(of file: ContentCandidate) -> (ContentStanding, String)? {
        if ContentKind.isTextless(file.name) { return (.kind, "a kind of file without text") }
        guard let size = file.size, size > session.content.largest else { return nil }
        return (.tooLarge, "larger than \(session.content.largest >> 20) MB")
    }

    private func pass(_ files: [ContentCandidate]) async throws {
        let settled = files.compactMap { file in standing(of: file).map { (file, $0.0, $0.1) } }
        try await session.write { writer in
            for (file, standing, detail) in settled { try writer.settle(file, standing, detail: detail) }
        }
    }
}
