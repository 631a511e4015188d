/// What a path means to the door: the service, the permissions, the price.
struct GraphRoute: Sendable {
    var service: GraphService
    var application: Set<String>
    var delegated: Set<String>
    /// The pattern that matched: `users/*/calendars`.
    var pattern: String
    /// The only method but HEAD that is answered.
    var method: String

    func allows(_ caller: SimulatedCaller) -> Bool {
        !(caller.delegatedUserID == nil ? application : delegated).isDisjoint(with: caller.permissions)
    }

    /// The route of a path; nil where the table does not know it.
    static func of(_ segments: [String]) -> GraphRoute? { tree.find(canonical(segments)[...]) }

    /// Resource units of a directory or SharePoint request (graph "Throttling limits": costs by path).
    func cost(of call: SimulatedCall) -> Int {
        service == .sharePoint ? sharePointCost(call) : directoryCost(call)
    }

    private func directoryCost(_ call: SimulatedCall) -> Int {
        var cost: Int
        switch pattern {
        case "users", "applications", "oauth2permissiongrants", "users/*/memberof",
            "serviceprincipals/*/approleassignments":
            cost = 2
        case "groups/*/members": cost = 3
        case "groups/*/transitivemembers": cost = 5
        default: cost = 1
        }
        if call.option("$select") != nil { cost -= 1 }
        if call.option("$expand") != nil { cost += 1 }
        if let top = call.option("$top").flatMap(Int.init), top < 20 { cost -= 1 }
        return max(cost, 1)
    }

    private func sharePointCost(_ call: SimulatedCall) -> Int {
        if pattern.contains("/permissions") { return 5 }
        if pattern.hasSuffix("/content") { return 1 }
        let isDelta = pattern.hasSuffix("/delta")
        if isDelta { return call.option("token") != nil || call.option("$skiptoken") != nil ? 1 : 2 }
        return pattern.hasSuffix("*") || pattern.hasSuffix("/drive") || pattern.hasSuffix("/root") ? 1 : 2
    }

    /// Lower case; casts, `$count` and empty parentheses gone; keys in parentheses as segments; drives by their own path.
    private static func canonical(_ segments: [String]) -> [String] {
        var plain: [String] = []
        for segment in segments {
            let lower = segment.lowercased()
            if lower == "$count" || lower == "$value" { continue }
            let name = lower.hasPrefix("microsoft.graph.") ? String(lower.dropFirst(16)) : lower
            if name != lower, !name.hasPrefix("delta"), !name.hasPrefix("getallsites") { continue }
            guard let open = name.firstIndex(of: "("), name.hasSuffix(")"), name.first != "(" else {
                plain.append(name)
                continue
            }
            plain.append(String(name[..<open]))
            if !name.hasSuffix("()") { plain.append("*") }
        }
        guard plain.count > 3, ["users", "groups", "sites"].contains(plain[0]) else { return plain }
        if plain[2] == "drive" { return ["drives", "*"] + plain[3...] }
        if plain[2] == "drives" { return ["drives"] + plain[3...] }
        return plain
    }

    private static let tree: RouteTree = {
        var tree = RouteTree()
        for row in AccessRow.all {
            for path in row.paths {
                let route = GraphRoute(
                    service: row.service, application: row.application, delegated: row.delegated, pattern: path,
                    method: row.method)
                tree.insert(route, at: path.split(separator: "/").map(String.init)[...])
            }
        }
        return tree
    }()
}

/// Patterns by segment: a name before `*`.
private struct RouteTree: Sendable {
    private var route: GraphRoute?
    private var branches: [String: RouteTree] = [:]

    mutating func insert(_ route: GraphRoute, at path: ArraySlice<String>) {
        guard let first = path.first else {
            self.route = route
            return
        }
        branches[first, default: RouteTree()].insert(route, at: path.dropFirst())
    }

    func find(_ path: ArraySlice<String>) -> GraphRoute? {
        guard let first = path.first else { return route }
        return (branches[first] ?? branches["*"])?.find(path.dropFirst())
    }
}
