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

    private var scannedFor: ScannedFor {
        let content = session.content
        return profiles.scannedFor(
            content.limits, readsDocuments: content.readsDocuments, readsImages: content.readsImages)
    }

    /// Before the drives are listed: what new files have to wait for.
    func prepare() async throws {
        let wanted = scannedFor
        guard try reuse(for: wanted) == nil else { return }
        try await session.write { try $0.scan(for: wanted.text) }
    }

    /// How what the last scan read serves this one; nil where all files have to be read again.
    private func reuse(for wanted: ScannedFor) throws -> ScannedFor.Reuse? {
        let known = try session.store.scannedFor(session.id) ?? ""
        if known == wanted.text { return ScannedFor.Reuse() }
        return wanted.profiles.isEmpty ? nil : wanted.reuse(of: ScannedFor(known))
    }

    /// Brings up to date what was found. Only then is it noted what it was found for: a run that was cut off in between does it once more.
    private func review() async throws {
        let wanted = scannedFor
        let earlier = try ScannedFor(session.store.scannedFor(session.id) ?? "")
        let reuse = try reuse(for: wanted) ?? ScannedFor.Reuse()
        try await ReviewContents(session: session, profiles: profiles, renames: reuse.renames).run()
        guard earlier.text != wanted.text else { return }
        let wakes = wanted.limits.reachFarther(than: earlier.limits)
        let largest = session.content.largest
        try await session.write { writer in
            try writer.noteScanned(for: wanted.text)
            if !reuse.newLabels.isEmpty { try writer.wakeCandidates(bearing: reuse.newLabels.labelIDs) }
            if wakes { try writer.wakeCandidates(cutShort: largest) }
            if wanted.readsDocuments, !earlier.readsDocuments { try writer.wakeUnreadCandidates() }
            if wanted.readsImages, !earlier.readsImages { try writer.wakePictures() }
        }
    }

    /// After the drives are listed.
    /// - Parameter judge: is asked now and then while files are read, so that what was found in them is told before the last one is.
    func run(judge: () async throws -> Void) async throws {
        try await session.stage(.fileContents) {
            guard try await session.mayRead(.fileContents) else { return }
            for (name, why) in profiles.troubles {
                try await session.note(
                    Coverage(.fileContents, subject: name, .error, detail: why))
            }
            let run = session.run.number
            try await session.write { try $0.forgetCoverage(.fileContents, before: run) }
            try await review()
            guard !profiles.profiles.isEmpty else { return }
            let now = session.now()
            try await session.write { try $0.wakeCandidates(at: now) }
            try await ReadingOrder(session: session).run()
            let store = session.store
            try await readWaiting(
                by: ContentReading(
                    scan: profiles.scan(), profiles: profiles.profiles, labels: profiles.labels, names: profiles.names
                ) { store.hash(ofValue: $0) }, judge: judge)
        }
    }

    /// Seconds between two judgements while files are read.
    private static let judgesEvery = 60.0

    private func readWaiting(by reading: ContentReading, judge: () async throws -> Void) async throws {
        let total = try session.store.waitingCandidateCount(of: session.id)
        guard total > 0 else { return }
        var done = 0
        var last: ContentCandidate?
        var judged = session.now()
        while true {
            let page = try session.store.waitingCandidates(of: session.id, after: last, limit: 200)
            guard !page.isEmpty else { return }
            last = page.last
            try await read(page, by: reading) { finished in
                done += finished
                report(done, of: total)
                guard session.now().timeIntervalSince(judged) >= Self.judgesEvery else { return }
                try await judge()
                judged = session.now()
            }
        }
    }

    private func report(_ done: Int, of total: Int) {
        session.report(
            StageProgress(stage: "reading contents", unit: "files", done: min(done, total), total: total))
    }

    /// Several files at a time, as many as memory is meant to hold.
    private func read(
        _ page: [ContentCandidate], by reading: ContentReading, finished: (Int) async throws -> Void
    ) async throws {
        let limits = session.content
        let passed = page.filter { reason(toPass: $0) != nil }
        if !passed.isEmpty { try await pass(passed) }
        try await finished(passed.count)
        try await withThrowingTaskGroup(of: Int64.self) { tasks in
            var (running, bytes): (Int, Int64) = (0, 0)
            for file in page where reason(toPass: file) == nil {
                let size = held(file)
                while running > 0, running >= limits.atOnce || bytes + size > limits.bytesAtOnce {
                    bytes -= try await tasks.next() ?? 0
                    running -= 1
                    try await finished(1)
                }
                running += 1
                bytes += size
                let one = ScanContent(session: session, reading: reading)
                tasks.addTask {
                    try await one.run(file)
                    return size
                }
            }
            for try await _ in tasks { try await finished(1) }
        }
    }

    /// Bytes that memory has to hold for a file: none of one that is not downloaded.
    private func held(_ file: ContentCandidate) -> Int64 {
        let size = max(file.size ?? 0, 0)
        return size > session.content.largest ? 0 : size
    }

    /// Why a file is not downloaded: its name says that there is no text in it that is read.
    private func reason(toPass file: ContentCandidate) -> (standing: ContentStanding, detail: String)? {
        ContentKind.passed(file.name, readsImages: session.content.readsImages)
    }

    /// Settles files without a download: at once, but for those in which something was found under another name or other settings.
    private func pass(_ files: [ContentCandidate]) async throws {
        var others: [ContentCandidate] = []
        for file in files {
            let known = try session.store.entity(FileContent.self, of: session.id, owner: file.driveID, id: file.id)
            guard known != nil, let (standing, detail) = reason(toPass: file) else {
                others.append(file)
                continue
            }
            try await KeepContent(session: session).run(
                file, ContentOutcome(standing: standing, status: .unsupported, detail: detail, knowsLabels: true))
        }
        let unknown = others
        try await session.write { writer in
            for file in unknown {
                guard let (standing, detail) = reason(toPass: file) else { continue }
                try writer.settle(file, standing, detail: detail, labels: [])
            }
        }
    }
}
