import Flows
import Foundation
import Report
import Store

/// What the background does, in words.
extension JobStanding {
    /// "First sync", "Scanning", "Waiting to sync".
    func words(isFirst: Bool) -> String {
        guard startedAt != nil else { return kind == .scan ? "Waiting to scan" : "Waiting to sync" }
        switch kind {
        case .scan: return isFirst ? "First scan" : "Scanning"
        case .sync: return isFirst ? "First sync" : "Syncing"
        case .judging: return "Judging"
        case .labels: return "Reading labels"
        }
    }

    /// The stage under way: "reading users, 1,102 of 1,655".
    var stageWords: String? {
        guard let stage = stages.last else { return nil }
        let done = Numbers.grouped(stage.done)
        return stage.stage + ", " + (stage.total.map { "\(done) of \(Numbers.grouped($0))" } ?? "\(done) \(stage.unit)")
    }
}

extension JobNews {
    /// What open pages have to ask for again.
    public var events: [Event] {
        let name = integration.name
        switch what {
        case .queued, .began, .progress: return [Event(.integrations, integration: name)]
        case .judged: return [Event(.findings, integration: name)]
        case .ended(let end):
            return [Event(.integrations, integration: name, words: words(end))]
                + [.findings, .directories].map { Event($0, integration: name) }
        }
    }

    /// How a run ended, for who does not see the page; nil where nobody waits for it.
    private func words(_ end: JobEnd) -> String? {
        let what: String
        switch kind {
        case .scan: what = "Scan of \(integration.name)"
        case .sync: what = "Sync of \(integration.name)"
        case .labels: what = "Labels of \(integration.name)"
        case .judging: what = "Judging of \(integration.name)"
        }
        switch end {
        case .done(let opened, let resolved):
            // Time passes every day; only what comes of it is news.
            if kind == .judging, opened + resolved == 0 { return nil }
            let parts = [
                opened > 0 ? Numbers.counted(opened, "new instance") : nil,
                resolved > 0 ? "\(Numbers.grouped(resolved)) resolved" : nil,
            ].compactMap(\.self)
            return parts.isEmpty ? "\(what) finished." : "\(what) finished, \(parts.joined(separator: ", "))."
        case .failed: return "\(what) failed."
        case .busy, .stopped: return nil
        }
    }
}

extension WebServer {
    /// What the top bar says of the background; nil while nothing is read.
    func running(_ integrations: [Integration]) -> [String: Any]? {
        let standings = jobs.standings
        let busy = integrations.filter { standings[$0.id]?.startedAt != nil }
        guard let first = busy.first, let standing = standings[first.id] else { return nil }
        let isFirst = first.tenantName == nil
        return busy.count == 1
            ? ["link": "\(first.page)", "words": "\(standing.words(isFirst: isFirst)) \(first.name)"]
            : ["link": "/integrations", "words": "Reading \(busy.count) integrations"]
    }
}
