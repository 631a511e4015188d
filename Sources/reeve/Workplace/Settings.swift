import Flows
import Foundation
import Model
import Report
import Yams

/// `reeve.yaml`, and the environment over it. A flag, where a command has one, stands over both.
struct Settings: Codable, Sendable {
    var database: String?
    var keyFile: String?
    var logLevel: String?
    var logFormat: String?
    var graphUrl: String?
    var loginUrl: String?
    var requestLog: String?
    var listen: String?
    var publicUrl: String?
    var trustedProxies: [String] = []
    var checks = CheckOptions()
    var freshness = Freshness()
    var mail = MailOptions()
    var http = HTTPSettings()
    var documents = DocumentOptions()
    var signIn = SignInOptions()

    init() {}

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        database = try box.decodeIfPresent(String.self, forKey: .database)
        keyFile = try box.decodeIfPresent(String.self, forKey: .keyFile)
        logLevel = try box.decodeIfPresent(String.self, forKey: .logLevel)
        logFormat = try box.decodeIfPresent(String.self, forKey: .logFormat)
        graphUrl = try box.decodeIfPresent(String.self, forKey: .graphUrl)
        loginUrl = try box.decodeIfPresent(String.self, forKey: .loginUrl)
        requestLog = try box.decodeIfPresent(String.self, forKey: .requestLog)
        listen = try box.decodeIfPresent(String.self, forKey: .listen)
        publicUrl = try box.decodeIfPresent(String.self, forKey: .publicUrl)
        trustedProxies = try box.decodeIfPresent([String].self, forKey: .trustedProxies) ?? []
        checks = try box.decodeIfPresent(CheckOptions.self, forKey: .checks) ?? CheckOptions()
        freshness = try box.decodeIfPresent(Freshness.self, forKey: .freshness) ?? Freshness()
        mail = try box.decodeIfPresent(MailOptions.self, forKey: .mail) ?? MailOptions()
        http = try box.decodeIfPresent(HTTPSettings.self, forKey: .http) ?? HTTPSettings()
        documents = try box.decodeIfPresent(DocumentOptions.self, forKey: .documents) ?? DocumentOptions()
        signIn = try box.decodeIfPresent(SignInOptions.self, forKey: .signIn) ?? SignInOptions()
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case database, keyFile, logLevel, logFormat, graphUrl, loginUrl, requestLog, listen, publicUrl, trustedProxies,
            checks, freshness, mail
        case http, signIn, documents
    }

    /// `publicUrl` without a slash at the end; nil where it is not set.
    /// - Throws: `Failure` where it is no address of a server.
    var publicAddress: String? {
        get throws {
            guard let publicUrl else { return nil }
            guard let url = URL(string: publicUrl), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false,
                url.query == nil, url.fragment == nil, ["", "/"].contains(url.path), url.user == nil
            else {
                throw Failure(
                    "\"\(publicUrl)\" (REEVE_PUBLIC_URL) is no address of a server: use https://HOST, or http://localhost:PORT"
                )
            }
            return publicUrl.hasSuffix("/") ? String(publicUrl.dropLast()) : publicUrl
        }
    }

    /// Without a data folder: none is opened nor made.
    static func load(_ options: GlobalOptions) throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        let standard = Workplace.homeFolder(environment).appendingPathComponent("reeve.yaml").path
        return try load(
            file: options.config ?? standard, isRequired: options.config != nil, environment: environment)
    }

    /// Reads the file (where there is one) and lays the environment over it.
    static func load(file: String, isRequired: Bool, environment: [String: String]) throws -> Settings {
        var settings = Settings()
        if FileManager.default.fileExists(atPath: file) {
            settings = try read(file)
        } else if isRequired {
            throw Failure("there is no settings file \(file); check --config")
        }
        settings.database = environment["REEVE_DATABASE"] ?? settings.database
        settings.keyFile = environment["REEVE_KEY_FILE"] ?? settings.keyFile
        settings.logLevel = environment["REEVE_LOG_LEVEL"] ?? settings.logLevel
        settings.logFormat = environment["REEVE_LOG_FORMAT"] ?? settings.logFormat
        settings.graphUrl = environment["REEVE_GRAPH_URL"] ?? settings.graphUrl
        settings.loginUrl = environment["REEVE_LOGIN_URL"] ?? settings.loginUrl
        settings.requestLog = environment["REEVE_REQUEST_LOG"] ?? settings.requestLog
        settings.listen = environment["REEVE_LISTEN"] ?? settings.listen
        settings.publicUrl = environment["REEVE_PUBLIC_URL"] ?? settings.publicUrl
        return settings
    }

    private static func read(_ file: String) throws -> Settings {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw Failure("cannot read \(file): check that it is text in UTF-8 and that you may read it")
        }
        do {
            guard let node = try Yams.compose(yaml: text), node.null == nil else { return Settings() }
            try SettingsShape.file.check(node, in: file)
            let settings = try YAMLDecoder().decode(Settings.self, from: node)
            try settings.mail.check(in: file, node)
            try settings.signIn.check(in: file)
            return settings
        } catch let error as YamlError {
            throw Failure("\(file)\(error.words)")
        } catch let error as DecodingError {
            throw Failure("\(file): \(Self.words(error)) (docs/use/settings.md)")
        }
    }

    /// What the shapes let pass and no setting can take.
    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context),
            .keyNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return "\(path.isEmpty ? "a setting" : path) has a value it cannot have"
        @unknown default: return "a setting has a value it cannot have"
        }
    }
}

extension YamlError {
    /// The place, and what is wrong there.
    fileprivate var words: String {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ":\(mark.line): is no YAML (\(problem)): mend the line, or the one before it"
        case .duplicatedKeysInMapping(let names, let context):
            ":\(context.mark.line): \(names.joined(separator: ", ")) stands twice in one section: leave one"
        default: " is no YAML: mend it, or move it away"
        }
    }
}
