import Flows
import Foundation
import Graph
import Model
import Report
import Store
import Synchronization

extension Connection {
    /// Opens the way to a tenant with the settings of the data folder; waits are shown on the progress line.
    static func with<T: Sendable>(
        _ integration: Integration, in workplace: Workplace, progress: ProgressLine? = nil,
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        try await with(
            integration, in: workplace.surroundings,
            onWait: { scope, seconds in progress?.wait(seconds, for: scope.title) }, body)
    }
}

extension Workplace {
    /// How files of tenants are read.
    var content: ContentSettings {
        let reader = DocumentReader.installed(settings.documents)
        var content = ContentSettings { await reader($0, $1) }
        content.limits = settings.documents.limits
        content.readsDocuments = reader.lack == nil
        content.readsImages = settings.documents.readImages
        content.largest = Int64(reader.limits.input)
        return content
    }

    /// What a run needs, as the settings say.
    var surroundings: Surroundings {
        Surroundings(
            store: store, home: home, options: settings.checks, freshness: settings.freshness,
            content: content, requestLog: settings.requestLog, userAgent: "NONISV|Reeve|Reeve/\(Version.text)", log: log
        )
    }
}

/// Feeds the progress line from the stages of a flow, which say how far they are in all.
final class StageReporter: Sendable {
    private let line: ProgressLine
    private let state = Mutex<(stage: String, done: Int)>(("", 0))

    init(_ line: ProgressLine) { self.line = line }

    func report(_ progress: StageProgress) {
        state.withLock { state in
            if state.stage != progress.stage {
                if !state.stage.isEmpty { line.end(state.stage) }
                state = (progress.stage, 0)
                line.begin(progress.stage, of: progress.total, unit: progress.unit)
            }
            if progress.done > state.done {
                line.advance(progress.stage, by: progress.done - state.done)
                state.done = progress.done
            }
        }
    }
}
