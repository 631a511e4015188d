import Foundation
import Model
import Store
import Testing

@testable import Flows

/// When an integration is read next.
struct TurnPlanTests {
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    var plan: TurnPlan { TurnPlan(now: now, random: { $0.lowerBound }) }

    private func integration(_ change: (inout Integration) -> Void = { _ in }) -> Integration {
        var integration = Integration(
            id: 1, name: "contoso", tenantID: "t", clientID: "c", graphURL: "g", loginURL: "l", credential: .secret,
            createdAt: now)
        change(&integration)
        return integration
    }

    private func ago(_ seconds: Double) -> Date { now.addingTimeInterval(-seconds) }

    @Test func `what was never read is read at once, its directory first`() {
        let past = TurnPlan.Past()
        #expect(plan.first(integration(), past) == now)
        #expect(plan.due(integration(), Schedule(nextAt: now), past) == .sync)
        #expect(plan.due(integration(), Schedule(nextAt: now), .init(lastRead: ago(1))) == .scan)
    }

    @Test(arguments: SyncFrequency.allCases)
    func `the next turn comes after the frequency`(frequency: SyncFrequency) {
        let next = plan.after(
            .done(opened: 0, resolved: 0), of: .sync, integration { $0.syncFrequency = frequency }, Schedule())
        guard let seconds = frequency.seconds else {
            #expect(next.nextAt == nil)
            return
        }
        #expect(next.nextAt == now.addingTimeInterval(seconds * 0.95))
    }

    @Test func `posture is read at most hourly, the directory as often as wanted`() {
        let often = integration { $0.syncFrequency = .quarterHour }
        let past = TurnPlan.Past(lastRead: ago(900), lastScan: ago(1800))
        #expect(plan.due(often, Schedule(nextAt: now), past) == .sync)
        #expect(plan.due(often, Schedule(nextAt: now), .init(lastRead: ago(900), lastScan: ago(3600))) == .scan)
        let directory = integration { $0.features = [.directory] }
        #expect(plan.due(directory, Schedule(nextAt: now), .init(lastRead: ago(1), lastScan: nil)) == .sync)
    }

    @Test func `nothing is due before its time, while paused, or by hand alone`() {
        let past = TurnPlan.Past(lastRead: ago(60), lastScan: ago(60))
        #expect(plan.due(integration(), Schedule(nextAt: now.addingTimeInterval(1)), past) == nil)
        #expect(plan.due(integration { $0.status = .paused }, Schedule(nextAt: now), past) == nil)
        #expect(plan.first(integration { $0.syncFrequency = .manual }, past) == nil)
    }

    @Test func `what time alone changes is judged a day after the last judging`() {
        let manual = integration { $0.syncFrequency = .manual }
        let old = TurnPlan.Past(lastRead: ago(90_000), lastScan: ago(90_000))
        #expect(plan.due(manual, Schedule(), old) == .judging)
        #expect(plan.due(manual, Schedule(), .init(lastScan: ago(90_000), lastJudging: ago(3600))) == nil)
        #expect(plan.due(manual, Schedule(), .init(lastScan: ago(90_000), cutOff: ago(60))) == nil)
        // By then nothing goes on with it any more.
        #expect(plan.due(manual, Schedule(), .init(lastScan: ago(180_000), cutOff: ago(86_400))) == .judging)
        #expect(plan.due(integration { $0.features = [.directory] }, Schedule(), old) == nil)
    }

    @Test func `failures are tried again later and later, six hours at most`() {
        var schedule = Schedule()
        var pauses: [Double] = []
        for _ in 0..<9 {
            schedule = plan.after(.failed("no"), of: .scan, integration(), schedule)
            pauses.append(schedule.nextAt?.timeIntervalSince(now) ?? 0)
        }
        #expect(pauses == [300, 600, 1200, 2400, 4800, 9600, 19_200, 21_600, 21_600])
        #expect(schedule.failures == 9)
        let well = plan.after(.done(opened: 0, resolved: 0), of: .scan, integration(), schedule)
        #expect(well.failures == 0 && well.trouble == nil)
    }

    @Test func `a refusal for good is tried again once a day, a busy integration in a minute`() {
        let refused = integration { $0.status = .reauthorize }
        #expect(plan.after(.failed("no"), of: .scan, refused, Schedule()).nextAt == now.addingTimeInterval(86_400))
        #expect(plan.after(.busy, of: .scan, integration(), Schedule()).nextAt == now.addingTimeInterval(60))
        #expect(plan.after(.busy, of: .scan, integration(), Schedule()).failures == 0)
    }

    @Test func `hundreds that are overdue do not start together`() {
        let wide = TurnPlan(now: now, random: { $0.upperBound })
        let past = TurnPlan.Past(lastRead: ago(7200))
        #expect(wide.first(integration(), past) == now.addingTimeInterval(300))
        #expect(plan.first(integration(), past) == now)
    }
}
