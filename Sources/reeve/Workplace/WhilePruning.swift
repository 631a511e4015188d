import Flows
import Foundation
import Logging

/// Runs a door until it ends; meanwhile what is older than it may be goes, once a day, and at the end what waits is written.
func whilePruning(
    _ workplace: Workplace, finishing inspect: Inspect, _ door: () async throws -> Void
) async throws {
    let (log, mail) = (workplace.log, workplace.settings.mail)
    let prune = PruneMail(
        store: workplace.store, verdicts: mail.retention, correspondence: mail.correspondenceRetention)
    let pruning = Task {
        while !Task.isCancelled {
            do {
                let pruned = try await prune.run(at: Date())
                if pruned.isAnything {
                    log.info(
                        "pruned", metadata: ["verdicts": "\(pruned.verdicts)", "addresses": "\(pruned.addresses)"])
                }
            } catch {
                log.warning("old verdicts could not be forgotten; the next attempt is tomorrow: \(error)")
            }
            try? await Task.sleep(for: .seconds(86_400))
        }
    }
    defer { pruning.cancel() }
    do {
        try await door()
    } catch {
        await inspect.finish()
        throw error
    }
    await inspect.finish()
}
