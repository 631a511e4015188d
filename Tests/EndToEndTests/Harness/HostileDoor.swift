import Foundation

/// `Tests/Tools/hostile_graph.py` in front of a simulated tenant: honest until told otherwise.
struct HostileDoor: Sendable {
    /// The tenant as seen through the door.
    let address: TenantAddress
    /// The origin of another host, which must never see a token.
    let foreign: String
    private let script: URL
    private let foreignLog: URL

    /// From now on paths that match the expression get this answer (a function of the script).
    func turn(_ what: String, at path: String) throws {
        try JSONSerialization.data(withJSONObject: ["path": path, "what": what]).write(to: script, options: .atomic)
    }

    /// From now on tokens carry these permissions only.
    func grant(_ roles: [String]) throws {
        try JSONSerialization.data(withJSONObject: ["roles": roles]).write(to: script, options: .atomic)
    }

    func turnHonest() throws { try FileManager.default.removeItem(at: script) }

    /// Each request that reached the other host.
    var foreignRequests: [String] {
        ((try? String(contentsOf: foreignLog, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }

    private struct Ready: Codable {
        let origin: String
        let foreign: String
    }

    fileprivate init(line: String, tenant: TenantAddress, folder: Reeve) throws {
        let ready = try JSONDecoder().decode(Ready.self, from: Data(line.utf8))
        var address = tenant
        address.graphUrl = ready.origin
        address.loginUrl = ready.origin
        self.address = address
        foreign = ready.foreign
        script = folder.file("script.json")
        foreignLog = folder.file("foreign.log")
    }

    fileprivate static func start(before tenant: TenantAddress, _ reeve: Reeve) throws -> Running {
        let arguments = [
            Requirements.tool("hostile_graph.py"), "--upstream", tenant.graphUrl, "--script",
            reeve.file("script.json").path,
            "--foreign-log", reeve.file("foreign.log").path,
        ]
        guard let python = Requirements.python else { throw Surprise("no python3") }
        return try Running(python, arguments, environment: ["PATH": "/usr/bin:/bin"], folder: reeve.folder)
    }
}

/// A simulated tenant behind a door that can turn hostile, connected as contoso.
func withHostileDoor(body: (Reeve, HostileDoor) async throws -> Void) async throws {
    try await withReeve { reeve in
        try await withTenant(in: reeve) { tenant in
            let process = try HostileDoor.start(before: tenant, reeve)
            try await serving(process, endsBy: SIGKILL) {
                guard let line = try await process.firstLine() else {
                    throw Surprise("the hostile door did not open: \(process.errorsSoFar)")
                }
                let door = try HostileDoor(line: line, tenant: tenant, folder: reeve)
                try await reeve.connect(door.address)
                try await body(reeve, door)
            }
        }
    }
}
