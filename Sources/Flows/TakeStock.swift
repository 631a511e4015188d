import Foundation
import Model
import Posture
import Store

/// The end of a scan: what was read and what not, and what is open, written down once, so that nobody has to count it again.
struct TakeStock: Sendable {
    let session: Session

    func run() async throws {
        let balance = try CoverageReport(of: session.id, in: session.store).counts()
        let collectors = Dictionary(uniqueKeysWithValues: Check.all.map { ($0.id, $0.collectors) })
        let stock = Stock(run: session.run.number, at: session.now(), balance: balance, collectors: collectors)
        try await session.write { try $0.take(stock) }
    }
}
