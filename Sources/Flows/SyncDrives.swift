import Foundation
import Graph
import Model
import Store

/// Files and folders: each drive's delta, and the permissions of whatever is shared.
struct SyncDrives: Sendable {
    let session: Session

    func run() async throws {
        try await session.stage(.driveItems) {
            let mayReadPermissions = try await session.mayRead(.itemPermissions)
            guard try await session.mayRead(.driveItems), mayReadPermissions else { return }
            let walk = EachSubject<Drive>(
                session: session, collector: .driveItems, freshFor: 0, subject: \.id, include: { _ in true },
                stage: "reading files",
                unit: "drives")
            try await walk.run { drives in
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    for (index, drive) in drives.enumerated() {
                        if index >= 4 { try await tasks.next() }
                        tasks.addTask { try await read(drive) }
                    }
                    try await tasks.waitForAll()
                }
            }
            try await readLeftOut()
            try await retryPermissions()
        }
    }

    private func read(_ drive: Drive) async throws {
        let round = FeedRound(
            name: "driveItems", ownerID: drive.id, owner: drive, list: .driveItems, delta: .driveItems, latest: nil,
            listEvery: session.freshness.fullDrive)
        do {
            // A run that was cut off may have stored pages without telling what their items inherit.
            let coverage = try session.store.coverage(.driveItems, subject: drive.id, of: session.id)
            let touched = Touched(any: coverage?.state != .ok)
            try await round.run(session) { changes in try await prepare(changes, of: drive, touched: touched) }
            if await touched.any { try await InheritPermissions(session: session).run(in: drive.id) }
            try await session.note(Coverage(.driveItems, subject: drive.id, .ok))
        } catch let error as GraphError {
            if error.isFatal { throw error }
            if case .notFound = error {
                // Gone or not there for a moment: whether its owner has one is asked again by the next scan.
                try await session.forget(drive)
                try await session.write { try $0.forgetCoverage(.drives, subject: drive.sourceID) }
                return
            }
            let (state, detail) = error.coverage
            try await session.note(Coverage(.driveItems, subject: drive.id, state, detail: detail))
        }
    }

    /// Whether anything in a drive has changed in this round.
    private actor Touched {
        private(set) var any: Bool
        init(any: Bool) { self.any = any }
        func mark() { any = true }
    }

    /// Reads the permissions of a page's candidates, so that the page, its permissions and the position become one transaction.
    private func prepare(
        _ changes: Changes<DriveItem>, of drive: Drive, touched: Touched
    ) async throws -> FeedRound<Drive, DriveItem>.Keep {
        // The same item may come twice in a page: the last one counts.
        var latest: [String: Int] = [:]
        for (index, item) in changes.kept.enumerated() { latest[item.id] = index }
        let listed = changes.kept.enumerated().filter { latest[$0.element.id] == $0.offset }.map(\.element)
        let files = listed.compactMap(ContentCandidate.init)
        // Kept are folders, to know what lies in what, and whatever is shared; a file that is shared no more is forgotten as such.
        var items = listed.filter(isKept)
        let unshared = listed.filter { !isKept($0) }.map(\.id)
        for index in items.indices { items[index].location = drive.location }
        let isTouched = !listed.isEmpty || !changes.forgotten.isEmpty
        if isTouched { await touched.mark() }
        let coverage = try await readPermissions(of: &items)
        let entities = try items.map { try StoredEntity($0) }
        let present = Set(listed.map(\.id))
        let (run, now) = (session.run.number, session.now())
        return { writer, page in
            try writer.keep(entities, round: page.round, run: run)
            try writer.keep(files, round: page.round)
            for line in coverage { try writer.note(line, run: run, at: now) }
            // Until it is told what the items inherit, the drive does not count as read: the next run goes on from here.
            if isTouched { try writer.note(Self.halfRead(drive.id), run: run, at: now) }
            var resolved = 0
            if !page.isListing {
                let gone = page.changes.forgotten.filter { !present.contains($0) }
                for id in gone + unshared {
                    resolved += try writer.forget(.driveItem, owner: drive.id, id: id, run: run, at: now)
                    try writer.forgetCoverage(.itemPermissions, subject: drive.id + "/" + id)
                }
                for id in gone {
                    resolved += try writer.forget(.fileContent, owner: drive.id, id: id, run: run, at: now)
                    try writer.forgetCandidate(drive: drive.id, id: id)
                }
            } else if page.changes.isLast {
                resolved += try writer.sweep(.driveItem, owner: drive.id, round: page.round, run: run, at: now)
                try writer.sweepCandidates(drive: drive.id, round: page.round)
            }
            return resolved
        }
    }

    private func isKept(_ item: DriveItem) -> Bool { item.form != .file || item.isShared }

    private static func halfRead(_ drive: String) -> Coverage {
        Coverage(.driveItems, subject: drive, .error, detail: "reading was cut off")
    }

    private func isCandidate(_ item: DriveItem) -> Bool {
        guard item.isShared else { return false }
        guard session.options.fastSharing else { return true }
        return ["anonymous", "organization"].contains(item.sharedScope?.lowercased())
    }

    /// Fills in the permissions of shared items; what could not be read stays nil and is noted.
    private func readPermissions(of items: inout [DriveItem]) async throws -> [Coverage] {
        let candidates = items.indices.filter { isCandidate(items[$0]) }
        guard !candidates.isEmpty else { return [] }
        let owners = candidates.map { items[$0] }
        let answers = await session.graph.batch(of: .itemPermissions, for: owners)
        var coverage: [Coverage] = []
        for (index, (owner, answer)) in zip(candidates, zip(owners, answers)) {
            let whole: Result<[SharingPermission], GraphError>
            switch answer {
            case .success(let page): whole = try await session.rest(of: .itemPermissions, owner, after: page)
            case .failure(let error): whole = .failure(error)
            }
            let subject = owner.driveID + "/" + owner.id
            switch whole {
            case .success(let permissions):
                items[index].permissions = permissions
                coverage.append(Coverage(.itemPermissions, subject: subject, .ok))
            case .failure(let error):
                if error.isFatal { throw error }
                let (state, detail) = error.coverage
                coverage.append(Coverage(.itemPermissions, subject: subject, state, detail: detail))
            }
        }
        return coverage
    }

    /// Reads the permissions that `fastSharing` left out, once it is off. What a run that is cut off has read of them stays.
    private func readLeftOut() async throws {
        let mark = try await session.write { try $0.judgedWith() }
        guard !session.options.fastSharing, TenantFacts.leavesOutSharing(mark) else { return }
        let (run, now) = (session.run.number, session.now())
        var touched: Set<String> = []
        try await session.store.forEachPage(of: DriveItem.self, of: session.id) { page in
            try Task.checkCancellation()
            var items = page.filter { $0.isShared && $0.permissions == nil }
            guard !items.isEmpty else { return }
            let coverage = try await readPermissions(of: &items)
            let entities = try items.map { (try StoredEntity($0), try round(of: $0.driveID)) }
            // A drive that was not read to its end tells what its items inherit when it is.
            let drives = try Set(items.map(\.driveID)).filter {
                try touched.contains($0)
                    || session.store.coverage(.driveItems, subject: $0, of: session.id)?.state == .ok
            }
            touched.formUnion(drives)
            try await session.write { writer in
                for (entity, round) in entities { try writer.keep(entity, round: round, run: run) }
                for line in coverage + drives.map(Self.halfRead) { try writer.note(line, run: run, at: now) }
            }
        }
        for drive in touched.sorted() {
            try await InheritPermissions(session: session).run(in: drive)
            try await session.note(Coverage(.driveItems, subject: drive, .ok))
        }
    }

    private func round(of drive: String) throws -> Int {
        try session.store.feed("driveItems", owner: drive, of: session.id)?.round ?? session.run.number
    }

    /// Items whose permissions an earlier run could not read are tried again.
    private func retryPermissions() async throws {
        let (run, now) = (session.run.number, session.now())
        for subject in try session.store.incomplete(.itemPermissions, of: session.id) {
            guard let slash = subject.lastIndex(of: "/") else { continue }
            let (drive, id) = (String(subject[..<slash]), String(subject[subject.index(after: slash)...]))
            if try session.store.readings(.itemPermissions, from: subject, to: subject, of: session.id)[subject]?.run
                == run
            {
                continue
            }
            guard let item = try session.store.entity(DriveItem.self, of: session.id, owner: drive, id: id) else {
                try await session.write { try $0.forgetCoverage(.itemPermissions, subject: subject) }
                continue
            }
            var items = [item]
            let coverage = try await readPermissions(of: &items)
            let entity = try StoredEntity(items[0])
            let round = try round(of: drive)
            try await session.write { writer in
                try writer.keep(entity, round: round, run: run)
                for line in coverage { try writer.note(line, run: run, at: now) }
            }
            try await InheritPermissions(session: session).run(in: drive)
        }
    }
}
