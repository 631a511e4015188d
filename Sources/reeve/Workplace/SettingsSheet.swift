import Foundation
import Web
import Yams

/// The settings that hold, line by line, each with where it comes from: what the dashboard shows an administrator.
struct SettingsSheet {
    let settings: Settings
    let home: URL
    /// The settings file, whether it is there or not.
    let file: String
    let environment: [String: String]

    /// - Parameters:
    ///   - listen: where the server listens, and the option that said so, if one did.
    ///   - publicURL: where its links lead.
    func lines(listen: (value: String, isOption: Bool), publicURL: String) throws -> [SettingLine] {
        let written = try node(of: (try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
        func line(_ name: String, _ variable: String?, _ value: String?, or standard: String) -> SettingLine {
            let origin: SettingLine.Origin =
                variable.flatMap { environment[$0] == nil ? nil : .environment($0) }
                ?? (written?.mapping?[.init(name)] == nil ? .standard : .file)
            return SettingLine(name: name, value: value ?? standard, origin: origin)
        }
        func inHome(_ name: String) -> String { home.appendingPathComponent(name).path }
        var lines = [
            SettingLine(
                name: "data folder", value: home.path,
                origin: environment["REEVE_HOME"] == nil ? .standard : .environment("REEVE_HOME")),
            line("database", "REEVE_DATABASE", settings.database, or: "sqlite:\(inHome("reeve.sqlite"))"),
            line("keyFile", "REEVE_KEY_FILE", settings.keyFile, or: inHome("key")),
            line("listen", "REEVE_LISTEN", listen.value, or: ""),
            line("publicUrl", "REEVE_PUBLIC_URL", publicURL, or: ""),
            line("trustedProxies", nil, text(settings.trustedProxies), or: ""),
            line("logLevel", "REEVE_LOG_LEVEL", settings.logLevel, or: "warning"),
            line("logFormat", "REEVE_LOG_FORMAT", settings.logFormat, or: "text"),
            line("graphUrl", "REEVE_GRAPH_URL", settings.graphUrl, or: "the cloud's"),
            line("loginUrl", "REEVE_LOGIN_URL", settings.loginUrl, or: "the cloud's"),
            line("requestLog", "REEVE_REQUEST_LOG", settings.requestLog, or: "none"),
        ]
        if listen.isOption, let place = lines.firstIndex(where: { $0.name == "listen" }) {
            lines[place].origin = .option("--listen")
        }
        let held = try node(of: try YAMLEncoder().encode(settings))
        for section in ["signIn", "checks", "freshness", "mail", "http", "documents"] {
            guard let node = held?.mapping?[.init(section)] else { continue }
            lines += leaves(node, []).map { path, value in
                let isWritten = written.map { has($0, [section] + path) } ?? false
                return SettingLine(
                    section: section, name: path.joined(separator: "."), value: value,
                    origin: isWritten ? .file : .standard)
            }
        }
        return lines
    }

    private func node(of text: String) throws -> Node? { try Yams.compose(yaml: text) }

    private func text(_ list: [String]) -> String { list.isEmpty ? "none" : list.joined(separator: ", ") }

    /// Every value with the names that lead to it. Of a list of sections only how many there are: the pages of policies show them.
    private func leaves(_ node: Node, _ path: [String]) -> [(path: [String], value: String)] {
        switch node {
        case .mapping(let mapping):
            if mapping.isEmpty { return [(path, "none")] }
            return mapping.flatMap { leaves($0.value, path + [$0.key.string ?? ""]) }
        case .sequence(let sequence):
            let words = sequence.compactMap { $0.scalar?.string }
            return [(path, words.count == sequence.count ? text(words) : "\(sequence.count) given")]
        case .scalar(let scalar):
            let isSecret = path.last.map { $0.lowercased().contains("secret") && !$0.hasSuffix("File") } ?? false
            return [(path, isSecret ? "set, not shown" : node.null == nil ? plain(node, scalar.string) : "none")]
        default: return []
        }
    }

    /// A number as people write it; the encoder writes 60 as 6e+1.
    private func plain(_ node: Node, _ text: String) -> String {
        guard text.contains("e"), let number = node.float, number.isFinite else { return text }
        return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    private func has(_ node: Node, _ path: [String]) -> Bool {
        guard let name = path.first else { return true }
        guard let inner = node.mapping?[.init(name)] else { return false }
        // A value that is a text in the file and is told in parts here counts as written.
        return inner.mapping == nil || has(inner, Array(path.dropFirst()))
    }
}
