import Flows
import Foundation
import Logging
import Report

/// Log lines on standard error, as text or as JSON lines. Callers never put a secret or a token into a message.
struct LogLines: LogHandler {
    enum Format: String { case text, json }

    let label: String
    let format: Format
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    init(label: String, format: Format) {
        self.label = label
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Moments.iso(Date())
        let details = (event.metadata ?? [:]).merging(metadata) { own, _ in own }
        switch format {
        case .text:
            let tail = details.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            Output.say(VisibleText.of("\(time) \(event.level) \(event.message)\(tail)"))
        case .json:
            var object = ["time": time, "level": event.level.rawValue, "message": "\(event.message)", "logger": label]
            for (key, value) in details { object[key] = "\(value)" }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            if let line = try? encoder.encode(object) { Output.say(String(decoding: line, as: UTF8.self)) }
        }
    }
}

extension Logger {
    /// What becomes of verdicts that cannot be recorded: an error where one is lost, else a warning.
    func note(_ notice: MailLedger.Notice) { log(level: notice.isLoss ? .error : .warning, "\(notice)") }
}
