import Flows
import Foundation
import Model
import Report
import Store

/// Rows of the users and groups of a directory, open groups with their members below them.
struct DirectoryView {
    let listing: DirectoryListing
    let path: String
    /// What the list is narrowed by, without the groups that are open.
    let query: [(String, String?)]
    let open: [String]
    let mayChange: Bool

    /// Groups deeper than that are shown closed.
    private static let deepest = 4

    func rows(_ found: [DirectoryListing.Row]) throws -> [[String: Any]] {
        try found.flatMap { try rows($0, level: 0, above: []) }
    }

    /// - Parameter above: the groups that the row lies in, so that groups which hold each other end.
    private func rows(
        _ row: DirectoryListing.Row, level: Int, above: Set<String>
    ) throws -> [[String: Any]] {
        guard case .group(let group, let standing) = row.subject else { return [user(row, level: level)] }
        let isAround = above.contains(group.id)
        let isOpen = open.contains(group.id) && level < Self.deepest && !isAround
        var all = [self.group(row, group, standing, level: level, isOpen: isOpen, isAround: isAround)]
        guard isOpen else { return all }
        let members = try listing.members(ofGroup: group.id)
        for member in members.rows {
            all += try rows(member, level: level + 1, above: above.union([group.id]))
        }
        if members.rows.isEmpty, members.others == 0 {
            all.append(["note": "No members", "level": "lvl-\(level + 1)"])
        } else if members.others != 0 {
            let words =
                members.others.map { "\(Numbers.grouped($0)) more members" } ?? "More members than are shown here"
            all.append(["note": words, "level": "lvl-\(level + 1)"])
        }
        return all
    }

    private func user(_ row: DirectoryListing.Row, level: Int) -> [String: Any] {
        guard case .user(let user, let standing) = row.subject else { return [:] }
        var reasons = standing.entry?.reasons.map(\.text) ?? []
        reasons += standing.groups.map { "group:\($0)" }
        var view: [String: Any] = [
            "isRow": true, "key": "user:\(user.id)", "title": user.name,
            "address": user.mailboxAddresses.first?.description ?? user.userPrincipalName ?? "",
            "form": (user.isGuest ? "Guest" : "User") + (user.accountEnabled == false ? ", disabled" : ""),
            "level": level == 0 ? "lvl-0" : "lvl-\(level)", "kindIcon": Provenance.icon(isGroup: false),
            "mark": standing.isProtected ? ProtectionMark.full : ProtectionMark.empty,
            "tone": standing.isProtected ? "ok" : "off",
            "standing": standing.isProtected ? "Protected" : "Not protected",
            "chips": Provenance.chips(reasons),
        ]
        act(standing.entry != nil, isByGroup: !standing.groups.isEmpty, on: &view)
        return view
    }

    private func group(
        _ row: DirectoryListing.Row, _ group: Group, _ standing: GroupStanding, level: Int, isOpen: Bool, isAround: Bool
    ) -> [String: Any] {
        let count = standing.isCut ? "over \(Numbers.grouped(GroupStanding.limit))" : Numbers.grouped(standing.members)
        var view: [String: Any] = [
            "isRow": true, "isGroup": !isAround, "key": "group:\(group.id)", "title": group.name,
            "address": group.mail ?? "", "form": Self.words(group.form), "level": level == 0 ? "" : "lvl-\(level)",
            "kindIcon": Provenance.icon(isGroup: true), "members": count, "isOpen": isOpen,
            "twist": isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4", "toggle": toggle(group.id, isOpen: isOpen),
            "chips": Provenance.chips(standing.groups.map { "group:\($0)" }),
        ]
        if isAround { view["aside"] = "stands above already" }
        if standing.entry != nil { view["aside"] = "future members too" }
        let mark = mark(standing, count)
        view["mark"] = mark.icon
        view["tone"] = mark.tone
        view["standing"] = mark.words
        act(standing.entry != nil, isByGroup: !standing.groups.isEmpty, on: &view)
        return view
    }

    private func mark(_ standing: GroupStanding, _ count: String) -> (icon: String, tone: String, words: String) {
        if standing.isWhole {
            return (ProtectionMark.full, "ok", standing.isCut ? "Protected" : "\(count) of \(count)")
        }
        guard standing.protected > 0 else { return (ProtectionMark.empty, "off", "Not protected") }
        let some = Numbers.grouped(standing.protected)
        return (
            ProtectionMark.half, "ok",
            standing.isCut ? "\(some) of the first \(Numbers.grouped(GroupStanding.limit))" : "\(some) of \(count)"
        )
    }

    private func act(_ isListed: Bool, isByGroup: Bool, on view: inout [String: Any]) {
        if !mayChange { return }
        if isListed {
            view["remove"] = true
        } else if isByGroup {
            view["byGroup"] = true
        } else {
            view["protect"] = true
        }
    }

    private func toggle(_ id: String, isOpen: Bool) -> String {
        let groups = isOpen ? open.filter { $0 != id } : open + [id]
        return "\(Link(path, query + groups.map { ("open", $0) }))"
    }

    static func words(_ form: Group.Form) -> String {
        switch form {
        case .microsoft365: "Microsoft 365"
        case .mailEnabledSecurity: "Security, with mail"
        case .distribution: "Distribution"
        case .security: "Security"
        case .other: "Group"
        }
    }
}
