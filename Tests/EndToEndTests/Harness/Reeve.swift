import Foundation

/// The built command in a home of its own: what a person has in front of them.
struct Reeve: Sendable {
    /// `REEVE_HOME`; the command makes it.
    let home: URL
    /// For whatever else a test needs; the home lies in it.
    let folder: URL
    /// Added to the environment of every command.
    var environment: [String: String] = [:]

    /// `REEVE_TEST_COMMAND`, else the command beside the tests.
    static let command: String = {
        if let named = ProcessInfo.processInfo.environment["REEVE_TEST_COMMAND"] { return named }
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
            "reeve"
        ).path
    }()

    /// Runs the command to its end, or kills it after `limit` seconds.
    @discardableResult
    func callAsFunction(
        _ arguments: String..., environment: [String: String] = [:], input: String? = nil, limit: Double = 120
    ) async throws -> Answer {
        try await start(arguments, environment: environment, input: input).answer(limit: limit)
    }

    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:], input: String? = nil, limit: Double = 120)
        async throws -> Answer
    {
        try await start(arguments, environment: environment, input: input).answer(limit: limit)
    }

    /// Runs the command and expects that all is well.
    @discardableResult
    func succeed(_ arguments: String..., environment: [String: String] = [:], limit: Double = 120) async throws
        -> Answer
    {
        let answer = try await run(arguments, environment: environment, limit: limit)
        guard answer.status == 0 else {
            throw Surprise(
                "reeve \(arguments.joined(separator: " ")): status \(answer.status), \(answer.errorText.suffix(600))")
        }
        return answer
    }

    func start(_ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws -> Running {
        try Running(
            Reeve.command, arguments, environment: surroundings.merging(environment) { _, new in new }, folder: folder,
            input: input)
    }

    /// Nothing of the machine's own settings reaches the command.
    var surroundings: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "HOME": folder.path, "REEVE_HOME": home.path, "LANG": "C.UTF-8"].merging(environment) {
            _, new in new
        }
    }

    /// The same command with another home in the same folder.
    func another(_ name: String) -> Reeve {
        Reeve(home: folder.appendingPathComponent(name), folder: folder, environment: environment)
    }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file into the folder and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let url = file(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func writeSettings(_ yaml: String) throws {
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try Data(yaml.utf8).write(to: home.appendingPathComponent("reeve.yaml"))
    }

    /// Connects a tenant under the name contoso, or connects it anew with other DLP profiles.
    func connect(_ tenant: TenantAddress, profiles: [String] = []) async throws {
        let secret = try write(tenant.clientSecret, to: "secret.txt")
        let answer = try await run(
            [
                "integration", "add", "--name", "contoso", "--tenant-id", tenant.tenantId, "--client-id",
                tenant.clientId, "--client-secret-file", secret, "--graph-url", tenant.graphUrl, "--login-url",
                tenant.loginUrl, "--dns", tenant.dns,
            ] + profiles.flatMap { ["--dlp-profile", $0] })
        guard answer.status == 0 else { throw Surprise("integration add: \(answer.errorText.suffix(600))") }
    }
}

/// Gives the body a command with a folder that is gone afterwards. Not to be nested: a second home is `another`.
func withReeve<T>(_ body: (Reeve) async throws -> T) async throws -> T {
    await Slots.scenarios.take()
    do {
        let result = try await inFreshFolder(body)
        await Slots.scenarios.giveBack()
        return result
    } catch {
        await Slots.scenarios.giveBack()
        throw error
    }
}

private func inFreshFolder<T>(_ body: (Reeve) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reeve-end-to-end-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(Reeve(home: folder.appendingPathComponent("home"), folder: folder))
}
