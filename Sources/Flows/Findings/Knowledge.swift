import Foundation
import Model
import Posture
import Store

/// What the last scan of an integration read, and what its checks could not tell.
struct Knowledge {
    let balance: [CoverageCount]
    let untold: [String: Int]

    init(of integration: Int, in store: Store) throws {
        balance = try store.balance(of: integration)
        untold = Dictionary(
            try store.doubtCounts(of: integration).map { ($0.check, $0.entities) }, uniquingKeysWith: +)
    }

    private func sureness(of check: Check?) -> Sureness {
        guard let check else { return Sureness(of: [], in: balance) }
        return Sureness(of: check.collectors, in: balance, untold: untold[check.id] ?? 0)
    }

    /// Findings of the integration as lists show them.
    /// - Parameters:
    ///   - fresh: active instances that opened in the last seven days.
    ///   - since: when the oldest active instance opened.
    func entries(_ findings: [Finding], fresh: [Finding.Key: Int], since: [Finding.Key: Date]) -> [FindingEntry] {
        findings.map { finding in
            let check = Check.named(finding.check)
            return FindingEntry(
                finding: finding, check: check, sureness: sureness(of: check), untold: untold[finding.check] ?? 0,
                fresh: fresh[finding.key] ?? 0, since: since[finding.key])
        }
    }
}
