import Foundation
import Synchronization

/// Microsoft Graph of the simulated tenant: answers from memory.
public final class SimulatedGraph: Sendable {
    public let configuration: SimulatedConfiguration
    private let synthetic: Synthetic
    private let world: Mutex<World>

    public init(_ configuration: SimulatedConfiguration) {
        self.configuration = configuration
        let now = configuration.now()
        let contoso = ContosoBuilder(configuration, now: now).world()
        synthetic = Synthetic(
            seed: configuration.seed, churn: configuration.churn,
            users: configuration.users - contoso.users.entries.count { $0.removal == nil },
            groups: configuration.groups - contoso.groups.entries.count,
            drives: configuration.drives - contoso.drives.count,
            items: configuration.items - contoso.drives.reduce(0) { $0 + $1.items.count }, now: now)
        world = Mutex(contoso)
    }

    /// Answers a call whose token and permissions have been checked; a delegated caller's view is narrowed here.
    public func answer(_ call: SimulatedCall) -> SimulatedAnswer {
        let now = configuration.now()
        passDay(call)
        do {
            return try reply(to: call).answer()
        } catch {
            return error.answer(to: call, at: now)
        }
    }

    func reply(to call: SimulatedCall) -> Reply {
        Reply(
            call: call, world: world.withLock { $0 }, synthetic: synthetic, configuration: configuration,
            now: configuration.now())
    }

    /// Changes the hand-made company, as an administrator or a user would between two scans.
    public func edit(_ change: (inout SimulatedEdit) -> Void) {
        let now = configuration.now()
        world.withLock { world in
            var edit = SimulatedEdit(world: world, now: now)
            change(&edit)
            world = edit.world
        }
    }

    /// How many users, groups, drives and items there are now; removed ones are not counted.
    public var size: (users: Int, groups: Int, drives: Int, items: Int) {
        let world = world.withLock { $0 }
        return (
            world.users.entries.count { $0.removal == nil } + synthetic.users,
            world.groups.entries.count { $0.removal == nil } + synthetic.groups,
            world.drives.count + synthetic.drives,
            world.drives.reduce(0) { $0 + $1.items.count } + synthetic.items
        )
    }

    /// A day goes by when a round of users begins from a deltaLink. The same request sent again does not pass another.
    private func passDay(_ call: SimulatedCall) {
        guard configuration.churn > 0, call.segments.count == 2, call.segments[0] == "users",
            call.segments[1].contains("delta"), let text = call.option("$deltatoken"),
            let token = PageToken(text, path: call.segments.joined(separator: "/")), token.mode == .changes
        else { return }
        world.withLock { $0.day = max($0.day, token.upTo.day + 1) }
    }
}
