/// A synthetic group on a given day.
struct SyntheticGroup {
    let index: Int
    private let tenant: Synthetic
    private let bits: UInt64
    /// Changes so far: each renames the group and lets one member join.
    let version: Int

    init(_ index: Int, in tenant: Synthetic, day: Int) {
        self.index = index
        self.tenant = tenant
        bits = Mix.bits(tenant.seed, index, 2)
        version = tenant.churn > 0 && day > 0 ? (1...day).count { tenant.change(.group, index, on: $0) != nil } : 0
    }

    /// Every third is a team.
    var isUnified: Bool { index % 3 == 0 }
    var isSecurity: Bool { index % 3 == 1 }
    private var first: Int {
        index == 0 ? min(10_000, tenant.users) : min(tenant.users, 10 + Int(Mix.bits(bits) % 31))
    }
    /// Members, the first ones first. More join with each version.
    var memberCount: Int { min(tenant.users, first + version) }
    func memberCount(before version: Int) -> Int { min(tenant.users, first + version) }

    /// The user's index of a member; no user twice.
    func member(_ place: Int) -> Int {
        let room = max(1, first + 64)
        let step = 1 + Int(Mix.bits(bits &+ 7) % UInt64(max(1, tenant.users / room)))
        return (Int(bits % UInt64(max(1, tenant.users))) + place * step) % max(1, tenant.users)
    }

    /// Its properties in Graph's form, without members.
    var object: JSON {
        let theme = "\(SyntheticNames.themes[Int(bits & 15)])"
        let name = "\(theme) \(index)" + (version > 0 ? " (\(version + 1))" : "")
        let mail = "\(theme.lowercased())-\(index)@contoso.example"
        let hasMail = !isSecurity
        return [
            "id": .string(tenant.groupIDs.text(index)),
            "displayName": .string(name),
            "mail": hasMail ? .string(mail) : nil,
            "mailEnabled": .bool(hasMail),
            "mailNickname": .string("\(theme.lowercased())-\(index)"),
            "securityEnabled": .bool(isSecurity),
            "groupTypes": isUnified ? ["Unified"] : [],
            "proxyAddresses": hasMail ? [.string("SMTP:\(mail)")] : [],
            "visibility": isUnified ? "Private" : nil,
            "createdDateTime": .string(tenant.time(daysAgo: 300 + index % 700)),
        ]
    }
}

extension Synthetic {
    func time(daysAgo: Int) -> String {
        var out: [UInt8] = []
        out.add(time: base - daysAgo * 86400 - 3600)
        return String(decoding: out, as: UTF8.self)
    }
}
