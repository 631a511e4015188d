import ArgumentParser
import Foundation
import SimulatedTenant
import Synchronization

/// `reeve simulate`: a Microsoft 365 tenant on this machine, for trials and tests.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a simulated Microsoft 365 tenant on 127.0.0.1.",
        discussion: """
            Prints one line of JSON once it is ready, then serves until it is interrupted.

            Examples:
              reeve simulate
              reeve simulate --users 10000 --drives 800 --items 100000 --throttle real
              reeve simulate --port 0 --dns-port 0 --faults 0.05 --request-log requests.log
            """)

    @Option(help: "How many users the tenant has; at least those of Contoso.")
    var users = 0
    @Option(help: "How many groups.")
    var groups = 0
    @Option(help: "How many drives.")
    var drives = 0
    @Option(help: "How many files and folders in all drives together.")
    var items = 0
    @Option(help: "Port of Graph and of the sign-in pages; 0 takes a free one.")
    var port = 9400
    @Option(help: "Port of the DNS server, UDP and TCP; 0 takes a free one.")
    var dnsPort = 9453
    @Option(help: "Limits: off, real (Microsoft's documented ones) or tight (small ones, short waits).")
    var throttle = SimulatedConfiguration.ThrottleMode.off
    @Option(help: "Share of requests that fail on purpose, 0 to 1.")
    var faults = 0.0
    @Option(help: "Share of users, groups and files that change from one round of users to the next, 0 to 1.")
    var churn = 0.0
    @Option(help: "The same seed makes the same tenant.")
    var seed: UInt64 = 1
    @Option(help: "A file that gets a line for each Graph request: METHOD URL [ConsistencyLevel].")
    var requestLog: String?
    @Option(help: "A PEM file whose certificate may sign in the app; may be given several times.")
    var certificate: [String] = []
    @Option(help: "A redirect URI of the app registration, beside http://localhost:8080/oauth/callback.")
    var redirectURI: [String] = []

    func validate() throws {
        for (name, value) in [("--users", users), ("--groups", groups), ("--drives", drives), ("--items", items)]
        where value < 0 {
            throw ValidationError("\(name) cannot be negative")
        }
        for (name, value) in [("--port", port), ("--dns-port", dnsPort)] where !(0...65535).contains(value) {
            throw ValidationError("\(name) must be 0 to 65535")
        }
        for (name, value) in [("--faults", faults), ("--churn", churn)] where !(0...1).contains(value) {
            throw ValidationError("\(name) must be 0 to 1")
        }
    }

    func run() async throws {
        let log = try requestLog.map(RequestLines.init(path:))
        var server = SimulatedServer(settings: try settings(), port: port, dnsPort: dnsPort)
        server.registration.redirectURIs.formUnion(redirectURI)
        if let log { server.log = { log.append($0) } }
        try await server.run { announce($0) }
    }

    private func settings() throws -> SimulatedConfiguration {
        var settings = SimulatedConfiguration()
        settings.users = users
        settings.groups = groups
        settings.drives = drives
        settings.items = items
        settings.throttle = throttle
        settings.faults = faults
        settings.churn = churn
        settings.seed = seed
        settings.certificates = try certificate.map { path in
            guard let pem = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Failure("cannot read the certificate \(path): check the path and that it is PEM text")
            }
            do {
                try SimulatedTenant(SimulatedConfiguration()).login.register(certificate: pem)
            } catch {
                throw Failure(
                    "\(path) holds no certificate that can sign in: give PEM text with an X.509 certificate of an RSA key"
                )
            }
            return pem
        }
        return settings
    }

    private func announce(_ ready: SimulatedServer.Ready) {
        let settings = ready.configuration
        let line =
            #"{"graphUrl":"\#(settings.origin)","loginUrl":"\#(settings.origin)","dns":"\#(ready.dns)","#
            + #""tenantId":"\#(settings.tenantID)","clientId":"\#(settings.clientID)","#
            + #""clientSecret":"\#(settings.clientSecret)"}"#
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

extension SimulatedConfiguration.ThrottleMode: ExpressibleByArgument {}

/// The request log: a line a request, on disk before the answer leaves.
private final class RequestLines: Sendable {
    private let file: Mutex<FileHandle>

    init(path: String) throws {
        guard
            FileManager.default.fileExists(atPath: path) || FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw ValidationError("cannot write the request log \(path): check the folder and its permissions") }
        handle.seekToEndOfFile()
        file = Mutex(handle)
    }

    func append(_ line: String) {
        let bytes = Data((line + "\n").utf8)
        file.withLock { $0.write(bytes) }
    }
}
