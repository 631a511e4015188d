import Foundation
import Graph
import Model
import Store

/// Finds the drives: a OneDrive a user, the libraries of Microsoft 365 groups, and those of other sites where that is permitted.
struct DiscoverDrives: Sendable {
    let session: Session

    func run() async throws {
        try await session.stage(.drives) {
            guard try await session.mayRead(.drives) else { return }
            try await ofUsers()
            try await ofGroups()
        }
        try await session.stage(.sites) {
            guard try await session.mayRead(.sites) else { return }
            try await sites()
        }
        try await session.stage(.drives) { try await ofSites() }
        try await forgetStray()
    }

    private func ofUsers() async throws {
        let isDelegated = session.isDelegated
        let own = session.person
        let walk = EachSubject<User>(
            session: session, collector: .drives, freshFor: session.freshness.driveDiscovery, subject: \.id,
            include: { !$0.isGuest }, stage: "looking for OneDrives", unit: "users")
        try await walk.run { users in
            let readable = isDelegated ? users.filter { $0.id == own } : users
            let owners = readable.map(\.asOwner)
            let answers = await session.graph.batch(of: .userDrive, for: owners)
            let refused = users.filter { user in isDelegated && user.id != own }.map(\.id)
            try await keep(answers.map { $0.map(\.kept) }, subjects: owners.map(\.id), refused: refused)
        }
    }

    private func ofGroups() async throws {
        let walk = EachSubject<Group>(
            session: session, collector: .drives, freshFor: session.freshness.driveDiscovery, subject: \.id,
            include: \.isUnified, stage: "looking for team libraries", unit: "groups")
        try await walk.run { groups in
            let owners = groups.map { Owner(id: $0.id, name: $0.name, address: $0.mail) }
            let answers = await session.graph.batch(of: .groupDrives, for: owners)
            let lists = try await session.rest(of: .groupDrives, answers, owners: owners)
            try await keep(lists, subjects: owners.map(\.id))
        }
    }

    private func sites() async throws {
        let known = try session.store.feed("sites", of: session.id)
        if let finished = known?.finishedAt, known?.phase == .ready, !session.isFull,
            session.now().timeIntervalSince(finished) < session.freshness.driveDiscovery
        {
            // The list that stands was read then, and counts as drives do that were looked for then.
            let round = known?.round ?? session.run.number
            return try await session.write { try $0.note(Coverage(.sites, .ok), run: round, at: finished) }
        }
        let round = FeedRound(
            name: "sites", ownerID: "", owner: (), list: Feed<Void, Site>.sites, delta: nil, latest: nil, listEvery: 0)
        let (run, now) = (session.run.number, session.now())
        try await round.run(
            session,
            report: { session.report(StageProgress(stage: "reading sites", unit: "sites", done: $0, total: nil)) }
        ) {
            changes in
            let entities = try changes.kept.map { try StoredEntity($0) }
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                guard page.changes.isLast else { return 0 }
                try writer.note(Coverage(.sites, .ok), run: run, at: now)
                return try writer.sweep(.site, owner: "", round: page.round, run: run, at: now)
            }
        }
    }

    /// Sites that are no OneDrive and whose libraries no group has led to already.
    private func ofSites() async throws {
        guard session.permissions.contains(.sitesReadAll) else { return }
        let groupSites = try groupSiteURLs()
        let walk = EachSubject<Site>(
            session: session, collector: .drives, freshFor: session.freshness.driveDiscovery, subject: \.id,
            include: {
                $0.isPersonalSite != true && !($0.webUrl.map { groupSites.contains($0.lowercased()) } ?? false)
            },
            stage: "looking for site libraries", unit: "sites")
        try await walk.run { sites in
            let answers = await session.graph.batch(of: .siteDrives, for: sites)
            let lists = try await session.rest(of: .siteDrives, answers, owners: sites)
            try await keep(lists, subjects: sites.map(\.id))
        }
    }

    /// The addresses of sites that belong to groups: a library's address without its last part.
    private func groupSiteURLs() throws -> Set<String> {
        var addresses: Set<String> = []
        try session.store.forEachPage(of: Drive.self, of: session.id) { page in
            for drive in page where drive.source == .group {
                guard let url = drive.webUrl, let slash = url.lastIndex(of: "/") else { continue }
                addresses.insert(url[..<slash].lowercased())
            }
        }
        return addresses
    }

    private func keep(
        _ answers: [Result<[Drive], GraphError>], subjects: [String], refused: [String] = []
    ) async throws {
        let (run, now) = (session.run.number, session.now())
        var lines: [(Coverage, [StoredEntity])] = []
        for (subject, answer) in zip(subjects, answers) {
            switch answer {
            case .success(let drives):
                // A drive that two ways lead to keeps the first: a team's name says more than a site's.
                let fresh = try drives.filter {
                    try session.store.entity(Drive.self, of: session.id, id: $0.id)?.sourceID ?? subject == subject
                }
                lines.append((Coverage(.drives, subject: subject, .ok), try fresh.map { try StoredEntity($0) }))
            case .failure(let error):
                if error.isFatal { throw error }
                let (state, detail) = error.coverage
                lines.append((Coverage(.drives, subject: subject, state, detail: detail), []))
            }
        }
        for subject in refused {
            let why = "a delegated token sees only the drive of the person who signed in"
            lines.append((Coverage(.drives, subject: subject, .denied, detail: why), []))
        }
        let stored = lines
        try await session.write { writer in
            for (coverage, entities) in stored {
                try writer.keep(entities, round: run, run: run)
                try writer.note(coverage, run: run, at: now)
            }
        }
    }

    /// Forgets drives whose user, group or site is gone, with everything in them.
    private func forgetStray() async throws {
        try await session.store.forEachPage(of: Drive.self, of: session.id) { page in
            for drive in page where try isStray(drive) { try await session.forget(drive) }
        }
    }

    private func isStray(_ drive: Drive) throws -> Bool {
        switch drive.source {
        case .user: try session.store.entity(User.self, of: session.id, id: drive.sourceID) == nil
        case .group: try session.store.entity(Group.self, of: session.id, id: drive.sourceID) == nil
        case .site: try session.store.entity(Site.self, of: session.id, id: drive.sourceID) == nil
        }
    }
}

extension Session {
    /// Forgets a drive and everything in it.
    func forget(_ drive: Drive) async throws {
        let (run, now) = (run.number, now())
        let resolved = try await write { writer in
            try writer.forgetFeed("driveItems", owner: drive.id)
            try writer.forgetCoverage(.driveItems, subject: drive.id)
            try writer.forgetCoverage(.itemPermissions, subjectsFrom: drive.id + "/", to: drive.id + "0")
            try writer.forgetCandidates(drive: drive.id)
            var resolved = try writer.forgetAll(.driveItem, owner: drive.id, run: run, at: now)
            resolved += try writer.forgetAll(.fileContent, owner: drive.id, run: run, at: now)
            return try resolved + writer.forget(.drive, owner: "", id: drive.id, run: run, at: now)
        }
        await counts.add(resolved)
    }
}
