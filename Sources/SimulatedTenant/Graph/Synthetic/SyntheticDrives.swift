import Foundation

/// Synthetic drives, in this order: one for each team as far as a quarter of the drives goes, then OneDrives, then libraries of other sites.
extension Synthetic {
    private var teams: Int { (groups + 2) / 3 }
    private var people: Int { users - users / 32 }
    var teamDrives: Int { min(teams, drives / 4) }
    var oneDrives: Int { min(people, drives - teamDrives) }
    private var otherDrives: Int { drives - teamDrives - oneDrives }

    /// Libraries on a site that belongs to no team.
    private static let librariesAtOnce = 10
    /// Team sites, then the others.
    var siteCount: Int { teamDrives + (otherDrives + Self.librariesAtOnce - 1) / Self.librariesAtOnce }

    func drive(ofGroup index: Int) -> Int? {
        index % 3 == 0 && index / 3 < teamDrives ? index / 3 : nil
    }

    /// Guests (every 32nd user) have none.
    func drive(ofUser index: Int) -> Int? {
        let rank = index - index / 32
        return index % 32 != 31 && rank < oneDrives ? teamDrives + rank : nil
    }

    private func user(ofRank rank: Int) -> Int { rank + rank / 31 }

    func drives(ofSite index: Int) -> [Int] {
        guard index >= teamDrives else { return [index] }
        let first = teamDrives + oneDrives + (index - teamDrives) * Self.librariesAtOnce
        return Array(first..<min(drives, first + Self.librariesAtOnce))
    }

    private func owner(_ index: Int) -> SimulatedDrive.Owner {
        if index < teamDrives {
            let name = "Team \(index)"
            return .group(id: groupIDs.text(index * 3), name: name)
        }
        if index < teamDrives + oneDrives {
            let user = SyntheticUser(user(ofRank: index - teamDrives), in: self, day: 0)
            return .user(id: userIDs.text(user.index), name: "\(user.given) \(user.family)")
        }
        return .site(name: "Archive \((index - teamDrives - oneDrives) / Self.librariesAtOnce)")
    }

    /// The drive without its items.
    func driveHeader(_ index: Int) -> SimulatedDrive {
        let owner = owner(index)
        let url: String
        let name: String
        switch owner {
        case .user:
            name = "OneDrive"
            url =
                "https://contoso-my.sharepoint.example/personal/user\(index)_contoso_example/Documents"
        case .group:
            name = "Documents"
            url = "https://contoso.sharepoint.example/sites/team-\(index)/Shared%20Documents"
        case .site:
            name = "Library \(index % Self.librariesAtOnce)"
            url = "https://contoso.sharepoint.example/sites/archive-\(index)/Library"
        }
        return SimulatedDrive(
            id: OpaqueID.drive(seed: seed, index: index), name: name, owner: owner, webUrl: url,
            created: time(daysAgo: 500))
    }

    func driveIndex(_ id: String) -> Int? { OpaqueID.driveIndex(id, seed: seed, below: drives) }

    func site(_ index: Int) -> JSON {
        let isTeam = index < teamDrives
        let name = isTeam ? "Team \(index)" : "Archive \(index - teamDrives)"
        let address = isTeam ? "team-\(index)" : "archive-\(index)"
        return [
            "id": .string(siteID(index)), "name": .string(name), "displayName": .string(name), "isPersonalSite": false,
            "root": [:], "siteCollection": ["hostname": "contoso.sharepoint.example"],
            "webUrl": .string("https://contoso.sharepoint.example/sites/\(address)"),
            "createdDateTime": .string(time(daysAgo: 500)),
        ]
    }

    private var siteIDs: SyntheticID { SyntheticID(seed: seed, salt: 14) }
    private func siteID(_ index: Int) -> String {
        "contoso.sharepoint.example,\(siteIDs.text(index)),\(Mix.guid("web \(index)"))"
    }
    func siteIndex(_ id: String) -> Int? {
        let parts = id.split(separator: ",")
        guard parts.count == 3 else { return nil }
        return siteIDs.index(String(parts[1]), below: siteCount)
    }
}
