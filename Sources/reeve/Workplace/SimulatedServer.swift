import Foundation
import Hummingbird
import Logging
import SimulatedTenant
import Synchronization
import UnixSignals

/// The sample tenant on loopback: Graph and sign-in over HTTP, its DNS zone beside it.
struct SimulatedServer: Sendable {
    var settings: SimulatedConfiguration
    var registration = AppRegistration()
    var port: Int
    var dnsPort: Int
    /// Takes a line for each Graph request.
    var log: (@Sendable (String) -> Void)?

    /// What is known once it listens.
    struct Ready: Sendable {
        let configuration: SimulatedConfiguration
        let dns: String
    }

    /// Serves until SIGINT or SIGTERM, or until the task is cancelled.
    /// - Parameter onReady: called once, when both servers listen.
    func run(onReady: @escaping @Sendable (Ready) async -> Void) async throws {
        let dns = try await SimulatedDNSServer.start(SimulatedDNS(zone: Contoso.zone), port: dnsPort)
        let opened = Mutex<SimulatedTenant?>(nil)
        let application = Application(
            responder: SimulatedResponder { opened.withLock { $0 } },
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in
                // The port, and with it every link in an answer, is known only now.
                let tenant = open(on: channel.localAddress?.port ?? port)
                opened.withLock { $0 = tenant }
                await onReady(Ready(configuration: tenant.configuration, dns: "127.0.0.1:\(dns.port)"))
            },
            logger: Self.quietLogger)
        do {
            try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
        } catch {
            try? await dns.stop()
            throw Failure(
                "cannot serve the sample tenant on port \(port): \(error); choose another --port, 0 for a free one")
        }
        try await dns.stop()
    }

    private func open(on port: Int) -> SimulatedTenant {
        var settings = settings
        settings.origin = "http://127.0.0.1:\(port)"
        let latency: Duration = settings.throttle == .tight ? .milliseconds(5) : .milliseconds(20)
        return SimulatedTenant(
            settings, registration: registration, log: log, mailboxLatency: { try? await Task.sleep(for: latency) })
    }

    private static var quietLogger: Logger {
        var logger = Logger(label: "simulate") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }
}
