import Foundation
import Model
import Store

/// What DNS says about the tenant's mail domains.
struct SyncDomainRecords: Sendable {
    let session: Session
    let resolve: Resolve

    func run() async throws {
        let domains = try session.store.entities(Domain.self, of: session.id, limit: 10_000)
        let wanted = domains.filter(isSubject)
        let lookUp = LookUpDomain(resolve: resolve)
        var done = 0
        for group in stride(from: 0, to: wanted.count, by: 8).map({ wanted[$0..<min($0 + 8, wanted.count)] }) {
            try Task.checkCancellation()
            let records = await withTaskGroup(of: DomainRecords.self) { tasks in
                for domain in group { tasks.addTask { await lookUp.records(of: domain.id) } }
                return await tasks.reduce(into: []) { $0.append($1) }
            }
            try await keep(records)
            done += group.count
            session.report(StageProgress(stage: "asking DNS", unit: "domains", done: done, total: wanted.count))
        }
        let (run, now) = (session.run.number, session.now())
        let resolved = try await session.write { writer in
            try writer.forgetCoverage(.dns, before: run)
            return try writer.sweep(.domainRecords, owner: "", round: run, run: run, at: now)
        }
        await session.counts.add(resolved)
    }

    /// Verified domains with mail; Microsoft runs the zone of `*.onmicrosoft.com` itself.
    private func isSubject(_ domain: Domain) -> Bool {
        guard domain.isVerified == true else { return false }
        if domain.isOnMicrosoft && !session.options.includeOnMicrosoftDomains { return false }
        return session.options.allVerifiedDomains || domain.supportsEmail
    }

    private func keep(_ records: [DomainRecords]) async throws {
        let (run, now) = (session.run.number, session.now())
        let lines = try records.map { record in (record.id, try StoredEntity(record), record.trouble) }
        try await session.write { writer in
            for (domain, entity, trouble) in lines {
                try writer.keep(entity, round: run, run: run)
                try writer.note(Coverage(of: domain, trouble), run: run, at: now)
            }
        }
    }
}
