import Flows
import Foundation
import Graph
import Hummingbird
import HummingbirdCore
import Logging
import Model
import NIOCore
import Store
import Synchronization

/// What `reeve serve` serves: the HTTP API, with what it stands on.
public struct WebServer: Sendable {
    public var store: Store
    public var judge: JudgeSubmission
    public var limits: WebLimits
    /// What an MTA is asked to do by `/checkv2`.
    public var actions: RspamdActions
    public var log: Logger
    /// The clock on the wall.
    public var now: @Sendable () -> Date
    /// Measures how long a verdict takes.
    public var clock: any Clock<Duration>
    /// The program's own version, for the foot of pages.
    public var version = "development"
    /// Where browsers reach this server (`REEVE_PUBLIC_URL`), without a slash at the end; nil where nobody said.
    public var publicURL: String?
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String> = []
    public var signIn = SignInSettings()
    /// What the server was started with, and the file that says so, for administrators to look at.
    public var settings: [SettingLine] = []
    public var settingsFile: String?
    /// Stands in for the session's cookie in tests; nil in the product.
    var visit: (@Sendable (Request) async throws -> Visitor?)?
    /// Why the judge could not work, in words for anybody; empty where it can. The particulars are the log's.
    public var judgeTroubles: @Sendable () async -> [String] = { [] }
    /// Where clouds are, as the settings say.
    public var origins = CloudOrigins()
    /// Reads tenants in the background.
    public var jobs: Jobs
    /// What open pages are told.
    public var events = EventHub()
    /// Judges messages that are only tried, and says whom messages are compared with; nil where no mail is judged.
    public var inspect: Inspect?
    /// The settings of mail, with the policies of `reeve.yaml`.
    public var mail = MailOptions()
    /// Reads a document that somebody tries a DLP profile on.
    public var extraction: @Sendable (_ bytes: [UInt8], _ name: String) async -> Extraction = { bytes, _ in
        PlainText.extraction(bytes)
    }
    /// How many verdicts were given and wait to be recorded.
    public var recordsWaiting: @Sendable () async -> Int = { 0 }
    /// The port that it listens on; what is usual until one is taken.
    private let port = TakenPort()
    let metrics = Metrics()
    let strikes: Strikes
    let connections: OpenConnections
    let pulse: WritePulse
    let uses = TokenUses()
    let changeTurn = ChangeTurn()
    let signingKeys = SigningKeys()
    let failedSignIns = Strikes(allowed: 0, window: 900)
    let passwords = PasswordDesk()
    let pictures = PictureShelf()
    let members = MemberShelf()
    let domains = DomainShelf()
    let changes = ProtectionChangeShelf()
    let watch = StoreWatch()

    public init(
        store: Store, limits: WebLimits = WebLimits(), actions: RspamdActions = RspamdActions(), log: Logger,
        now: @escaping @Sendable () -> Date, clock: any Clock<Duration> = ContinuousClock(),
        judge: @escaping JudgeSubmission
    ) {
        self.store = store
        self.judge = judge
        jobs = Jobs(
            surroundings: Surroundings(
                store: store, home: FileManager.default.temporaryDirectory, userAgent: "NONISV|Reeve|Reeve", log: log))
        self.limits = limits
        self.actions = actions
        self.log = log
        self.now = now
        self.clock = clock
        strikes = Strikes(allowed: limits.badTokens)
        connections = OpenConnections(most: limits.connections, perAddress: limits.connectionsPerAddress)
        pulse = WritePulse(store: store, clock: clock)
    }

    /// Where links lead, without a slash at the end. Whatever host a request names never gets into one: who sends it chooses that freely.
    public var address: String { publicURL ?? "http://localhost:\(port.number)" }

    /// The server, not yet running.
    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - onReady: called once with the port that it listens on.
    public func application(
        host: String, port: Int, onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let (limits, connections, taken) = (limits, connections, self.port)
        return Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestBound(limits, connections)],
                    idleTimeout: .seconds(Int64(limits.idle)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 64 << 10, maxHeaderListSize: 256 << 10, maxHeaderFieldCount: 1000))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: ConnectionRoom(connections: connections)),
            onServerRunning: {
                taken.number = $0.localAddress?.port ?? port
                await onReady(taken.number)
            },
            logger: serverLog)
    }

    /// The server's own remarks (a client that went away) are of no use to anybody but its developers.
    private var serverLog: Logger {
        var own = log
        own.logLevel = max(log.logLevel, .error)
        return own
    }
}

/// A port that is known only once a server listens.
private final class TakenPort: Sendable {
    private let held = Mutex(8080)

    var number: Int {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
