import ArgumentParser
import DNS
import Flows
import Foundation
import Graph
import Logging
import Model
import Report
import Store

/// What every command may be told.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The settings file in place of reeve.yaml in REEVE_HOME.", valueName: "file"))
    var config: String?
    @Flag(help: "No progress and no log, only data and mistakes.")
    var quiet = false
    @Flag(name: .customLong("no-color"), help: "No colour, as with NO_COLOR set.")
    var noColor = false

    var style: Style { Terminal.style(of: STDOUT_FILENO, allowsColour: !noColor) }

    /// The moving line on a terminal, a line now and then elsewhere, nothing with --quiet.
    func progressLine() -> ProgressLine {
        let isTerminal = Terminal.columns(of: STDERR_FILENO) != nil
        return ProgressLine(
            mode: quiet ? .silent : isTerminal ? .moving : .lines,
            style: Terminal.style(of: STDERR_FILENO, allowsColour: !noColor),
            sink: { FileHandle.standardError.write(Data($0.utf8)) })
    }
}

/// The data folder, opened: settings, store and what is needed to talk to a tenant.
struct Workplace: Sendable {
    let home: URL
    let settings: Settings
    /// Where the settings were looked for.
    let settingsFile: String
    let store: Store
    /// The database's file.
    let databasePath: String
    let log: Logger

    /// `REEVE_HOME`, else `$XDG_DATA_HOME/reeve`, else `~/.local/share/reeve`.
    static func homeFolder(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
        if let home = environment["REEVE_HOME"], !home.isEmpty { return URL(fileURLWithPath: home, isDirectory: true) }
        if let data = environment["XDG_DATA_HOME"], !data.isEmpty {
            return URL(fileURLWithPath: data, isDirectory: true).appendingPathComponent("reeve", isDirectory: true)
        }
        // Foundation asks the password database; a shell's `~` is HOME, which containers and sudo set.
        let user = environment["HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }
        return (user ?? FileManager.default.homeDirectoryForCurrentUser).appendingPathComponent(
            ".local/share/reeve", isDirectory: true)
    }

    /// - Parameter standardLevel: from which level on lines are logged where nobody says. What runs for months tells its warnings.
    init(
        _ options: GlobalOptions, home: URL = Workplace.homeFolder(), standardLevel: Logger.Level = .error
    ) throws {
        let environment = ProcessInfo.processInfo.environment
        self.home = home
        settingsFile = options.config ?? home.appendingPathComponent("reeve.yaml").path
        settings = try Settings.load(
            file: settingsFile, isRequired: options.config != nil, environment: environment)
        log = try Self.logger(settings, isQuiet: options.quiet, standard: standardLevel)
        do {
            try FileManager.default.createDirectory(
                at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                "cannot make the data folder \(home.path): \(String(cString: strerror(errno))); set REEVE_HOME to a folder you may write"
            )
        }
        let key = try SecretKey(path: settings.keyFile ?? home.appendingPathComponent("key").path)
        let standard = home.appendingPathComponent("reeve.sqlite").path
        let location = try settings.database.map { try Store.Location($0) } ?? .sqlite(path: standard)
        databasePath = if case .sqlite(let path) = location { path } else { standard }
        store = try Store(location, key: key)
    }

    /// The integration of that name, or one clear line.
    func integration(named name: String) throws -> Integration {
        if let found = try store.integration(named: name) { return found }
        let names = try store.integrations().map(\.name)
        if names.isEmpty {
            throw Failure("there is no integration yet: add one with reeve integration add, or try reeve demo --once")
        }
        let hint = suggestion(for: name, among: names).map { "; did you mean \($0)?" } ?? ""
        throw Failure("there is no integration \"\(name)\"\(hint) (reeve integration list)")
    }

    /// Log lines go to standard error. Warnings about single subjects stand in the coverage as well, so a terminal is spared them.
    private static func logger(
        _ settings: Settings, isQuiet: Bool, standard: Logger.Level
    ) throws -> Logger {
        let level = try settings.logLevel.map { word in
            guard let level = Logger.Level(rawValue: word.lowercased()) else {
                throw Failure(
                    "unknown log level \"\(word)\" (REEVE_LOG_LEVEL, or logLevel in reeve.yaml): use trace, debug, info, notice, warning, error or critical"
                )
            }
            return level
        }
        guard let format = LogLines.Format(rawValue: settings.logFormat ?? "text") else {
            throw Failure(
                "unknown log format \"\(settings.logFormat ?? "")\" (REEVE_LOG_FORMAT, or logFormat in reeve.yaml): use text or json"
            )
        }
        var logger = Logger(label: "reeve") { LogLines(label: $0, format: format) }
        logger.logLevel = level ?? standard
        if isQuiet && level == nil { logger.logLevel = .critical }
        return logger
    }
}
