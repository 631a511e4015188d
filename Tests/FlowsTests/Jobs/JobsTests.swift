import Foundation
import HTTPTypes
import Model
import SimulatedTenant
import Store
import Synchronization
import Testing

@testable import Flows

/// Runs of the background on the simulated tenant.
struct JobsTests {
    let contoso: AuthoriseFixture
    let integration: Integration

    init() throws {
        contoso = try AuthoriseFixture(isConsented: true)
        integration = try contoso.store.add(
            Integration(
                name: "contoso", tenantID: contoso.configuration.tenantID, clientID: contoso.configuration.clientID,
                graphURL: contoso.configuration.origin, loginURL: contoso.configuration.origin, credential: .secret,
                createdAt: contoso.clock.now),
            secret: CredentialSecret(clientSecret: contoso.configuration.clientSecret))
    }

    /// Jobs, with their news one after the other.
    private func jobs(_ surroundings: Surroundings? = nil, parallel: Int = 2) -> (Jobs, AsyncStream<JobNews>) {
        let (news, tell) = AsyncStream.makeStream(of: JobNews.self)
        let jobs = Jobs(surroundings: surroundings ?? contoso.surroundings, parallel: parallel) { tell.yield($0) }
        return (jobs, news)
    }

    /// How the next run ends.
    private func end(_ news: AsyncStream<JobNews>) async -> JobEnd? {
        for await item in news { if case .ended(let end) = item.what { return end } }
        return nil
    }

    /// Surroundings in which every request to Graph waits until it is cancelled.
    private func stuck() -> (Surroundings, AsyncStream<Void>) {
        let (reached, reach) = AsyncStream.makeStream(of: Void.self)
        var surroundings = contoso.surroundings
        let exchange = surroundings.exchange
        surroundings.exchange = { request, body in
            guard request.path?.hasPrefix("/v1.0") == true, let exchange else {
                return try await contoso.tenant.exchange(request, body)
            }
            reach.yield()
            // Ends when it is cancelled, and only then.
            try await Task.sleep(for: .seconds(86_400))
            return try await exchange(request, body)
        }
        return (surroundings, reached)
    }

    @Test func `a sync reads the directory, tells how far it is and plans the next turn`() async throws {
        let (jobs, news) = jobs()
        #expect(await jobs.begin(.sync, of: integration))
        var kinds: [JobNews.What] = []
        for await item in news {
            kinds.append(item.what)
            if case .ended = item.what { break }
        }
        #expect(kinds.first == .queued)
        #expect(kinds.contains(.began) && kinds.contains(.progress))
        #expect(kinds.last == .ended(.done(opened: 0, resolved: 0)))
        #expect(jobs.standing(of: integration.id) == nil)
        #expect(try contoso.store.count(.user, of: integration.id) > 0)
        let schedule = try contoso.store.schedule(of: integration.id)
        #expect(schedule.underway == nil)
        #expect(schedule.nextAt == contoso.clock.now)
        #expect(schedule.granted?.contains(.userReadAll) == true)
    }

    @Test func `one integration is never read twice at once`() async throws {
        let (surroundings, reached) = stuck()
        let (jobs, _) = jobs(surroundings)
        #expect(await jobs.begin(.scan, of: integration))
        for await _ in reached { break }
        #expect(await jobs.begin(.sync, of: integration) == false)
        #expect(jobs.standing(of: integration.id)?.kind == .scan)
        await jobs.close()
    }

    @Test func `where a command reads it the turn comes a minute later and is no failure`() async throws {
        let lock = try RunLock(integration, in: contoso.home)
        defer { lock.release() }
        let (jobs, news) = jobs()
        await jobs.begin(.sync, of: integration)
        #expect(await end(news) == .busy)
        let schedule = try contoso.store.schedule(of: integration.id)
        #expect(schedule.nextAt == contoso.clock.now.addingTimeInterval(60))
        #expect(schedule.failures == 0)
    }

    @Test func `as many run at once as are allowed, the others wait`() async throws {
        let (surroundings, reached) = stuck()
        let (jobs, _) = jobs(surroundings, parallel: 1)
        let other = try contoso.store.add(
            Integration(
                name: "other", tenantID: integration.tenantID, clientID: integration.clientID,
                graphURL: integration.graphURL, loginURL: integration.loginURL, credential: .secret,
                createdAt: contoso.clock.now),
            secret: try contoso.store.secret(of: integration))
        await jobs.begin(.sync, of: integration)
        await jobs.begin(.sync, of: other)
        for await _ in reached { break }
        #expect(jobs.standing(of: integration.id)?.startedAt != nil)
        #expect(jobs.standing(of: other.id)?.startedAt == nil)
        await jobs.close()
        #expect(jobs.standings[integration.id] == nil)
    }

    @Test func `what a restart cut off goes on first, as the same run`() async throws {
        let (surroundings, reached) = stuck()
        let (cut, _) = jobs(surroundings)
        await cut.begin(.scan, of: integration)
        for await _ in reached { break }
        await cut.close()
        #expect(try contoso.store.schedule(of: integration.id).underway == .scan)
        let before = try #require(try contoso.store.latestRun(integration.id))
        #expect(before.finishedAt == nil)
        let (next, news) = jobs()
        await Scheduler(jobs: next).resume()
        guard case .done = await end(news) else {
            Issue.record("it does not go on")
            return
        }
        let after = try #require(try contoso.store.latestRun(integration.id))
        #expect(after.number == before.number)
        #expect(after.finishedAt != nil)
        #expect(try contoso.store.schedule(of: integration.id).underway == nil)
    }

    @Test func `who stops a run is not surprised by the next one`() async throws {
        let (surroundings, reached) = stuck()
        let (jobs, _) = jobs(surroundings)
        await jobs.begin(.sync, of: integration)
        for await _ in reached { break }
        await jobs.stop(integration.id)
        let schedule = try contoso.store.schedule(of: integration.id)
        #expect(schedule.underway == nil)
        #expect(schedule.nextAt == contoso.clock.now.addingTimeInterval(3600))
    }

    @Test func `a refused sign-in is a failure that says why`() async throws {
        let expired = try AuthoriseFixture { $0.secretExpires = Date(timeIntervalSince1970: 0) }
        let own = try expired.store.add(integration, secret: try contoso.store.secret(of: integration))
        let (jobs, news) = jobs(expired.surroundings)
        await jobs.begin(.sync, of: own)
        guard case .failed(let why) = await end(news) else {
            Issue.record("it works")
            return
        }
        #expect(why.contains("AADSTS7000222"))
        #expect(try expired.store.integration(id: own.id)?.status == .reauthorize)
        let schedule = try expired.store.schedule(of: own.id)
        #expect(schedule.failures == 1)
        #expect(schedule.nextAt == expired.clock.now.addingTimeInterval(86_400))
    }

    @Test func `the scheduler begins each turn when it comes and not before`() async throws {
        let (jobs, news) = jobs()
        let scheduler = Scheduler(jobs: jobs)
        await scheduler.turn()
        guard case .done = await end(news) else {
            Issue.record("the first sync failed")
            return
        }
        #expect(try contoso.store.runs(integration.id, kind: .sync).count == 1)
        await scheduler.turn()
        guard case .done = await end(news) else {
            Issue.record("the first scan failed")
            return
        }
        await scheduler.turn()
        #expect(jobs.standings.isEmpty)
        #expect(try contoso.store.runs(integration.id, kind: .scan).count == 1)
        #expect(try !contoso.store.findings(of: integration.id).isEmpty)
        contoso.clock.advance(3600)
        await scheduler.turn()
        _ = await end(news)
        #expect(try contoso.store.runs(integration.id, kind: .scan).count == 2)
    }

    @Test func `a daily judging reads nothing and notices what time changed`() async throws {
        try contoso.store.setSyncFrequency(.manual, of: integration.id)
        let (jobs, news) = jobs()
        await jobs.begin(.scan, of: integration)
        _ = await end(news)
        let before = try contoso.store.findings(of: integration.id).map(\.active).reduce(0, +)
        let scheduler = Scheduler(jobs: jobs)
        contoso.clock.advance(60 * 86_400)
        let asked = contoso.requestCount
        await scheduler.turn()
        guard case .done(let opened, _) = await end(news) else {
            Issue.record("the judging failed")
            return
        }
        #expect(opened > 0)
        #expect(contoso.requestCount == asked)
        #expect(try contoso.store.findings(of: integration.id).map(\.active).reduce(0, +) > before)
        #expect(try contoso.store.runs(integration.id, kind: .judging).count == 1)
        #expect(try contoso.store.runs(integration.id, limit: 1).first?.kind == .scan)
        await scheduler.turn()
        #expect(jobs.standings.isEmpty)
    }
}
