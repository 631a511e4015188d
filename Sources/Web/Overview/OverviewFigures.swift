import Flows
import Foundation
import Model
import Report
import Store

/// Where counting for a page ends: what is more is said so.
let countedAtMost = 10_000

extension Numbers {
    /// The number, or that there are more than a page counts.
    static func bounded(_ number: Int) -> String {
        number < countedAtMost ? grouped(number) : "\(grouped(countedAtMost)) or more"
    }
}

extension WebServer {
    /// Detections in mail of the last seven days, each a link to them.
    func mailFigures() throws -> [String: Any] {
        let since = now().addingTimeInterval(-7 * 86_400)
        let isEmpty = try store.verdicts(limit: 1).isEmpty
        let counts = try [Disposition.malicious, .spoof, .suspicious].map { disposition -> [String: Any] in
            let count = try store.verdictCount(disposition, since: since, upTo: countedAtMost)
            return [
                "title": disposition.rawValue, "count": isEmpty ? "–" : Numbers.bounded(count),
                "link": "\(Link("/mail", ["disposition": disposition.rawValue.lowercased(), "since": "7"]))",
            ]
        }
        var values: [String: Any] = [
            "counts": counts, "link": "\(Link("/mail", ["disposition": "detections", "since": "7"]))",
        ]
        if isEmpty { values["none"] = "No message has been judged yet." }
        return values
    }

    /// How many users and groups a directory has: as kept when its last run ended; during its first, as far as a page counts.
    func directorySizes(_ integration: Integration) throws -> DirectorySizes {
        func size(_ kind: EntityKind) throws -> DirectorySizes.Size {
            let kept = try store.keptCount(kind, of: integration.id)
            if kept > 0 { return .init(number: kept, words: Numbers.grouped(kept)) }
            let counted = try store.count(kind, of: integration.id, upTo: countedAtMost)
            return .init(number: counted, words: Numbers.bounded(counted))
        }
        return DirectorySizes(users: try size(.user), groups: try size(.group))
    }

    /// Users, groups and protected people of one directory.
    func directoryFigures(_ integration: Integration) throws -> [String: Any] {
        let protected = try members.protectedUsers(of: integration.id, in: store, at: now(), upTo: countedAtMost)
        let hasRead = try store.runs(integration.id, limit: 1).contains { $0.finishedAt != nil }
        let sizes = try directorySizes(integration)
        return [
            "name": integration.name, "link": "\(Link("/settings/directories/\(Link.part(integration.name))"))",
            "protected": "\(Numbers.bounded(protected)) protected", "isProtecting": protected > 0,
            "note": hasRead || !sizes.isUnread ? sizes.words : "not read yet",
        ]
    }

    /// Protected people of no directory; nil where nobody was typed in or imported.
    func typedInFigures() throws -> [String: Any]? {
        let count = try store.protectionCounts(in: nil).values.reduce(0, +)
        guard count > 0 else { return nil }
        return [
            "name": "Typed in by hand", "link": "\(Link("/protected", ["directory": "local"]))",
            "protected": "\(Numbers.grouped(count)) protected", "isProtecting": true, "note": "in no directory",
        ]
    }

    /// What a glance at the side bar should tell; nil where there is nothing to tell.
    func sideCount(of entry: SideBar, _ integrations: [Integration]) throws -> (words: String, isCritical: Bool)? {
        switch entry {
        case .findings:
            let count = try store.activeCount(.critical)
            return count == 0 ? nil : ("\(Numbers.grouped(count)) critical", true)
        case .integrations:
            let count = integrations.count { $0.status == .reauthorize }
            return count == 0 ? nil : ("\(Numbers.grouped(count)) failing", false)
        case .mail:
            let since = now().addingTimeInterval(-86_400)
            let count = try store.verdictCount(.malicious, since: since, upTo: countedAtMost)
            return count == 0 ? nil : ("\(Numbers.bounded(count)) malicious", false)
        default: return nil
        }
    }
}

/// How many users and groups a directory has.
struct DirectorySizes: Sendable {
    struct Size: Sendable {
        let number: Int
        /// Where not all were counted it says so.
        let words: String
    }
    let users: Size
    let groups: Size

    /// Nobody was read yet: a tenant has at least whoever gave its consent.
    var isUnread: Bool { users.number == 0 }
    var words: String {
        "\(users.words) \(users.number == 1 ? "user" : "users"), \(groups.words) \(groups.number == 1 ? "group" : "groups")"
    }
}
