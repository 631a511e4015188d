import Foundation
import Store

/// A session as a row of a table.
struct SessionView {
    let values: [String: Any]

    init(_ session: Session, isThis: Bool, asOf now: Date, in zone: TimeZone) {
        values = [
            "id": session.id, "browser": Self.browser(session.agent), "address": session.address ?? "unknown",
            "since": TimeView(session.createdAt, asOf: now, in: zone), "isThis": isThis,
            "seen": TimeView(session.lastSeen, asOf: now, in: zone),
        ]
    }

    /// `Firefox on Windows` where the agent says so, else the first words of what it says.
    static func browser(_ agent: String?) -> String {
        guard let agent, !agent.isEmpty else { return "Unknown browser" }
        // Every browser claims to be the ones before it: the last in this list that fits is what it is.
        let names = [("Safari/", "Safari"), ("Chrome/", "Chrome"), ("Firefox/", "Firefox"), ("Edg/", "Edge")]
        let systems = [
            ("X11", "Linux"), ("Linux", "Linux"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Android", "Android"),
            ("iPhone", "iPhone"), ("iPad", "iPad"),
        ]
        guard let name = names.last(where: { agent.contains($0.0) })?.1 else { return String(agent.prefix(40)) }
        let system = systems.last { agent.contains($0.0) }?.1
        return system.map { "\(name) on \($0)" } ?? name
    }
}
