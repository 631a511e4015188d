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

    func rows(_ found: [DirectoryListing.Row]) throws -> Markup {
        "\(try found.flatMap { try rows($0, level: 0, above: []) })"
    }

    /// - Parameter above: the groups that the row lies in, so that groups which hold each other end.
    private func rows(_ row: DirectoryListing.Row, level: Int, above: Set<String>) throws -> [Markup] {
        switch row.subject {
        case .user(let user, let standing): return [self.user(user, standing, level: level)]
        case .group(let group, let standing):
            let isAround = above.contains(group.id)
            let isOpen = open.contains(group.id) && level < Self.deepest && !isAround
            let own = self.group(group, standing, level: level, isOpen: isOpen, isAround: isAround)
            return [own] + (isOpen ? try members(of: group, level: level + 1, above: above) : [])
        }
    }

    private func members(of group: Group, level: Int, above: Set<String>) throws -> [Markup] {
        let members = try listing.members(ofGroup: group.id)
        var all = try members.rows.flatMap { try rows($0, level: level, above: above.union([group.id])) }
        if members.rows.isEmpty, members.others == 0 {
            all.append(note("No members", level: level))
        } else if members.others != 0 {
            let more = members.others.map { "\(Numbers.grouped($0)) more members" }
            all.append(note(more ?? "More members than are shown here", level: level))
        }
        return all
    }

    private func note(_ words: String, level: Int) -> Markup {
        let choice: Markup? = mayChange ? "<td class=\"ck\"></td>" : nil
        return """
            <tr>\(choice)<td class="main lvl-\("\(level)")" colspan="6"><span class="muted">\(words)</span></td></tr>
            """
    }

    private func user(_ user: User, _ standing: UserStanding, level: Int) -> Markup {
        row(
            key: "user:\(user.id)", title: user.name, level: "lvl-\(level)", twist: nil, isGroup: false,
            address: user.mailboxAddresses.first?.description ?? user.userPrincipalName ?? "",
            form: (user.isGuest ? "Guest" : "User") + (user.accountEnabled == false ? ", disabled" : ""), members: "",
            mark: standing.isProtected
                ? (ProtectionMark.full, "ok", "Protected") : (ProtectionMark.empty, "off", "Not protected"),
            reasons: (standing.entry?.reasons.map(\.text) ?? []) + standing.groups.map { "group:\($0)" }, aside: nil,
            isListed: standing.entry != nil, isByGroup: !standing.groups.isEmpty)
    }

    private func group(
        _ group: Group, _ standing: GroupStanding, level: Int, isOpen: Bool, isAround: Bool
    ) -> Markup {
        let count = standing.isCut ? "over \(Numbers.grouped(GroupStanding.limit))" : Numbers.grouped(standing.members)
        return row(
            key: "group:\(group.id)", title: group.name, level: level == 0 ? "" : "lvl-\(level)",
            twist: isAround ? nil : twist(group, isOpen: isOpen), isGroup: true, address: group.mail ?? "",
            form: Self.words(group.form), members: count, mark: mark(standing, count),
            reasons: standing.groups.map { "group:\($0)" },
            aside: standing.entry != nil ? "future members too" : isAround ? "stands above already" : nil,
            isListed: standing.entry != nil, isByGroup: !standing.groups.isEmpty)
    }

    private func twist(_ group: Group, isOpen: Bool) -> Markup {
        let arrow: Markup = isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4"
        return """
            <a class="twist open" data-inplace href="\(toggle(group.id, isOpen: isOpen))" aria-expanded="\(isOpen ? "true" : "false")" aria-label="Members of \(group.name)"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="\(arrow)"/></svg></a>
            """
    }

    private func row(
        key: String, title: String, level: String, twist: Markup?, isGroup: Bool, address: String, form: String,
        members: String, mark: (icon: String, tone: String, words: String), reasons: [String], aside: String?,
        isListed: Bool, isByGroup: Bool
    ) -> Markup {
        let choice: Markup? =
            mayChange
            ? """
            <td class="ck"><input type="checkbox" name="chosen" value="\(key)" aria-label="Select \(title)"></td>
            """ : nil
        let beside: Markup? = aside.map { "<span class=\"muted\">\($0)</span>" }
        return """
            <tr>\(choice)<td class="main \(level)"><span class="who">\(twist)\(drawing: Provenance.icon(isGroup: isGroup))<span><span class="t"><bdi>\(title)</bdi></span><span class="sub"><bdi>\(address)</bdi></span></span></span></td><td class="nowrap" data-label="Kind">\(form)</td><td class="num" data-label="Members">\(members)</td><td class="nowrap"><span class="st st-\(mark.tone)">\(drawing: mark.icon)\(mark.words)</span></td><td>\(Provenance.chips(reasons))\(beside)</td><td class="act">\(act(key, title, isListed: isListed, isByGroup: isByGroup))</td></tr>
            """
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

    private func act(_ key: String, _ title: String, isListed: Bool, isByGroup: Bool) -> Markup? {
        guard mayChange else { return nil }
        if isListed {
            return """
                <button class="btn btn-sm btn-quiet" type="submit" name="one" value="remove \(key)" aria-label="Remove the protection of \(title)">Remove</button>
                """
        }
        if isByGroup { return "<span class=\"small muted\">by group</span>" }
        return """
            <button class="btn btn-sm" type="submit" name="one" value="protect \(key)" aria-label="Protect \(title)">Protect</button>
            """
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
